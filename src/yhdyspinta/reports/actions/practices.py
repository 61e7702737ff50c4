"""After the round: solutions in use and support material beside the sections that speak of a good practice."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet

from yhdyspinta.answers.languages import lacking, require_languages
from yhdyspinta.audit.trail import record
from yhdyspinta.documents.files import CheckedFile, checked_file
from yhdyspinta.documents.models import Section
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.reports.actions.reporting import ABILITY, require_closed
from yhdyspinta.reports.models import Practice, PracticeFile
from yhdyspinta.reports.parts_of_sections import WHOLE, about_of, choice_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

MOST_OF_A_SECTION: Final = 40


@dataclass(frozen=True)
class SentFile:
    """A file as it was sent; without a language it is the same for every reader."""

    content: bytes
    name: str
    declared: str = ""
    language: str = ""


@dataclass(frozen=True)
class PracticeText:
    """What staff tell of a solution or of material; the files as they were sent, at most one for each language."""

    section_id: int
    kind: str
    title: Wording
    text: Wording = field(default_factory=Wording)
    link: str = ""
    files: tuple[SentFile, ...] = ()
    part: int = WHOLE  # of the section, as `parts_of_sections` counts; AS_IT_WAS is for changes
    drops: frozenset[str] = frozenset()  # of a change: the languages whose files are taken away


@transaction.atomic
def add_practice(*, actor: Person, activity: Activity, text: PracticeText, at: datetime) -> Practice:
    """Put a solution in use, or support material, beside a section of a published version; the round has closed.

    Raises Refusal("report_round_is_open"), ("section_not_here"), ("part_not_here"), ("unknown_choice"),
    ("language_missing"), ("practice_empty"), ("too_many_practices"), ("language_unknown") or what a file is refused for. The same again adds nothing.
    """
    require_staff(actor, ABILITY, activity.process)
    require_closed(activity, at)
    section = _section(activity, text)
    about = _about(section, text)
    _require_whole(activity.process, text, has_file=bool(text.files))
    beside = Practice.objects.filter(section=section, removed_at=None)
    same = beside.filter(about=about, kind=text.kind, title=text.title, text=text.text, link=text.link).first()
    if same is not None and not text.files:
        return same
    _require_room(section)
    return _stored(actor, activity, Practice(section=section, about=about, added_at=at, added_by=actor), text)


def lacking_of(process: Process, title: Wording, text: Wording, *, has_more: bool) -> list[Refusal]:
    """All that a practice lacks, each at its field: a name, something to tell, and the languages that are owed."""
    found = lacking(process, "title", title)
    if text:
        return found + lacking(process, "text", text)
    return found if has_more else [*found, Refusal("practice_empty", status=422, field="text")]


def _require_whole(process: Process, text: PracticeText, *, has_file: bool) -> None:
    missing = lacking_of(process, text.title, text.text, has_more=bool(text.link) or has_file)
    if missing:
        raise Refusal.together(missing)


def _section(activity: Activity, text: PracticeText) -> Section:
    """The section beside which it stands, locked; a kind that there is not is refused too."""
    published = Section.objects.filter(version__document__activity=activity, version__published_at__isnull=False)
    section = published.select_for_update(of=("self",)).filter(pk=text.section_id).first()
    if section is None:
        raise Refusal("section_not_here", status=422, field="section")
    if text.kind not in Practice.Kind.values:
        raise Refusal("unknown_choice", status=422, field="kind")
    return section


def _require_room(section: Section) -> None:
    if Practice.objects.filter(section=section, removed_at=None).count() >= MOST_OF_A_SECTION:
        raise Refusal("too_many_practices", status=422, field="section", most=MOST_OF_A_SECTION)


def _about(section: Section, text: PracticeText, kept: Wording | None = None) -> Wording:
    about = about_of(section, text.part, kept)
    if about is None:
        raise Refusal("part_not_here", status=422, field="section")
    return about


def _stored(actor: Person, activity: Activity, practice: Practice, text: PracticeText) -> Practice:
    checked = _checked(activity, text)
    _put(practice, text)
    practice.save()
    _put_files(practice, checked)
    record(
        "reports.practice_added", actor=actor, target=activity, at=practice.added_at, process=activity.process,
        practice=practice.pk, kind=text.kind,
    )  # fmt: skip
    return practice


def _put(practice: Practice, text: PracticeText) -> None:
    practice.kind, practice.title, practice.text, practice.link = text.kind, text.title, text.text, text.link


def _put_files(practice: Practice, checked: Mapping[str, CheckedFile], drops: Collection[str] = ()) -> None:
    """The new files in the place of those that stand for their languages; what goes, goes from the disk too."""
    _remove_files(practice.files.filter(language__in={*checked, *drops}))
    for language, one in checked.items():
        new = PracticeFile(practice=practice, language=language, original_name=one.shown_name)
        new.content_type, new.size = one.content_type, len(one.content)
        new.file.save(one.stored_name, ContentFile(one.content))


def _remove_files(files: QuerySet[PracticeFile]) -> None:
    for name in files.values_list("file", flat=True):
        _delete_file(name)
    files.delete()


def _delete_file(name: str) -> None:
    """Once the change stands, a file that nothing leads to is gone, and so from later backups."""
    transaction.on_commit(lambda: default_storage.delete(name), robust=True)


@transaction.atomic
def change_practice(
    *, actor: Person, activity: Activity, practice: Practice, text: PracticeText, revision: int, at: datetime
) -> Practice:
    """Mend a solution or material, change its files, or move it to another section or part. The same again changes nothing.

    Raises Refusal("practice_removed"), ("changed_meanwhile") with what is saved, or as `add_practice`.
    """
    require_staff(actor, ABILITY, activity.process)
    section = _section(activity, text)
    found = Practice.objects.select_for_update(of=("self",)).get(pk=practice.pk)
    if found.removed_at is not None:
        raise Refusal("practice_removed", status=409)
    told = {name: getattr(text, name) for name in ("kind", "title", "text", "link")}
    told |= {"about": _about(section, text, found.about)}
    was = {name: getattr(found, name) for name in told}
    there = set(found.files.values_list("language", flat=True))
    if was == told and found.section_id == section.pk and not text.files and not text.drops & there:
        return found
    if found.revision != revision:
        raise Refusal(
            "changed_meanwhile", saved=was | {"section": choice_of(found.section, found.about)},
            typed=told | {"section": choice_of(section, told["about"])}, revision=found.revision,
        )  # fmt: skip
    _require_whole(activity.process, text, has_file=bool(text.files or there - text.drops))
    if found.section_id != section.pk:
        _require_room(section)
    checked = _checked(activity, text)
    _put(found, text)
    _put_files(found, checked, text.drops)
    found.section, found.about, found.revision = section, told["about"], found.revision + 1
    found.save()
    record(
        "reports.practice_reworded", actor=actor, target=activity, at=at, process=activity.process, practice=found.pk
    )
    return found


def _checked(activity: Activity, text: PracticeText) -> dict[str, CheckedFile]:
    """The files that may be stored, by their language; what one is refused for is told at its field."""
    found: dict[str, CheckedFile] = {}
    for one in text.files:
        try:
            if one.language and one.language not in activity.process.owner.languages:
                raise Refusal("language_unknown", status=422)
            found[one.language] = checked_file(content=one.content, name=one.name, declared=one.declared)
        except Refusal as problem:
            problem.field = file_field(one.language)
            raise
    return found


def file_field(language: str) -> str:
    """What the form calls the file of a language."""
    return f"file_{language}" if language else "file"


@transaction.atomic
def reword_practice(
    *, actor: Person, activity: Activity, practice: Practice, title: Wording, text: Wording, at: datetime
) -> Practice:
    """Write a practice's name and words in a further language, or mend them. The same words change nothing.

    Raises Refusal("practice_removed") or ("language_missing").
    """
    require_staff(actor, ABILITY, activity.process)
    found = Practice.objects.select_for_update(of=("self",)).get(pk=practice.pk)
    if found.removed_at is not None:
        raise Refusal("practice_removed", status=409)
    if (found.title, found.text) == (title, text):
        return found
    require_languages(activity.process, "title", title)
    if text:
        require_languages(activity.process, "text", text)
    found.title, found.text, found.revision = title, text, found.revision + 1
    found.save(update_fields=["title", "text", "revision"])
    record(
        "reports.practice_reworded", actor=actor, target=activity, at=at, process=activity.process, practice=found.pk
    )
    return found


@transaction.atomic
def remove_practice(*, actor: Person, activity: Activity, practice: Practice, at: datetime) -> None:
    """Take a solution or material off the pages; its row stays, so that the trail can be read, and its files go."""
    require_staff(actor, ABILITY, activity.process)
    found = Practice.objects.select_for_update(of=("self",)).get(pk=practice.pk)
    if found.removed_at is not None:
        return
    _remove_files(PracticeFile.objects.filter(practice=found))
    found.removed_at = at
    found.save(update_fields=["removed_at"])
    record(
        "reports.practice_removed", actor=actor, target=activity, at=at, process=activity.process, practice=practice.pk
    )
