"""Pages of following: ask, confirm, change, stop. Links from mail open a page with one button."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from yhdyspinta.audit import clock
from yhdyspinta.people.limits import Limit, allow
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import someone
from yhdyspinta.processes import follows
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.follow_forms import FollowForm
from yhdyspinta.processes.loading import authority_of, public_process
from yhdyspinta.processes.models import Follow, Process
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

_MAILS_A_DAY = 20


def _account(request: HttpRequest) -> Person | None:
    person = someone(request)
    return person if isinstance(person, Person) and not person.is_guest else None


@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, process: str) -> HttpResponse:
    """Follow a process: signed in at once, otherwise by e-mail after confirming."""
    found = public_process(request, process)
    person = _account(request)
    posted = request.POST if request.method == "POST" else None
    form = FollowForm(posted, asks_email=person is None, asks_often=person is None)
    context: dict[str, Any] = {"process": found, "process_path": process_address(found)}

    def save() -> HttpResponse:
        return _follow(request, found, person, form)

    return form_page(request, "processes/follow.html", form, save, keeps=True, **context)


def _follow(request: HttpRequest, process: Process, person: Person | None, form: FollowForm) -> HttpResponse:
    at = clock.now()
    data = form.cleaned_data
    if person is not None:
        follows.follow_process(actor=person, process=process, what=data["what"], at=at)
        messages.success(request, _("You follow this matter now."))
        return redirect(process_address(process))
    email = data["email"]
    if not allow(Limit(f"follow-mail:{email}", _MAILS_A_DAY, timedelta(days=1))):
        raise Refusal("too_many_tries", field="email")
    language = page_language()
    follows.follow_by_email(
        process=process, email=email, language=language, what=data["what"], digest=data["digest"], at=at
    )
    request.keeps_unsent = ""  # type: ignore[attr-defined]  # the page has no form
    return render(request, "processes/follow_sent.html", {"process_path": process_address(process), "email": email})


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, process: str, token: str) -> HttpResponse:
    """The page that the confirming mail leads to: one button."""
    found = public_process(request, process)
    follow = follows.read_confirmation(found, token)
    if request.method == "POST":
        follows.confirm_follow(follow=follow, what=follows.what_of_confirmation(token), at=clock.now())
        messages.success(request, _("Confirmed: you get messages of this matter now."))
        return redirect(process_address(found))
    context = {"process": found, "process_path": process_address(found), "email": follow.email}
    return render(request, "processes/follow_confirm.html", context)


def _of_link(request: HttpRequest, token: str) -> Follow:
    return follows.follow_of_link(authority_of(request).pk, token.replace("\x00", "")[:64])


@csrf_exempt  # mail programs send the one-click request themselves (RFC 8058); the link itself is the right to it
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Stop following: one button, or the mail program's own request."""
    follow = _of_link(request, token)
    context = {
        "process": follow.process,
        "process_path": process_address(follow.process),
        "is_over": follow.ended_at is not None,
        "preferences_path": address("follows:preferences", authority_of(request), token=follow.nonce),
    }
    if request.method == "POST":
        follows.unfollow(follow=follow, at=clock.now())
        return render(request, "processes/unsubscribed.html", context)
    return render(request, "processes/unsubscribe.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest, token: str) -> HttpResponse:
    """Change what one hears of and how often."""
    follow = _of_link(request, token)
    if follow.ended_at is not None:
        raise Refusal("follow_link_old", status=410)
    posted = request.POST if request.method == "POST" else None
    initial = {"what": follow.what, "digest": follow.digest}
    form = FollowForm(posted, asks_email=False, asks_often=follow.person_id is None, initial=initial)

    def save() -> HttpResponse:
        digest = form.cleaned_data.get("digest", follow.digest)
        follows.change_follow(follow=follow, what=form.cleaned_data["what"], digest=digest, at=clock.now())
        messages.success(request, _("Saved."))
        return redirect(address("follows:preferences", authority_of(request), token=follow.nonce))

    context: dict[str, Any] = {
        "process": follow.process,
        "process_path": process_address(follow.process),
        "unsubscribe_path": address("follows:unsubscribe", authority_of(request), token=follow.nonce),
    }
    return form_page(request, "processes/following.html", form, save, keeps=True, **context)
