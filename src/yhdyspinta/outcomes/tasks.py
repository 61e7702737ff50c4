"""Background work of outcomes: owners of measures are reminded."""

from procrastinate.contrib.django import app

from yhdyspinta.audit import clock
from yhdyspinta.outcomes.reminders import remind_owners


@app.periodic(cron="20 5 * * *")  # type: ignore[untyped-decorator]
@app.task(queue="care", name="outcomes.remind_owners", queueing_lock="outcomes.remind_owners")  # type: ignore[untyped-decorator]
def remind_owners_of_measures(timestamp: int) -> None:
    """Each morning: whose measure is due soon or late."""
    remind_owners(at=clock.now())
