"""Background work of people's data."""

from procrastinate.contrib.django import app

from yhdyspinta.people.limits import forget_old


@app.periodic(cron="17 3 * * *")  # type: ignore[untyped-decorator]
@app.task(queue="mail", name="people.forget_tries", queueing_lock="people.forget_tries")  # type: ignore[untyped-decorator]
def forget_tries(timestamp: int) -> None:
    """Each night: tries whose window has ended are forgotten."""
    forget_old()
