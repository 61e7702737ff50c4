"""Background work: planned launch packs go out when their time comes."""

from procrastinate.contrib.django import app

from yhdyspinta.audit import clock
from yhdyspinta.launch.actions import let_out


@app.periodic(cron="* * * * *")  # type: ignore[untyped-decorator]
@app.task(queue="care", name="launch.release_due", queueing_lock="launch.release_due")  # type: ignore[untyped-decorator]
def release_due(timestamp: int) -> None:
    """Each minute: what was planned for now, and what failed and is due again; each in a transaction of its own."""
    let_out(at=clock.now())
