"""What the pages of the material read: the comments that a wish finds, and the lists to choose from."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat

from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.queries import speaks_for_it
from yhdyspinta.comments.whole import whole_threads
from yhdyspinta.material.models import CommentTheme, CommentWork, Signature
from yhdyspinta.material.passed_on import elsewhere, with_transfers
from yhdyspinta.material.sections import DocumentLine
from yhdyspinta.material.unseen_words import unseen_with_words
from yhdyspinta.material.wanted import MATTER, ME, NONE, UNMARKED, WHOLE, Wanted
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.people.roles import OWNER_ONLY, PARTNER_ABILITIES, ROLES
from yhdyspinta.processes.models import Activity, Process, ProcessPartner, ProcessRole, SearchEntry
from yhdyspinta.processes.searching import found as found_by_words
from yhdyspinta.processes.searching import of_target
from yhdyspinta.ui.dates import HELSINKI
from yhdyspinta.ui.paging import Page, keyset
from yhdyspinta.wording.languages import page_language

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_MOST_COLLEAGUES = 200
_FEW = 2_000
_MOST_LIKE = 5_000
_TARGET = "comment:"


#: Comments that staff can work on: others are gone from the page.
WORKED_ON = (Comment.State.VISIBLE, Comment.State.WAITING)


def in_list_of(municipality: str) -> Q:
    """Comments that the kept list of the municipality holds (`comments.keeping_groups`)."""
    return Q(sender__municipality=int(municipality), pk__lte=F("sender__listed_until"))


def chosen_by(
    wanted: Wanted, activity: Activity, documents: Sequence[DocumentLine],
    *, person_id: int, today: date, reads_unseen: bool = False,
) -> QuerySet[Comment]:  # fmt: skip
    """The comments of the round that the wish finds, in no order yet.

    Who `reads_unseen` ones, because they check comments, finds them by their words too.
    """
    found = Comment.objects.filter(activity=activity)
    if wanted.document or wanted.section:
        found = found.filter(thread__in=_threads(activity, wanted, documents))
    for name in ("channel", "state", "language"):
        if getattr(wanted, name):
            found = found.filter(**{name: getattr(wanted, name)})
    if wanted.capacity:
        found = found.filter(sender__capacities__contains=[wanted.capacity])
    if wanted.municipality:
        found = found.filter(in_list_of(wanted.municipality))
    if wanted.like:
        found = found.filter(Q(number=int(wanted.like)) | Q(pk__in=_led_by(activity, int(wanted.like))))
    if wanted.words:
        found = _with_words(found, activity, wanted.words, reads_unseen=reads_unseen)
    found = _by_handling(_by_arrival(found, wanted), wanted)
    found = _by_theme(found, wanted)
    return _by_work(found, wanted, person_id=person_id, today=today)


def _threads(activity: Activity, wanted: Wanted, documents: Sequence[DocumentLine]) -> list[int]:
    """Every place of the document or section, over its versions; none for one that is not here."""
    if wanted.section == MATTER:
        return [] if wanted.document else list(whole_threads(activity).values_list("pk", flat=True))
    chosen = [one for one in documents if wanted.document in ("", str(one.pk))]
    if not wanted.section:
        return sorted(thread for document in chosen for thread in document.threads)
    if wanted.section == WHOLE:
        return sorted(thread for document in chosen for thread, number in document.numbers.items() if not number)
    sections = [section for document in chosen for section in document.sections if wanted.section == str(section.pk)]
    return sorted(thread for section in sections for thread in section.threads)


def _with_words(found: QuerySet[Comment], activity: Activity, words: str, *, reads_unseen: bool) -> QuerySet[Comment]:
    """Comments that search knows by the words, in any inflection; and, for whoever reads them, those it does not know.

    A few are named one by one; where a word is common, each comment in turn is asked, and the page is full soon.
    """
    entries = SearchEntry.objects.filter(process=activity.process_id, kind="comment")
    entries = found_by_words(entries, words, page_language()).order_by()
    few = list(entries.values_list("target", flat=True)[: _FEW + 1])
    if len(few) <= _FEW:
        by_words = Q(pk__in=[int(target.removeprefix(_TARGET)) for target in few])
    else:
        target = Concat(Value(_TARGET), Cast(OuterRef("pk"), TextField()))
        by_words = Q(Exists(of_target(entries, target)))
    visible = Q(by_words, state=Comment.State.VISIBLE)
    unseen = unseen_with_words(activity, words) if reads_unseen else None
    if unseen is None:
        return found.filter(visible)
    few_unseen = list(unseen[: _FEW + 1])
    return found.filter(visible | Q(pk__in=few_unseen if len(few_unseen) <= _FEW else unseen))


def _led_by(activity: Activity, number: int) -> list[int]:
    led = Signature.objects.filter(leader__activity=activity, leader__number=number)
    return list(led.order_by("pk").values_list("pk", flat=True)[:_MOST_LIKE])


def _by_arrival(found: QuerySet[Comment], wanted: Wanted) -> QuerySet[Comment]:
    """Those that came on the days, as they begin and end in Helsinki."""
    days = wanted.days
    if "since" in days:
        found = found.filter(arrived_at__gte=datetime.combine(days["since"], time(), tzinfo=HELSINKI))
    if "until" in days:
        found = found.filter(arrived_at__lt=datetime.combine(days["until"] + _DAY, time(), tzinfo=HELSINKI))
    return found


def _by_handling(found: QuerySet[Comment], wanted: Wanted) -> QuerySet[Comment]:
    if wanted.answered == "no":
        return found.filter(handling=Comment.Handling.OPEN, state=Comment.State.VISIBLE)
    if wanted.answered == "yes":
        return found.filter(handling=Comment.Handling.ANSWERED)
    if wanted.answered:
        is_away = Exists(elsewhere(only_answered=wanted.answered == "there"))
        is_closed = Q(handling=Comment.Handling.CLOSED)
        return found.filter(is_closed, ~is_away if wanted.answered == "closed" else is_away)
    return found


def _by_theme(found: QuerySet[Comment], wanted: Wanted) -> QuerySet[Comment]:
    return found.filter(of_themes(wanted.themes)) if wanted.themes else found


def of_themes(themes: Sequence[str]) -> Q:
    """Comments of any of the themes, by their numbers; only `NONE` is having no theme at all."""
    own = CommentTheme.objects.filter(comment=OuterRef("pk"))
    if NONE in themes:
        return Q(~Exists(own))
    return Q(Exists(own.filter(theme__in=[int(one) for one in themes])))


def _by_work(found: QuerySet[Comment], wanted: Wanted, *, person_id: int, today: date) -> QuerySet[Comment]:
    if wanted.stance:
        found = found.filter(_no_mark("stance", "") if wanted.stance == UNMARKED else Q(work__stance=wanted.stance))
    if wanted.assignee:
        found = found.filter(seen_to_by(wanted.assignee, person_id=person_id))
    if wanted.due == "late":
        found = found.filter(work__due_on__lt=today, handling=Comment.Handling.OPEN)
    elif wanted.due == "week":
        found = found.filter(work__due_on__range=(today, today + _WEEK), handling=Comment.Handling.OPEN)
    elif wanted.due or wanted.sort == "due":
        found = found.filter(work__due_on__isnull=False)
    return found


def seen_to_by(assignee: str, *, person_id: int) -> Q:
    """Comments of a colleague, by their number, of whoever asks (`ME`), or of nobody (`NONE`)."""
    if assignee == NONE:
        return _no_mark("assignee", None)
    return Q(work__assignee=person_id if assignee == ME else int(assignee))


def _no_mark(name: str, empty: str | None) -> Q:
    marked = CommentWork.objects.filter(comment=OuterRef("pk")).exclude(**{name: empty})
    return ~Q(Exists(marked))


def bunch_of(activity: Activity, number: int) -> QuerySet[Comment]:
    """A comment and those that are like it, as the public sees them."""
    led = Q(number=number) | Q(pk__in=_led_by(activity, number))
    return Comment.objects.filter(led, activity=activity, state=Comment.State.VISIBLE)


def unanswered_like(activity: Activity, number: int) -> QuerySet[Comment]:
    """Those of a bunch that wait for an answer and stand in none."""
    return bunch_of(activity, number).filter(handling=Comment.Handling.OPEN, answered=None)


def page_of(found: QuerySet[Comment], wanted: Wanted, *, after: str, size: int) -> Page[Comment]:
    """One page in the wanted order; one query, in which only the rows of the page are read as a whole."""

    def whole(some: QuerySet[Comment]) -> QuerySet[Comment]:
        return with_all(Comment.objects.filter(pk__in=some.values("pk")))

    return keyset(found, order=wanted.order, after=after, size=size, whole=whole)


def _sent_together() -> Case:
    """How many comments an organisation sent at once; asked only where there is one."""
    same = Comment.objects.filter(receipt=OuterRef("receipt")).order_by().values("receipt")
    count = Subquery(same.annotate(count=Count("pk")).values("count"))
    return Case(When(sender__organisation__isnull=False, then=count), default=0, output_field=IntegerField())


def with_all(found: QuerySet[Comment]) -> QuerySet[Comment]:
    """The comments with everything that a row of the table shows; no further queries."""
    themes = CommentTheme.objects.filter(comment=OuterRef("pk")).order_by("theme").values("theme")
    return with_transfers(
        found.select_related("sender__organisation", "work__assignee", "signature__leader")
        .defer("text", "signature__bands", "signature__leader__text", "signature__leader__public_text")
        .annotate(theme_ids=ArraySubquery(themes), speaks_for_it=speaks_for_it(), sent_together=_sent_together())
    )


def due_works(*, until: date) -> QuerySet[CommentWork]:
    """Assigned comments that wait for an answer and are due by the day."""
    return CommentWork.objects.filter(
        assignee__isnull=False, due_on__lte=until, comment__handling=Comment.Handling.OPEN,
        comment__state=Comment.State.VISIBLE,
    )  # fmt: skip


def colleagues(process: Process, ability: str = "answer") -> list[Person]:
    """Everybody to whom a comment of the process can be assigned, by name; one query."""
    return list(colleagues_by_name(process, ability))


def colleagues_by_name(process: Process, ability: str = "answer") -> QuerySet[Person]:
    """The same, not read yet."""
    return able_colleagues(process, ability).order_by("name", "pk")[:_MOST_COLLEAGUES]


def able_colleagues(process: Process, ability: str = "answer") -> QuerySet[Person]:
    """Those who may do something to comments of the process, by their roles now."""
    roles = [key for key, role in ROLES.items() if ability in role.abilities]
    where = Q(authority=process.owner_id)
    if ability in PARTNER_ABILITIES - OWNER_ONLY:
        where |= Q(authority__in=ProcessPartner.objects.filter(process=process, left_at=None).values("authority"))
    grants = RoleGrant.objects.filter(where, ended_at=None, role__in=roles).values("person")
    given = ProcessRole.objects.filter(process=process, ended_at=None, role__in=roles).values("person")
    return Person.objects.filter(Q(pk__in=grants) | Q(pk__in=given), is_active=True, erased_at=None)
