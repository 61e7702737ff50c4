"""How the demo's staff work with what was said: themes, who sees to what, notes, a kept view, like comments."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from django.db.models import QuerySet

from yhdyspinta.comments.models import Comment
from yhdyspinta.demo.content.working import IN_OTHER_WORDS, WORK, Share
from yhdyspinta.material import similar, tasks
from yhdyspinta.material.actions.bulk import Change, change_comments
from yhdyspinta.material.actions.keeping import save_view
from yhdyspinta.material.actions.notes import write_note
from yhdyspinta.material.actions.suggestions import ask_for_themes
from yhdyspinta.material.actions.themes import make_theme
from yhdyspinta.material.actions.translations import save_translation
from yhdyspinta.material.translations import mark_of
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.dates import in_helsinki

_SPACE: Final = UUID("6f0c2b8e-3b1c-4a57-9d0e-6d9f7f3c2a10")


def name_themes(story: str, activity: Activity, staff: Person, *, at: datetime) -> None:
    """Staff name themes and put the comments into them."""
    for place, (name, words) in enumerate(WORK[story].themes):
        comments = _saying(activity, words)
        if comments:
            later = at + timedelta(minutes=6 * place)
            theme = make_theme(actor=staff, activity=activity, name=name, at=later)
            _change(activity, staff, Change("theme_added", theme=theme.pk), comments, at=later)


def share_the_work(
    story: str, activity: Activity, people: Mapping[str, Person], staff: Person, *, at: datetime
) -> None:
    """Stances are marked, comments get who sees to them, notes are left, and a view is kept for everybody."""
    work = WORK[story]
    for place, (stance, words) in enumerate(work.stances):
        comments = _saying(activity, words)
        if comments:
            _change(activity, staff, Change("stance", stance=stance), comments, at=at + timedelta(minutes=place))
    for place, share in enumerate(work.shares):
        _give(activity, staff, people[share.who], share, at=at + timedelta(minutes=10 + place))
    for place, (words, who, text) in enumerate(work.notes):
        key = uuid5(_SPACE, f"note {activity.pk} {place}")
        for comment in _shown(activity).filter(public_text__contains=words)[:1]:
            write_note(actor=people[who], comment=comment, key=key, text=text, at=at + timedelta(minutes=20 + place))
    name, query = work.view
    save_view(
        actor=staff, activity=activity, name=name, query=query, is_shared=True, at=at + timedelta(minutes=40)
    )  # fmt: skip


def _give(activity: Activity, staff: Person, colleague: Person, share: Share, *, at: datetime) -> None:
    """Comments that wait, in a theme or from a channel, go to a colleague with a day."""
    waiting = _shown(activity).filter(handling=Comment.Handling.OPEN)
    if share.theme:
        waiting = waiting.filter(of_themes__theme__name__fi=share.theme)
    if share.channel:
        waiting = waiting.filter(channel=share.channel)
    comments = list(waiting.values_list("pk", flat=True))
    if comments:
        due_on = in_helsinki(at).date() + timedelta(days=share.days)
        _change(activity, staff, Change("assigned", assignee=colleague.pk, due_on=due_on), comments, at=at)


def _shown(activity: Activity) -> QuerySet[Comment]:
    return Comment.objects.filter(activity=activity, state=Comment.State.VISIBLE).order_by("number")


def _saying(activity: Activity, words: str) -> list[int]:
    return list(_shown(activity).filter(public_text__iregex=words).values_list("pk", flat=True))


def translate(activity: Activity, staff: Person, *, at: datetime) -> None:
    """Some comments get a translation beside them, and some others are chosen for the translator's file."""
    shown = _shown(activity)
    for comment in shown.filter(text__in=list(IN_OTHER_WORDS)):
        language, words = IN_OTHER_WORDS[comment.text]
        save_translation(
            actor=staff, comment=comment, language=language, text=words, mark=mark_of(comment.public_text), revision=0,
            at=at,
        )  # fmt: skip
    rest = shown.filter(language="fi", parent=None).exclude(text__in=list(IN_OTHER_WORDS))
    chosen = list(rest.values_list("pk", flat=True)[:3])
    _change(activity, staff, Change("to_translate", language="sv"), chosen, at=at + timedelta(minutes=4))


def look_for_like(activity: Activity, staff: Person, *, at: datetime) -> None:
    """What the calculations of the background find: like comments, and themes that were asked for."""
    ask_for_themes(actor=staff, activity=activity, at=at)
    tasks.look_at(activity)
    similar.suggest(activity, find=tasks.find_themes, at=at)


def _change(activity: Activity, staff: Person, change: Change, comments: list[int], *, at: datetime) -> None:
    key = uuid5(_SPACE, f"{activity.pk} {change}")
    change_comments(actor=staff, activity=activity, key=key, change=change, comments=comments, at=at)
