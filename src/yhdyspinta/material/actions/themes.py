"""Themes by hand: made and renamed."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.answers.languages import require_languages
from yhdyspinta.audit.trail import record
from yhdyspinta.material.actions.theming import hold, is_name_taken, locked_theme
from yhdyspinta.material.models import Theme
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

    Raises Refusal("not_your_role"), ("language_missing"), ("theme_name_taken") or ("too_many_themes").
    """
    require_staff(actor, ABILITY, activity.process)
    require_languages(activity.process, "name", name)
    hold(activity)
    same = next((one for one in Theme.objects.filter(activity=activity) if one.name == name), None)
    if same is not None:
        return same
    if is_name_taken(activity.pk, name):
        raise Refusal("theme_name_taken", status=422, field="name")
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
    hold(activity)
    theme = locked_theme(activity.pk, theme.pk, field="name")
    if theme.name == name:
        return theme
    if theme.revision != revision:
        raise Refusal("changed_meanwhile", saved=theme.name, typed=name, revision=theme.revision)
    if is_name_taken(activity.pk, name, besides=theme.pk):
        raise Refusal("theme_name_taken", status=422, field="name")
    theme.name, theme.revision = name, theme.revision + 1
    theme.save(update_fields=["name", "revision"])
    record("material.theme_renamed", actor=actor, target=theme, at=at, process=activity.process)
    return theme
