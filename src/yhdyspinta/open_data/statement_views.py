"""Rounds from and to the national statement service."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.intake.importing.atom import LARGEST
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.open_data.about_views import public_rounds
from yhdyspinta.open_data.actions import bring_in_requests, note_received_list
from yhdyspinta.open_data.api import limits
from yhdyspinta.open_data.statements import reading, writing
from yhdyspinta.open_data.statements import received as receiving
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.processes.loading import authority_of, staff_authority, staff_process
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.taking_comments import keys_of_comment_methods
from yhdyspinta.ui import forms
from yhdyspinta.ui.paging import keyset
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, page_language
from yhdyspinta.wording.refusals import Refusal

_SIZE = 20
_WORTH = 20  # requests to the API
_SHOWN = 500  # mistakes on the page: the others are counted, and told once these are mended


class RequestsForm(forms.Form):
    """A list saved from the service, and the language that it is in."""

    def __init__(self, *args: Any, languages: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = forms.FileField(
            label=gettext_lazy("List of requests (XML)"),
            help_text=gettext_lazy("As the service gives it: an Atom list of Proposals. At most 5 MB."),
            suffixes=[".xml", ".atom"],
            most_bytes=LARGEST,
        )
        self.fields["language"] = forms.ChoiceField(
            label=gettext_lazy("Language of requests that do not say"),
            choices=[(tag, CONTENT_LANGUAGES[tag]) for tag in languages],
        )


@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: HttpRequest) -> HttpResponse:
    """Requests become drafts of comment rounds: all of them, or none and a list of what is wrong."""
    authority = staff_authority(request, "create_process")
    form = RequestsForm(
        request.POST or None,
        request.FILES or None,
        languages=authority.languages,
        initial={"language": page_language() if page_language() in authority.languages else authority.languages[0]},
    )
    problems: list[reading.Problem] = []

    def save() -> HttpResponse:
        found, wrong = reading.read(form.cleaned_data["file"].read())
        problems.extend(wrong)
        if wrong:
            raise Refusal("statements_wrong", status=422, field="file")
        brought = bring_in_requests(
            actor=actor_of(request), authority=authority, requests=found, language=form.cleaned_data["language"],
            at=clock.now(),
        )  # fmt: skip
        count = len(brought.processes)
        words = [ngettext("%(count)s draft was made.", "%(count)s drafts were made.", count) % {"count": count}]
        if brought.known:
            words.append(
                ngettext("%(count)s was here already.", "%(count)s were here already.", brought.known)
                % {"count": brought.known}
            )
        messages.success(request, " ".join(words))
        return redirect(address("site:desk_processes", authority))

    desk = address("site:desk_processes", authority)
    told = lambda _refusal: {"problems": problems[:_SHOWN], "more": max(len(problems) - _SHOWN, 0)}  # noqa: E731
    return form_page(request, "open_data/bring_in.html", form, save, refused=told, desk_path=desk)


@require_safe
def feed(request: HttpRequest) -> HttpResponseBase:
    """The public rounds as the service writes its requests, twenty at a time."""
    limits.require_few(request, worth=_WORTH)
    authority = authority_of(request)
    page = keyset(public_rounds(authority), order=("-pk",), after=request.GET.get("after", ""), size=_SIZE)
    here = absolute(address("open_data:statement_feed", authority))
    following = f"{here}?{urlencode({'after': page.next_token})}" if page.next_token else ""
    body = writing.feed(authority, page.items, here=here, following=following, at=clock.now())
    response = _as_atom(HttpResponse(body))
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@require_POST
def received(request: HttpRequest, process: str, activity: str) -> HttpResponseBase:
    """What a round has received, as the service writes it: for staff; a line of the trail tells who took it."""
    owner = staff_process(request, process, "see_desk")
    rounds = Activity.objects.filter(process=owner, slug=activity, method_key__in=keys_of_comment_methods())
    found = get_object_or_404(rounds.prefetch_related("stages"))
    found.process = owner
    at = clock.now()
    note_received_list(actor=actor_of(request), activity=found, at=at)
    here = absolute(activity_address(found, "open_data:received_statements"))
    response = _as_atom(StreamingHttpResponse(receiving.written(found, here=here, at=at)))
    response.headers["Content-Disposition"] = f'attachment; filename="{found.process.slug}-{found.slug}.xml"'
    response.headers["Cache-Control"] = "no-store, private"
    return response


def _as_atom(response: HttpResponseBase) -> HttpResponseBase:
    response.headers["Content-Type"] = "application/atom+xml; charset=utf-8"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
