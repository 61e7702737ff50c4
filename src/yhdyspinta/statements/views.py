"""Pages of an organisation's statement, for its representatives and the colleagues whom they invite."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.comments.codes import shown_code
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import actor_of, someone
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.loading import authority_of, moment_of, public_activity
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import YES, Permit
from yhdyspinta.processes.taking_statements import keys_of_statement_methods, statement_method_of
from yhdyspinta.statements import actions, approval, rules
from yhdyspinta.statements.closing import closing_of
from yhdyspinta.statements.forms import ColleagueForm, GiveBackForm, NoteForm, SendForm
from yhdyspinta.statements.models import Statement
from yhdyspinta.statements.shown import rows_of, warned_of, with_answers, with_languages, word_file
from yhdyspinta.ui.forms import Form
from yhdyspinta.ui.mail_addresses import masked_address, same_address
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.marking import spoken
from yhdyspinta.wording.refusals import Refusal

_NAME = 50  # letters of a file's name that tell one thing
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def frame(activity: Activity, title: str, at: datetime, permit: Permit = YES) -> dict[str, Any]:
    """What every page of a statement shows; `permit` tells whether the statement can still be written."""
    process = activity.process
    language = page_language()
    return {
        "process": process,
        "activity": activity,
        "closing": closing_of(activity, at, permit),
        "round_path": f"{process_address(process)}{method_of(activity).path}/{activity.slug}/",
        "breadcrumbs": [
            {"text": spoken(Wording(process.title).for_reader(language), language), "href": process_address(process)},
            {"text": title, "href": ""},
        ],
    }


def load(request: HttpRequest, process: str, activity: str, statement: int) -> Statement:
    """The statement for those who write it; 404 for others."""
    found = public_activity(request, process, keys_of_statement_methods())
    rows = Statement.objects.select_related("organisation", "receipt", "asked_by", "approved_by")
    person = someone(request)
    row = rules.with_standing(person, rows.filter(pk=statement, activity=found)).first()
    standing = rules.standing_in(person, row) if row is not None else rules.Standing()
    if row is None or not (standing.speaks or standing.joined):
        raise Http404
    request.standing = standing  # type: ignore[attr-defined]
    row.activity = found
    return row


def path_of(statement: Statement, name: str = "draft", **parts: Any) -> str:
    """The address of a page of the statement."""
    return activity_address(statement.activity, f"statements:{name}", statement=statement.pk, **parts)


@never_cache
@require_safe
def draft(request: HttpRequest, process: str, activity: str, statement: int) -> HttpResponse:
    """The whole statement: what is said on each section, notes, colleagues, approval."""
    return draft_page(request, load(request, process, activity, statement))


def draft_page(
    request: HttpRequest, found: Statement, *, note: Form | None = None, colleague: Form | None = None,
    give_back: Form | None = None, sending: Form | None = None, refusal: Refusal | None = None,
) -> HttpResponse:  # fmt: skip
    person = someone(request)
    standing: rules.Standing = request.standing  # type: ignore[attr-defined]
    approve, ask = rules.may_approve(person, found, standing), rules.may_ask(person, found, standing)
    permit = rules.may_still_write(person, found, at=moment_of(request))
    rows = with_answers(found, rows_of(found))
    written_in = actions.language_of_words(found, (row.text for row in rows))
    rows = with_languages(rows, written_in)
    context = frame(found.activity, _("An organisation's statement"), moment_of(request), permit) | {
        "statement": found,
        "can_write": found.receipt is None and bool(permit),
        "rows": rows,
        "send_form": sending or SendForm(initial={"language": written_in}),
        "notes": found.notes.select_related("by"),
        "colleagues": [
            {"row": row, "remove": path_of(found, "remove", colleague=row.pk)}
            for row in found.colleagues.order_by("pk")
        ],
        "speaks": standing.speaks,
        "may_approve": bool(approve),
        "why_not": "" if approve else approve.words,
        "is_asked": standing.is_asked,
        "why_not_ask": "" if ask else ask.words,
        "note_form": note or NoteForm(),
        "colleague_form": colleague or ColleagueForm(),
        "back_form": give_back or GiveBackForm(),
        "refusal": refusal,
        "links": {name: path_of(found, name) for name in ("note", "ask", "send", "give_back", "invite", "download")},
        **warned_of(found, rows),
        **_sent(found, standing),
    }
    failed = next((form for form in (note, colleague, give_back, sending) if form is not None and form.failed), None)
    status = refusal.status if refusal else 422 if failed else 200
    return render(request, "statements/draft.html", context | {"page_failed": failed}, status=status)


def _sent(found: Statement, standing: rules.Standing) -> dict[str, Any]:
    """The answers, for all who wrote; the receipt's code and page, for all who speak for the organisation."""
    receipt = found.receipt
    if receipt is None:
        return {}
    method = statement_method_of(found.activity)
    told: dict[str, Any] = {
        "answer_template": method.answer_template,
        "promised_on": found.activity.process.answers_promised_on,
    }
    if not standing.speaks or receipt.revoked_at is not None:
        return told
    return told | {"code": shown_code(receipt), "receipt_path": method.receipt_path(found.activity, receipt)}


@require_POST
def note(request: HttpRequest, process: str, activity: str, statement: int) -> HttpResponse:
    """A word to the others."""
    found = load(request, process, activity, statement)
    form = NoteForm(request.POST)

    def write() -> None:
        text = form.cleaned_data["text"]
        actions.add_note(actor=actor_of(request), statement=found, text=text, at=moment_of(request))

    return with_form(request, found, form, write, name="note", done=_("Your note was added."))


@require_POST
def invite(request: HttpRequest, process: str, activity: str, statement: int) -> HttpResponse:
    """A link by e-mail to a colleague."""
    found = load(request, process, activity, statement)
    form = ColleagueForm(request.POST)

    def write() -> str:
        email = form.cleaned_data["email"]
        row = actions.invite_colleague(actor=actor_of(request), statement=found, email=email, at=moment_of(request))
        return _("This colleague already writes along: no link was sent.") if row.joined_at else ""

    return with_form(request, found, form, write, name="colleague", done=_("The link was sent by e-mail."))


def with_form(
    request: HttpRequest, found: Statement, form: Form, write: Callable[[], str | None], *, name: str, done: str
) -> HttpResponse:
    """Write what the form holds and tell that it is `done`, or what `write` says instead."""
    if form.is_valid():
        try:
            instead = write()
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, instead or done)
            return redirect(path_of(found))
    return draft_page(request, found, **{name: form})  # type: ignore[arg-type]


@require_POST
def ask(request: HttpRequest, process: str, activity: str, statement: int) -> HttpResponse:
    """Ask for approval of the words as they are."""
    found = load(request, process, activity, statement)
    try:
        approval.ask_approval(
            actor=actor_of(request), statement=found, revision=_revision(request), at=moment_of(request)
        )
    except Refusal as refusal:
        return draft_page(request, found, refusal=refusal)
    messages.success(request, _("Approval was asked for. The representatives are told."))
    return redirect(path_of(found))


def _revision(request: HttpRequest) -> int:
    return number_of(request.POST.get("revision"), most_digits=8) or 0


@require_POST
def send(request: HttpRequest, process: str, activity: str, statement: int) -> HttpResponse:
    """Approve and send, once."""
    found = load(request, process, activity, statement)
    form = SendForm(request.POST)
    if not form.is_valid():
        return draft_page(request, found, sending=form)
    try:
        actions.send_statement(
            actor=actor_of(request), statement=found, revision=_revision(request), clock=clock.now,
            language=form.cleaned_data["language"],
        )  # fmt: skip
    except Refusal as refusal:
        return draft_page(request, found, sending=form, refusal=refusal)
    messages.success(request, _("The statement was sent."))
    return redirect(path_of(found))


@never_cache
@require_safe
def download(request: HttpRequest, process: str, activity: str, statement: int) -> HttpResponse:
    """The statement as a Word file."""
    found = load(request, process, activity, statement)
    standing: rules.Standing = request.standing  # type: ignore[attr-defined]
    code = shown_code(found.receipt) if found.receipt is not None and standing.speaks else ""
    rows = rows_of(found)
    rows = with_languages(rows, actions.language_of_words(found, (row.text for row in rows)))
    response = HttpResponse(word_file(found, rows, code=code), content_type=_WORD)
    response.headers["Content-Disposition"] = f'attachment; filename="{_file_name(found)}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _file_name(found: Statement) -> str:
    """Whose statement it is, on what: several of them stand in one folder."""
    whose, what = slugify(found.organisation.name)[:_NAME], found.activity.process.slug[:_NAME]
    return f"{'-'.join(filter(None, ('statement', whose, what.strip('-'))))}.docx"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """The page that the invitation's mail leads to: one button."""
    colleague = actions.read_token(authority_of(request), token)
    if not colleague.statement.activity.process.is_public(clock.now()):
        raise Http404
    person, at = someone(request), clock.now()
    permit = rules.may_still_write(person, colleague.statement, at=at)
    signed_in = isinstance(person, Person) and not person.is_guest
    own_address = (person.email or "") if isinstance(person, Person) and signed_in else ""
    sign_in = f"{reverse('account_login')}?next={request.path}"
    refusal = None
    if request.method == "POST":
        if not signed_in:
            return redirect(sign_in)
        try:
            actions.join_statement(actor=actor_of(request), colleague=colleague, at=at)
        except Refusal as problem:
            if problem.code != "statement_link_of_another":
                raise
            refusal = problem
        else:
            messages.success(request, _("You can now write the statement with the others."))
            return redirect(path_of(colleague.statement))
    context = frame(colleague.statement.activity, _("An invitation to write a statement"), at, permit) | {
        "colleague": colleague,
        "is_open": bool(permit) and colleague.joined_at is None and at < colleague.expires_at,
        "signed_in": signed_in,
        "sign_in": sign_in,
        "is_another": signed_in and not same_address(own_address, colleague.email),
        "asked_address": masked_address(colleague.email),
        "own_address": own_address,
        "sign_out": reverse("account_logout"),
        "refusal": refusal,
        "sign_up": f"{reverse('account_signup')}?next={request.path}",
    }
    return render(request, "statements/join.html", context, status=refusal.status if refusal else 200)
