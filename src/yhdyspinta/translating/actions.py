"""Keep a file that came back, and take its texts: all of them or none, through the actions of each."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.translating.models import ReturnedFile
from yhdyspinta.translating.taking import Taking
from yhdyspinta.translating.texts import Text, texts_of
from yhdyspinta.ui import forms
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def keep_returned(
    *, actor: Person, process: Process, name: str, content: bytes, pairs: Sequence[tuple[str, str]], at: datetime
) -> ReturnedFile:
    """Keep what a file holds, row by row, until somebody has looked at it; the same unread file is kept once.

    Raises Refusal("file_has_no_texts") or ("languages_are_the_same").
    """
    require_staff(actor, "edit", process)
    Process.objects.select_for_update(no_key=True).get(pk=process.pk)
    digest = hashlib.sha256(content).hexdigest()
    source, target = _languages_in(pairs)
    rows, problems = _sorted_out(texts_of(process, source, target), pairs, source, target)
    earlier = ReturnedFile.objects.filter(process=process, digest=digest, taken_at=None).first()
    if earlier is not None and (earlier.rows, earlier.problems) == (rows, problems):
        return earlier
    kept = ReturnedFile.objects.create(
        process=process, digest=digest, name=name[:200], source=source, target=target, rows=rows, problems=problems,
        read_at=at, read_by=actor,
    )  # fmt: skip
    _note("translating.read", actor, process, at, languages=f"{source}>{target}", texts=len(rows))
    return kept


@transaction.atomic
def take_returned(*, actor: Person, returned: ReturnedFile, at: datetime) -> int:
    """Store the translations of a file; taking it again changes nothing. Gives how many texts were changed.

    Raises Refusal("texts_changed_meanwhile") where somebody wrote meanwhile, or what the actions of the texts say.
    """
    process = returned.process
    require_staff(actor, "edit", process)
    returned = ReturnedFile.objects.select_for_update(of=("self",)).select_related("process__owner").get(pk=returned.pk)
    if returned.taken_at is not None:
        return 0
    now = {text.key: text for text in texts_of(process, returned.source, returned.target)}
    for row in returned.rows:
        text = now.get(row["key"])
        if text is None or text.target != row["before"] or text.mark != row.get("mark", text.mark):
            raise Refusal("texts_changed_meanwhile", status=409)
    by_thing: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in returned.rows:
        kind, *middle, name = row["key"].split("/")
        by_thing[kind, "".join(middle)][name] = row["text"]
    taking = Taking(actor, process, returned.target, at)
    for (kind, pk), words in by_thing.items():
        taking.take(kind, pk, words)
    returned.taken_at = at
    returned.save(update_fields=["taken_at"])
    _note(
        "translating.taken",
        actor,
        process,
        at,
        languages=f"{returned.source}>{returned.target}",
        texts=len(returned.rows),
    )
    return len(returned.rows)


def _languages_in(pairs: Sequence[tuple[str, str]]) -> tuple[str, str]:
    for code, _words in pairs:
        source, arrow, target = code.split("|")[1].partition(">")
        if arrow and source in CONTENT_LANGUAGES and target in CONTENT_LANGUAGES:
            if source == target:
                raise Refusal("languages_are_the_same", status=422, field="file")
            return source, target
    raise Refusal("file_has_no_texts", status=422, field="file")


def _sorted_out(
    texts: Sequence[Text], pairs: Sequence[tuple[str, str]], source: str, target: str
) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """What changes, and what is left out with the code of its reason; rows that change nothing are passed over."""
    known = {text.key: text for text in texts}
    rows: dict[str, dict[str, str]] = {}
    problems: list[dict[str, str]] = []
    for code, words in pairs:
        key, languages, mark = code.split("|")
        text = known.get(key)
        problem, cleaned = _looked_at(text, languages == f"{source}>{target}", words)
        if text is not None and text.is_comment and mark != text.mark:
            problem = "comment_changed"  # perhaps because words of it were masked
        if text is not None and not problem and key in rows and rows[key]["text"] != cleaned:
            problem = "twice"
        if problem:
            problems.append({"key": key[:80], "where": text.where if text else key[:80], "problem": problem})
        elif text is not None and cleaned and cleaned != text.target:
            rows[key] = {
                "key": key, "where": text.where, "source": "" if text.is_comment else text.source, "mark": text.mark,
                "before": text.target, "text": cleaned, "note": "" if mark == text.mark else "original_changed",
            }  # fmt: skip
    if not rows and not problems and not any(key.split("|")[0] in known for key, _words in pairs):
        raise Refusal("file_has_no_texts", status=422, field="file")
    return list(rows.values()), problems


def _looked_at(text: Text | None, fits: bool, words: str) -> tuple[str, str]:
    if text is None or not fits:
        return "unknown", ""
    if len(words) > text.longest:
        return "too_long", ""
    try:
        return "", forms.MultilineField(label="", required=False).clean(words.replace("\r\n", "\n")).strip()
    except ValidationError:
        return "broken", ""


def _note(verb: str, actor: Person, process: Process, at: datetime, **detail: Any) -> None:
    record(verb, actor=actor, target=process, at=at, authority_id=process.owner_id, process_id=process.pk, **detail)
