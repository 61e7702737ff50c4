"""Views of the table: choices kept under a name, forgotten, or taken along as a file of what they find."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.material.models import SavedView
from yhdyspinta.material.values import ABILITY
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal

MOST_VIEWS = 30


@transaction.atomic
def save_view(*, actor: Person, activity: Activity, name: str, query: str, is_shared: bool, at: datetime) -> SavedView:
    """Keep choices of the table under a name; the same name again keeps the new choices.

    Raises Refusal("not_your_role"), ("view_name_missing") or ("too_many_views").
    """
    require_staff(actor, ABILITY if is_shared else "see_desk", activity.process)
    if not name:
        raise Refusal("view_name_missing", status=422, field="name")
    Person.objects.select_for_update(no_key=True).get(pk=actor.pk)  # one's own are counted one after another
    own = SavedView.objects.filter(activity=activity, person=actor)
    if own.exclude(name=name).count() >= MOST_VIEWS:
        raise Refusal("too_many_views", status=422, field="name", most=MOST_VIEWS)
    view, _is_new = SavedView.objects.update_or_create(
        activity=activity, person=actor, name=name, defaults={"query": query, "is_shared": is_shared, "made_at": at}
    )
    process = activity.process
    record("material.view_saved", actor=actor, target=view, at=at, process=process)
    return view


@transaction.atomic
def remove_view(*, actor: Person, view: SavedView, at: datetime) -> None:
    """Forget a view: one's own, or a shared one whose keeper is gone. Raises Refusal("not_yours")."""
    process = view.activity.process
    require_staff(actor, "see_desk" if view.person_id == actor.pk else ABILITY, process)
    if view.person_id not in (actor.pk, None):
        raise Refusal("not_yours", status=403)
    record("material.view_removed", actor=actor, target=view, at=at, process=process)
    view.delete()


@transaction.atomic
def note_download(*, actor: Person, activity: Activity, at: datetime) -> None:
    """A line of the trail: who took a copy of the table."""
    process = activity.process
    require_staff(actor, "see_desk", process)
    record("material.table_downloaded", actor=actor, target=activity, at=at, process=process)
