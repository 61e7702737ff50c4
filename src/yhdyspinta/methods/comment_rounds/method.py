"""The comment round as the platform sees it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from yhdyspinta.answers.queries import (
    AnswerShown,
    Approvals,
    Unshown,
    unfinished,
    waiting_for_approval,
    words_of_drafts,
)
from yhdyspinta.comments.codes import link_token
from yhdyspinta.comments.models import Receipt
from yhdyspinta.documents.gaps import gaps_of_draft
from yhdyspinta.documents.models import DocumentVersion
from yhdyspinta.methods.comment_rounds import actions, queries, rules
from yhdyspinta.methods.comment_rounds.actions.arrival import in_time
from yhdyspinta.methods.comment_rounds.actions.receipts import owe_receipt, owe_receipts
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.moderation.values import WARNINGS
from yhdyspinta.notices.outbox import Receiver
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import Someone
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import with_stages
from yhdyspinta.processes.methods import Card, DeskItem, Gap
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import Permit
from yhdyspinta.processes.taking_comments import Terms
from yhdyspinta.processes.taking_statements import TakesStatements
from yhdyspinta.ui import dates
from yhdyspinta.wording.fields import Wording

_SOON = timedelta(days=7)


class CommentRounds(TakesStatements):
    key = "comment_rounds"
    name = gettext_lazy("Comment round")
    path = "comment-round"
    slug = "kierros"
    stages = (rules.OPEN,)
    answer_template = "comment_rounds/_answer.html"
    abilities = rules.ABILITIES
    urls = "yhdyspinta.methods.comment_rounds.urls"
    staff_urls = "yhdyspinta.methods.comment_rounds.urls"

    def start(self, activity: Activity, *, at: datetime) -> None:
        actions.start_round(activity, at=at)

    def has_begun(self, activity: Activity) -> bool:
        published = DocumentVersion.objects.filter(document__activity=activity, published_at__isnull=False)
        return published.exists() or activity.senders.exists() or activity.comments.exists()

    def clear(self, activity: Activity) -> None:
        actions.clear_round(activity)

    def gaps(self, activity: Activity) -> Iterable[Gap]:
        """A document to read, complete in every duty language, and the times."""
        found = list(_document_gaps(activity))
        if rules.opening_time(activity) is None:
            found.append(Gap(_("The opening and closing times are missing"), _page(activity, "staff_times")))
        return found

    def desk(self, activities: Sequence[Activity], *, at: datetime) -> Iterable[DeskItem]:
        with_stages(activities)
        oldest = queries.desk_rows(activities)
        approvals = waiting_for_approval(activities)
        drafted, unshown = unfinished(activities)
        for activity in activities:
            yield from _unshown(activity, unshown.get(activity.pk))
            yield from _approvals(activity, approvals.get(activity.pk))
            yield from _desk_items(activity, oldest.get(activity.pk), drafted.get(activity.pk, 0), at)

    def card(self, activity: Activity, *, at: datetime) -> Card:
        language = get_language() or "fi"
        status = queries.status_of(activity, at, language)
        comments = ngettext("%(count)s comment", "%(count)s comments", activity.comment_count)
        return Card(
            label=str(self.name),
            title=activity.process.title,
            text=activity.process.summary,
            path=_page(activity, "round"),
            left=comments % {"count": dates.number(activity.comment_count, language)},
            right=status.words,
            closes_at=status.closes_at,
        )

    def terms(self, activity: Activity) -> Terms:
        kept = RoundSettings.of(activity)
        return Terms(naming=kept.naming, checked_before=kept.checked_before)

    def may_send(self, person: Someone, activity: Activity, *, began_at: datetime | None, at: datetime) -> Permit:
        return rules.may_send(person, activity, began_at=began_at, at=at)

    def in_time(
        self, actor: Person, activity: Activity, *, began_at: datetime, clock: Callable[[], datetime]
    ) -> Callable[[], datetime]:
        return in_time(actor, activity, began_at=began_at, clock=clock)

    def owe_receipt(self, receipt: Receipt, *, to: Receiver, at: datetime, organisation: str = "") -> None:
        owe_receipt(receipt, to=to, at=at, organisation=organisation)

    def owe_receipts(self, told: Sequence[tuple[Receipt, Receiver]], *, at: datetime) -> None:
        owe_receipts(told, at=at)

    def closing_time(self, activity: Activity) -> datetime | None:
        return rules.closing_time(activity)

    def receipt_path(self, activity: Activity, receipt: Receipt) -> str:
        return address("comment_rounds:link", activity.process.owner, token=link_token(receipt))

    def own_answers(
        self, activity: Activity, receipt: Receipt, *, language: str
    ) -> Sequence[tuple[int, int, AnswerShown | None]]:
        own = queries.answers_of(activity, receipt, language)
        return [(comment.thread_id, comment.number, answer) for comment, answer in own]

    def section_path(
        self, activity: Activity, *, document: str, version: int, section: str, language: str | None = None
    ) -> str:
        if not document:
            return activity_address(activity, "comment_rounds:round", language=language)
        if not section:
            whole = activity_address(activity, "comment_rounds:document", language=language, document=document)
            return f"{whole}?version={version}"
        name = "comment_rounds:section"
        return activity_address(activity, name, language=language, document=document, version=version, section=section)

    def copy(self, source: Activity, target: Activity, *, at: datetime, actor: Person) -> None:
        actions.copy_round(actor=actor, source=source, target=target, at=at)

    def search_texts(self, activity: Activity) -> Iterable[tuple[str, str, Any, Any, str]]:
        base = f"processes/{activity.process.slug}/{self.path}/{activity.slug}/documents/"
        versions = DocumentVersion.objects.filter(document__activity=activity, published_at__isnull=False)
        newest = {version.document_id: version for version in versions.select_related("document").order_by("number")}
        for version in newest.values():
            texts: dict[str, list[str]] = {}
            for section in version.sections.prefetch_related("texts"):
                for text in section.texts.all():
                    texts.setdefault(text.language, []).append(f"{section.number} {text.heading}\n{text.body}")
            words = Wording({language: "\n\n".join(parts) for language, parts in texts.items()})
            yield (
                "document",
                f"document:{version.document_id}",
                version.document.title,
                words,
                f"{base}{version.document.slug}/",
            )


def _page(activity: Activity, name: str) -> str:
    return activity_address(activity, f"comment_rounds:{name}")


def _document_gaps(activity: Activity) -> Iterable[Gap]:
    path = activity_address(activity, "documents:documents")
    documents = list(activity.documents.prefetch_related("versions"))
    if not documents:
        yield Gap(_("There is no document to comment on"), path)
    for document in documents:
        versions = list(document.versions.all())
        if any(version.published_at is not None for version in versions):
            continue
        title = Wording(document.title).text(get_language() or "fi")
        page = activity_address(activity, "documents:document", document=document.slug)
        for version in versions:
            version.document = document
            document.activity = activity
            for gap in gaps_of_draft(version):
                yield Gap(f"{title}: {gap.words}", page)
        yield Gap(_("%(title)s: the first version has not been published") % {"title": title}, page)


def _desk_items(
    activity: Activity, waiting: tuple[datetime, Mapping[str, int]] | None, drafted: int, at: datetime
) -> Iterable[DeskItem]:
    subject = Wording(activity.process.title).text(get_language() or "fi")
    if activity.waiting_count and waiting is not None:
        oldest, warned = waiting
        count = activity.waiting_count
        words = ngettext("%(count)s comment waits to be checked", "%(count)s comments wait to be checked", count)
        due = oldest + timedelta(hours=activity.process.owner.moderation_hours)
        path = process_address(activity.process, "moderation:queue")
        why = ", ".join([words % {"count": count}, *_warned_words(warned)])
        yield DeskItem(_("Check the comments"), subject, why, due, path, "moderate")
    closes_at, opens_at = rules.closing_time(activity), rules.opening_time(activity)
    if closes_at is not None and closes_at <= at and activity.due_count:
        path = activity_address(activity, "answers:work")
        why = _unanswered_words(activity.due_count, drafted)
        yield DeskItem(_("Answer the comments"), subject, why, _promised(activity), path, "answer")
    if opens_at is not None and at < opens_at <= at + _SOON:
        yield DeskItem(
            _("Check the round before it opens"),
            subject,
            _("The round opens soon"),
            opens_at,
            _page(activity, "staff_round"),
            "edit",
        )
    if closes_at is not None and at < closes_at <= at + _SOON and at >= (opens_at or at):
        yield DeskItem(
            _("Remind of the round"),
            subject,
            _("The round closes soon"),
            closes_at,
            _page(activity, "staff_times"),
            "edit",
        )


def _approvals(activity: Activity, waiting: Approvals | None) -> Iterable[DeskItem]:
    if waiting is not None:
        count = waiting.count
        words = ngettext("%(count)s answer waits for approval", "%(count)s answers wait for approval", count)
        subject = Wording(activity.process.title).text(get_language() or "fi")
        due = waiting.since + timedelta(hours=activity.process.owner.moderation_hours)
        yield DeskItem(_("Approve the answers"), subject, words % {"count": count}, due, waiting.path, "answer")


def _unshown(activity: Activity, found: Unshown | None) -> Iterable[DeskItem]:
    """Published answers that tell words of comments that were hidden, masked or withdrawn afterwards."""
    if found is not None:
        words = ngettext(
            "%(count)s published answer has words of a comment that is no longer shown",
            "%(count)s published answers have words of comments that are no longer shown",
            found.count,
        )
        subject = Wording(activity.process.title).text(get_language() or "fi")
        yield DeskItem(_("Correct the answer"), subject, words % {"count": found.count}, None, found.path, "answer")


def _unanswered_words(count: int, drafted: int) -> str:
    """How many comments wait for an answer, and how many of them stand in a draft already."""
    words = ngettext("%(count)s comment waits for an answer", "%(count)s comments wait for an answer", count)
    return ", ".join(filter(None, (words % {"count": count}, words_of_drafts(drafted))))


def _warned_words(warned: Mapping[str, int]) -> Iterable[str]:
    """What the checks warn of, each with how many comments."""
    for code, count in warned.items():
        if code == "identity_code":
            words = ngettext(
                "%(count)s may hold a personal identity code", "%(count)s may hold a personal identity code", count
            )
            yield words % {"count": count}
        elif code == "health":
            yield ngettext("%(count)s may tell of health", "%(count)s may tell of health", count) % {"count": count}
        else:
            yield f"{str(WARNINGS[code]).lower()}: {count}"


def _promised(activity: Activity) -> datetime | None:
    """The end of the promised day."""
    day = activity.process.answers_promised_on
    if day is None:
        return None
    return datetime(day.year, day.month, day.day, 23, 59, tzinfo=dates.HELSINKI)
