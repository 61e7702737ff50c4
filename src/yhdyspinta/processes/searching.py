"""Search over public texts, with the inflection of Finnish and Swedish: stems stand beside the words.

A text is put into search in the transaction that makes it public, and taken out in the one that hides it. Changes of
one text go side by side; making all of a process anew waits for them, and they for it, so nothing old is written late.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Final

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db import connection
from django.db.models import BooleanField, Case, Count, ExpressionWrapper, F, Q, QuerySet, Value, When
from psycopg.sql import SQL

from yhdyspinta.database.prepared import prepared_cursor
from yhdyspinta.database.prepared_writes import PreparedInsert, Write
from yhdyspinta.processes.models import Process, SearchEntry
from yhdyspinta.wording.stems import STEMMED, stemmer_of

_WORD: Final = re.compile(r"\w+")
_LONGEST_TEXT: Final = 60_000
_LONGEST_QUERY: Final = 200
_MOST_WORDS: Final = 8
_SHORTEST_PREFIX: Final = 5
_AT_ONCE: Final = 500
COMMENT: Final = "comment"
#: Hits that are put in order, of comments and of everything else.
MOST_ORDERED: Final = 200
#: How many of the newest entries tell how common a word is.
_SAMPLE: Final = 1_000
#: Hits that may be read and compared with the words by which the index was not asked.
_FEW: Final = 500
_REPLACED: Final = ("authority", "process", "kind", "title", "text", "path", "vector", "at")


@dataclass(frozen=True)
class PublicText:
    """A text that anybody may find, in each of its languages, and its page after the authority and the language."""

    kind: str  # process, document, comment, answer
    target: str
    texts: Mapping[str, tuple[str, str]]  # by language: title and text
    path: str
    at: datetime


def words_of(text: str) -> list[str]:
    """The words of a text as search compares them: small letters, no signs."""
    return [word for word in _WORD.findall(text.casefold()) if len(word) < 80]


def terms_of(text: str, language: str) -> str:
    """Words and their stems, as one text for the index."""
    words = words_of(text[:_LONGEST_TEXT])
    return " ".join([*words, *map(_stemmer(language), words)])


def _stemmer(language: str) -> Callable[[str], str]:
    code = language.partition("-")[0]
    return stemmer_of(code if code in STEMMED else "fi")


def index(
    process: Process, kind: str, target: str, texts: Mapping[str, tuple[str, str]], *, path: str, at: datetime
) -> None:
    """Put a text into search, in each of its languages as (title, text); an earlier one of the target is replaced."""
    _take_turn(process)
    SearchEntry.objects.filter(target=target).exclude(language__in=texts).delete()
    SearchEntry.objects.bulk_create(
        _entries(process, PublicText(kind, target, texts, path, at)),
        update_conflicts=True,
        unique_fields=["target", "language"],
        update_fields=_REPLACED,
    )


_TURN: Final = SQL("SELECT pg_advisory_xact_lock_shared(7126002, %s::integer)")
#: As `_vector` writes it.
_ENTRY: Final = PreparedInsert(
    SearchEntry,
    after=_TURN,
    vector=SQL("setweight(to_tsvector('simple', %s), 'A') || setweight(to_tsvector('simple', %s), 'B')"),
)


def index_new(process: Process, found: Iterable[PublicText]) -> None:
    """Put texts into search that it has never held; a few statements however many there are."""
    _take_turn(process)
    rows = (row for text in found for row in _entries(process, text))
    while some := list(islice(rows, _AT_ONCE)):
        SearchEntry.objects.bulk_create(some)


def indexed(process: Process, found: PublicText) -> Write:
    """The same of one text in one language, what a comment is when it comes, to be run together with other writes.

    Its turn is taken by the same statement.
    """
    (entry,) = _entries(process, found)
    ((title, text),) = found.texts.values()
    entry.vector = (terms_of(title, entry.language), terms_of(text, entry.language))
    return _ENTRY.write(entry, process.pk)


def hold(process: Process) -> None:
    """Let nobody else change what search holds of the process until the end of the transaction.

    Who has changed a text and not yet told search is waited for, or waits. Take it before reading the texts, and before
    changing the process's owner or address.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(7126002, %s::integer)", [process.pk])


def _take_turn(process: Process) -> None:
    """Beside other changes of single texts, never while all of the process is made anew."""
    with prepared_cursor() as cursor:
        cursor.execute(_TURN, [process.pk])


def index_all(process: Process, found: Iterable[PublicText]) -> None:
    """Make search hold exactly these texts of a process; a few statements however many there are.

    Call it with the process held, and the texts read since.
    """
    unindex_process(process)
    rows = (row for text in found for row in _entries(process, text))
    while some := list(islice(rows, _AT_ONCE)):
        SearchEntry.objects.bulk_create(some)


def _entries(process: Process, found: PublicText) -> list[SearchEntry]:
    return [
        SearchEntry(
            authority_id=process.owner_id,
            process=process,
            kind=found.kind,
            target=found.target,
            language=language,
            title=title,
            text=text[:_LONGEST_TEXT],
            path=found.path,
            vector=_vector(title, text, language),
            at=found.at,
        )
        for language, (title, text) in found.texts.items()
    ]


def _vector(title: str, text: str, language: str) -> Any:
    """Computed by the database as the row is written; words of the title weigh more."""
    return SearchVector(Value(terms_of(title, language)), config="simple", weight="A") + SearchVector(
        Value(terms_of(text, language)), config="simple", weight="B"
    )


def unindex(process: Process, target: str) -> None:
    """Take a text of a process out of search."""
    _take_turn(process)
    SearchEntry.objects.filter(target=target).delete()


def unindex_process(process: Process) -> None:
    """Take everything of a process out of search."""
    SearchEntry.objects.filter(process=process).delete()


def _prefix(word: str, language: str) -> str:
    """The stem less its last two letters, while five remain: terveyskeskus and terveyskeskuksen meet there."""
    stem = _stemmer(language)(word)
    short = stem[:-2]
    return short if len(short) >= _SHORTEST_PREFIX else ""


def _ways(word: str, *languages: str) -> str:
    """The forms in which a word is looked for in texts of the languages."""
    ways = {f"'{word}'"}
    for language in languages:
        prefix = _prefix(word, language)
        ways |= {f"'{_stemmer(language)(word)}'", *([f"'{prefix}':*"] if prefix else [])}
    return "(" + " | ".join(sorted(ways)) + ")"


def _query(words: list[str], *languages: str) -> SearchQuery:
    asked = " & ".join(_ways(word, *languages) for word in words)
    return SearchQuery(asked, config="simple", search_type="raw")


def found(entries: QuerySet[SearchEntry], text: str, language: str) -> QuerySet[SearchEntry]:
    """The entries that have every word of the text in some form, in no order.

    Each entry is compared in its own language's inflection: who reads in Swedish finds a Finnish comment too.
    """
    words = _asked(text)
    return _found(entries, words, language, by=words) if words else entries.none()


def of_target(entries: QuerySet[SearchEntry], target: Any) -> QuerySet[SearchEntry]:
    """The entries of one text, which a row around tells: to be asked for each row in turn.

    The second condition says the same: by the first alone the planner would look up every entry beforehand.
    """
    return entries.filter(target=target, target__gte=target)


def _found(entries: QuerySet[SearchEntry], words: list[str], language: str, *, by: list[str]) -> QuerySet[SearchEntry]:
    """Those with all the words, looked up in the index by some of them: once, not once for each language."""
    ways = [
        When(language__startswith=tag, then=ExpressionWrapper(Q(vector=_query(words, tag)), BooleanField()))
        for tag in STEMMED
    ]
    readers = ExpressionWrapper(Q(vector=_query(words, language)), BooleanField())
    in_its_own = Case(*ways, default=readers, output_field=BooleanField())
    return entries.filter(vector=_in_any_language(by)).filter(in_its_own)


def _in_any_language(words: list[str]) -> SearchQuery:
    """Each word in a form of any language: more than is found at last, and what the index answers quickest."""
    return _query(words, *STEMMED)


def best(
    entries: QuerySet[SearchEntry], text: str, language: str, *, kind: str = ""
) -> tuple[QuerySet[SearchEntry], bool]:
    """The newest of the entries found, exact hits first, and whether these are all.

    Putting a hundred thousand hits in order would take seconds: of a common word the newest are ordered, of residents'
    comments and of everything else each so many that nobody reads on. Forms in the reader's language order the hits.
    """
    words = _asked(text)
    if not words:
        return entries.none(), True
    parts = [Q(kind=kind)] if kind else [Q(kind=COMMENT), ~Q(kind=COMMENT)]
    newest = [_newest(entries.filter(part), part, words, language) for part in parts]
    exact = SearchQuery(" & ".join(f"'{word}'" for word in words), config="simple", search_type="raw")
    rank = SearchRank(F("vector"), exact) * 10 + SearchRank(F("vector"), _query(words, language))
    ordered = entries.filter(pk__in=[pk for part in newest for pk in part[:MOST_ORDERED]]).annotate(rank=rank)
    return ordered.order_by("-rank", "-at", "-pk"), all(len(part) <= MOST_ORDERED for part in newest)


def _newest(entries: QuerySet[SearchEntry], part: Q, words: list[str], language: str) -> list[int]:
    """The newest hits among entries of a part of all, one more than are put in order.

    The database guesses badly how common a word is, so the newest of the part are looked at first: where many of them
    hit, entries are read from the newest on until there are enough; otherwise all hits are taken from the index. Of n
    entries a share s hits: reading on looks at MOST_ORDERED / s of them, the index at n * s, so the roots decide.
    """
    looked_at = SearchEntry.objects.filter(part).order_by("-pk").values_list("pk", flat=True)
    last = next(iter(looked_at[_SAMPLE : _SAMPLE + 1]), 0)
    by = _rare(SearchEntry.objects.filter(part, pk__gt=last), words, of=last + _SAMPLE)
    hits = _found(entries, words, language, by=by)
    is_common = last > 0 and hits.filter(pk__gt=last).count() >= _SAMPLE * math.sqrt(MOST_ORDERED / (last + _SAMPLE))
    order = F("pk").desc() if is_common else (F("pk") + 0).desc()  # "+ 0" is in no index
    return list(hits.order_by(order).values_list("pk", flat=True)[: MOST_ORDERED + 1])


def _rare(newest: QuerySet[SearchEntry], words: list[str], *, of: int) -> list[str]:
    """The words by which the index is asked: the rarest, as many as leave few entries `of` all to be compared.

    Each more word makes the index read all entries that have it, and a word of each fourth narrows little.
    """
    if len(words) == 1:
        return words
    counts = newest.aggregate(
        **{f"word{place}": Count("pk", filter=Q(vector=_in_any_language([word]))) for place, word in enumerate(words)}
    )
    chosen, expected = list[str](), float(of)
    for count, word in sorted((counts[f"word{place}"], word) for place, word in enumerate(words)):
        if count >= _SAMPLE // 4 or expected <= _FEW:
            break
        chosen.append(word)
        expected *= max(count, 1) / _SAMPLE
    return chosen or words


def _asked(text: str) -> list[str]:
    return words_of(text[:_LONGEST_QUERY])[:_MOST_WORDS]


def matching(text: str, query: str, language: str) -> list[tuple[int, int]]:
    """Where in a text the words of a query stand, in any form: (start, end) of each, in order."""
    wanted = _asked(query)
    stems = {_stemmer(language)(word) for word in wanted}
    beginnings = tuple(prefix for word in wanted if (prefix := _prefix(word, language)))
    return [
        found_word.span()
        for found_word in _WORD.finditer(text)
        if (word := found_word.group().casefold()) in wanted
        or (beginnings and word.startswith(beginnings))
        or _stemmer(language)(word) in stems
    ]
