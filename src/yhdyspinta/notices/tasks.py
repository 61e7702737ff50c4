"""Background work of messages."""

from typing import Final

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from yhdyspinta.audit import clock
from yhdyspinta.database.regularly import regularly
from yhdyspinta.notices.delivery import deliver_some
from yhdyspinta.notices.digests import owe_digests
from yhdyspinta.notices.outbox import DELIVER_OWED, MAIL_QUEUE
from yhdyspinta.ui.dates import in_helsinki

DIGEST_HOUR: Final = 7


@app.task(  # type: ignore[untyped-decorator]
    queue=MAIL_QUEUE,
    retry=RetryStrategy(max_attempts=5, exponential_wait=5),
    name=DELIVER_OWED,
    queueing_lock=None,
)
def deliver_owed() -> None:
    """Send what is owed, until nothing is due."""
    while deliver_some(at=clock.now()):
        pass


@regularly("* * * * *", queue=MAIL_QUEUE, name="notices.deliver_again")
def deliver_again(timestamp: int) -> None:
    """Each minute: what failed earlier and is due again."""
    deliver_some(at=clock.now())


@regularly("0 * * * *", queue=MAIL_QUEUE, name="notices.daily_summary")
def daily_summary(timestamp: int) -> None:
    """At seven in the morning in Helsinki, summer and winter: yesterday's messages as one."""
    at = clock.now()
    if in_helsinki(at).hour == DIGEST_HOUR:
        owe_digests(at=at)
