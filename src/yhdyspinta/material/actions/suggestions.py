"""Themes that the calculation suggests: asked for, looked through, accepted or refused; an acceptance is undone."""

from collections.abc import Collection
from datetime import datetime
from uuid import uuid4

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions.themes import make_theme
from yhdyspinta.material.actions.theming import hold, locked_theme, put_theme, take_theme
from yhdyspinta.material.models import BulkAction, Looking, Theme, ThemeSuggestion
from yhdyspinta.material.queries import WORKED_ON
from yhdyspinta.material.values import ABILITY
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


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
def choose_comments(
    *, actor: Person, suggestion: ThemeSuggestion, shown: Collection[int], ticked: Collection[int], at: datetime
) -> ThemeSuggestion:
    """Of the comments that were `shown`, those that are not ticked are left out of the suggestion, until they are ticked.

    The same choices again change nothing. Raises Refusal("not_your_role") or ("suggestion_decided").
    """
    activity = suggestion.activity
    require_staff(actor, ABILITY, activity.process)
    suggestion = _locked(activity, suggestion)
    if suggestion.state != "offered":
        raise Refusal("suggestion_decided", status=409)
    seen = set(shown) & set(suggestion.comments)
    left_out = sorted((set(suggestion.left_out) - seen) | (seen - set(ticked)))
    if left_out != suggestion.left_out:
        suggestion.left_out = left_out
        suggestion.save(update_fields=["left_out"])
        process = activity.process
        record(
            "material.suggestion_chosen", actor=actor, target=suggestion, at=at, process=process, count=len(left_out)
        )
    return suggestion


@transaction.atomic
def accept_suggestion(*, actor: Person, suggestion: ThemeSuggestion, name: Wording, at: datetime) -> Theme:
    """Make the suggested theme under a name of one's own, and give it to its comments but those that were left out.

    Each comment stays with its other themes. A theme that has the name already gets the comments. Accepting twice gives the
    first theme. Raises as `make_theme`, or Refusal("suggestion_decided") or ("all_left_out").
    """
    activity = suggestion.activity
    require_staff(actor, ABILITY, activity.process)
    hold(activity)
    suggestion = _locked(activity, suggestion)
    if suggestion.state == "accepted" and suggestion.theme is not None:
        return suggestion.theme
    if suggestion.state != "offered":
        raise Refusal("suggestion_decided", status=409)
    taken = set(suggestion.comments) - set(suggestion.left_out)
    rows = Comment.objects.filter(activity=activity, pk__in=taken, state__in=WORKED_ON)
    comments = list(rows.order_by("pk").values_list("pk", flat=True))
    if not comments:
        raise Refusal("all_left_out", status=422, field="name")
    facts = {"suggestion": suggestion.pk, "like": suggestion.theme_id}
    theme = make_theme(actor=actor, activity=activity, name=name, at=at)
    facts["made"] = theme.made_at == at and theme.made_by_id == actor.pk
    theme = locked_theme(activity.pk, theme.pk, field="name")
    given = put_theme(theme, comments)
    BulkAction.objects.create(
        activity=activity, key=uuid4(), kind="suggested", theme=theme, theme_name=theme.name, comments=given,
        count=len(given), of_theme=facts, at=at, by=actor,
    )  # fmt: skip
    _decide(suggestion, "accepted", actor, at, theme)
    theme.refresh_from_db(fields=["comment_count"])
    return theme


def take_back_acceptance(deed: BulkAction, actor: Person, at: datetime) -> None:
    """Undo an acceptance: the comments lose the theme, one that was made by it goes, and the suggestion is offered again.

    Raises Refusal("theme_gone").
    """
    facts = deed.of_theme
    theme = locked_theme(deed.activity_id, deed.theme_id, field="theme")
    take_theme(theme, deed.comments)
    ThemeSuggestion.objects.filter(pk=facts["suggestion"]).update(
        state="offered", theme=facts["like"], decided_at=None, decided_by=None
    )
    if facts["made"] and not theme.of_comments.exists():
        record("material.theme_removed", actor=actor, target=theme, at=at, process=deed.activity.process)
        theme.delete()


@transaction.atomic
def refuse_suggestion(*, actor: Person, suggestion: ThemeSuggestion, at: datetime) -> None:
    """Say no to a suggested theme. Refusing twice changes nothing. Raises Refusal("suggestion_decided")."""
    activity = suggestion.activity
    require_staff(actor, ABILITY, activity.process)
    suggestion = _locked(activity, suggestion)
    if suggestion.state == "accepted":
        raise Refusal("suggestion_decided", status=409)
    if suggestion.state == "offered":
        _decide(suggestion, "refused", actor, at, None)


def _locked(activity: Activity, suggestion: ThemeSuggestion) -> ThemeSuggestion:
    found = ThemeSuggestion.objects.select_for_update(of=("self",)).get(pk=suggestion.pk)
    found.activity = activity
    return found


def _decide(suggestion: ThemeSuggestion, state: str, actor: Person, at: datetime, theme: Theme | None) -> None:
    suggestion.state, suggestion.theme = state, theme
    suggestion.decided_at, suggestion.decided_by = at, actor
    suggestion.save(update_fields=["state", "theme", "decided_at", "decided_by"])
    record(f"material.suggestion_{state}", actor=actor, target=suggestion, at=at, process=suggestion.activity.process)
