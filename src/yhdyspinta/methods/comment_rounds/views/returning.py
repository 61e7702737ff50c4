"""Come back to a receipt: with its code, with the link of a mail, or with a code sent again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yhdyspinta.audit import clock
from yhdyspinta.comments.codes import receipt_by_code, receipt_by_token, shows_address, within
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
from yhdyspinta.people.limits import allow
from yhdyspinta.people.visitors import someone
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.follows import waiting_follow
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
    network = f"receipt-code-network:{client_address(request)}"
    if not allow(f"receipt-code:{slug}:{key}", times=_CODE_TRIES, within=AGAIN_WITHIN) or not allow(
        network, times=_NETWORK_TRIES, within=AGAIN_WITHIN
    ):
        raise Refusal("too_many_tries", status=429)
    return True


def _open(request: HttpRequest, receipt: Receipt) -> HttpResponse:
    remember(request, receipt)
    return HttpResponseRedirect(path_of(receipt.activity, "receipt", receipt=receipt.pk), status=303)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The link of a mail opens a page with one button; the button opens the receipt."""
    owner = authority_of(request)
    receipt = receipt_by_token(owner, token)
    if receipt is None:
        raise Refusal("receipt_not_found", status=404)
    is_mailed = shows_address(receipt, token)
    will_confirm = is_mailed and not is_confirmed(receipt.sender)
    news = waiting_follow(receipt.activity.process, receipt.sender.email) if is_mailed else None
    form = ConfirmForm(request.POST if request.method == "POST" else None, initial=ConfirmForm.initial_of())
    if not will_confirm:
        del form.fields["answers"]
    if request.method == "POST" and form.is_valid():
        _confirm(request, receipt, form, will_confirm=will_confirm, news=news)
        return _open(request, receipt)
    context = {
        "breadcrumbs": _crumbs(request, _("Your receipts")),
        "will_confirm": will_confirm,
        "form": form if news else None,
        "receipt": receipt,
        "process": receipt.activity.process,
    }
    return render(request, "comment_rounds/link.html", context)


def _confirm(
    request: HttpRequest, receipt: Receipt, form: ConfirmForm, *, will_confirm: bool, news: Follow | None
) -> None:
    """Do what the button says, and say what was done."""
    answers = will_confirm and form.takes("answers")
    kept = news if news is not None and form.takes("news") else None
    actions.confirm_from_letter(receipt=receipt, answers=answers, news=kept, at=clock.now())
    if answers:
        messages.success(request, _("Your e-mail address was confirmed. Answers to your comments are sent there."))
    if kept is not None:
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
            if allow(f"receipt-again:{owner.slug}:{email}", times=AGAIN_TIMES, within=AGAIN_WITHIN):
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
