"""Themes that come with the comments of a file: those of the round get them, and new ones are made."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid5

from yhdyspinta.audit.trail import record
from yhdyspinta.material.actions.themes import MOST
from yhdyspinta.material.actions.theming import hold, locked_theme, put_theme
from yhdyspinta.material.models import BulkAction, Theme
from yhdyspinta.material.values import ABILITY
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


def same_name(name: str) -> str:
    """As names of themes are compared: however the spaces and the letters' size are."""
    return " ".join(name.split()).casefold()


def themes_by_name(activity: Activity) -> dict[str, Theme]:
    """The themes of the round by their name in every language; one query."""
    themes = Theme.objects.filter(activity=activity).order_by("-pk")
    return {same_name(name): theme for theme in themes for name in theme.name.values()}


def bring_themes(
    *, actor: Person, activity: Activity, key: UUID, named: Mapping[str, Sequence[int]], language: str, at: datetime
) -> list[Theme]:
    """In the caller's transaction: give themes by their names to comments that it has stored.

    A theme that is new here is named in the language of the file only: staff give it the others. Each theme is one deed
    of the comments' histories. Raises Refusal("not_your_role") or ("too_many_themes").
    """
    require_staff(actor, ABILITY, activity.process)
    hold(activity)
    known = themes_by_name(activity)
    new = [name for name in named if same_name(name) not in known]
    if Theme.objects.filter(activity=activity).count() + len(new) > MOST:
        raise Refusal("too_many_themes", status=422, most=MOST)
    given: dict[Theme, list[int]] = {}
    for name, comments in named.items():  # two names may be of one theme
        theme = known.get(same_name(name)) or _made(actor, activity, Wording({language: name}), at)
        given.setdefault(theme, []).extend(comments)
    for theme, comments in given.items():
        _put(actor, locked_theme(activity.pk, theme.pk, field=""), sorted(set(comments)), uuid5(key, f"{theme.pk}"), at)
    return list(given)


def _made(actor: Person, activity: Activity, name: Wording, at: datetime) -> Theme:
    theme = Theme.objects.create(activity=activity, name=name, made_at=at, made_by=actor)
    record("material.theme_made", actor=actor, target=theme, at=at, process=activity.process)
    return theme


def _put(actor: Person, theme: Theme, comments: Sequence[int], key: UUID, at: datetime) -> None:
    given, activity = put_theme(theme, comments), theme.activity
    deed = BulkAction.objects.create(
        activity=activity, key=key, kind="theme_added", theme=theme, comments=given, count=len(given), at=at, by=actor
    )
    process = activity.process
    record("material.changed", actor=actor, target=deed, at=at, process=process, kind=deed.kind, count=deed.count)
