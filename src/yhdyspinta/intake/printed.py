"""Of which versions sheets were printed, where several could be commented on: what their codes without a version mean."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from yhdyspinta.intake.codes import Place, meant_elsewhere, place_named
from yhdyspinta.intake.models import Batch, Upload
from yhdyspinta.ui.dates import day
from yhdyspinta.wording.languages import page_language


@dataclass(frozen=True)
class Texts:
    """The documents as they stood from a moment on: of each that has several versions the one that was the newest."""

    since: datetime
    usual: Mapping[str, int]  # version by the document's letter
    words: str

    @property
    def key(self) -> str:
        """What a form sends."""
        return self.since.isoformat()


def texts_among(places: Iterable[Place]) -> list[Texts]:
    """Each state of the documents that sheets may have been printed of, the earliest first; none where there is one only."""
    versions = {(one.letter, one.version): one for one in places if one.version_name and one.since}
    found: list[Texts] = []
    for since in sorted({one.since for one in versions.values() if one.since}):
        usual = _newest_at(versions.values(), since)
        if not found or found[-1].usual != usual:
            found.append(Texts(since, usual, _words(versions, usual)))
    return found


def _newest_at(versions: Iterable[Place], at: datetime) -> dict[str, int]:
    """The version of each document that was the newest at a moment; before there was any, its first."""
    kept = sorted(versions, key=lambda one: one.version, reverse=True)
    usual = {one.letter: one.version for one in kept}  # the last is the first one
    for one in reversed(kept):
        if one.since and one.since <= at:
            usual[one.letter] = one.version
    return usual


def _words(versions: Mapping[tuple[str, int], Place], usual: Mapping[str, int]) -> str:
    """The versions by their names and days; with the documents' letters where several have more versions than one."""
    told = []
    for letter, version in sorted(usual.items(), key=lambda one: (len(one[0]), one[0])):
        one = versions[letter, version]
        named = _("%(version)s (published %(day)s)") % {
            "version": one.version_name, "day": day(one.since, page_language()) if one.since else "",
        }  # fmt: skip
        told.append(f"{letter}: {named}" if len(usual) > 1 else named)
    return ", ".join(told)


def texts_at(places: Iterable[Place], at: datetime) -> Texts | None:
    """The documents as they stood at a moment; None where there are no versions to choose from."""
    return newest_of(texts_among(places), at)


def newest_of(found: Sequence[Texts], at: datetime) -> Texts | None:
    """Of the states of the documents the one at a moment; before there was any, the first."""
    return next((one for one in reversed(found) if one.since <= at), found[0] if found else None)


def told_of(batch: Batch, places: Iterable[Place]) -> dict[str, Any]:
    """What the pages of a pile or an event tell of the versions; nothing where there is one only."""
    kept = list(places)
    return _told(texts_of(batch, kept), kept)


def told_of_file(upload: Upload, places: Iterable[Place]) -> dict[str, Any]:
    """The same of a file; in one of the statement service each answer is of the version of its own time, unless one was chosen."""
    kept = list(places)
    if goes_by_time(upload):
        return {"texts": None, "goes_by_time": bool(texts_among(kept))}
    return _told(texts_of_file(upload, kept), kept)


def goes_by_time(upload: Upload) -> bool:
    """Whether what tells no version is of the newest one of its own time."""
    return upload.kind == Upload.Kind.SERVICE and not upload.choices.get("printed_of")


def _told(texts: Texts | None, kept: list[Place]) -> dict[str, Any]:
    newest = texts_among(kept)[-1:]
    usual = texts.usual if texts else {}
    other = next((one.code for one in kept if one.version_name and usual.get(one.letter) != one.version), "")
    newer = newest[0] if newest and newest[0] != texts else None
    return {"texts": texts, "newer": newer, "example": other}


def texts_chosen(texts: Iterable[Texts], key: str | None) -> datetime | None:
    """What a form says of it."""
    return next((one.since for one in texts if one.key == key), None)


def texts_of(batch: Batch, places: Iterable[Place]) -> Texts | None:
    """What the sheets of a pile were printed of: as its typists have said, else what was the newest when it was begun."""
    return texts_at(places, batch.printed_of or batch.begun_at)


def in_order_of(batch: Batch, places: Iterable[Place]) -> list[Place]:
    """Those of the versions that its sheets were printed of before all others."""
    kept = list(places)
    usual = usual_of(batch, kept)
    return sorted(kept, key=lambda one: bool(one.version_name) and usual.get(one.letter) != one.version)


def usual_of(batch: Batch, places: Iterable[Place]) -> Mapping[str, int]:
    """What codes without a version mean in a pile."""
    texts = texts_of(batch, places)
    return texts.usual if texts else {}


def texts_of_file(upload: Upload, places: Iterable[Place]) -> Texts | None:
    """What codes without a version mean in a file: as was said when it was sent, else what was the newest then."""
    said = upload.choices.get("printed_of")
    return texts_at(places, datetime.fromisoformat(said) if said else upload.uploaded_at)


def usual_of_file(upload: Upload, places: Iterable[Place]) -> Mapping[str, int]:
    """The same by the documents' letters; nothing where each row's own time tells it."""
    texts = None if goes_by_time(upload) else texts_of_file(upload, places)
    return texts.usual if texts else {}


def with_version(batch: Batch, places: list[Place], sent: QueryDict) -> QueryDict:
    """What a page sent, its part told with a version: one opened before there were several sends the code without."""
    found = place_named(places, sent.get("part", ""), usual_of(batch, places))
    if found is None or found.code == sent["part"]:
        return sent
    told = sent.copy()
    told["part"] = found.code
    return told


def why_unknown(places: list[Place], said: str) -> str:
    """What to say of a code that names no part."""
    if meant := meant_elsewhere(places, said):
        codes = ", ".join(place.with_code for place in meant)
        return _("The version of these sheets has no such part. Write which version it is: %(codes)s.") % {
            "codes": codes
        }
    example = places[-1].code if places else "A1"
    return _("There is no such part in the round. Use a code of the list, for example %(code)s.") % {"code": example}
