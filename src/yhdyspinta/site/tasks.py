"""Background work of the whole site: the trail is sealed and checked, and what is no longer needed is deleted."""

from yhdyspinta.audit import clock
from yhdyspinta.database.regularly import regularly
from yhdyspinta.site import retention, trail_checks


@regularly("* * * * *", queue="care", name="site.seal_trail")
def seal_trail(timestamp: int) -> None:
    """Each minute: bind the finished lines of the trail into its chain."""
    trail_checks.seal_all(at=clock.now())


@regularly("10,40 * * * *", queue="care", name="site.delete_what_is_due")
def delete_what_is_due(timestamp: int) -> None:
    """Each night once; a worker that was away catches up within the half hour."""
    at = clock.now()
    if retention.is_due(at):
        retention.run(at=at)


@regularly("10,40 * * * *", queue="care", name="site.check_trail")
def check_trail(timestamp: int) -> None:
    """Each day once: the whole trail, line by line."""
    at = clock.now()
    if trail_checks.is_due(at):
        trail_checks.check(at=at)
