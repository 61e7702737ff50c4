"""What is to be translated, the file out, the file back, and a look before its texts are taken."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy, ngettext

from yhdyspinta.answers.languages import AGENDA_LANGUAGES
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.models import Process
from yhdyspinta.translating import actions
from yhdyspinta.translating.files import as_excel, as_word, rows_back
from yhdyspinta.translating.looking import Look, looks_of, seen_on, standing_now
from yhdyspinta.translating.models import ReturnedFile
from yhdyspinta.translating.places import Place
from yhdyspinta.translating.texts import Text, texts_for
from yhdyspinta.ui import forms
from yhdyspinta.ui.downloads import made_for_one
from yhdyspinta.ui.paging import paged
from yhdyspinta.ui.text import number_of
from yhdyspinta.ui.workbooks import EXCEL
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

_SHOWN: Final = 100
_FILES: Final = 10
_KINDS: Final = {
    "xlsx": (as_excel, EXCEL),
    "docx": (as_word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
_PROBLEMS: Final = {
    "unknown": gettext_lazy("There is no such text any more, or it is for other languages."),
    "no_code": gettext_lazy("The code is missing or has been changed, so nobody can tell which text this is."),
    "too_long": gettext_lazy("The translation has %(length)s characters, and at most %(most)s fit."),
    "broken": gettext_lazy("The translation holds signs that cannot be kept."),
    "sender_changed": gettext_lazy("The comment has been edited or masked since, so its translation is made anew."),
    "formula": gettext_lazy("The cell holds a formula without its words. Write the translation in the cell as text."),
    "twice": gettext_lazy("The text stands twice in the file with different translations."),
}

#: Why a row cannot be taken any more.
_WHY_NOT: Final = {
    "same": gettext_lazy("stands there already"),
    "unknown": _PROBLEMS["unknown"],
    "sender_changed": _PROBLEMS["sender_changed"],
}


class FileForm(forms.Form):
    """The translator's file."""

    file = forms.FileField(
        label=gettext_lazy("The translator's file"),
        help_text=gettext_lazy("The Excel or Word file that was downloaded here, with its translations."),
    )


def texts(request: HttpRequest, place: Place) -> HttpResponse:
    """What lacks a translation, and the way out and back."""
    source, target = _languages(request, place)
    context = _context(request, place, source, target) | {"form": FileForm()}
    return render(request, "translating/texts.html", context, status=422 if context["same_languages"] else 200)


def _context(request: HttpRequest, place: Place, source: str, target: str) -> dict[str, Any]:
    tags = _tags(place)
    every = texts_for(actor_of(request), place.of, source, target) if source != target else []
    missing = [text for text in every if text.is_missing]
    start = min(number_of(request.GET.get("start", "")) or 0, len(missing))
    files, ways = paged(request, actions.files_of(place.of), order=("-read_at", "-pk"), size=_FILES, name="files")
    return place.frame | {
        "choices": [(tag, CONTENT_LANGUAGES[tag]) for tag in tags],
        "same_languages": source == target and (len(_own_tags(place.owner)) > 1 or "to" in request.GET),
        "agenda_ways": [
            (CONTENT_LANGUAGES[tag], urlencode({"from": source, "to": tag})) for tag in tags if tag != source
        ],
        "source": source,
        "target": target,
        "source_name": CONTENT_LANGUAGES[source],
        "target_name": CONTENT_LANGUAGES[target],
        "count": len(every),
        "missing": missing[start : start + _SHOWN],
        "missing_count": len(missing),
        "missing_ways": _ways(source, target, start, len(missing)),
        "long_count": sum(not text.fits_a_cell for text in missing),
        "word_count": sum(len(text.source.split()) for text in missing),
        "give_path": place.path("give"),
        "bring_in_path": place.path("bring_in"),
        "files": [{"file": one, "path": place.path("returned", returned=one.pk)} for one in files],
        "file_ways": ways,
    }


def _ways(source: str, target: str, start: int, count: int) -> dict[str, str]:
    """Where the list of missing texts goes on, and where it came from."""
    places = {"previous_url": start - _SHOWN if start else None, "next_url": start + _SHOWN}
    asked = f"?{urlencode({'from': source, 'to': target})}&start="
    return {
        way: f"{asked}{max(place, 0)}" if place is not None and place < count else "" for way, place in places.items()
    }


def _own_tags(owner: Authority) -> list[str]:
    return list(dict.fromkeys((*owner.duty_languages, *owner.languages)))


def _tags(place: Place) -> list[str]:
    """Those of the authority; of a process also those of the attachment for an agenda, whatever the authority owes."""
    more = AGENDA_LANGUAGES if isinstance(place.of, Process) else ()
    return list(dict.fromkeys((*_own_tags(place.owner), *more)))


def _languages(request: HttpRequest, place: Place) -> tuple[str, str]:
    """The languages that the address asks for, the same twice too; otherwise from the first owed one to the second."""
    tags, own = _tags(place), _own_tags(place.owner)
    source = request.GET.get("from") if request.GET.get("from") in tags else own[0]
    others = [tag for tag in own if tag != source]
    target = request.GET.get("to") if request.GET.get("to") in tags else (others or own)[0]
    return str(source), str(target)


def give(request: HttpRequest, place: Place) -> HttpResponse:
    """The file for the translator: what is missing, or everything."""
    source, target = _languages(request, place)
    kind = request.GET.get("kind", "xlsx")
    if source == target:
        raise Refusal("languages_are_the_same", status=422)
    if kind not in _KINDS:
        raise Refusal("unknown_choice", status=400)
    every = texts_for(actor_of(request), place.of, source, target)
    chosen: list[Text] = [text for text in every if text.is_missing] if request.GET.get("what") != "all" else every
    make, content_type = _KINDS[kind]
    content = make(chosen, title=place.title.text(source), source=source, target=target)
    response = HttpResponse(content, content_type=content_type)
    name = f"{place.of.slug}-{source}-{target}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return made_for_one(response)


def bring_in(request: HttpRequest, place: Place) -> HttpResponse:
    """Read the file and go on to the look at what changes; a file that cannot be read is told at its field."""
    source, target = _languages(request, place)
    form = FileForm(request.POST, request.FILES)

    def save() -> HttpResponse:
        file = form.cleaned_data["file"]
        content = file.read()
        kept = actions.keep_returned(
            actor=actor_of(request), of=place.of, name=file.name, content=content,
            rows=rows_back(content, file.name), at=moment_of(request),
        )  # fmt: skip
        return redirect(place.path("returned", returned=kept.pk))

    def refused(refusal: Refusal) -> dict[str, str]:
        """Where a file of another's texts is brought in, if the reader may."""
        home = refusal.values.get("home")
        return {"home_path": _way_there(Place(home), source, target)} if home else {}

    context = _context(request, place, source, target)
    return form_page(request, "translating/texts.html", form, save, refused=refused, **context)


def returned(request: HttpRequest, place: Place, pk: int) -> HttpResponse:
    """What the file changes, side by side with what stands there now; then take what is not left out."""
    file = get_object_or_404(actions.files_of(place.of), pk=pk)
    file.put_beside(place.of)
    left = set(request.POST.getlist("left"))
    refusal = None
    if request.method == "POST":
        try:
            count = actions.take_returned(
                actor=actor_of(request), returned=file, seen=request.POST.get("seen", ""), left=left,
                at=moment_of(request),
            )  # fmt: skip
        except Refusal as refused:
            refusal = refused
        else:
            messages.success(request, _taken_words(count, len(file.rows) - count))
            return redirect(_texts_path(place, file))
    context = _looked_at(place, file, left) | {"refusal": refusal, "page_failed": refusal is not None}
    return render(request, "translating/returned.html", context, status=refusal.status if refusal else 200)


def _looked_at(place: Place, file: ReturnedFile, left: Collection[str]) -> dict[str, Any]:
    """The rows as they stand now; ticked are those that have changed, and those that were ticked before."""
    now = standing_now(file)
    looks = looks_of(file, now)
    return place.frame | {
        "file": file,
        "rows": [_row(look, is_ticked=look.is_left or look.key in left) for look in looks],
        "changed_count": sum(not look.why_not and look.is_left for look in looks) if not file.taken_at else 0,
        "may_take": not file.taken_at and any(not look.why_not for look in looks),
        "seen": seen_on(looks),
        "problems": [_told(row, now) for row in file.problems],
        "texts_path": _texts_path(place, file),
        "source_name": CONTENT_LANGUAGES[file.source],
        "target_name": CONTENT_LANGUAGES[file.target],
    }


def _taken_words(count: int, left: int) -> str:
    words = [ngettext("%(count)s text was changed.", "%(count)s texts were changed.", count) % {"count": count}]
    if count and left:
        words.append(ngettext("%(count)s was left out.", "%(count)s were left out.", left) % {"count": left})
    return " ".join(words)


def _row(look: Look, *, is_ticked: bool) -> dict[str, Any]:
    """A row as the page shows it."""
    return {**vars(look), "is_ticked": is_ticked, "why_not_words": _WHY_NOT.get(look.why_not, "")}


def _texts_path(place: Place, file: ReturnedFile) -> str:
    """What is still missing between the languages of the file."""
    return _way_there(place, file.source, file.target)


def _way_there(place: Place, source: str, target: str) -> str:
    return f"{place.path('texts')}?{urlencode({'from': source, 'to': target})}"


def _told(row: dict[str, Any], now: Mapping[str, Text]) -> dict[str, Any]:
    """A row that is left out: which cell of the file, which text where it can be told, and why."""
    text = now.get(row["key"])
    stored = row["where"] if row["where"] != row["key"] else ""  # a code is nothing to people
    return {**row, "where": text.where if text else stored, "words": str(_PROBLEMS.get(row["problem"], "")) % row}
