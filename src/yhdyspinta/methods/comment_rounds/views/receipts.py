"""A receipt and what can be done with it: see the answer, edit, withdraw, tell of oneself."""

from datetime import timedelta
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.comments.codes import shown_code
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.comments.queries import CommentShown
from yhdyspinta.comments.receipts import is_mailed, tell_background
from yhdyspinta.comments.receivers import is_confirmed
from yhdyspinta.methods.comment_rounds import actions, queries, rules
from yhdyspinta.methods.comment_rounds.forms import BackgroundForm, EditForm, areas_of
from yhdyspinta.methods.comment_rounds.queries.comments import state_words
from yhdyspinta.methods.comment_rounds.queries.paths import path_of
from yhdyspinta.methods.comment_rounds.views.frame import frame, language, load
from yhdyspinta.moderation.models import Decision
from yhdyspinta.moderation.queries import decisions_in_force
from yhdyspinta.moderation.values import REASONS
from yhdyspinta.people.limits import Limit, allow
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import someone
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.text import HIGHEST, number_of
from yhdyspinta.wording import unsent
from yhdyspinta.wording.conflicts import both_texts
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.refusals import Refusal

_OPENED = "receipts"
MOST_EDITS: Final = 30  # of one person in an hour


def remember(request: HttpRequest, receipt: Receipt) -> None:
    """The holder of a code, a link or a sending's own key may open its receipt again in this session."""
    opened = [pk for pk in request.session.get(_OPENED, []) if pk != receipt.pk]
    request.session[_OPENED] = [*opened, receipt.pk][-50:]


def _load(request: HttpRequest, process: str, activity: str, pk: int) -> tuple[Activity, Receipt, Person]:
    """The receipt, for its sender or for who opened it with its code; 404 for others."""
    found = load(request, process, activity)
    receipt = (
        Receipt.objects.filter(activity=found, pk=min(pk, 2**62), revoked_at=None)
        .select_related("sender__person")
        .first()
    )
    if receipt is None or receipt.sender.person is None:
        raise Http404
    receipt.activity = found
    is_own = receipt.sender.person_id == someone(request).pk
    if not is_own and receipt.pk not in request.session.get(_OPENED, []):
        raise Http404
    return found, receipt, receipt.sender.person


@require_safe
def receipt(request: HttpRequest, process: str, activity: str, receipt: int) -> HttpResponse:
    """The code, the time, the date of the answer; each comment with its state and answer."""
    found, kept, person = _load(request, process, activity, receipt)
    at = moment_of(request)
    open_now = bool(rules.may_send(person, found, began_at=None, at=at))
    own = queries.own_comments(found, kept, person, language())
    decided = decisions_in_force(comment.pk for comment, _shown in own if is_kept_off(comment))
    rows = [
        _row(found, kept, comment, shown, open_now=open_now) | {"reasons": _reasons(decided.get(comment.pk, []))}
        for comment, shown in own
    ]
    is_there = any(comment.state != Comment.State.WITHDRAWN for comment, _shown in own)
    context = {
        **frame(request, found, (_("Comment round"), path_of(found, "round")), (_("Receipt"), "")),
        **(_questions(request, found, kept) if is_there and not kept.sender.is_statement else {}),
        "receipt": kept,
        "code": shown_code(kept),
        "rows": rows,
        "is_there": is_there,
        "can_edit": any(row["edit_path"] for row in rows),
        "sender": kept.sender,
        "download_path": path_of(found, "download", receipt=kept.pk),
        "follow_path": process_address(found.process, "follows:follow"),
        "about_path": path_of(found, "about"),
        "own_path": path_of(found, "receipt", receipt=kept.pk),
        "is_mailed": is_mailed(kept),
        "is_confirmed": is_confirmed(kept.sender),
        "is_own": kept.sender.person_id == someone(request).pk,
    }
    return render(request, "comment_rounds/receipt.html", context)


def _questions(request: HttpRequest, activity: Activity, kept: Receipt) -> dict[str, Any]:
    """Home municipality and age, asked until they are told or put off."""
    sender = kept.sender
    initial = {"municipality": str(sender.municipality_id or ""), "age_group": sender.age_group}
    form = BackgroundForm(areas=areas_of(activity.process.owner), initial=initial)
    is_asked = not sender.age_group and sender.municipality_id is None and "later" not in request.GET
    if is_asked:
        unsent.recall(request, form)
    return {
        "background": form,
        "asked": is_asked,
        "background_path": path_of(activity, "background", receipt=kept.pk),
    }


def _reasons(decisions: list[Decision]) -> list[str]:
    """Why moderators keep words off the page, as the sender is told."""
    return [" ".join(part for part in (f"{REASONS.get(one.reason, '')}.", one.words) if part) for one in decisions]


def _row(activity: Activity, kept: Receipt, comment: Comment, shown: CommentShown, *, open_now: bool) -> dict[str, Any]:
    is_there = comment.state in {Comment.State.WAITING, Comment.State.VISIBLE}
    parts = {"receipt": kept.pk, "number": comment.number}
    return {
        "comment": comment,
        "shown": shown,
        "state": state_words(comment),
        "edit_path": path_of(activity, "edit", **parts) if is_there and open_now and comment.handling == "open" else "",
        "why_not_edited": _why_not_edited(comment, shown) if is_there and open_now else "",
        "withdraw_path": path_of(activity, "withdraw", **parts) if comment.state != Comment.State.WITHDRAWN else "",
        "appeal_path": appeal_path(activity, comment) if is_kept_off(comment) else "",
        "is_masked": _is_masked(comment),
        "page_path": path_of(activity, "comment", number=comment.number)
        if comment.state == Comment.State.VISIBLE
        else "",
    }


def _why_not_edited(comment: Comment, shown: CommentShown) -> str:
    """What is said while others still edit theirs: the authority has gone by the words as they are."""
    if comment.handling == Comment.Handling.OPEN:
        return ""
    if shown.answer is not None and shown.answer.transfer is not None:
        return _("Your comment was passed on to another authority as it is, so it can no longer be edited.")
    return _("Your comment has been handled, so it can no longer be edited.")


def is_kept_off(comment: Comment) -> bool:
    """Whether moderators keep the comment, or a passage of it, off the page."""
    return _is_masked(comment) or comment.state == Comment.State.HIDDEN


def _is_masked(comment: Comment) -> bool:
    """Whether the page shows less than the sender wrote."""
    return comment.state == Comment.State.VISIBLE and comment.public_text != comment.text


def appeal_path(activity: Activity, comment: Comment) -> str:
    """Moderation's page for asking that a decision be looked at again."""
    return activity_address(activity, "moderation:appeal", number=comment.number)


@require_safe
def download(request: HttpRequest, process: str, activity: str, receipt: int) -> HttpResponse:
    """The receipt as a text file."""
    found, kept, _person = _load(request, process, activity, receipt)
    comments = list(kept.comments.order_by("number"))
    page = render(
        request,
        "comment_rounds/receipt.txt",
        {"receipt": kept, "code": shown_code(kept), "comments": comments, "process": found.process,
         "title": Wording(found.process.title).text(language()), "authority": found.process.owner},
        content_type="text/plain; charset=utf-8",
    )  # fmt: skip
    page.headers["Content-Disposition"] = f'attachment; filename="receipt-{kept.pk}.txt"'
    return page


@require_POST
def background(request: HttpRequest, process: str, activity: str, receipt: int) -> HttpResponse:
    """Municipality and age group, each free to leave out."""
    found, kept, person = _load(request, process, activity, receipt)
    page = path_of(found, "receipt", receipt=kept.pk)
    other = unsent.answer(request, page=page)
    if other is not None:
        return other
    areas = areas_of(found.process.owner)
    form = BackgroundForm(request.POST, areas=areas)
    if form.is_valid():
        unsent.forget(request, page)
        chosen = next((area for area in areas if str(area.pk) == form.cleaned_data["municipality"]), None)
        tell_background(
            actor=person, receipt=kept, municipality=chosen, age_group=form.cleaned_data["age_group"],
            at=moment_of(request),
        )  # fmt: skip
        messages.success(request, _("Thank you. Your answers were saved."))
    else:
        messages.error(request, _("Choose from the lists."))
    return HttpResponseRedirect(page, status=303)


def _own(kept: Receipt, activity: Activity, number: int) -> Comment:
    comment = kept.comments.filter(number=min(number, HIGHEST)).select_related("sender").first()
    if comment is None:
        raise Http404
    comment.activity = activity
    return comment


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, process: str, activity: str, receipt: int, number: int) -> HttpResponse:
    """Change one's own words; the earlier ones stay in the history."""
    found, kept, person = _load(request, process, activity, receipt)
    comment = _own(kept, found, number)
    form = EditForm(
        request.POST if request.method == "POST" else None,
        initial={"text": comment.text, "revision": str(comment.revision)},
    )
    back_path = path_of(found, "receipt", receipt=kept.pk)

    def save() -> HttpResponse:
        given = form.cleaned_data
        if not allow(Limit(f"edit:{person.pk}", MOST_EDITS, timedelta(hours=1))):
            raise Refusal("too_many_edits")
        actions.edit(
            actor=person, comment=comment, text=given["text"], revision=number_of(given["revision"]) or 0,
            clock=clock.now,
        )  # fmt: skip
        messages.success(request, _("Your comment was changed."))
        return HttpResponseRedirect(back_path, status=303)

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            return {}
        now = _own(kept, found, number)
        return both_texts(form, saved={"text": now.text}, typed=form.cleaned_data, revision=now.revision)

    context = {
        **frame(request, found, (_("Receipt"), back_path), (_("Edit"), "")),
        "comment": comment,
        "back_path": back_path,
    }
    return form_page(request, "comment_rounds/edit.html", form, save, refused=refused, keeps=True, **context)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, process: str, activity: str, receipt: int, number: int) -> HttpResponse:
    """Ask first, then take the comment off the page."""
    found, kept, person = _load(request, process, activity, receipt)
    comment = _own(kept, found, number)
    if request.method == "POST":
        actions.withdraw(actor=person, comment=comment, at=moment_of(request))
        messages.success(request, _("Your comment was withdrawn."))
        return HttpResponseRedirect(path_of(found, "receipt", receipt=kept.pk), status=303)
    context = {
        **frame(request, found, (_("Receipt"), path_of(found, "receipt", receipt=kept.pk)), (_("Withdraw"), "")),
        "comment": comment,
        "back_path": path_of(found, "receipt", receipt=kept.pk),
    }
    return render(request, "comment_rounds/withdraw.html", context)
