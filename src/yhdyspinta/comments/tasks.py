"""Background work on senders: the groups that everybody is shown."""

from yhdyspinta.audit import clock
from yhdyspinta.comments.keeping_groups import keep_all_groups
from yhdyspinta.database.regularly import regularly


@regularly("*/5 * * * *", queue="care", name="comments.keep_groups")
def keep_groups_of_all(timestamp: int) -> None:
    """Every five minutes: age groups and municipalities of rounds whose senders have changed by a whole group."""
    keep_all_groups(at=clock.now())
