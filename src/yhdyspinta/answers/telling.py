"""Who hears of answers: the senders of the comments, once each, and those who follow the process."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.answers.models import Answer
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.comments.receivers import owed_to, receiver_of, told_among, with_receivers
from yhdyspinta.intake.owing import letters_due, senders_told_by_staff
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import UNDO_TIME, Receiver, owe, owe_each, owe_each_once, take_back
from yhdyspinta.processes.follows import news_follow, receivers
from yhdyspinta.processes.models import Activity, Follow
from yhdyspinta.ui import dates
from yhdyspinta.ui.mail_addresses import address_key
from yhdyspinta.wording.languages import page_language

UNDO_MINUTES: Final = int(UNDO_TIME.total_seconds() // 60)


@dataclass(frozen=True)
class Reach:
    """How many senders are told of an answer by e-mail, how many the desk owes it, and how many gave no way."""

    senders: int
    told: int
    by_staff: int = 0

    @property
    def not_told(self) -> int:
        return self.senders - self.told - self.by_staff

    @property
    def words(self) -> str:
        """Who is told once the answer is published; empty without senders."""
        if not self.senders:
            return ""
        return _sentences(self.told and _by_mail(self.told), *self.others())

    def others(self) -> tuple[str, ...]:
        """Those whom the service does not write to."""
        return (
            _counted(
                ngettext(
                    "%(count)s sender is told by staff, by letter, by phone or by e-mail: the desk lists who.",
                    "%(count)s senders are told by staff, by letter, by phone or by e-mail: the desk lists who.",
                    self.by_staff,
                ),
                self.by_staff,
            ),
            _counted(
                ngettext(
                    "%(count)s sender gave no way to be told.",
                    "%(count)s senders gave no way to be told.",
                    self.not_told,
                ),
                self.not_told,
            ),
        )


def _by_mail(count: int) -> str:
    words = ngettext(
        "%(count)s sender is told by e-mail when the answer is published.",
        "%(count)s senders are told by e-mail when the answer is published.",
        count,
    )
    return _counted(words, count)


def _counted(words: str, count: int) -> str:
    return words % {"count": dates.number(count, page_language())} if count else ""


def _sentences(*found: str | int) -> str:
    return " ".join(str(one) for one in found if one)


def reach(senders: Iterable[Sender]) -> Reach:
    """Who will be told; the senders come with their person."""
    unique = {sender.pk: sender for sender in senders}
    told = told_among(unique.values())
    rest = unique.keys() - told
    return Reach(len(unique), len(told), len(senders_told_by_staff(rest)) if rest else 0)


def senders_told(who: Reach) -> str:
    """How many senders hear of a closing, and when."""
    if not who.told and not who.by_staff:
        return _("Nobody is told of it: no sender gave a way to be told.") if who.senders else ""
    mailed = ngettext(
        "%(count)s sender is told of it after %(minutes)s minutes, unless it is undone before that.",
        "%(count)s senders are told of it after %(minutes)s minutes, unless it is undone before that.",
        who.told,
    )
    count = dates.number(who.told, page_language())
    return _sentences(who.told and mailed % {"count": count, "minutes": UNDO_MINUTES}, *who.others())


def tell_of_answer(answer: Answer, comments: list[Comment], what: str, *, at: datetime) -> int:
    """Owe each sender one notice however many of their comments the answer has; then the followers, once a day.

    `what` is published, corrected or taken_back; followers hear only of what was published.
    """
    senders = with_receivers(comment.sender for comment in comments)
    told = {address_key(receiver.address) for _sender, receiver in senders}
    values = {"number": answer.number, "is_final": answer.is_final, **values_of(answer.activity)}
    key = f"answers.{what}:{answer.pk}:{answer.revision}:"
    owe_each_once(
        f"answers.{what}",
        told={f"{key}{owed_to(sender, receiver)}": (receiver, values) for sender, receiver in senders},
        authority=answer.activity.process.owner,
        at=at,
    )
    if what == "published":
        _followers("answers.new", answer.activity, at=at, once=f"{at:%Y-%m-%d}", skip=told)
    return len(told)


def heard(kind: str, answer: Answer, comments: Collection[Comment], *, at: datetime) -> str:
    """What is said to staff after an answer was corrected or taken back at the moment: only what is true.

    Two queries: of the messages that are owed, and of the letters and calls that have to be told anew.
    """
    owner = answer.activity.process.owner
    mailed = Notice.objects.filter(authority=owner, owed_at=at, kind__in=(kind, "answers.published"))
    keys = Q(*(Q(once_key__startswith=f"{one}:{answer.pk}:") for one in (kind, "answers.published")), _connector=Q.OR)
    mailed = mailed.filter(keys)
    by_staff = owed_since(comments, answer, at=at)
    if not mailed.exists():
        return by_staff or _("Nobody is told of it.")
    return _sentences(_("Those who had been told of the answer get a message."), by_staff)


def corrected_words(answer: Answer, comments: Collection[Comment], *, at: datetime) -> str:
    """What is said to staff when they have put other words into a published answer, or approved them, at the moment."""
    if answer.corrected_at == at:
        return _("The answer was corrected.") + " " + heard("answers.corrected", answer, comments, at=at)
    if answer.saved_at == at:
        return _("The answer has a further language now. Nobody is told of it, and it is not marked as corrected.")
    return _("The answer stands as you see it.")


def owed_since(comments: Collection[Comment], answer: Answer, *, at: datetime) -> str:
    """That the desk lists whom staff have to tell by letter or phone, where it does; one query."""
    found = letters_due(answer.activity.process.owner).filter(receipt__in={one.receipt_id for one in comments})
    if not found.filter(told_at__isnull=False).exists():
        return ""
    return _("The desk lists whom staff told of the answer by letter, phone or e-mail: they are owed a word of this.")


def hears_of_round(activity: Activity) -> bool:
    """Whether anybody is told of what concerns the whole activity: a follower, or a sender who asked for news."""
    follows = Follow.objects.filter(process=activity.process, ended_at=None).exclude(confirmed_at=None)
    if follows.filter(what=Follow.What.EVERYTHING).exists():
        return True
    asked = Sender.objects.filter(activity=activity, wants_news=True)
    by_mail = Exists(follows.exclude(email="").filter(email=OuterRef("email")))
    return asked.filter(by_mail | Exists(follows.filter(person=OuterRef("person")))).exists()


def tell_of_closing(activity: Activity, comments: list[Comment], reason: str, *, at: datetime) -> None:
    """Owe each sender one notice: the comment was read and gets no answer of its own, and why.

    It is held a while: who closes by mistake opens the comment again before anybody has heard of it.
    """
    senders = Sender.objects.filter(comments__in=comments).select_related("person").distinct()
    numbers = numbers_by_sender(comments)
    values = {"reason": reason, **values_of(activity)}
    owe_each_once(
        "answers.closed",
        told={
            f"{_closing_key(activity, at)}{owed_to(sender, to)}": (to, {**values, "numbers": numbers[sender.pk]})
            for sender, to in with_receivers(senders.order_by("pk"))
        },
        authority=activity.process.owner,
        at=at,
        hold=UNDO_TIME,
    )


def numbers_by_sender(comments: Iterable[Comment]) -> dict[int, list[int]]:
    """The numbers of each sender's comments, lowest first."""
    found: dict[int, list[int]] = defaultdict(list)
    for comment in sorted(comments, key=lambda one: one.number):
        found[comment.sender_id].append(comment.number)
    return found


def _closing_key(activity: Activity, at: datetime) -> str:
    """How the keys of all letters of one closing begin."""
    return f"answers.closed:{activity.pk}:{at.astimezone(UTC):%Y%m%d%H%M%S%f}:"


def tell_of_reopening(activity: Activity, closed: Iterable[tuple[datetime, Comment]], *, at: datetime) -> None:
    """Take back what senders were to be told of a closing; who has been told already is told of this too.

    `closed` are the comments with the moment when each was closed.
    """
    opened: dict[str, set[int]] = defaultdict(set)
    for when, comment in closed:
        opened[_closing_key(activity, when)].add(comment.number)
    for beginning, numbers in opened.items():
        _take_back_closing(activity, beginning, numbers, at=at)


def _take_back_closing(activity: Activity, beginning: str, opened: set[int], *, at: datetime) -> None:
    """The letters are found by the comments that they name: a guest may have signed in since, and be another sender."""
    owed = Notice.objects.filter(kind="answers.closed", once_key__startswith=beginning)
    keys = [notice.once_key or "" for notice in owed if opened & set(notice.values["numbers"])]
    reached: list[tuple[Receiver, dict[str, Any]]] = []
    waiting: dict[datetime | None, dict[str, tuple[Receiver, dict[str, Any]]]] = defaultdict(dict)
    for notice, has_reached in take_back(keys, at=at):
        numbers = opened & set(notice.values["numbers"])
        still = sorted(set(notice.values["numbers"]) - numbers)
        to = Receiver(language=notice.language, person=notice.person, address=notice.address)
        if has_reached:
            reached.append((to, {**notice.values, "numbers": sorted(numbers)}))
        elif still:
            waiting[notice.held_until][notice.once_key or ""] = (to, {**notice.values, "numbers": still})
    owner = activity.process.owner
    owe_each("answers.reopened", told=reached, authority=owner, at=at)
    for until, told in waiting.items():
        hold = max(until - at, timedelta()) if until else None
        owe_each_once("answers.closed", told=told, authority=owner, at=at, hold=hold)


def tell_of_round(kind: str, activity: Activity, *, at: datetime, once: str) -> None:
    """Owe the followers, and the senders who asked for news, a notice that concerns the whole activity.

    A sender's address must have been confirmed, and each notice has its way out: both come with their following.
    """
    told: set[str] = set()
    asked = Sender.objects.filter(activity=activity, wants_news=True).select_related("person")
    for sender in asked.order_by("pk"):
        follow = news_follow(activity.process, sender.person, sender.email)
        if follow is None:
            continue
        receiver = receiver_of(sender) or Receiver(language=sender.language, address=sender.email)
        if address_key(receiver.address) in told:
            continue
        told.add(address_key(receiver.address))
        owe(
            kind,
            to=replace(receiver, extra={"unsubscribe": follow.nonce}),
            authority=activity.process.owner,
            at=at,
            once_key=f"{kind}:{activity.pk}:{once}:s{sender.pk}",
            **values_of(activity),
        )
    _followers(kind, activity, at=at, once=once, skip=told)


def _followers(kind: str, activity: Activity, *, at: datetime, once: str, skip: set[str]) -> None:
    values = values_of(activity)
    told = {}
    for receiver in receivers(activity.process, what=Follow.What.EVERYTHING):
        if receiver.address and address_key(receiver.address) in skip:
            continue
        who = receiver.extra.get("unsubscribe") or (receiver.person.pk if receiver.person else receiver.address)
        told[f"{kind}:{activity.pk}:{once}:{who}"[:120]] = (receiver, values)
    owe_each_once(kind, told=told, authority=activity.process.owner, at=at)


def values_of(activity: Activity) -> dict[str, Any]:
    """What the words of every notice of answers need."""
    process = activity.process
    return {
        "process": process.slug,
        "owner": process.owner.slug,
        "activity": activity.slug,
        "title": dict(process.title),
    }
