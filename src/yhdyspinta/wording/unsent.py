"""Words typed into a form and not saved yet: kept in the session of one browser until they are saved.

They are kept while somebody types (with scripts), and when they change the language of the page (without, too). The
same form in any language begins from them. Nobody else sees them.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from yhdyspinta.ui.forms import Form
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES

MOST_FORMS: Final = 5
MOST_CHARACTERS: Final = 1_500_000
_KEPT: Final = "unsent"
_NOT_WORDS: Final = frozenset({"csrfmiddlewaretoken", "switch_to", "unsent"})


def answer(request: HttpRequest) -> HttpResponse | None:
    """The answer when a form was sent for something else than saving: to keep it, to throw it away, to change language.

    The request has passed the page's own rule.
    """
    if request.method != "POST":
        return None
    at = timezone.now()  # only told to the one who typed
    language = request.POST.get("switch_to", "")
    if language in INTERFACE_LANGUAGES:
        _keep(request, at)
        return HttpResponseRedirect(_in_language(request.get_full_path(), language), status=303)
    if request.POST.get("unsent") == "keep":
        _keep(request, at)
        return render(request, "ui/_kept.html", {"at": at})
    if request.POST.get("unsent") == "forget":
        forget(request)
        return HttpResponseRedirect(request.get_full_path(), status=303)
    return None


def recall(request: HttpRequest, form: Form) -> None:
    """Begin a form from the words kept for this page, and let its page keep them while they are typed."""
    request.keeps_unsent = form.keeps_unsent = True  # type: ignore[attr-defined]
    kept = request.session.get(_KEPT, {}).get(_place(request.path))
    if kept is None or form.is_bound:
        return
    words: MultiValueDict[str, str] = MultiValueDict(kept["words"])
    for name, field in form.fields.items():
        if not field.widget.needs_multipart_form:
            form.initial[name] = field.widget.value_from_datadict(words, MultiValueDict(), form.add_prefix(name))
    form.unsent_at = datetime.fromisoformat(kept["at"])


def forget(request: HttpRequest, path: str = "") -> None:
    """The words were saved or are not wanted."""
    kept = dict(request.session.get(_KEPT, {}))
    if kept.pop(_place(path or request.path), None) is not None:
        request.session[_KEPT] = kept


def _keep(request: HttpRequest, at: datetime) -> None:
    """Keep what was sent; the oldest forms give way."""
    words = {name: values for name, values in request.POST.lists() if name not in _NOT_WORDS}
    kept = {place: form for place, form in request.session.get(_KEPT, {}).items() if place != _place(request.path)}
    room = MOST_CHARACTERS - _length(words) - sum(_length(form["words"]) for form in kept.values())
    while kept and (room < 0 or len(kept) >= MOST_FORMS):
        room += _length(kept.pop(next(iter(kept)))["words"])
    request.session[_KEPT] = {**kept, _place(request.path): {"words": words, "at": at.isoformat()}}


def _length(words: Mapping[str, list[Any]]) -> int:
    return sum(len(name) + sum(map(len, values)) for name, values in words.items())


def _place(path: str) -> str:
    """The page's address without its language."""
    return _in_language(path, "-")


def _in_language(path: str, language: str) -> str:
    parts = path.split("/")
    if len(parts) > 2 and parts[2] in INTERFACE_LANGUAGES:
        parts[2] = language
    return "/".join(parts)
