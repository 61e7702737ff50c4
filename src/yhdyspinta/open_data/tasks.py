"""Background work of open data."""

from uuid import uuid4

from procrastinate.contrib.django import app

from yhdyspinta.audit import clock
from yhdyspinta.database.regularly import regularly
from yhdyspinta.open_data.actions import MAKE_FILES, QUEUE, due_rounds, order_files, remove_followed
from yhdyspinta.open_data.exports import building
from yhdyspinta.open_data.models import Export


@app.task(queue=QUEUE, name=MAKE_FILES)  # type: ignore[untyped-decorator]
def make_files(export: int) -> None:
    """Make the files that somebody asked for."""
    _build(export)


def _build(pk: int) -> None:
    building.build(pk, worker=uuid4())
    remove_followed(pk)


@regularly("* * * * *", queue=QUEUE, name="open_data.go_on")
def go_on(timestamp: int) -> None:
    """Each minute: go on where a worker died, make the files of rounds that have closed, and anew what has changed."""
    at = clock.now()
    for activity in due_rounds(at):
        order_files(actor=None, activity=activity, at=at)
    for pk in list(Export.objects.filter(building.stalled(at)).values_list("pk", flat=True)):
        _build(pk)
