"""Background work of the whole site: the trail is sealed and checked, and what is no longer needed is deleted."""

from procrastinate.contrib.django import app

from yhdyspinta.audit import clock
from yhdyspinta.site import retention, trail_checks


@app.periodic(cron="* * * * *")  # type: ignore[untyped-decorator]
@app.task(queue="care", name="site.seal_trail", queueing_lock="site.seal_trail")  # type: ignore[untyped-decorator]
def seal_trail(timestamp: int) -> None:
    """Each minute: bind the finished lines of the trail into its chain."""
    trail_checks.seal_all(at=clock.now())


@app.periodic(cron="10,40 * * * *")  # type: ignore[untyped-decorator]
@app.task(queue="care", name="site.delete_what_is_due", queueing_lock="site.delete_what_is_due")  # type: ignore[untyped-decorator]
def delete_what_is_due(timestamp: int) -> None:
    """Each night once; a worker that was away catches up within the half hour."""
    at = clock.now()
    if retention.is_due(at):
        retention.run(at=at)


@app.periodic(cron="10,40 * * * *")  # type: ignore[untyped-decorator]
@app.task(queue="care", name="site.check_trail", queueing_lock="site.check_trail")  # type: ignore[untyped-decorator]
def check_trail(timestamp: int) -> None:
    """Each day once: the whole trail, line by line."""
    at = clock.now()
    if trail_checks.is_due(at):
        trail_checks.check(at=at)
