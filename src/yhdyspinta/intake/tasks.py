"""Background work: long files are read, and brought in when that is asked for."""

from procrastinate.contrib.django import app

from yhdyspinta.audit import clock
from yhdyspinta.database.regularly import regularly
from yhdyspinta.intake.actions.long_files import QUEUE, WORK_ON_FILE, stalled
from yhdyspinta.intake.models import Upload
from yhdyspinta.intake.working import work_on


@app.task(queue=QUEUE, name=WORK_ON_FILE)  # type: ignore[untyped-decorator]
def work_on_file(upload: int) -> None:
    """Read a long file, and bring it in if its sender has said so."""
    work_on(upload)


@regularly("* * * * *", queue=QUEUE, name="intake.go_on_with_files")
def go_on_with_files(timestamp: int) -> None:
    """Each minute: go on with files where a worker died."""
    for pk in list(Upload.objects.filter(stalled(clock.now())).values_list("pk", flat=True)):
        work_on(pk)
