"""Keep a file that came back, and take those of its texts that are not left out, all or none, through the actions of each."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from yhdyspinta.audit.trail import record
from yhdyspinta.intake.importing.cells import Unread
from yhdyspinta.people.models import Person
from yhdyspinta.processes.language_versions import Change, Holder, Taking, translatables
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.translating.files import RowBack
from yhdyspinta.translating.looking import Look, looks_of, seen_on, standing_now
from yhdyspinta.translating.models import ReturnedFile
from yhdyspinta.translating.strangers import refusal_of_strangers
from yhdyspinta.translating.texts import Text, ability_at, texts_for
from yhdyspinta.ui.text import clean_text
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

_OF_CODES: Final = frozenset({"unknown", "no_code"})


@transaction.atomic
def keep_returned(
    *, actor: Person, of: Holder, name: str, content: bytes, rows: Sequence[RowBack], at: datetime
) -> ReturnedFile:
    """Keep what a file holds, row by row, until somebody has looked at it; the same unread file is kept once.

    Raises Refusal("file_has_no_texts"), ("languages_are_the_same") or, of another's texts, what `strangers` says.
    """
    require_staff(actor, ability_at(of), of)
    type(of)._default_manager.select_for_update(no_key=True).get(pk=of.pk)  # noqa: SLF001
    digest = hashlib.sha256(content).hexdigest()
    source, target = _languages_in(rows)
    texts = texts_for(actor, of, source, target)
    _require_own(actor, of, texts, rows, at)
    changes, problems = _sorted_out(texts, rows, source, target)
    earlier = files_of(of).filter(digest=digest, taken_at=None).first()
    if earlier is not None and (earlier.rows, earlier.problems) == (changes, problems):
        return earlier
    kept = ReturnedFile.objects.create(
        **{"process": of} if isinstance(of, Process) else {"authority": of}, digest=digest, name=name[:200], source=source, target=target, rows=changes, problems=problems,
        read_at=at, read_by=actor,
    )  # fmt: skip
    _note("translating.read", actor, kept, at, texts=len(changes))
    return kept


@transaction.atomic
def take_returned(*, actor: Person, returned: ReturnedFile, seen: str, left: Collection[str] = (), at: datetime) -> int:
    """Store the translations of a file but those whose keys are `left`; taking it again changes nothing.

    `seen` tells what the person looked at (`looking.seen_on`). Gives how many texts were changed. Raises
    Refusal("texts_changed_meanwhile") where somebody wrote meanwhile, ("everything_left_out"), or what the actions of
    the texts say, with the row of the text ("row_not_taken").
    """
    of = returned.of
    require_staff(actor, ability_at(of), of)
    rows = ReturnedFile.objects.select_for_update(of=("self",)).select_related("process__owner", "authority")
    returned = rows.get(pk=returned.pk)
    if returned.taken_at is not None:
        return 0
    looks = looks_of(returned, standing_now(returned))
    chosen = [look for look in looks if not look.why_not and look.key not in left]
    for kind in {look.key.split("/")[0] for look in looks if look.key not in left} & set(translatables()):
        if not isinstance(of, Process):
            require_staff(actor, translatables()[kind].ability, of)
    if seen != seen_on(looks):
        raise Refusal("texts_changed_meanwhile", status=409)
    if looks and not chosen:
        raise Refusal("everything_left_out", status=422)
    _store(Taking(actor, of, returned.target, at), chosen)
    taken = {look.key for look in chosen}
    returned.rows = [replace(look, is_left=look.key not in taken).stored for look in looks]
    returned.taken_at = at
    returned.save(update_fields=["taken_at", "rows"])
    _note("translating.taken", actor, returned, at, texts=len(chosen))
    return len(chosen)


def _store(taking: Taking, chosen: Iterable[Look]) -> None:
    """Each thing's versions together."""
    by_thing: dict[tuple[str, int], dict[str, Look]] = defaultdict(dict)
    for look in chosen:
        kind, pk, name = look.key.split("/")
        by_thing[kind, int(pk)][name] = look
    for (kind_key, thing), looks in by_thing.items():
        _take(taking, kind_key, thing, looks)


def _take(taking: Taking, kind: str, pk: int, looks: Mapping[str, Look]) -> None:
    """Store a thing's versions; who saved it between our look and our storing is told as in the look itself."""
    changes = {name: Change(look.before, look.text) for name, look in looks.items()}
    try:
        translatables()[kind].take(taking, pk, changes)
    except Refusal as refusal:
        if refusal.code == "changed_meanwhile":
            raise Refusal("texts_changed_meanwhile", status=409) from refusal
        raise _at_row(refusal, looks) from refusal


def _at_row(refusal: Refusal, looks: Mapping[str, Look]) -> Refusal:
    """What an action says of one text, with the row and column of the file where the text stands."""
    look = looks.get(refusal.field or "", next(iter(looks.values())))
    if not look.row or refusal.status != 422:
        return refusal
    return Refusal(
        "row_not_taken" if look.column else "table_row_not_taken",
        status=422,
        row=look.row,
        column=look.column,
        where=look.where,
        words=refusal.words,
    )


def files_of(of: Holder) -> QuerySet[ReturnedFile]:
    """The files that came back."""
    return ReturnedFile.objects.filter(**{"process" if isinstance(of, Process) else "authority": of})


def _note(verb: str, actor: Person, file: ReturnedFile, at: datetime, *, texts: int) -> None:
    of = file.of
    whose: dict[str, Any] = {"process": of} if isinstance(of, Process) else {"authority_id": of.pk}
    record(verb, actor=actor, target=of, at=at, languages=f"{file.source}>{file.target}", texts=texts, **whose)


def _languages_in(rows: Sequence[RowBack]) -> tuple[str, str]:
    for row in rows:
        source, arrow, target = row.code.split("|")[1].partition(">") if row.has_code else ("", "", "")
        if arrow and source in CONTENT_LANGUAGES and target in CONTENT_LANGUAGES:
            if source == target:
                raise Refusal("languages_are_the_same", status=422, field="file")
            return source, target
    raise Refusal("file_has_no_texts", status=422, field="file")


def _require_own(actor: Person, of: Holder, texts: Sequence[Text], rows: Sequence[RowBack], at: datetime) -> None:
    """A file with no text of this place is told in one sentence, where it is known whose they are."""
    keys = [row.code.split("|")[0] for row in rows]
    if not {text.key for text in texts}.intersection(keys):
        refusal = refusal_of_strangers(actor, of, keys, at)
        if refusal is not None:
            raise refusal


def _sorted_out(
    texts: Sequence[Text], rows: Sequence[RowBack], source: str, target: str
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What changes, and what is left out with its row, its column and the code of its reason.

    Rows that change nothing are passed over.
    """
    known = {text.key: text for text in texts}
    changes: dict[str, dict[str, Any]] = {}
    problems: list[dict[str, Any]] = []
    for row in rows:
        key, languages, mark = row.code.split("|") if row.has_code else (row.code, "", "")
        text = known.get(key) if languages == f"{source}>{target}" else None
        problem, cleaned = _looked_at(text, row, mark)
        if text is not None and not problem and key in changes and changes[key]["text"] != cleaned:
            problem = "twice"
        if problem:
            problems.append(_problem(row, key, text, problem))
        elif text is not None and cleaned and cleaned != text.target:
            changes[key] = {
                "key": key, "where": text.where, "source": "" if text.is_of_sender else text.source, "mark": text.mark,
                "before": text.target, "text": cleaned, "note": "" if mark == text.mark else "original_changed",
                "row": row.number, "column": row.words_column,
            }  # fmt: skip
    if not changes and not problems and not any(row.code.split("|")[0] in known for row in rows):
        raise Refusal("file_has_no_texts", status=422, field="file")
    return list(changes.values()), problems


def _problem(row: RowBack, key: str, text: Text | None, problem: str) -> dict[str, Any]:
    """Which cell of the file is left out, and why; in Word, whose columns have no names, the row alone."""
    found = {"key": key[:80], "where": text.where if text else "", "problem": problem, "row": row.number}
    if problem == "too_long" and text is not None:
        found |= {"length": text.part.measure(row.words.strip()), "most": text.part.longest}
    return {**found, "column": row.code_column if problem in _OF_CODES else row.words_column}


def _is_whole(code: str) -> bool:
    """Whether a code is as we wrote it: a kind of ours, a number, a name."""
    kind, number, name = (*code.split("|", maxsplit=1)[0].split("/"), "", "")[:3]
    return kind in translatables() and number.isdecimal() and bool(name)


def _looked_at(text: Text | None, row: RowBack, mark: str) -> tuple[str, str]:
    """The code of what is wrong with a row, and its translation as it would be stored."""
    if text is None:
        return ("unknown" if row.has_code and _is_whole(row.code) else "no_code"), ""
    if text.is_of_sender and mark != text.mark:
        return "sender_changed", ""  # perhaps because words of it were masked
    if isinstance(row.words, Unread):
        return "formula", ""
    try:
        cleaned = clean_text(row.words.strip(), multiline=text.part.is_long)
    except ValidationError:
        return "broken", ""
    return ("too_long", "") if text.part.is_too_long(cleaned) else ("", cleaned)
