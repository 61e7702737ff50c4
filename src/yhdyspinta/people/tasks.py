"""Background work of people's data."""

from yhdyspinta.database.regularly import regularly
from yhdyspinta.people.limits import forget_old


@regularly("17 3 * * *", queue="mail", name="people.forget_tries")
def forget_tries(timestamp: int) -> None:
    """Each night: tries whose window has ended are forgotten."""
    forget_old()
