"""The registrar's pages: everything received, and its export to the case register."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any, Final

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.values import CHANNELS
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import staff_authority
from yhdyspinta.processes.methods import methods
from yhdyspinta.processes.models import Process
from yhdyspinta.site import register_file, registrar
from yhdyspinta.site.register_actions import note_export
from yhdyspinta.site.register_rows import Received
from yhdyspinta.site.unregistered import what_waits
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.ui import forms
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.ui.tables import Cell, csv_response
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

_LISTED: Final = 500


class NamesForm(forms.Form):
    """Whether the file tells senders, and what for (threats E11)."""

    named = forms.ConfirmField(
        label=_("Tell senders’ names: as shown on the site and as known to the authority"), required=False
    )
    purpose = forms.TextField(
        label=_("Purpose of taking the names"),
        help_text=_("Needed with the names only. The data protection officer sees it."),
        required=False,
        max_length=500,
    )


class ReceivedForm(forms.Form):
    """What the registrar wants to see."""

    since = forms.DateField(label=_("Arrived on or after"), required=False, marks_optional=False)
    until = forms.DateField(label=_("Arrived on or before"), required=False, marks_optional=False)

    def __init__(self, *args: Any, processes: Mapping[str, Process], finds: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.processes = processes
        language = page_language()
        titles = [(key, _title(key, process, language)) for key, process in processes.items()]
        self.fields["process"] = forms.ChoiceField(
            label=_("Process"), choices=[("", _("All")), *titles], required=False, select=True, marks_optional=False
        )
        self.fields["channel"] = forms.ChoiceField(
            label=_("Channel"), choices=[("", _("All")), *CHANNELS.items()], required=False, select=True,
            marks_optional=False,
        )  # fmt: skip
        if finds:
            self.fields["find"] = forms.TextField(
                label=_("Find a process by its name"),
                help_text=_("The list of processes has the newest ones, or those whose name has these words."),
                required=False, max_length=200, marks_optional=False,
            )  # fmt: skip
        self.order_fields(["process", "find", "channel", "since", "until"])

    def choices(self) -> registrar.Choices:
        data = self.cleaned_data
        return registrar.Choices(
            process=self.processes.get(data["process"]),
            since=data["since"],
            until=data["until"],
            channel=data["channel"],
        )


def _form(data: QueryDict, authority: Authority, waiting: Container[int] = ()) -> ReceivedForm:
    """The choices: the authority's own processes, and others' of which something was passed on here.

    The newest of them, or those found by a name; and always what waits to be exported and what has been chosen.
    """
    passed = Transfer.objects.filter(receiver=authority).values("comment__activity__process")
    found = Process.objects.filter(Q(owner=authority) | Q(pk__in=passed)).select_related("owner")
    words = data.get("find", "").strip()
    named = found.annotate(words=Cast("title", TextField())).filter(words__icontains=words) if words else found
    owner, _slash, slug = f"/{data.get('process', '')}".rpartition("/")
    chosen = Q(slug=slug, owner__slug=owner.strip("/") or authority.slug)
    newest = Q(pk__in=named.order_by("-pk").values("pk")[: _LISTED + 1])
    some = found.only("pk", "slug", "title", "owner__slug", "owner__name").filter(newest | chosen | Q(pk__in=waiting))
    listed = list(some.order_by("-pk"))
    processes = {_process_key(authority, process): process for process in listed}
    return ReceivedForm(data, processes=processes, finds=bool(words) or len(listed) > _LISTED)


def _process_key(authority: Authority, process: Process) -> str:
    """How an address names a process: two authorities may have used the same word."""
    return process.slug if process.owner_id == authority.pk else f"{process.owner.slug}/{process.slug}"


def _title(key: str, process: Process, language: str) -> str:
    title = process.title.text(language)
    return f"{title} ({process.owner.name.text(language)})" if "/" in key else title


def _waiting(form: ReceivedForm, waiting: Container[int], here: str) -> list[dict[str, str]]:
    """Processes of which something came after their last export, with the way to choose each."""
    language = page_language()
    return [
        {"title": _title(key, process, language), "url": f"{here}?{urlencode({'process': key})}"}
        for key, process in sorted(form.processes.items(), key=lambda item: item[1].pk)
        if process.pk in waiting
    ]


@require_safe
def received(request: HttpRequest) -> HttpResponse:
    """Everything received in the authority's processes, the newest arrival first."""
    authority = staff_authority(request, "register")
    return _list(request, authority, request.GET)


def _list(request: HttpRequest, authority: Authority, given: QueryDict, names: NamesForm | None = None) -> HttpResponse:
    """The page with what fits the choices; where one is not valid, everything, and the error at its field (422)."""
    waiting, is_own_waiting = what_waits(authority)
    form = _form(given, authority, waiting)
    is_whole, is_refused = form.is_valid(), names is not None
    choices = form.choices() if is_whole else registrar.Choices()
    after = request.GET.get("after", "")
    page = registrar.page(authority, choices, after=after)
    kept = [(name, str(value)) for name, value in given.items() if name in _parts(form) and value]
    here = address("authorities:received", authority)
    context = {
        "desk_path": address("site:desk", authority),
        "form": form,
        "names": names or NamesForm(),
        "page_failed": is_refused,
        "here": here,
        "clear_path": here if kept else "",
        "export_path": address("authorities:received_export", authority),
        "kept": kept,
        "waiting": _waiting(form, waiting, here),
        "is_own_waiting": is_own_waiting,
        "rows": [{"row": row, "path": _path(authority, row)} for row in page.items],
        "first_url": f"{here}?{urlencode(kept)}" if after else "",
        "next_url": f"{here}?{urlencode([*kept, ('after', page.next_token)])}" if page.next_token else "",
    }
    if not is_whole:
        context |= {"first_url": "", "next_url": ""}
    return render(request, "site/received.html", context, status=200 if is_whole and not is_refused else 422)


def _parts(form: ReceivedForm) -> set[str]:
    """The names of the form's inputs: a date has three."""
    days = {f"{name}-{part}" for name in ("since", "until") for part in ("day", "month", "year")}
    return {"process", "find", "channel"} | days


def _path(authority: Authority, row: Received) -> str:
    if not row.is_public:
        return ""
    language = page_language()
    path = methods()[row.method_key].path
    return (
        f"/{authority.slug}/{language}/processes/{row.process_slug}/{path}/{row.activity_slug}/comments/{row.number}/"
    )


@require_POST
def export(request: HttpRequest) -> HttpResponseBase:
    """The same list as a file, the oldest arrival first; a line of the trail tells who took it."""
    authority = staff_authority(request, "register")
    form = _form(request.POST, authority)
    names = NamesForm(request.POST)
    if not form.is_valid() or not names.is_valid():
        return _list(request, authority, request.POST, names)
    choices, named, at = form.choices(), names.cleaned_data["named"], clock.now()
    try:
        note_export(
            actor=actor_of(request), authority=authority, choices=choices, at=at,
            named=named, purpose=names.cleaned_data["purpose"],
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.status != 422:
            raise
        names.refuse(refusal)
        return _list(request, authority, request.POST, names)
    return _file(authority, choices, f"{authority.slug}-{in_helsinki(at):%Y%m%d-%H%M}", named=named)


def _file(authority: Authority, choices: registrar.Choices, name: str, *, named: bool) -> StreamingHttpResponse:
    rows = _rows(authority, choices, page_language(), named=named)
    return csv_response(name, register_file.head(named=named), rows)


def _rows(authority: Authority, choices: registrar.Choices, language: str, *, named: bool) -> Iterator[Sequence[Cell]]:
    """Rows in the reader's language: the file is written after the request's own language has been put away."""
    found = registrar.every(authority, choices)
    while True:
        with translation.override(language):
            row = next(found, None)
            if row is None:
                return
            line = register_file.cells(row, language, named=named)
        yield line
