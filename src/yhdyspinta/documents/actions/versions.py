"""Versions: a new draft from the last published one, and publishing, after which nothing of it changes."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.comments.models import Thread
from yhdyspinta.documents.actions.locks import hold_process, locked_document, locked_draft, noted, process_of
from yhdyspinta.documents.actions.order import ordered, renumber
from yhdyspinta.documents.gaps import gaps_of_draft
from yhdyspinta.documents.models import Document, DocumentVersion, Section, SectionText
from yhdyspinta.documents.values import draft_name
from yhdyspinta.people.models import Person
from yhdyspinta.processes.indexing import index_process
from yhdyspinta.processes.telling import tell_followers
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def start_version(*, actor: Person, document: Document, at: datetime) -> DocumentVersion:
    """Begin a new draft as a copy of the last published version; each section knows the one it came from.

    Raises Refusal("draft_exists") while another draft is being written.
    """
    document = locked_document(actor, document)
    versions = list(document.versions.order_by("number"))
    if any(version.published_at is None for version in versions):
        raise Refusal("draft_exists")
    number = max((version.number for version in versions), default=0) + 1
    draft = DocumentVersion.objects.create(document=document, number=number, name=draft_name(number), created_at=at)
    if versions:
        _copy_sections(versions[-1], draft)
    noted("documents.version_started", actor=actor, target=draft, document=document, at=at, number=number)
    return draft


def _copy_sections(source: DocumentVersion, draft: DocumentVersion) -> None:
    old = list(source.sections.prefetch_related("texts"))
    new = Section.objects.bulk_create(
        Section(
            version=draft,
            position=section.position,
            level=section.level,
            number=section.number,
            anchor=section.anchor,
            questions=section.questions,
        )
        for section in old
    )
    SectionText.objects.bulk_create(
        SectionText(section=copy, language=text.language, heading=text.heading, body=text.body)
        for section, copy in zip(old, new, strict=True)
        for text in section.texts.all()
    )
    through = Section.predecessors.through
    through.objects.bulk_create(
        through(from_section_id=copy.pk, to_section_id=section.pk) for section, copy in zip(old, new, strict=True)
    )


@transaction.atomic
def remove_draft(*, actor: Person, version: DocumentVersion, at: datetime) -> None:
    """Throw a draft away; the published version before it stays as it is.

    Raises Refusal("only_version") for the first draft: then the document itself is removed.
    """
    version = locked_draft(actor, version)
    if not version.document.versions.filter(published_at__isnull=False).exists():
        raise Refusal("only_version")
    noted(
        "documents.draft_removed",
        actor=actor,
        target=version,
        document=version.document,
        at=at,
        number=version.number,
    )
    version.delete()


@transaction.atomic
def edit_version(
    *, actor: Person, version: DocumentVersion, name: Wording, what_changed: Wording, at: datetime
) -> DocumentVersion:
    """Name a draft and tell what changed from the version before."""
    version = locked_draft(actor, version)
    version.name, version.what_changed = name, what_changed
    version.save(update_fields=["name", "what_changed"])
    noted("documents.version_edited", actor=actor, target=version, document=version.document, at=at)
    return version


@transaction.atomic
def publish_version(*, actor: Person, version: DocumentVersion, at: datetime) -> DocumentVersion:
    """Publish a version: fix its numbers and texts, and make a place for comments in each section and on the whole.

    Comments on earlier versions stay where they are. While the process is not public the version is simply ready;
    otherwise followers are told. Raises Refusal("draft_not_ready") with the `gaps` when something is missing.
    """
    hold_process(version.document)
    version = locked_draft(actor, version, ability="publish")
    sections = ordered(version)
    renumber(sections)
    gaps = gaps_of_draft(version)
    if gaps:
        raise Refusal("draft_not_ready", status=422, gaps=gaps, count=len(gaps))
    _give_threads(version, sections)
    version.published_at = at  # last: from now on the database refuses every change
    version.save(update_fields=["thread", "published_at"])
    noted(
        "documents.version_published",
        actor=actor,
        target=version,
        document=version.document,
        at=at,
        number=version.number,
    )
    index_process(process_of(version.document), at=at)
    _tell(version, at)
    return version


def _give_threads(version: DocumentVersion, sections: list[Section]) -> None:
    """A place for comments in each section and on the whole."""
    activity = version.document.activity
    threads = Thread.objects.bulk_create(Thread(activity=activity) for _count in range(len(sections) + 1))
    for section, thread in zip(sections, threads, strict=False):
        section.thread = thread
    Section.objects.bulk_update(sections, ["thread"])
    version.thread = threads[-1]


def _tell(version: DocumentVersion, at: datetime) -> None:
    """Followers hear of a new version of a document that they have been able to read."""
    process = process_of(version.document)
    if not process.is_public(at) or version.number == 1:
        return
    tell_followers(
        process,
        "documents.version_published",
        at=at,
        document=dict(version.document.title),
        name=dict(version.name),
        activity=version.document.activity.slug,
        slug=version.document.slug,
    )
