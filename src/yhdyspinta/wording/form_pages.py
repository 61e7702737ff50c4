"""A page with a form: shown, saved or refused, the same way everywhere."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yhdyspinta.ui.forms import Form
from yhdyspinta.wording import unsent
from yhdyspinta.wording.refusals import Refusal

Save = Callable[[], HttpResponse]
#: What a page shows besides, when an action refused: both texts, when somebody else saved meanwhile.
Refused = Callable[[Refusal], Mapping[str, Any]]


def form_page(
    request: HttpRequest,
    template: str,
    form: Form,
    save: Save,
    *,
    refused: Refused | None = None,
    keeps: bool = False,
    place: str = "",
    **context: Any,
) -> HttpResponse:
    """Show a form or save it; a refusal becomes a message at its field with 422 (409 for two who wrote at once).

    Every typed word stays. A page that `keeps` words keeps them also while they are typed, and when its language is
    changed (`wording.unsent`); its form has the attributes of `ui/_keeping.html`, as `ui/form.html` does. `place`
    tells such a form from others of its address: where the query says what it is about.
    """
    if keeps:
        other = unsent.answer(request, place=place)
        if other is not None:
            return other
        unsent.recall(request, form, place=place)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                saved = save()
            except Refusal as refusal:
                form.refuse(refusal)
                status = 409 if refusal.code == "changed_meanwhile" else 422
                context |= refused(refusal) if refused else {}
            else:
                unsent.forget(request, place)
                return saved
    return render(request, template, {"form": form, **context}, status=status)
