"""Background work: planned launch packs go out when their time comes."""

from procrastinate.contrib.django import app

from yhdyspinta.audit import clock
from yhdyspinta.launch.actions import go_out
from yhdyspinta.launch.models import LaunchRelease


@app.periodic(cron="* * * * *")  # type: ignore[untyped-decorator]
@app.task(queue="care", name="launch.release_due", queueing_lock="launch.release_due")  # type: ignore[untyped-decorator]
def release_due(timestamp: int) -> None:
    """Each minute: what was planned for now, each in a transaction of its own."""
    at = clock.now()
    for release in LaunchRelease.objects.filter(told_at=None, release_at__lte=at).order_by("release_at", "pk"):
        go_out(actor=None, release=release, at=at)
