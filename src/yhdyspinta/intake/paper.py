"""What a paper form shows of a round: its documents, and of each part as much of the text as a sheet bears."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Exists, OuterRef
from django.utils.html import format_html
from django.utils.safestring import SafeString

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.whole import whole_thread_id
from yhdyspinta.documents.models import DocumentVersion, SectionText
from yhdyspinta.documents.passages import Passage
from yhdyspinta.documents.queries import DocumentReading, SectionReading, published_documents, readings
from yhdyspinta.intake.codes import MATTER, letter_of, mark_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Version, Wording
from yhdyspinta.wording.languages import TEXT_LANGUAGES
from yhdyspinta.wording.marking import name_of, named
from yhdyspinta.wording.reader import is_fallback

#: A text of so many letters stands whole on the form; of a longer one the beginning, this long at most.
WHOLE: Final = 900
BEGINNING: Final = 600


@dataclass(frozen=True)
class PaperPart:
    """A part with room to write: what it is called, asked and says, each with its language."""

    code: str
    heading: SafeString | str = (
        ""  # names its language if it is not the page's; empty: a document, or the matter, as a whole
    )
    language: str = ""
    text: tuple[SafeString, ...] = ()
    is_cut: bool = False  # only the beginning stands here
    questions: tuple[str, ...] = ()
    questions_language: str = ""
    questions_note: str = ""  # the name of that language, where it is another than the page's


@dataclass(frozen=True)
class PaperDocument:
    """A document and those of its parts that can be commented on."""

    title: Wording
    parts: tuple[PaperPart, ...]
    version: Wording | None = None  # the name of a later one; none of the first


def paper_documents(activity: Activity, language: str) -> list[PaperDocument]:
    """The newest published version of every document, with the codes of `intake.codes`; five queries."""
    found = readings(published_documents(activity), language)
    return [
        PaperDocument(
            one.document.title, tuple(_parts(one, letter_of(one.document), language)),
            one.version.name if one.version.number > 1 else None,
        )
        for one in found
    ]  # fmt: skip


def text_languages(activity: Activity) -> set[str]:
    """The languages, beside those of pages, that a part of the documents as they are now is written in; one query."""
    later = DocumentVersion.objects.filter(
        document=OuterRef("section__version__document"), published_at__isnull=False,
        number__gt=OuterRef("section__version__number"),
    )  # fmt: skip
    newest = SectionText.objects.filter(
        ~Exists(later), section__version__document__activity=activity, section__version__published_at__isnull=False
    )
    written = newest.filter(language__in=TEXT_LANGUAGES).exclude(heading="", body="")
    return set(written.values_list("language", flat=True).distinct())


def matter_part(activity: Activity) -> PaperPart | None:
    """The box for the whole matter, with the code that staff type; none where the round has no such place. One query."""
    return PaperPart(MATTER) if whole_thread_id(activity) else None


def _parts(reading: DocumentReading, letter: str, page: str) -> list[PaperPart]:
    mark = mark_of(reading.version.number)
    whole = [PaperPart(f"{letter}{mark}")] if reading.thread_id else []
    return whole + [_part(section, letter, mark, page) for section in reading.sections if section.thread_id]


def _part(section: SectionReading, letter: str, mark: str, page: str) -> PaperPart:
    text, is_cut = beginning_of(section.passages)
    asked_in = section.questions_language
    return PaperPart(
        code=f"{letter}{section.number}{mark}",
        heading=named(Version(f"{section.number} {section.heading}", section.language), page),
        language=section.language,
        text=text,
        is_cut=is_cut,
        questions=section.questions,
        questions_language=asked_in,
        questions_note=name_of(asked_in) if is_fallback(asked_in, page) else "",
    )


def beginning_of(passages: Sequence[Passage]) -> tuple[tuple[SafeString, ...], bool]:
    """A text for the form, and whether it goes on elsewhere: whole passages, or words of the first if it is long."""
    if sum(len(passage.text) for passage in passages) <= WHOLE:
        return tuple(passage.html for passage in passages), False
    kept: list[SafeString] = []
    room = BEGINNING
    for passage in passages:
        room -= len(passage.text)
        if room < 0:
            break
        kept.append(passage.html)
    if not kept:
        words = " ".join(passages[0].text.split())[:BEGINNING].rsplit(" ", 1)[0]
        kept = [format_html("<p>{} …</p>", words)]
    return tuple(kept), True


def can_be_returned(authority: Authority) -> bool:
    """Whether the form has any way back to tell: post, a desk or e-mail."""
    return bool(authority.postal_address or authority.paper_way or authority.email)


def return_line(authority: Authority) -> Wording:
    """The way back in one line for the foot of every sheet: the postal address, or the desk; empty where neither is."""
    where = authority.postal_address or authority.paper_way
    return Wording({tag: ", ".join(line.strip(" ,\r") for line in text.splitlines()) for tag, text in where.items()})
