"""Background work of statements: who writes one is reminded before commenting closes."""

from yhdyspinta.audit import clock
from yhdyspinta.database.regularly import regularly
from yhdyspinta.statements.reminders import remind_writers


@regularly("35 5 * * *", queue="care", name="statements.remind_writers")
def remind_writers_of_statements(timestamp: int) -> None:
    """Each morning: whose statement has not been sent and closes soon."""
    remind_writers(at=clock.now())
