"""What the staff pages of people share: the ways between them, and a page with one question."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.addresses import address
from yhdyspinta.wording.form_pages import Question, ask_page
from yhdyspinta.wording.refusals import Refusal


def desk_values(authority: Authority) -> dict[str, Any]:
    names = ("people", "blocked", "organisations", "parked")
    return {
        "desk_path": address("site:desk", authority),
        "team": {name: address(f"team:{name}", authority) for name in names},
    }


def asked(request: HttpRequest, question: Question, act: Callable[[], object], *, done: str) -> HttpResponse:
    """Ask, then act; a refusal is told on the page that one came from."""
    try:
        return ask_page(request, question, act, done=done)
    except Refusal as refusal:
        messages.error(request, refusal.words)
        return redirect(question.back)
