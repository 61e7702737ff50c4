"""The accessibility statement with its feedback, and the staff page where feedback is answered."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import AccessibilityFeedback, Authority
from yhdyspinta.authorities.names import genitive
from yhdyspinta.people.limits import Limit, allow
from yhdyspinta.people.visitors import actor_of, someone
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import authority_of, staff_authority
from yhdyspinta.processes.permissions import may_staff
from yhdyspinta.site import asking
from yhdyspinta.site.accessibility_actions import answer_feedback, extend_feedback, send_feedback
from yhdyspinta.site.forms import AnswerFeedbackForm, FeedbackForm
from yhdyspinta.ui.paging import keyset
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

_RECEIPT = "feedback_receipt"
_MOST_MAILS = 3


@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: HttpRequest) -> HttpResponse:
    """What is accessible and what is not, and the form for telling us."""
    authority = authority_of(request)
    form = FeedbackForm(request.POST or None)
    context: dict[str, Any] = {
        "authority": authority,
        "name_of": genitive(authority, page_language()),
        "receipt": _receipt(request, authority),
        "breadcrumbs": [],
    }
    return form_page(request, "site/accessibility.html", form, lambda: _receive(request, authority, form), **context)


def _receive(request: HttpRequest, authority: Authority, form: FeedbackForm) -> HttpResponse:
    given = form.cleaned_data
    sender = request.session.session_key or request.META.get("REMOTE_ADDR", "")
    if not given["website"]:
        if not allow(Limit(f"accessibility:{authority.pk}:{given['email'] or sender}", 20, timedelta(hours=1))):
            raise Refusal("too_often", status=429)
        feedback = send_feedback(
            actor=someone(request), authority=authority, key=given["key"], text=given["text"],
            page_address=given["page_address"], email=given["email"], language=page_language(), at=clock.now(),
            is_told=_may_write_to(given["email"]),
        )  # fmt: skip
        request.session[_RECEIPT] = feedback.pk
    return redirect(f"{address('site:accessibility', authority)}#receipt")


def _may_write_to(email: str) -> bool:
    """Anybody can leave anybody's address: one address gets a few letters a day, from all authorities together."""
    return bool(email) and allow(Limit(f"feedback-mail:{email}", _MOST_MAILS, timedelta(days=1)))


def _receipt(request: HttpRequest, authority: Authority) -> AccessibilityFeedback | None:
    key = request.session.get(_RECEIPT)
    return AccessibilityFeedback.objects.filter(authority=authority, pk=key).first() if key else None


@require_http_methods(["GET", "HEAD"])
def feedback_list(request: HttpRequest) -> HttpResponse:
    """What has come in, newest first, with what is due."""
    authority = staff_authority(request, "see_desk")
    rows = AccessibilityFeedback.objects.filter(authority=authority)
    page = keyset(rows, order=("-number",), after=asking.page_token(request))
    context = {
        "rows": [{"row": row, "path": _path(authority, row)} for row in page.items],
        "pager": asking.pager_urls(request, page, {}),
        "desk_path": address("site:desk", authority),
        "at": clock.now(),
    }
    return render(request, "site/feedback_list.html", context)


def _path(authority: Authority, feedback: AccessibilityFeedback) -> str:
    return address("site:feedback", authority, number=feedback.number)


def _one(request: HttpRequest, number: int, ability: str) -> AccessibilityFeedback:
    authority = staff_authority(request, ability)
    found = AccessibilityFeedback.objects.filter(authority=authority, number=number).first()
    if found is None:
        raise Http404
    found.authority = authority
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest, number: int) -> HttpResponse:
    """One message and its answer."""
    found = _one(request, number, "administer" if request.method == "POST" else "see_desk")
    form = AnswerFeedbackForm(request.POST or None)

    def save() -> HttpResponse:
        answer_feedback(actor=actor_of(request), feedback=found, answer=form.cleaned_data["answer"], at=clock.now())
        messages.success(request, _("The answer was saved, and sent where an address was given."))
        return redirect(address("site:feedback_list", found.authority))

    context: dict[str, Any] = {
        "feedback": found,
        "may_answer": bool(may_staff(actor_of(request), "administer", found.authority)),
        "list_path": address("site:feedback_list", found.authority),
        "extend_path": address("site:extend_feedback", found.authority, number=number),
    }
    return form_page(request, "site/feedback.html", form, save, keeps=True, **context)


@require_POST
def extend(request: HttpRequest, number: int) -> HttpResponse:
    """Two more weeks, told to the sender."""
    found = _one(request, number, "administer")
    extend_feedback(actor=actor_of(request), feedback=found, at=clock.now())
    messages.success(request, _("Two more weeks were taken."))
    return redirect(_path(found.authority, found))
