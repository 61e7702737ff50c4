"""Background work of outcomes: who sees to a measure is reminded."""

from yhdyspinta.audit import clock
from yhdyspinta.database.regularly import regularly
from yhdyspinta.outcomes.reminders import remind_owners


@regularly("20 5 * * *", queue="care", name="outcomes.remind_owners")
def remind_owners_of_measures(timestamp: int) -> None:
    """Each morning: whose measure is due soon or late."""
    remind_owners(at=clock.now())
