"""What the page frame shows on every page."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import someone
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.round_pages import round_menu
from yhdyspinta.site.desk_menu import is_desk, staff_menu
from yhdyspinta.site.desk_reach import Work, work_here
from yhdyspinta.site.text_choices import TextChoices, text_choices
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, INTERFACE_LANGUAGES, page_language

Link = dict[str, Any]
_MOST_DESKS = 3


@dataclass
class Frame:
    """Everything around a page's own content."""

    authority_name: str = "Yhdyspinta"
    tagline: str = ""
    home_url: str = "/"
    logo_url: str = ""
    nav: list[Link] = field(default_factory=list)
    languages: list[Link] = field(default_factory=list)
    keeps_unsent: str = ""  # the form that the switch of language sends, so that nothing typed is lost
    person: str | None = None
    sign_in_url: str = ""
    sign_out_url: str = ""
    desk_url: str = ""
    public_url: str = ""
    account_url: str = ""
    footer_links: list[Link] = field(default_factory=list)
    theme_css_url: str = ""
    demo: bool = False
    robots: str = ""
    round_menu: Link = field(default_factory=dict)  # what staff do with the round of this page
    texts: Callable[[], TextChoices] = TextChoices  # asked when the rest of the page has been made


def page(request: HttpRequest) -> dict[str, Any]:
    """The frame, made only when a page asks for it."""
    return {"frame": SimpleLazyObject(lambda: _frame(request))}


def _frame(request: HttpRequest) -> Frame:
    authority: Authority | None = getattr(request, "authority", None)
    frame = Frame(languages=_languages(request), demo=settings.DEMO, sign_in_url=_sign_in(request))
    frame.texts = partial(text_choices, request)
    frame.keeps_unsent = getattr(request, "keeps_unsent", "")
    person = someone(request)
    if isinstance(person, Person) and not person.is_guest:
        frame.person = person.name or person.email
        frame.sign_out_url = reverse("account_logout")
        if person.is_operator:
            frame.desk_url = reverse("installation:overview", kwargs={"language": page_language()})
    if authority is not None:
        _fill(frame, request, authority)
    return frame


def _fill(frame: Frame, request: HttpRequest, authority: Authority) -> None:
    language = page_language()
    frame.authority_name = authority.name.text(language)
    frame.tagline = authority.tagline.text(language) or _("Take part and have a say")
    frame.home_url = address("site:home", authority)
    frame.logo_url = address("site:logo", authority) if authority.logo else ""
    frame.theme_css_url = address("site:theme", authority) + f"?v={authority.revision}"
    frame.nav = _nav(request, authority)
    frame.round_menu = round_menu(request)
    frame.footer_links = [
        {"text": _("Accessibility statement"), "href": address("site:accessibility", authority)},
        {"text": _("Privacy"), "href": address("site:privacy", authority)},
        {"text": _("Your right to take part"), "href": address("site:rights", authority)},
        {"text": _("Open data"), "href": address("open_data:about", authority)},
        {"text": _("Licences"), "href": address("site:licences", authority)},
    ]
    if frame.person:
        frame.account_url = address("people:my_data", authority)
        work = work_here(request, authority)
        if work.somewhere and is_desk(request):
            frame.public_url, frame.home_url = frame.home_url, address("site:desk", authority)
            frame.nav = staff_menu(request, authority, work)
            if getattr(someone(request), "is_operator", False):
                installation = reverse("installation:overview", kwargs={"language": language})
                frame.nav.insert(0, {"text": _("The installation"), "href": installation, "current": False})
            frame.nav += _own_desks(authority, work)
        elif work.somewhere:
            frame.desk_url = address("site:desk", authority)


def _own_desks(authority: Authority, work: Work) -> list[Link]:
    """The way back to the desks of the other authorities in which somebody works; one query where there are any."""
    elsewhere = [pk for pk in work.roles.by_authority if pk != authority.pk] if work.roles is not None else []
    if not elsewhere:
        return []
    found = Authority.objects.filter(pk__in=elsewhere).order_by("pk")[:_MOST_DESKS]
    return [
        {
            "text": _("Desk: %(authority)s") % {"authority": one.name.text(page_language())},
            "href": address("site:desk", one),
            "current": False,
        }
        for one in found
    ]


def _nav(request: HttpRequest, authority: Authority) -> list[Link]:
    entries = [
        (_("Front page"), address("site:home", authority)),
        (_("Take part"), address("site:processes", authority)),
        (_("Results"), address("site:results", authority)),
        (_("Search"), address("site:search", authority)),
    ]
    match = request.resolver_match
    of_results = {"outcomes:results", "outcomes:measures"}
    is_result = match is not None and (match.view_name in of_results or match.namespace == "reports")
    here = entries[2][1] if is_result else request.path
    home = entries[0][1]
    return [
        {"text": text, "href": href, "current": here == href or (href != home and here.startswith(href))}
        for text, href in entries
    ]


def _languages(request: HttpRequest) -> list[Link]:
    """The same page in each interface language; of one that answers a form, where `read_at` says that it is read."""
    current = page_language()
    path, _mark, query = getattr(request, "read_at", request.get_full_path()).partition("?")
    parts = path.split("/")
    found = []
    for code in INTERFACE_LANGUAGES:
        if len(parts) > 2 and parts[2] in INTERFACE_LANGUAGES:
            href = "/".join([*parts[:2], code, *parts[3:]]) + (f"?{query}" if query else "")
        else:
            href = f"{request.path}?language={code}"
        found.append(
            {
                "code": code,
                "label": code.upper(),
                "name": CONTENT_LANGUAGES[code],
                "href": href,
                "current": code == current,
            }
        )
    return found


def _sign_in(request: HttpRequest) -> str:
    return f"{reverse('account_login')}?next={request.path}" if request.method == "GET" else reverse("account_login")
