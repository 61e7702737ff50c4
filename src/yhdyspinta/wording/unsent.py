"""Words typed into a form and not saved yet: kept in the session of one browser until they are saved.

They are kept while somebody types (with scripts), and when they change the language of the page (without, too). The
same form in any language begins from them. Nobody else sees them.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from yhdyspinta.ui.forms import Form
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

MOST_FORMS: Final = 5
MOST_CHARACTERS: Final = 1_500_000
MOST_OF_VISITOR: Final = 200_000  # who has no account keeps less
_KEPT: Final = "unsent"
#: The key of a sending, too: each showing of a form makes its own, or what is sent anew is taken for what was sent.
_NOT_WORDS: Final = frozenset({"csrfmiddlewaretoken", "switch_to", "unsent", "key"})


def answer(
    request: HttpRequest, *, page: str = "", place: str = "", keeps: Callable[[], bool] | None = None
) -> HttpResponse | None:
    """The answer when a form was sent for something else than saving: to keep it, to throw it away, to change language.

    The request has passed the page's own rule. `page` is where the form stands, when it is sent to another address;
    `place` tells it from other forms of that address. What the page itself `keeps`, the session does not.
    """
    if request.method != "POST":
        return None
    at = timezone.now()  # only told to the one who typed
    page = page or request.get_full_path()
    place = place or page.partition("?")[0]
    language = request.POST.get("switch_to", "")
    if language in INTERFACE_LANGUAGES or request.POST.get("unsent") == "keep":
        if keeps is not None and keeps():
            forget(request, place)
        else:
            _keep(request, place, at)
        if language not in INTERFACE_LANGUAGES:
            return render(request, "ui/_kept.html", {"at": at})
        return HttpResponseRedirect(_in_language(page, language), status=303)
    if request.POST.get("unsent") == "forget":
        forget(request, place)
        return HttpResponseRedirect(page, status=303)
    return None


def set_aside(request: HttpRequest, *, place: str = "") -> None:
    """Keep what was sent while its sender looks at other words for the same form."""
    _keep(request, place or request.path, timezone.now())


def recall(request: HttpRequest, form: Form, *, place: str = "", form_id: str = "words", afresh: bool = False) -> None:
    """Begin a form from the words kept for this page, and let its page keep them while they are typed.

    A form that was made `afresh` from what was sent has the newest words already.
    """
    form.keeps_unsent = True
    request.keeps_unsent = form_id  # type: ignore[attr-defined]
    kept = request.session.get(_KEPT, {}).get(_place(place or request.path))
    if kept is None or form.is_bound or afresh:
        return
    begin(form, MultiValueDict({name: values for name, values in kept["words"].items() if name not in _NOT_WORDS}))
    form.unsent_at = datetime.fromisoformat(kept["at"])


def kept_words(request: HttpRequest, place: str = "") -> MultiValueDict[str, str]:
    """What is kept for this page, or another one, for a form whose fields depend on it."""
    return MultiValueDict(request.session.get(_KEPT, {}).get(_place(place or request.path), {}).get("words", {}))


def begin(form: Form, words: MultiValueDict[str, str]) -> None:
    """Let a form that was not sent begin from words that were typed; nothing in them is judged yet."""
    for name, field in form.fields.items():
        if name in _NOT_WORDS and name not in words:
            continue  # the form's own stays
        if not field.widget.needs_multipart_form:
            form.initial[name] = field.widget.value_from_datadict(words, MultiValueDict(), form.add_prefix(name))


def forget(request: HttpRequest, place: str = "") -> None:
    """The words were saved or are not wanted."""
    kept = dict(request.session.get(_KEPT, {}))
    if kept.pop(_place(place or request.path), None) is not None:
        request.session[_KEPT] = kept


def _keep(request: HttpRequest, place: str, at: datetime) -> None:
    """Keep what was sent; the oldest forms give way. Raises Refusal("too_much_to_keep")."""
    words = {name: values for name, values in request.POST.lists() if name not in _NOT_WORDS}
    own = _place(place)
    kept = {name: form for name, form in request.session.get(_KEPT, {}).items() if name != own}
    most = MOST_CHARACTERS if _has_account(request) else MOST_OF_VISITOR
    if _length(words) > most:
        raise Refusal("too_much_to_keep", status=413)
    room = most - _length(words) - sum(_length(form["words"]) for form in kept.values())
    while kept and (room < 0 or len(kept) >= MOST_FORMS):
        room += _length(kept.pop(next(iter(kept)))["words"])
    request.session[_KEPT] = {**kept, own: {"words": words, "at": at.isoformat()}}


def _has_account(request: HttpRequest) -> bool:
    person = getattr(request, "person", None)
    return getattr(person, "pk", None) is not None and not getattr(person, "is_guest", True)


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
