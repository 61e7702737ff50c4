"""Come back to a receipt: with its code, with the link of a mail, or with a code sent again."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yhdyspinta.audit import clock
from yhdyspinta.comments.codes import follow_named, receipt_by_code, receipt_by_token, shows_address, within
from yhdyspinta.comments.models import Receipt
from yhdyspinta.comments.receipts import AGAIN_TIMES, AGAIN_WITHIN, send_codes_again
from yhdyspinta.comments.receivers import is_confirmed
from yhdyspinta.methods.comment_rounds import actions
from yhdyspinta.methods.comment_rounds.forms import CodeForm, ConfirmForm, LostForm
from yhdyspinta.methods.comment_rounds.notices import AGAIN
from yhdyspinta.methods.comment_rounds.queries.paths import path_of
from yhdyspinta.methods.comment_rounds.views.frame import language, ways_of
from yhdyspinta.methods.comment_rounds.views.receipts import remember
from yhdyspinta.people.accounts import client_address
from yhdyspinta.people.limits import Limit, allow
from yhdyspinta.people.networks import line_of
from yhdyspinta.people.visitors import someone
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.follows import is_followed, waiting_follow
from yhdyspinta.processes.loading import authority_of
from yhdyspinta.processes.models import Follow
from yhdyspinta.wording import unsent
from yhdyspinta.wording.refusals import Refusal

_CODE_TRIES = 30
_NETWORK_TRIES = 300


def _crumbs(request: HttpRequest, text: str) -> list[dict[str, str]]:
    owner = authority_of(request)
    return [{"text": _("Take part"), "href": address("site:processes", owner)}, {"text": text, "href": ""}]


@require_http_methods(["GET", "HEAD", "POST"])
def my(request: HttpRequest) -> HttpResponse:
    """Type a code; or see the receipts of this browser's own sender."""
    owner = authority_of(request)
    form = CodeForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            receipt = receipt_by_code(owner, form.cleaned_data["code"]) if _may_try(request, owner.slug) else None
            if receipt is not None:
                return _open(request, receipt)
            form.refuse(Refusal("receipt_not_found", field="code"))
    person = someone(request)
    rows = Receipt.objects.filter(within(owner), sender__person=person.pk, revoked_at=None)
    own = list(rows.select_related("activity__process__owner").order_by("-pk")[:20]) if person.pk is not None else []
    context = {
        "form": form,
        "own": [{"receipt": row, "path": path_of(row.activity, "receipt", receipt=row.pk)} for row in own],
        "lost_path": address("comment_rounds:lost", owner),
        "breadcrumbs": _crumbs(request, _("Your receipts")),
        "ways": ways_of(owner),
    }
    return render(request, "comment_rounds/my.html", context, status=status)


def _may_try(request: HttpRequest, slug: str) -> bool:
    """Tries are limited: 30 an hour of one device, and 300 of one network address, where a whole hall may be."""
    person = someone(request)
    key = person.pk or request.META.get("CSRF_COOKIE", "")
    network = f"receipt-code-network:{line_of(client_address(request))}"
    own = Limit(f"receipt-code:{slug}:{key}", _CODE_TRIES, AGAIN_WITHIN)
    if not allow(own, Limit(network, _NETWORK_TRIES, AGAIN_WITHIN)):
        raise Refusal("too_many_tries", status=429)
    return True


def _open(request: HttpRequest, receipt: Receipt) -> HttpResponse:
    remember(request, receipt)
    return HttpResponseRedirect(path_of(receipt.activity, "receipt", receipt=receipt.pk), status=303)


@dataclass(frozen=True)
class _Waiting:
    """What the letter of a link asked to confirm, as it is now."""

    answers: bool
    news: Follow | None
    is_late: bool  # the letter asked to confirm news, and that can no longer be done with it

    @property
    def names(self) -> list[str]:
        return [name for name, waits in (("answers", self.answers), ("news", self.news)) if waits]


def _waiting(receipt: Receipt, token: str, at: datetime) -> _Waiting:
    """Only what this letter told of, and only while the sender's address is the one that it went to."""
    if not shows_address(receipt, token):
        return _Waiting(answers=False, news=None, is_late=False)
    process, named = receipt.activity.process, follow_named(token)
    news = waiting_follow(process, named, asked_at=receipt.at, at=at)
    is_late = bool(named) and news is None and not is_followed(process, named)
    return _Waiting(answers=not is_confirmed(receipt.sender), news=news, is_late=is_late)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The link of a mail opens a page with one button; the button opens the receipt and confirms what is ticked."""
    owner, at = authority_of(request), clock.now()
    receipt = receipt_by_token(owner, token)
    if receipt is None:
        raise Refusal("receipt_not_found", status=404)
    waiting, status, process = _waiting(receipt, token, at), 200, receipt.activity.process
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        status = 422
        if form.is_valid():
            if not (waiting.is_late and form.takes("news")):
                _confirm(request, receipt, form, waiting, at)
                return _open(request, receipt)
            status = 410
    form.show_only(*waiting.names)
    context = {
        "breadcrumbs": _crumbs(request, _("Your receipts")),
        "waiting": waiting,
        "form": form,
        "process": process,
        "follow_path": process_address(process, "follows:follow") if process.is_public(at) else "",
    }
    return render(request, "comment_rounds/link.html", context, status=status)


def _confirm(request: HttpRequest, receipt: Receipt, form: ConfirmForm, waiting: _Waiting, at: datetime) -> None:
    """Do what the button says, and say what was done."""
    answers = waiting.answers and form.takes("answers")
    news = waiting.news if form.takes("news") else None
    actions.confirm_from_letter(receipt=receipt, answers=answers, news=news, at=at)
    if answers:
        messages.success(
            request, _("Your e-mail address was confirmed. We tell you there when your comments are answered.")
        )
    if news is not None:
        messages.success(request, _("Confirmed: we tell you by e-mail what is decided in this matter."))


@require_http_methods(["GET", "HEAD", "POST"])
def lost(request: HttpRequest) -> HttpResponse:
    """Send the codes again to the address given with the comments; the page says the same whether there are any."""
    owner = authority_of(request)
    form = LostForm(request.POST if request.method == "POST" else None)
    other = unsent.answer(request)
    if other is not None:
        return other
    unsent.recall(request, form)
    sent, status = False, 200
    if request.method == "POST":
        if form.is_valid():
            unsent.forget(request)
            request.keeps_unsent = ""  # type: ignore[attr-defined]  # the page has no form now
            email = form.cleaned_data["email"]
            if allow(Limit(f"receipt-again:{owner.slug}:{email}", AGAIN_TIMES, AGAIN_WITHIN)):
                send_codes_again(authority=owner, email=email, language=language(), kind=AGAIN, at=clock.now())
            sent = True
        else:
            status = 422
    context = {
        "form": form,
        "sent": sent,
        "my_path": address("comment_rounds:my", owner),
        "breadcrumbs": _crumbs(request, _("A lost code")),
        "ways": ways_of(owner),
    }
    return render(request, "comment_rounds/lost.html", context, status=status)
