"""Background work on senders: the groups that everybody is shown."""

from procrastinate.contrib.django import app

from yhdyspinta.audit import clock
from yhdyspinta.comments.keeping_groups import keep_all_groups


@app.periodic(cron="*/5 * * * *")  # type: ignore[untyped-decorator]
@app.task(queue="care", name="comments.keep_groups", queueing_lock="comments.keep_groups")  # type: ignore[untyped-decorator]
def keep_groups_of_all(timestamp: int) -> None:
    """Every five minutes: age groups and municipalities of rounds whose senders have changed by a whole group."""
    keep_all_groups(at=clock.now())
