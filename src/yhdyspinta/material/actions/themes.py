"""Themes by hand: make, rename, merge, remove; and what becomes of those that are suggested."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.answers.languages import require_languages
from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions.bulk import put_theme
from yhdyspinta.material.models import BulkAction, CommentTheme, Looking, Theme, ThemeSuggestion
from yhdyspinta.material.queries import WORKED_ON
from yhdyspinta.material.values import ABILITY
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

MOST = 200


@transaction.atomic
def make_theme(*, actor: Person, activity: Activity, name: Wording, at: datetime) -> Theme:
    """Name a theme of the round, in every language that the authority owes. One that has the name already is given back.

    Raises Refusal("not_your_role"), ("language_missing") or ("too_many_themes").
    """
    require_staff(actor, ABILITY, activity.process)
    require_languages(activity.process, "name", name)
    _hold(activity)
    same = next((one for one in Theme.objects.filter(activity=activity) if one.name == name), None)
    if same is not None:
        return same
    if Theme.objects.filter(activity=activity).count() >= MOST:
        raise Refusal("too_many_themes", status=422, most=MOST)
    theme = Theme.objects.create(activity=activity, name=name, made_at=at, made_by=actor)
    record("material.theme_made", actor=actor, target=theme, at=at, process=activity.process)
    return theme


@transaction.atomic
def rename_theme(*, actor: Person, theme: Theme, name: Wording, revision: int, at: datetime) -> Theme:
    """Call a theme something else.

    Raises Refusal("not_your_role"), ("language_missing"), ("theme_name_taken") or ("changed_meanwhile").
    """
    activity = theme.activity
    require_staff(actor, ABILITY, activity.process)
    require_languages(activity.process, "name", name)
    _hold(activity)
    theme = _locked(activity, theme.pk)
    if theme.name == name:
        return theme
    if theme.revision != revision:
        raise Refusal("changed_meanwhile", saved=theme.name, typed=name, revision=theme.revision)
    if any(one.name == name for one in Theme.objects.filter(activity=activity).exclude(pk=theme.pk)):
        raise Refusal("theme_name_taken", status=422, field="name")
    theme.name, theme.revision = name, theme.revision + 1
    theme.save(update_fields=["name", "revision"])
    record("material.theme_renamed", actor=actor, target=theme, at=at, process=activity.process)
    return theme


@transaction.atomic
def merge_themes(*, actor: Person, theme: Theme, into: int, at: datetime) -> Theme:
    """Move a theme's comments to another theme of the round, and remove the first. Raises Refusal("theme_gone")."""
    activity = theme.activity
    require_staff(actor, ABILITY, activity.process)
    if theme.pk == into:
        raise Refusal("theme_gone", status=422, field="into")
    first, second = sorted((theme.pk, into))
    locked = {one.pk: one for one in (_locked(activity, first), _locked(activity, second))}
    source, target = locked[theme.pk], locked[into]
    comments = CommentTheme.objects.filter(theme=source).order_by("comment").values_list("comment", flat=True)
    put_theme(target, list(comments))
    BulkAction.objects.filter(theme=source).update(theme=target)
    ThemeSuggestion.objects.filter(theme=source).update(theme=target)
    record("material.themes_merged", actor=actor, target=source, at=at, process=activity.process, into=target.pk)
    source.delete()
    target.refresh_from_db(fields=["comment_count"])
    return target


@transaction.atomic
def remove_theme(*, actor: Person, theme: Theme, at: datetime) -> None:
    """Remove a theme that no comment has. Raises Refusal("theme_in_use"). Removing twice changes nothing."""
    activity = theme.activity
    require_staff(actor, ABILITY, activity.process)
    found = Theme.objects.select_for_update().filter(pk=theme.pk).first()
    if found is None:
        return
    if found.of_comments.exists():
        raise Refusal("theme_in_use", status=409)
    record("material.theme_removed", actor=actor, target=found, at=at, process=activity.process)
    found.delete()


@transaction.atomic
def ask_for_themes(*, actor: Person, activity: Activity, at: datetime) -> Looking:
    """Ask the calculation to suggest themes; it answers within a minute or two. Asking again meanwhile changes nothing."""
    require_staff(actor, ABILITY, activity.process)
    looking, _is_new = Looking.objects.select_for_update().get_or_create(activity=activity)
    if looking.themes_asked_at is None:
        looking.themes_asked_at = at
        looking.save(update_fields=["themes_asked_at"])
        process = activity.process
        record("material.themes_asked", actor=actor, target=activity, at=at, process=process)
    return looking


@transaction.atomic
def accept_suggestion(*, actor: Person, suggestion: ThemeSuggestion, name: Wording, at: datetime) -> Theme:
    """Make the suggested theme under a name of one's own, and give it to its comments; each stays with its other themes.

    Accepting twice gives the first theme. Raises as `make_theme`, or Refusal("suggestion_decided").
    """
    activity = suggestion.activity
    require_staff(actor, ABILITY, activity.process)
    suggestion = ThemeSuggestion.objects.select_for_update(of=("self",)).get(pk=suggestion.pk)
    if suggestion.state == "accepted" and suggestion.theme is not None:
        return suggestion.theme
    if suggestion.state != "offered":
        raise Refusal("suggestion_decided", status=409)
    theme = make_theme(actor=actor, activity=activity, name=name, at=at)
    theme = _locked(activity, theme.pk)
    rows = Comment.objects.filter(activity=activity, pk__in=suggestion.comments, state__in=WORKED_ON)
    put_theme(theme, list(rows.order_by("pk").values_list("pk", flat=True)))
    _decide(suggestion, "accepted", actor, at, theme)
    theme.refresh_from_db(fields=["comment_count"])
    return theme


@transaction.atomic
def refuse_suggestion(*, actor: Person, suggestion: ThemeSuggestion, at: datetime) -> None:
    """Say no to a suggested theme. Refusing twice changes nothing. Raises Refusal("suggestion_decided")."""
    activity = suggestion.activity
    require_staff(actor, ABILITY, activity.process)
    suggestion = ThemeSuggestion.objects.select_for_update().get(pk=suggestion.pk)
    if suggestion.state == "accepted":
        raise Refusal("suggestion_decided", status=409)
    if suggestion.state == "offered":
        _decide(suggestion, "refused", actor, at, None)


def _decide(suggestion: ThemeSuggestion, state: str, actor: Person, at: datetime, theme: Theme | None) -> None:
    suggestion.state, suggestion.theme = state, theme
    suggestion.decided_at, suggestion.decided_by = at, actor
    suggestion.save(update_fields=["state", "theme", "decided_at", "decided_by"])
    record(f"material.suggestion_{state}", actor=actor, target=suggestion, at=at, process=suggestion.activity.process)


def _hold(activity: Activity) -> None:
    """Names of themes are compared by one at a time."""
    Looking.objects.get_or_create(activity=activity)
    Looking.objects.select_for_update().get(activity=activity)


def _locked(activity: Activity, pk: int) -> Theme:
    found = Theme.objects.select_for_update().filter(activity=activity, pk=pk).first()
    if found is None:
        raise Refusal("theme_gone", status=422, field="into")
    return found
