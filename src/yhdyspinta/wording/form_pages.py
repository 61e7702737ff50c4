"""A page with a form: shown, saved or refused; a page that asks before a deed. The same way everywhere."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from yhdyspinta.ui.forms import Form
from yhdyspinta.wording import changed_languages, unsent
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

#: For the view of such a page.
READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])

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
                if told := changed_languages.left_behind(form):
                    messages.warning(request, told)
                return saved
    return render(request, template, {"form": form, **context}, status=status)


@dataclass(frozen=True)
class Question:
    """What is asked before something is removed, undone or switched: what will happen, one button, a way back."""

    title: str
    back: str
    #: Without a button nothing can be done here: the page only tells why, and leads back.
    button: str = ""
    #: What it happens to, by its own names.
    about: Sequence[Wording] = ()
    #: The same of what has one name only, as its writer gave it.
    called: Sequence[str] = ()
    #: What goes along with it.
    listed: Sequence[Wording] = ()
    #: What will happen, a paragraph each.
    told: Sequence[str] = ()
    #: A template that shows what goes.
    shown: str = ""
    is_warning: bool = True
    #: "Cancel", if nothing else is said.
    cancel: str = ""
    #: What the page is called that the way back leads to, where the row of links above does not end with it.
    crumb: str = ""
    #: What the button sends besides.
    posted: Sequence[tuple[str, str]] = ()


def ask_page(
    request: HttpRequest,
    question: Question,
    act: Callable[[], object],
    *,
    done: str = "",
    then: str = "",
    sure: bool | None = None,
    base: str = "ui/page.html",
    **context: Any,
) -> HttpResponse:
    """Ask; or act, say that it is done and go `then`, or back. An act that tells it itself has nothing in `done`.

    `base` is the template that draws the page around the question. A question that is reached with a button, not a
    link, says with `sure` whether it was asked already.
    """
    if request.method != "POST" or sure is False:
        return render(request, "ui/ask.html", {**context, "question": question, "base": base})
    act()
    if done:
        messages.success(request, done)
    return redirect(then or question.back)
