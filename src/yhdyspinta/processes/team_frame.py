"""What the staff pages of people share: the ways between them, and a page with one question."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.addresses import address
from yhdyspinta.wording.refusals import Refusal


def desk_values(authority: Authority) -> dict[str, Any]:
    names = ("people", "blocked", "organisations", "parked")
    return {
        "desk_path": address("site:desk", authority),
        "team": {name: address(f"team:{name}", authority) for name in names},
    }


def confirmed(request: HttpRequest, act: Callable[[], object], *, done: str, back: str, **words: Any) -> HttpResponse:
    """A page with one question and one button; the button does it."""
    if request.method == "POST":
        try:
            act()
        except Refusal as refusal:
            messages.error(request, refusal.words)
        else:
            messages.success(request, done)
        return redirect(back)
    return render(request, "processes/team/confirm.html", {"back": back, **words})
