"""Background work: planned launch packs go out when their time comes."""

from yhdyspinta.audit import clock
from yhdyspinta.database.regularly import regularly
from yhdyspinta.launch.actions import let_out


@regularly("* * * * *", queue="care", name="launch.release_due")
def release_due(timestamp: int) -> None:
    """Each minute: what was planned for now, and what failed and is due again; each in a transaction of its own."""
    let_out(at=clock.now())
