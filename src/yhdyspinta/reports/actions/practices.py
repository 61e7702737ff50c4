"""After the round: solutions in use and support material beside the sections that speak of a good practice."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from django.core.files.base import ContentFile
from django.db import transaction

from yhdyspinta.answers.languages import require_languages
from yhdyspinta.audit.trail import record
from yhdyspinta.documents.files import CheckedFile, checked_file
from yhdyspinta.documents.models import Section
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.reports.actions.reporting import ABILITY, require_closed
from yhdyspinta.reports.models import Practice
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

MOST_OF_A_SECTION: Final = 40


@dataclass(frozen=True)
class PracticeText:
    """What staff tell of a solution or of material; the file as it was sent, where there is one."""

    section_id: int
    kind: str
    title: Wording
    text: Wording = field(default_factory=Wording)
    link: str = ""
    content: bytes = b""
    file_name: str = ""
    declared_type: str = ""


@transaction.atomic
def add_practice(*, actor: Person, activity: Activity, text: PracticeText, at: datetime) -> Practice:
    """Put a solution in use, or support material, beside a section of a published version; the round has closed.

    Raises Refusal("report_round_is_open"), ("section_not_here"), ("unknown_choice"), ("language_missing"),
    ("practice_empty"), ("too_many_practices") or what a file is refused for. The same again adds nothing.
    """
    require_staff(actor, ABILITY, activity.process)
    require_closed(activity, at)
    published = Section.objects.filter(version__document__activity=activity, version__published_at__isnull=False)
    section = published.select_for_update(of=("self",)).filter(pk=text.section_id).first()
    if section is None:
        raise Refusal("section_not_here", status=422, field="section")
    if text.kind not in Practice.Kind.values:
        raise Refusal("unknown_choice", status=422, field="kind")
    require_languages(activity.process, "title", text.title)
    if not (text.text or text.link or text.file_name):
        raise Refusal("practice_empty", status=422, field="text")
    if text.text:
        require_languages(activity.process, "text", text.text)
    beside = Practice.objects.filter(section=section, removed_at=None)
    if beside.count() >= MOST_OF_A_SECTION:
        raise Refusal("too_many_practices", status=422, field="section", most=MOST_OF_A_SECTION)
    same = beside.filter(kind=text.kind, title=text.title, text=text.text, link=text.link).first()
    if same is not None and not text.file_name:
        return same
    return _stored(actor, activity, section, text, at)


def _stored(actor: Person, activity: Activity, section: Section, text: PracticeText, at: datetime) -> Practice:
    checked = _checked(text)
    practice = Practice(
        section=section, kind=text.kind, title=text.title, text=text.text, link=text.link, added_at=at, added_by=actor
    )
    if checked is not None:
        practice.original_name, practice.content_type = checked.shown_name, checked.content_type
        practice.size = len(checked.content)
        practice.file.save(checked.stored_name, ContentFile(checked.content), save=False)
    practice.save()
    record(
        "reports.practice_added", actor=actor, target=activity, at=at, process=activity.process, practice=practice.pk,
        kind=text.kind,
    )  # fmt: skip
    return practice


def _checked(text: PracticeText) -> CheckedFile | None:
    if not text.file_name:
        return None
    return checked_file(content=text.content, name=text.file_name, declared=text.declared_type)


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
    found.title, found.text = title, text
    found.save(update_fields=["title", "text"])
    record(
        "reports.practice_reworded", actor=actor, target=activity, at=at, process=activity.process, practice=found.pk
    )
    return found


@transaction.atomic
def remove_practice(*, actor: Person, activity: Activity, practice: Practice, at: datetime) -> None:
    """Take a solution or material off the pages; its row stays, so that the trail can be read."""
    require_staff(actor, ABILITY, activity.process)
    found = Practice.objects.select_for_update(of=("self",)).get(pk=practice.pk)
    if found.removed_at is not None:
        return
    found.removed_at = at
    found.save(update_fields=["removed_at"])
    record(
        "reports.practice_removed", actor=actor, target=activity, at=at, process=activity.process, practice=practice.pk
    )
