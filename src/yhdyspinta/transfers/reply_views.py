"""One passed-on comment at its receiver: a draft of the answer, its approval, and the way back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from yhdyspinta.answers.drafts import next_step
from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.publishing_views import ReturnForm
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.history import shared_history
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import moment_of, staff_authority
from yhdyspinta.transfers.actions import answering
from yhdyspinta.transfers.actions.giving_back import give_back as give_comment_back
from yhdyspinta.transfers.forms import GiveBackForm, ReplyForm
from yhdyspinta.transfers.loading import answered_with, card_of, received_transfer
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.received_views import ABILITY
from yhdyspinta.transfers.rows import state_words
from yhdyspinta.transfers.telling import sender_told, senders_are_told, senders_were_told, who_is_told
from yhdyspinta.transfers.together_views import together_context
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.conflicts import both_texts, go_on_from
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, html_lang
from yhdyspinta.wording.refusals import Refusal

_FORMER = 20
_PAGE = "transfers/received.html"


@require_http_methods(["GET", "HEAD", "POST"])
def received(request: HttpRequest, transfer: int) -> HttpResponse:
    """Read the comment and write its answer; approve what a colleague wrote, or give it back to be mended."""
    authority = staff_authority(request, ABILITY)
    found = received_transfer(authority, transfer)
    if request.method == "POST" and request.POST.get("do") in {"approve", "return", "drop"}:
        return _decided(request, authority, found)
    form = _reply_form(request, authority, found)

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            found.refresh_from_db(fields=["revision"])
            go_on_from(form, found.revision)
            return {}
        told = refusal.values
        typed = form.cleaned_data["answer"]
        return both_texts(form, saved={"answer": told["saved"]}, typed={"answer": typed}, revision=told["revision"])

    save = lambda: _save(request, authority, found, form)  # noqa: E731
    return form_page(request, _PAGE, form, save, refused=refused, keeps=True, **_context(request, authority, found))


def _save(request: HttpRequest, authority: Authority, found: Transfer, form: ReplyForm) -> HttpResponse:
    """Keep the draft, and take the next step where that was asked for: a colleague, or one more look of one's own."""
    common: dict[str, Any] = {"actor": actor_of(request), "at": moment_of(request)}
    revision = number_of(form.cleaned_data.get("revision")) or 0
    words = Wording(form.cleaned_data["answer"])
    saved, seen = answering.save_reply(**common, transfer=found, answer=words, revision=revision)
    if request.POST.get("do") == "publish" and not authority.answers_need_approval:
        answering.require_publishable(saved, authority, revision=seen)
        return redirect(f"{_path(authority, saved)}?look=1")
    if request.POST.get("do") != "publish":
        told = (
            _("The correction was saved. The answer stands meanwhile.")
            if saved.is_corrected
            else _("The draft was saved.")
        )
    else:
        answering.ask_approval(**common, transfer=saved, revision=seen)
        told = _("The answer waits for a colleague’s approval.")
    messages.success(request, told)
    return redirect(_path(authority, saved))


def _decided(request: HttpRequest, authority: Authority, found: Transfer) -> HttpResponse:
    """What a colleague wrote is published or given back; or a correction is thrown away."""
    returning = request.POST["do"] == "return"
    return_form = ReturnForm(request.POST if returning else None)
    refusal = None
    if not returning or return_form.is_valid():
        try:
            return _step(request, authority, found, return_form)
        except Refusal as refused:
            refusal = refused
            if returning:
                return_form.refuse(refused)
    context = _context(request, authority, received_transfer(authority, found.pk), return_form=return_form)
    form = _reply_form(request, authority, context["transfer"], sent=False)
    more = {"form": form, "refusal": None if returning else refusal, "page_failed": True}
    return render(request, _PAGE, context | more, status=refusal.status if refusal else 422)


def _step(request: HttpRequest, authority: Authority, found: Transfer, form: ReturnForm) -> HttpResponse:
    common: dict[str, Any] = {"actor": actor_of(request), "transfer": found, "at": moment_of(request)}
    if request.POST["do"] == "return":
        answering.return_reply(**common, words=form.cleaned_data["words"])
        messages.success(request, _("The answer was given back to its writer."))
    elif request.POST["do"] == "drop":
        answering.drop_correction(**common)
        messages.success(request, _("The correction was removed. The answer stands as it is published."))
    else:
        found = answering.publish_reply(**common, revision=number_of(request.POST.get("revision")) or 0)
        messages.success(request, _published(found))
    return redirect(_path(authority, found))


def _published(found: Transfer) -> str:
    shown = [one.comment for one in (found, *answered_with(found)) if one.comment.state == Comment.State.VISIBLE]
    if len(shown) > 1:
        told = senders_were_told(shown)
        return _("The answer was published for %(count)s comments.") % {"count": len(shown)} + f" {told}"
    return _("The answer was published.") + " " + sender_told(shown[0] if shown else found.comment)


def _reply_form(request: HttpRequest, authority: Authority, found: Transfer, *, sent: bool = True) -> ReplyForm:
    data = request.POST if request.method == "POST" and sent else None
    initial = {"answer": found.draft, "revision": str(found.revision)}
    return ReplyForm(data, languages=Languages.of(authority), initial=initial)


def _context(
    request: HttpRequest, authority: Authority, found: Transfer,
    *, back_form: GiveBackForm | None = None, return_form: ReturnForm | None = None,
) -> dict[str, Any]:  # fmt: skip
    others = answered_with(found)
    shown = [one.comment for one in (found, *others) if one.comment.state == Comment.State.VISIBLE]
    may_answer = bool(shown) and found.state in {Transfer.State.WAITING, Transfer.State.ANSWERED}
    may_answer = may_answer and found.joined_to_id is None
    lacking = answering.missing_languages(authority, found.draft) if found.draft else []
    step = _step_of(request, authority, found, lacking) if may_answer else ""
    return {
        **together_context(authority, found, others),
        "transfer": found,
        "card": card_of(found.comment),
        "state": state_words(found),
        "who_is_told": senders_are_told(shown) if others else who_is_told(found.comment),
        "may_answer": may_answer,
        "may_give_back": found.state == Transfer.State.WAITING and step != "look",
        "step": step,
        "texts": _texts(found.draft) if found.ready_at or step == "look" else [],
        "lacking": [CONTENT_LANGUAGES[tag] for tag in lacking],
        "back_form": back_form or GiveBackForm(auto_id="back-%s"),
        "return_form": return_form or ReturnForm(),
        "back_path": address("transfers:give_back", authority, transfer=found.pk),
        "answer_path": _path(authority, found),
        "list_path": address("transfers:list", authority),
        "desk_path": address("site:desk", authority),
        "events": shared_history(found.comment, authority),
        "former": list(found.former.all()[:_FORMER]),
    }


def _step_of(request: HttpRequest, authority: Authority, found: Transfer, lacking: list[str]) -> str:
    """The next step; whoever may publish looks once more at words that are whole."""
    step = next_step(found, authority, actor_of(request))
    is_whole = bool(found.draft) and not lacking and (found.state != Transfer.State.ANSWERED or found.is_corrected)
    return "look" if step == "publish" and is_whole and "look" in request.GET else step


def _texts(words: Wording) -> list[dict[str, str]]:
    """The words in each language that they have."""
    return [
        {"lang": html_lang(tag), "name": CONTENT_LANGUAGES[tag], "body": text} for tag, text in words.items() if text
    ]


def _path(authority: Authority, found: Transfer) -> str:
    return address("transfers:received", authority, transfer=found.pk)


@require_POST
def give_back(request: HttpRequest, transfer: int) -> HttpResponse:
    """The comment does not belong here: back to who passed it on, with the reason."""
    authority = staff_authority(request, ABILITY)
    found = received_transfer(authority, transfer)
    back_form = GiveBackForm(request.POST, auto_id="back-%s")
    if back_form.is_valid():
        try:
            give_comment_back(
                actor=actor_of(request), transfer=found, reason=back_form.cleaned_data["reason"],
                at=moment_of(request),
            )  # fmt: skip
        except Refusal as refusal:
            if refusal.status not in (409, 422):
                raise
            back_form.refuse(refusal)
        else:
            messages.success(
                request, _("The comment was given back.") + " " + sender_told(found.comment, is_listed=False)
            )
            return redirect(address("transfers:list", authority))
    form = _reply_form(request, authority, found, sent=False)
    return render(request, _PAGE, _context(request, authority, found, back_form=back_form) | {"form": form}, status=422)
