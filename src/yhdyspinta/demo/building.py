"""Build one process of the demo through the real actions, as its staff would have done."""

from datetime import date, datetime, timedelta

from yhdyspinta.authorities.models import Authority
from yhdyspinta.demo.content.attachments import ATTACHMENTS
from yhdyspinta.demo.content.questions import QUESTIONS
from yhdyspinta.demo.stories import DOCUMENTS, Story, both, text_of
from yhdyspinta.documents import actions as document_actions
from yhdyspinta.documents.actions.imports import NEW, Placing
from yhdyspinta.documents.models import Document, Section
from yhdyspinta.people.models import Person
from yhdyspinta.processes import actions
from yhdyspinta.processes.actions import PhaseFacts
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.ui.dates import HELSINKI


def local(at: datetime, days: int, hour: int, minute: int = 0) -> datetime:
    """A local hour some days from a moment, as an instant."""
    day = (at.astimezone(HELSINKI) + timedelta(days=days)).date()
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=HELSINKI)


def prepare(story: Story, owner: Authority, coordinator: Person, *, now: datetime) -> Process:
    """A draft with its timeline, texts and documents, made a while before commenting opened."""
    opens_at = local(now, -story.opened_days_ago, 9)
    at = opens_at - timedelta(days=24)
    if at > now:
        at = now - timedelta(days=3)
    process = actions.create_process(
        actor=coordinator, owner=owner, title=story.title, blueprint=story.blueprint, at=at, opens_on=opens_at.date()
    )
    _tell_more(process, coordinator, at)
    for name in story.documents:
        add_document(process.activities.get(), name, coordinator, at=at)
    process.refresh_from_db()
    facts = story.facts(process.answers_promised_on)
    return actions.edit_process(actor=coordinator, process=process, facts=facts, revision=process.revision, at=at)


def _tell_more(process: Process, coordinator: Person, at: datetime) -> None:
    """The forum and the workshops get their place and words."""
    for phase in process.phases.filter(kind__in=("forum", "workshops")):
        is_forum = phase.kind == "forum"
        facts = PhaseFacts(
            kind=phase.kind,
            title=both(
                "Maakunnallinen osallisuusfoorumi", "Regionalt delaktighetsforum", "Regional participation forum"
            )
            if is_forum
            else both("Työpajat", "Workshoppar", "Workshops"),
            description=both(
                "Avoin kaikille. Luonnoksia voi kommentoida myös paikan päällä.",
                "Öppet för alla. Utkasten kan kommenteras också på plats.",
            )
            if is_forum
            else both("Työpajoissa käsitellään saadut ehdotukset.", "I workshopparna behandlas förslagen."),
            starts_at=phase.starts_at,
            ends_at=phase.ends_at,
            place=both("Esimerkkitalo ja etäyhteys", "Exempelhuset och på distans") if is_forum else both("", ""),
        )
        actions.save_phase(actor=coordinator, process=process, facts=facts, phase=phase, revision=phase.revision, at=at)


def add_document(activity: Activity, name: str, coordinator: Person, *, at: datetime) -> Document:
    """A document with its first version in Finnish and Swedish, imported from Markdown."""
    title, summary = DOCUMENTS[name]
    document = document_actions.create_document(
        actor=coordinator, activity=activity, title=title, summary=summary, at=at
    )
    for language in ("fi", "sv"):
        draft = document_actions.import_draft(
            actor=coordinator,
            document=document,
            language=language,
            source="markdown",
            text=text_of(name, language),
            at=at,
        )
        targets = [NEW] * len(draft.sections)
        if language == "sv":
            version = document.versions.get(published_at=None)
            targets = [str(pk) for pk in version.sections.order_by("position").values_list("pk", flat=True)]
        placings = [
            Placing(target=target, heading=part["heading"])
            for target, part in zip(targets, draft.sections, strict=True)
        ]
        document_actions.approve_import(actor=coordinator, draft_import=draft, placings=placings, at=at)
    _ask(document, name, coordinator, at)
    _attach(document, name, coordinator, at)
    return document


def _ask(document: Document, name: str, coordinator: Person, at: datetime) -> None:
    """Guiding questions beside some sections."""
    questions = QUESTIONS.get(name, {})
    for section in Section.objects.filter(version__document=document, number__in=questions):
        document_actions.set_questions(
            actor=coordinator,
            section=section,
            questions=questions[section.number],
            revision=section.revision,
            at=at,
        )


def _attach(document: Document, name: str, coordinator: Person, at: datetime) -> None:
    """Files beside the document."""
    for file in ATTACHMENTS.get(name, ()):
        document_actions.add_attachment(
            actor=coordinator,
            document=document,
            content=file.text.encode(),
            file_name=file.file_name,
            declared_type="",
            at=at,
            name=file.name,
            language=file.language,
        )


def publish(process: Process, coordinator: Person, *, at: datetime) -> Process:
    """Fix the documents' versions and open the process to the public."""
    for activity in process.activities.all():
        for document in activity.documents.all():
            version = document.versions.get(published_at=None)
            document_actions.publish_version(actor=coordinator, version=version, at=at)
    return actions.publish_process(actor=coordinator, process=process, at=at)


def second_version(
    document: Document, coordinator: Person, changes: dict[str, dict[str, str]], *, at: datetime
) -> None:
    """A new version in which the sections (by number) have new texts (by language)."""
    version = document_actions.start_version(actor=coordinator, document=document, at=at)
    document_actions.edit_version(
        actor=coordinator,
        version=version,
        name=both("luonnos 2", "utkast 2", "draft 2"),
        what_changed=both(
            "Vastaamiselle on määräaika ja foorumi pidetään joka toinen kerta illalla.",
            "Svaren har en tidsfrist och forumet ordnas varannan gång på kvällen.",
            "Answers have a deadline and every other forum is held in the evening.",
        ),
        at=at,
    )
    for number, texts in changes.items():
        section = Section.objects.get(version=version, number=number)
        for text in section.texts.filter(language__in=texts):
            document_actions.save_section_text(
                actor=coordinator,
                section=section,
                language=text.language,
                heading=text.heading,
                body=texts[text.language],
                revision=text.revision,
                at=at,
            )
    document_actions.publish_version(actor=coordinator, version=version, at=at)


def promised(process: Process) -> date | None:
    return process.answers_promised_on
