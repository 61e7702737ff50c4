"""Themes that are removed or merged into another, and brought back by the one who did it."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions.theming import hold, is_name_taken, locked_theme, put_theme, slices, take_theme
from yhdyspinta.material.models import BulkAction, CommentTheme, Theme, ThemeSuggestion
from yhdyspinta.material.values import ABILITY
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def remove_theme(*, actor: Person, theme: Theme, at: datetime) -> BulkAction | None:
    """Remove a theme: its comments lose it and keep their others. None when it has been removed already.

    Raises Refusal("not_your_role").
    """
    activity = theme.activity
    require_staff(actor, ABILITY, activity.process)
    hold(activity)
    found = Theme.objects.select_for_update().filter(pk=theme.pk).first()
    if found is None:
        return None
    deed = _deed("theme_gone", found, activity, actor, at)
    deed.save()
    record("material.theme_removed", actor=actor, target=found, at=at, process=activity.process, count=deed.count)
    found.delete()
    return deed


@transaction.atomic
def merge_themes(*, actor: Person, theme: Theme, into: int, at: datetime) -> Theme:
    """Move a theme's comments to another theme of the round, and remove the first. Raises Refusal("theme_gone")."""
    activity = theme.activity
    require_staff(actor, ABILITY, activity.process)
    if theme.pk == into:
        raise Refusal("theme_gone", status=422, field="into")
    hold(activity)
    first, second = sorted((theme.pk, into))
    locked = {pk: locked_theme(activity.pk, pk, field="into") for pk in (first, second)}
    source, target = locked[theme.pk], locked[into]
    deed = _deed("merged", source, activity, actor, at)
    deed.of_theme["given"] = put_theme(target, deed.comments)
    BulkAction.objects.filter(theme=source).update(theme=target)
    ThemeSuggestion.objects.filter(theme=source).update(theme=target)
    deed.theme = target
    deed.save()
    record("material.themes_merged", actor=actor, target=source, at=at, process=activity.process, into=target.pk)
    source.delete()
    target.refresh_from_db(fields=["comment_count"])
    return target


def _deed(kind: str, theme: Theme, activity: Activity, actor: Person, at: datetime) -> BulkAction:
    """What is needed to bring the theme back: its comments, and what names it."""
    rows = CommentTheme.objects.filter(theme=theme).order_by("comment")
    comments = list(rows.values_list("comment", flat=True))
    facts = {
        "theme": theme.pk,
        "made_at": theme.made_at.isoformat(),
        "revision": theme.revision,
        "deeds": list(BulkAction.objects.filter(theme=theme).order_by("pk").values_list("pk", flat=True)),
        "suggestions": list(ThemeSuggestion.objects.filter(theme=theme).order_by("pk").values_list("pk", flat=True)),
    }
    return BulkAction(
        activity=activity, key=uuid4(), kind=kind, theme_name=theme.name, comments=comments, count=len(comments),
        of_theme=facts, at=at, by=actor,
    )  # fmt: skip


def bring_back(deed: BulkAction, actor: Person, at: datetime) -> None:
    """Undo a removing: the theme stands again under its name and number, and its comments have it.

    Raises Refusal("theme_name_taken").
    """
    facts: dict[str, Any] = deed.of_theme
    name = Wording(deed.theme_name)
    if is_name_taken(deed.activity_id, name):
        raise Refusal("theme_name_taken")
    theme = Theme.objects.create(
        pk=facts["theme"], activity_id=deed.activity_id, name=name, revision=facts["revision"],
        made_at=datetime.fromisoformat(facts["made_at"]), made_by=actor,
    )  # fmt: skip
    for some in slices(deed.comments):
        still = Comment.objects.filter(pk__in=some).order_by("pk").values_list("pk", flat=True)
        put_theme(theme, list(still))
    BulkAction.objects.filter(pk__in=facts["deeds"]).update(theme=theme)
    ThemeSuggestion.objects.filter(pk__in=facts["suggestions"]).update(theme=theme)
    record("material.theme_restored", actor=actor, target=theme, at=at, process=deed.activity.process)


def take_apart(deed: BulkAction, actor: Person, at: datetime) -> None:
    """Undo a merging: the theme stands again, and the other loses what only came from it.

    Raises Refusal("theme_gone") or ("theme_name_taken").
    """
    take_theme(locked_theme(deed.activity_id, deed.theme_id, field="theme"), deed.of_theme["given"])
    bring_back(deed, actor, at)
