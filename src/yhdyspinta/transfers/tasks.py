"""Background work of transfers: whoever owes an answer to another authority's comment is reminded."""

from yhdyspinta.audit import clock
from yhdyspinta.database.regularly import regularly
from yhdyspinta.transfers.reminders import remind_receivers


@regularly("40 5 * * *", queue="care", name="transfers.remind_receivers")
def remind_receivers_of_comments(timestamp: int) -> None:
    """Each morning: whose answers to passed-on comments are due soon or late."""
    remind_receivers(at=clock.now())
