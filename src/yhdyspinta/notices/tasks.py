"""Background work of notices."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from yhdyspinta.audit import clock
from yhdyspinta.notices.delivery import deliver_some


@app.task(queue="mail", retry=RetryStrategy(max_attempts=5, exponential_wait=5), name="notices.deliver_owed",
          queueing_lock=None)
def deliver_owed() -> None:
    """Send what is owed, until nothing is due."""
    while deliver_some(at=clock.now()):
        pass


@app.periodic(cron="* * * * *")
@app.task(queue="mail", name="notices.deliver_again", queueing_lock="notices.deliver_again")
def deliver_again(timestamp: int) -> None:
    """Each minute: what failed earlier and is due again."""
    deliver_some(at=clock.now())
