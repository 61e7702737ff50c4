"""Who waits for whom among files: each waits for a moment only, and is told what it waits for."""

from typing import Final

from django.db.models import Func, IntegerField, TextField, Value
from django.db.models.functions import Cast

from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.waiting import waits_shortly

_TURNS: Final = Value(7126003)  # of advisory locks, beside 7126001 (trail) and 7126002 (search)
FILE_IS_HELD: Final = "file_is_held"
ANOTHER_FILE: Final = "another_file_comes_in"


def take_turn(activity: Activity) -> None:
    """Let one file after the other be brought into a round, until the end of the transaction; nobody else waits.

    Raises Refusal("another_file_comes_in").
    """
    turn = Func(_TURNS, Value(activity.pk), function="pg_advisory_xact_lock", output_field=IntegerField())
    with waits_shortly(ANOTHER_FILE):
        list(Activity.objects.filter(pk=activity.pk).annotate(turn=Cast(turn, TextField())).values_list("turn"))
