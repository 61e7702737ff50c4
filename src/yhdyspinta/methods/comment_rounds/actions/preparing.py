"""What staff decide of a round: its settings, when it is open, and its start as a new one or a copy."""

from datetime import datetime
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.db import transaction

from yhdyspinta.answers.rounds import forget_answered
from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Thread
from yhdyspinta.documents.models import Attachment, Document, DocumentVersion, Section, SectionText
from yhdyspinta.documents.values import draft_name
from yhdyspinta.methods.comment_rounds.models import RoundThread
from yhdyspinta.methods.comment_rounds.notices import EXTENDED
from yhdyspinta.methods.comment_rounds.rules import OPEN
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity, Stage
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.processes.telling import tell_followers
from yhdyspinta.ui import dates
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal


def start_round(activity: Activity, *, at: datetime) -> None:
    """Give a new round its place for general comments and its usual settings; harmless twice."""
    if not RoundThread.objects.filter(activity=activity).exists():
        RoundThread.objects.create(activity=activity, thread=Thread.objects.create(activity=activity))
    if "round" not in activity.settings:
        activity.settings = RoundSettings().stored()
        activity.save(update_fields=["settings"])


def clear_round(activity: Activity) -> None:
    """Take away the documents and the places for comments of a round that has not begun."""
    activity.documents.all().delete()
    RoundThread.objects.filter(activity=activity).delete()


@transaction.atomic
def change_settings(
    *, actor: Person, activity: Activity, settings: RoundSettings, revision: int, at: datetime
) -> Activity:
    """Set who may comment, how names show and when comments are checked.

    Raises Refusal("changed_meanwhile"), and Refusal("naming_is_promised") once somebody has sent a comment.
    """
    held = _held(actor, activity)
    if held.revision != revision:
        raise Refusal("changed_meanwhile")
    if settings.naming != RoundSettings.of(held).naming and held.last_comment_number:
        raise Refusal("naming_is_promised", status=422, field="naming")
    held.settings = {**held.settings, **settings.stored()}
    held.revision += 1
    held.save(update_fields=["settings", "revision"])
    record("comment_rounds.settings_changed", actor=actor, target=held, at=at, process=held.process)
    return held


@transaction.atomic
def set_times(
    *, actor: Person, activity: Activity, opens_at: datetime, closes_at: datetime, at: datetime, sure: bool = False,
    revision: int | None = None,
) -> Stage:  # fmt: skip
    """Set when the round is open. Followers of a public process are told when an open round is extended.

    Raises Refusal("changed_meanwhile") with what is `saved` when somebody set the times after `revision` (0 is before
    the first ones), ("closes_before_opens"), ("already_open") when the opening of an open round is moved to the future,
    ("closes_in_the_past"), and ("closing_earlier") until `sure` when the promised time gets shorter. A promised time
    is made shorter only by those who may close. A round that opens again is no longer answered.
    """
    held = _held(actor, activity)
    stage = held.stages.select_for_update().filter(key=OPEN).first()
    _require_unchanged(stage, revision)
    _require_possible(stage, opens_at, closes_at, at)
    _require_promise_kept(actor, held, stage, closes_at, at=at, sure=sure)
    extended = stage is not None and stage.opens_at <= at and closes_at > stage.closes_at
    stage = stage or Stage(activity=held, key=OPEN, revision=0)
    stage.revision += 1
    stage.opens_at, stage.closes_at = opens_at, closes_at
    stage.opens_shown, stage.closes_shown = dates.moment(opens_at, "fi")[:40], dates.moment(closes_at, "fi")[:40]
    stage.save()
    record(
        "processes.stage_set", actor=actor, target=held, at=at, process=held.process, opens_at=opens_at.isoformat(),
        closes_at=closes_at.isoformat(),
    )  # fmt: skip
    if closes_at > at:
        forget_answered(held, actor=actor, at=at)
    if extended and held.process.is_public(at):
        tell_followers(held.process, EXTENDED, at=at, activity=held.slug, closes_at=closes_at.isoformat())
    return stage


def _require_possible(stage: Stage | None, opens_at: datetime, closes_at: datetime, at: datetime) -> None:
    """Refuse times that cannot be: what is over stays as it was."""
    if closes_at <= opens_at:
        raise Refusal("closes_before_opens", status=422, field="closes_at")
    was_open = stage is not None and stage.opens_at <= at < stage.closes_at
    if was_open and opens_at > at:
        raise Refusal("already_open", status=422, field="opens_at")
    if closes_at <= at and (stage is None or stage.closes_at != closes_at):
        raise Refusal("closes_in_the_past", status=422, field="closes_at")


def _require_promise_kept(
    actor: Person, activity: Activity, stage: Stage | None, closes_at: datetime, *, at: datetime, sure: bool
) -> None:
    """A time that the public was promised gets shorter only by those who may close, and when they are sure."""
    if stage is None or closes_at >= stage.closes_at or not activity.process.is_public(at):
        return
    require_staff(actor, "close", activity.process)
    if not sure:
        raise Refusal("closing_earlier", status=422, field="sure", time=dates.moment(stage.closes_at, page_language()))


def _require_unchanged(stage: Stage | None, revision: int | None) -> None:
    """Refuse when somebody set the times after the revision that staff saw."""
    current = stage.revision if stage else 0
    if revision not in {None, current}:
        saved = {"opens_at": stage.opens_at, "closes_at": stage.closes_at} if stage else {}
        raise Refusal("changed_meanwhile", saved=saved, revision=current)


def copy_round(*, actor: Person, source: Activity, target: Activity, at: datetime) -> None:
    """Bring settings, files and each document's newest text into the copy, as a first draft.

    The newest text is what was published last; only a document that never was gives its draft.
    """
    target.settings = dict(source.settings)
    target.save(update_fields=["settings"])
    for document in source.documents.prefetch_related("versions"):
        versions = list(document.versions.all())
        copy = Document.objects.create(
            activity=target,
            position=document.position,
            slug=document.slug,
            title=document.title,
            summary=document.summary,
        )
        draft = DocumentVersion.objects.create(document=copy, number=1, name=draft_name(1), created_at=at)
        if versions:
            published = [version for version in versions if version.published_at is not None]
            _copy_sections((published or versions)[-1], draft)
        _copy_attachments(document, copy, at=at, actor=actor)


def _copy_sections(source: DocumentVersion, draft: DocumentVersion) -> None:
    for section in source.sections.prefetch_related("texts"):
        copy = Section.objects.create(
            version=draft, position=section.position, level=section.level, number=section.number, anchor=section.anchor,
            questions=section.questions,
        )  # fmt: skip
        SectionText.objects.bulk_create(
            SectionText(section=copy, language=text.language, heading=text.heading, body=text.body)
            for text in section.texts.all()
        )


def _copy_attachments(source: Document, copy: Document, *, at: datetime, actor: Person) -> None:
    """Each file again, under a stored name of its own, so that neither copy depends on the other."""
    for file in source.attachments.filter(removed_at=None).order_by("pk"):
        kept = Attachment(
            document=copy, name=file.name, original_name=file.original_name, content_type=file.content_type,
            size=file.size, language=file.language, added_at=at, added_by=actor,
        )  # fmt: skip
        with file.file.open("rb") as stored:
            kept.file.save(
                PurePosixPath(file.file.name or file.original_name).name, ContentFile(stored.read()), save=False
            )
        kept.save()


def _held(actor: Person, activity: Activity) -> Activity:
    held = Activity.objects.select_for_update(of=("self",)).select_related("process__owner").get(pk=activity.pk)
    require_staff(actor, "edit", held.process)
    return held
