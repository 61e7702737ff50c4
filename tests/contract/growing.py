"""More of everything that pages list, for tests of how often they ask."""

from datetime import timedelta
from uuid import uuid4

from django.db.models import F

from tests import factories
from tests.contract.kinds import World
from yhdyspinta.answers.models import Answer
from yhdyspinta.audit import clock
from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.documents.models import DocumentVersion, Section, SectionText
from yhdyspinta.intake.models import Batch, Mapping, Note, Sheet, TableLink, TableNote, Upload
from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.material.models import (
    BulkAction,
    CommentTheme,
    CommentWork,
    SavedView,
    StaffNote,
    Theme,
    ThemeSuggestion,
    Translation,
)
from yhdyspinta.notices.models import Notice
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.people.models import Organisation, Person, Representation, RoleGrant, SpeakerInvitation
from yhdyspinta.processes.models import Follow, Process, ProcessRole
from yhdyspinta.reports.models import HearingSummary, Practice, ReportVersion
from yhdyspinta.statements.models import Colleague, Statement, StatementNote
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.translating.models import ReturnedFile

WORDS = {"fi": "Sanat", "sv": "Ord", "en": "Words"}


def grow(world: World, count: int) -> None:
    """So many more of everything that pages list."""
    grow_comments(world, count)
    grow_beside(world, count)
    grow_work(world, count)
    grow_intake(world, count)
    grow_material(world, count)
    grow_told(world, count)


def grow_work(world: World, count: int) -> None:
    """Answers, outcomes, measures, people's roles, followers, organisations, notices and lines of the trail."""
    now, words = clock.now(), {"fi": "Sanat", "sv": "Ord", "en": "Words"}
    start = Answer.objects.count() + 100
    Answer.objects.bulk_create(
        Answer(
            activity=world.activity, number=start + place, title=words, body=words, handling="accepted", created_at=now,
            saved_at=now, published_at=now if place % 2 else None,
        )
        for place in range(count)
    )  # fmt: skip
    Outcome.objects.bulk_create(
        Outcome(process=world.process, kind="decided", title=words, on=now.date(), created_at=now, published_at=now)
        for _ in range(count)
    )
    Measure.objects.bulk_create(
        Measure(
            process=world.process, promise=words, we_decided=words, owner_name={"fi": "Yksikkö"}, created_at=now,
            published_at=now,
        )
        for _ in range(count)
    )  # fmt: skip
    people = Person.objects.bulk_create(
        Person(email=f"kasvu-{start}-{place}@example.org", name=f"Kasvu {place}", created_at=now)
        for place in range(count)
    )
    RoleGrant.objects.bulk_create(
        RoleGrant(person=one, authority=world.county, role="viewer", given_at=now) for one in people
    )
    ProcessRole.objects.bulk_create(
        ProcessRole(person=one, process=world.process, role="viewer", given_at=now) for one in people
    )
    Follow.objects.bulk_create(
        Follow(process=world.process, person=one, language="fi", nonce=uuid4().hex[:22], since=now) for one in people
    )
    organisations = Organisation.objects.bulk_create(
        Organisation(
            authority=world.county, name=f"Yhdistys {start} {place}", skeleton=f"y {start} {place}", created_at=now
        )
        for place in range(count)
    )
    Representation.objects.bulk_create(
        Representation(person=one, organisation=organisation, since=now)
        for one, organisation in zip(people, organisations, strict=True)
    )
    SpeakerInvitation.objects.bulk_create(
        SpeakerInvitation(
            organisation=organisation, email=f"p{uuid4().hex[:8]}@example.org", nonce=uuid4().hex[:22], invited_at=now,
            expires_at=now + timedelta(days=1),
        )
        for organisation in organisations
    )  # fmt: skip
    Notice.objects.bulk_create(
        Notice(
            kind="processes.paused", person=world.people[kind], language="fi", authority=world.county, owed_at=now,
            values={"process": world.process.slug, "owner": world.county.slug, "title": words}, state="parked",
        )
        for _ in range(count)
        for kind in ("email_confirmed", "coordinator", "operator")
    )  # fmt: skip
    for one in people:
        record(
            "processes.role_ended", actor=one, target=one, at=now, authority_id=world.county.pk,
            process_id=world.process.pk, role="viewer",
        )  # fmt: skip


def grow_comments(world: World, count: int) -> None:
    """Comments on the document's first section."""
    now = clock.now()
    senders = Sender.objects.bulk_create(
        Sender(activity=world.activity, person=factories.guest(), language="fi", first_at=now, capacities=["resident"])
        for _ in range(count)
    )
    receipts = Receipt.objects.bulk_create(
        Receipt(
            activity=world.activity, sender=sender, key=uuid4(), nonce=f"n{sender.pk}",
            code_hash=f"h{sender.pk}", at=now, language="fi",
        )
        for sender in senders
    )  # fmt: skip
    model = Comment.objects.get(pk=world.comment.pk)
    first = Comment.objects.filter(activity=world.activity).count() + 100
    copies = []
    for place, (sender, receipt) in enumerate(zip(senders, receipts, strict=True)):
        copy = Comment.objects.get(pk=model.pk)
        copy.pk, copy.number, copy.sender, copy.receipt = None, first + place, sender, receipt
        copy._state.adding = True
        copy.state = "waiting" if place % 3 == 0 else "visible"
        copies.append(copy)
    Comment.objects.bulk_create(copies)


def grow_beside(world: World, count: int) -> None:
    """Sections in the draft, and processes beside it."""
    now, section = clock.now(), world.section
    draft = DocumentVersion.objects.get(document=section.version.document, number=2)
    made = Section.objects.bulk_create(
        Section(version=draft, position=100 + count + place, number=str(place), anchor=f"lisa-{count}-{place}")
        for place in range(count)
    )
    SectionText.objects.bulk_create(
        SectionText(section=one, language=language, heading="Lisä", body="Sanat.")
        for one in made
        for language in ("fi", "sv")
    )
    Process.objects.bulk_create(
        Process(
            owner=world.county, slug=f"asia-{count}-{place}", title={"fi": "Asia"}, summary={"fi": "Sanat"}, created_at=now,
            published_at=now, preview_nonce="x",
        )
        for place in range(count)
    )  # fmt: skip


def newest(world: World, count: int) -> list[Comment]:
    """Comments that were grown, none of those that the pages are asked about."""
    grown = Comment.objects.filter(activity=world.activity, receipt__sheet=None, receipt__nonce__startswith="n")
    return list(grown.filter(receipt__code_hash__startswith="h").order_by("-pk")[:count])


def grow_intake(world: World, count: int) -> None:
    """Piles, their sheets and notes, tables' links and files, with what one of each held before."""
    now, who = clock.now(), world.people["coordinator"]
    comments = newest(world, count)
    kinds = {"paper": Batch.objects.filter(kind="paper").first(), "event": Batch.objects.filter(kind="event").first()}
    for kind, first in kinds.items():
        made = Batch.objects.bulk_create(
            Batch(
                activity=world.activity, key=uuid4(), kind=kind, name="Pino", channel=kind, arrived_on=now.date(),
                language="fi", begun_by=who, begun_at=now,
            )
            for _ in range(count)
        )  # fmt: skip
        batch = first or made[0]
        start = Sheet.objects.filter(batch=batch).count() + 100
        half = comments[: count // 2] if kind == "paper" else comments[count // 2 :]
        Sheet.objects.bulk_create(
            Sheet(batch=batch, number=start + place, receipt_id=one.receipt_id, table=f"{start + place}", is_drawn=True)
            for place, one in enumerate(half)
        )
        if kind == "event":
            Note.objects.bulk_create(Note(batch=batch, key=uuid4(), comment=one) for one in half)
            grow_links(world, batch, count)
    Upload.objects.bulk_create(
        Upload(activity=world.activity, kind="comments", digest=uuid4().hex * 2, file_name="a.xlsx", uploaded_at=now)
        for _ in range(count)
    )
    start = Mapping.objects.count()
    Mapping.objects.bulk_create(
        Mapping(authority=world.county, name=f"Kysely {start + place}", saved_at=now) for place in range(count)
    )


def grow_links(world: World, batch: Batch, count: int) -> None:
    """Links of an event's tables, and notes that came by them and wait."""
    now = clock.now()
    links = TableLink.objects.bulk_create(
        TableLink(
            batch=batch, table=uuid4().hex[:6], nonce=uuid4().hex[:22], token_hash=uuid4().hex * 2, made_at=now,
            expires_at=now + timedelta(hours=1),
        )
        for _ in range(count)
    )  # fmt: skip
    every = list(TableLink.objects.exclude(pk__in=[link.pk for link in links]))
    TableNote.objects.bulk_create(
        TableNote(
            link=link, key=uuid4(), number=1_000 + count + place, thread_id=world.comment.thread_id, text="Sanottua.",
            came_at=now,
        )
        for link in (*every, *links[:3])
        for place in range(count)
    )  # fmt: skip
    TableLink.objects.filter(pk__in=[link.pk for link in (*every, *links[:3])]).update(
        waiting_count=F("waiting_count") + count
    )


def grow_material(world: World, count: int) -> None:
    """Themes, suggestions, views, deeds; and for each comment its work, notes, translations and transfers."""
    now, who, activity = clock.now(), world.people["coordinator"], world.activity
    comments = newest(world, count)
    themes = Theme.objects.bulk_create(Theme(activity=activity, name=WORDS, made_at=now) for _ in range(count))
    CommentTheme.objects.bulk_create(
        CommentTheme(theme=theme, comment=one) for theme, one in zip(themes, comments, strict=False)
    )
    CommentTheme.objects.bulk_create(
        (CommentTheme(theme=theme, comment=world.comment) for theme in themes), ignore_conflicts=True
    )
    ThemeSuggestion.objects.bulk_create(
        ThemeSuggestion(activity=activity, label=["bussi"], comments=[one.pk for one in comments], made_at=now)
        for _ in range(count)
    )
    SavedView.objects.bulk_create(
        SavedView(activity=activity, person=who, name=f"Oma {uuid4().hex[:6]}", query="state=visible", made_at=now)
        for _ in range(count)
    )
    BulkAction.objects.bulk_create(
        BulkAction(activity=activity, key=uuid4(), kind="theme_added", theme=themes[0], at=now, by=who)
        for _ in range(count)
    )
    CommentWork.objects.bulk_create(
        (CommentWork(comment=one, stance="for", assignee=who, due_on=now.date()) for one in comments),
        ignore_conflicts=True,
    )
    for one in (*comments, *([world.comment] * count)):
        StaffNote.objects.create(comment=one, key=uuid4(), text="Kesken.", at=now, by=who)
    Translation.objects.bulk_create(
        (
            Translation(comment=one, language="sv", text="Ord", of_words="x" * 64, of_revision=1, at=now)
            for one in comments
        ),
        ignore_conflicts=True,
    )
    receiver = Authority.objects.exclude(pk=world.county.pk).order_by("pk").first()
    for one in comments[: count // 2]:
        if not one.transfers.exists():
            Transfer.objects.create(
                comment=one, key=uuid4(), receiver=receiver, reason=WORDS, due_on=now.date(), passed_at=now
            )


def grow_told(world: World, count: int) -> None:
    """Versions of the report, summaries, practices, releases, returned files, and an organisation's statement."""
    now, who, activity = clock.now(), world.people["coordinator"], world.activity
    version = ReportVersion.objects.filter(activity=activity).order_by("-number").first()
    start = 100 + ReportVersion.objects.count()
    if version is not None:
        ReportVersion.objects.bulk_create(
            ReportVersion(
                activity=activity, number=start + place, words=version.words, figures=version.figures, published_at=now
            )
            for place in range(count)
        )
    summary = HearingSummary.objects.filter(activity=activity).first()
    if summary is not None:
        HearingSummary.objects.bulk_create(
            HearingSummary(activity=activity, number=start + place, figures=summary.figures, made_at=now)
            for place in range(count)
        )
    Practice.objects.bulk_create(
        Practice(section=world.section, kind="solution", title=WORDS, text=WORDS, added_at=now) for _ in range(count)
    )
    release = LaunchRelease.objects.filter(activity=activity).first()
    if release is not None:
        LaunchRelease.objects.bulk_create(
            LaunchRelease(
                activity=activity,
                number=start + place,
                piece=start + place - place % 2,
                words=release.words,
                release_at=now,
                told_at=now,
            )
            for place in range(count)
        )
    ReturnedFile.objects.bulk_create(
        ReturnedFile(**whose, digest=uuid4().hex * 2, name="a.xlsx", source="fi", target="sv", read_at=now)
        for _ in range(count)
        for whose in ({"process": world.process}, {"authority": world.process.owner})
    )
    statement = Statement.objects.filter(activity=activity, receipt=None).first()
    if statement is not None:
        StatementNote.objects.bulk_create(
            StatementNote(statement=statement, text="Kesken.", by=who, at=now) for _ in range(count)
        )
        Colleague.objects.bulk_create(
            Colleague(
                statement=statement, email=f"k{uuid4().hex[:8]}@example.org", nonce=uuid4().hex[:22], invited_at=now,
                expires_at=now + timedelta(days=1),
            )
            for _ in range(count)
        )  # fmt: skip
