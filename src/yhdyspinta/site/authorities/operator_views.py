"""The operator's pages: which authorities are on, what is wrong with the installation, who looks after it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.authorities import actions
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import someone
from yhdyspinta.places.models import Area
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import has_second_factor
from yhdyspinta.site import retention, trail_checks
from yhdyspinta.site.authorities import forms
from yhdyspinta.ui.forms import Form
from yhdyspinta.ui.paging import Page, keyset
from yhdyspinta.ui.text import clean_text, number_of
from yhdyspinta.wording.conflicts import both_texts
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import Question, Refused, ask_page, form_page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

_MOST_OPERATORS = 100


def installation_path(name: str = "overview", **parts: Any) -> str:
    """The path of an operator's page in the reader's language."""
    language = page_language()
    return reverse(f"installation:{name}", kwargs={"language": language, **parts})


def _operator(request: HttpRequest) -> Person:
    """The operator behind the request; the page does not exist for others."""
    person = someone(request)
    if not isinstance(person, Person) or not (person.is_operator and person.is_active):
        raise Http404
    if not has_second_factor(request, person):
        raise Refusal("second_factor_needed", status=403)
    return person


def _sought(request: HttpRequest) -> str:
    """The words looked for; what is no text looks for nothing."""
    try:
        return clean_text(request.GET.get("q", "")[:100], multiline=False)
    except ValidationError:
        return ""


def _named(words: str) -> Q:
    return Q(name__fi__icontains=words) | Q(name__sv__icontains=words) | Q(name__en__icontains=words)


def _pages(request: HttpRequest, page: Page[Any]) -> dict[str, str]:
    kept = {"q": _sought(request)} if _sought(request) else {}
    return {
        "previous_url": "?" + urlencode({**kept, "after": page.previous_token}) if page.previous_token else "",
        "next_url": "?" + urlencode({**kept, "after": page.next_token}) if page.next_token else "",
    }


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Alarms, authorities and operators."""
    _operator(request)
    words = _sought(request)
    found: QuerySet[Authority] = Authority.objects.filter(_named(words)) if words else Authority.objects.all()
    page = keyset(found, order=("slug",), after=request.GET.get("after", ""))
    context = {
        "alarms": _alarms(),
        "rows": [_row(authority) for authority in page.items],
        "sought": words,
        "operators": Person.objects.filter(is_operator=True, is_active=True).order_by("pk")[:_MOST_OPERATORS],
        "areas_path": installation_path("areas"),
        "national_path": installation_path("national"),
        "clear_path": installation_path() if words else "",
        **_pages(request, page),
    }
    return render(request, "authorities/installation.html", context)


def _alarms() -> list[str]:
    at = clock.now()
    found = []
    if retention.skipped(at):
        found.append(
            _("Data that should have been deleted were not: the nightly deletion has not run. Check the worker.")
        )
    if trail_checks.skipped(at):
        found.append(_("The audit trail has not been checked for a day. Check the worker."))
    broken = trail_checks.problem_count()
    if broken:
        found.append(_("The audit trail has been changed: %(count)s places do not fit. Keep the database as it is and investigate.") % {"count": broken})  # fmt: skip
    return found


def _row(authority: Authority) -> dict[str, Any]:
    return {
        "name": authority.name,
        "slug": authority.slug,
        "is_on": authority.is_on,
        "regime": forms.REGIMES[authority.regime],
        "home": address("site:home", authority),
        "settings": address("authorities:settings", authority),
        "people": address("team:people", authority),
        "regime_path": installation_path("regime", which=authority.slug),
        "turn_path": installation_path("switch_off" if authority.is_on else "switch_on_again", which=authority.slug),
    }


def _available() -> QuerySet[Area]:
    return Area.objects.exclude(kind=Area.Kind.ALAND).exclude(county__kind=Area.Kind.ALAND).filter(authority=None)


@require_safe
def areas(request: HttpRequest) -> HttpResponse:
    """Counties and municipalities of the carried data that are not in use yet."""
    _operator(request)
    words = _sought(request)
    found = _available().filter(_named(words)) if words else _available()
    page = keyset(found, order=("kind", "code"), after=request.GET.get("after", ""))
    rows = [{"name": area.name, "path": installation_path("switch_on", area=area.pk)} for area in page.items]
    context = {"rows": rows, "sought": words, "clear_path": installation_path("areas") if words else "", **_frame()}
    return render(request, "authorities/areas.html", context | _pages(request, page))


def _frame() -> dict[str, Any]:
    return {"installation_path": installation_path()}


@require_http_methods(["GET", "HEAD", "POST"])
def switch_on(request: HttpRequest, area: int) -> HttpResponse:
    """Switch on the authority of an area."""
    operator = _operator(request)
    found = Area.objects.filter(pk=area).first()
    if found is None:
        raise Http404
    name = found.name.text(page_language())
    return ask_page(
        request,
        Question(
            _("Switch on %(name)s?") % {"name": name},
            back=installation_path(),
            told=[_("Its front page becomes public. Names and languages come from the carried data.")],
            button=_("Switch on"),
            is_warning=False,
        ),
        lambda: actions.switch_on(actor=operator, area=found, at=clock.now()),
        done=_("%(name)s is on. Invite its administrator next.") % {"name": name},
        base="authorities/base.html",
        **_frame(),
    )


def _authority(which: str) -> Authority:
    found = Authority.objects.filter(slug=which).first()
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def switch_off(request: HttpRequest, which: str) -> HttpResponse:
    """Take an authority's pages off."""
    operator = _operator(request)
    found = _authority(which)
    name = found.name.text(page_language())
    return ask_page(
        request,
        Question(
            _("Switch off %(name)s?") % {"name": name},
            back=installation_path(),
            told=[_("All its pages disappear at once, for its staff too. Everything is kept.")],
            button=_("Switch off"),
        ),
        lambda: actions.switch_off(actor=operator, authority=found, at=clock.now()),
        done=_("%(name)s is off.") % {"name": name},
        base="authorities/base.html",
        **_frame(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def switch_on_again(request: HttpRequest, which: str) -> HttpResponse:
    """Bring an authority's pages back."""
    operator = _operator(request)
    found = _authority(which)
    name = found.name.text(page_language())
    return ask_page(
        request,
        Question(
            _("Switch on %(name)s?") % {"name": name},
            back=installation_path(),
            told=[_("Its pages come back as they were.")],
            button=_("Switch on"),
            is_warning=False,
        ),
        lambda: actions.switch_on_again(actor=operator, authority=found, at=clock.now()),
        done=_("%(name)s is on.") % {"name": name},
        base="authorities/base.html",
        **_frame(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def national(request: HttpRequest) -> HttpResponse:
    """Add a national organisation."""
    operator = _operator(request)
    form = forms.NationalForm(request.POST if request.method == "POST" else None)

    def save() -> Authority:
        data = form.cleaned_data
        return actions.add_national(
            actor=operator, name=Wording(data["name"]), slug=data["slug"], regime=data["regime"], at=clock.now()
        )

    return _form(request, form, save, title=_("Add a national organisation"), button=_("Add"))


@require_http_methods(["GET", "HEAD", "POST"])
def regime(request: HttpRequest, which: str) -> HttpResponse:
    """Say whether the laws on authorities hold for an organisation."""
    operator = _operator(request)
    found = _authority(which)
    initial = {"regime": found.regime, "revision": found.revision}
    form = forms.RegimeForm(request.POST if request.method == "POST" else None, initial=initial)

    def save() -> Authority:
        revision = number_of(form.cleaned_data["revision"], most_digits=9) or 0
        return actions.edit_regime(
            actor=operator, authority=found, regime=form.cleaned_data["regime"], revision=revision, at=clock.now()
        )

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            return {}
        found.refresh_from_db()
        return both_texts(form, saved={"regime": found.regime}, typed=form.cleaned_data, revision=found.revision)

    name = found.name.text(page_language())
    return _form(request, form, save, refused, title=_("Legal regime: %(name)s") % {"name": name}, button=_("Save"))


def _form(
    request: HttpRequest, form: Form, act: Callable[[], Authority], refused: Refused | None = None, **words: str
) -> HttpResponse:
    def save() -> HttpResponse:
        act()
        messages.success(request, _("Saved."))
        return redirect(installation_path())

    context = _frame() | {"back": installation_path()} | words
    return form_page(request, "authorities/installation_form.html", form, save, refused=refused, keeps=True, **context)
