"""A spreadsheet of 20,000 comments: sent by staff, checked and brought in by the worker, whole or not at all.

Each step runs in a process of its own: processor seconds of that process, with those of the database, and its peak memory
over what it took before it began. Half as many senders as rows, each row with every column filled in.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.exports import memory, used
from bench.lines import Line, within

if TYPE_CHECKING:
    from bench.running.installation import Installation
    from yhdyspinta.processes.models import Activity

ROWS = int(os.environ.get("BENCH_ROWS", "20000"))
#: Processor seconds of each step, its process and the database together; megabytes over the idle process.
SECONDS = {"upload": 10, "check": 10, "import": 60}
MEMORY = {"upload": 100, "check": 100, "import": 250}


def main() -> int:
    from bench.running.installation import installation

    lines: list[Line] = []
    with installation() as place, tempfile.TemporaryDirectory() as folder:
        from bench.pages import county

        activity = county(1)
        file = Path(folder) / "comments.xlsx"
        file.write_bytes(workbook(activity))
        for step in SECONDS:
            lines += measured(place, step, activity, file)
        lines.append(within("rows missing or doubled", missing(activity), 0, "rows"))
    for line in lines:
        line.show()
    return 0 if all(line.holds for line in lines) else 1


def workbook(activity: Activity) -> bytes:
    """The round's own template, filled in."""
    from io import BytesIO

    import xlsxwriter
    from django.utils.translation import override

    from bench.running.crowd import WORDS
    from yhdyspinta.audit import clock
    from yhdyspinta.intake.codes import places_of, round_code
    from yhdyspinta.intake.importing.columns import TEMPLATE
    from yhdyspinta.people.capacities import AGE_GROUPS, CAPACITIES
    from yhdyspinta.ui.dates import in_helsinki

    chance, kept = random.Random(1), BytesIO()
    with override("fi"):
        heads = [str(words) for words in TEMPLATE.values()]
        groups, roles = [str(one) for one in AGE_GROUPS.values()], [str(one) for one in CAPACITIES.values()]
        codes = [place.code for place in places_of(activity, "fi")]
    today = in_helsinki(clock.now()).strftime("%d.%m.%Y")
    book = xlsxwriter.Workbook(kept, {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.write_string(1, 0, round_code(activity))
    sheet.write_row(2, 0, heads)
    for number in range(ROWS):
        own = random.Random(number // 2)  # the same number is the same sender, who says the same of themselves
        told = {
            "id": str(number // 2 + 1), "section": chance.choice(codes), "date": today, "language": "suomi",
            "text": " ".join(chance.choices(WORDS, k=chance.randint(8, 60))), "capacity": own.choice(roles[:1]),
            "municipality": own.choice(["Jyväskylä", "Muurame"]), "age_group": own.choice(groups),
        }  # fmt: skip
        sheet.write_row(3 + number, 0, [told.get(key, "") for key in TEMPLATE])
    book.close()
    return kept.getvalue()


def measured(place: Installation, step: str, activity: Activity, file: Path) -> list[Line]:
    """What one step takes, and what it takes of the database."""
    before, began = place.database_seconds(), time.perf_counter()
    command = [sys.executable, "-m", "bench.long_files", step, str(activity.pk), str(file)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=os.environ, check=True)
    told = json.loads(done.stdout.splitlines()[-1])
    whole = told["seconds"] + place.database_seconds() - before
    name = f"{ROWS:,} rows: {step}"
    print(f"{name}: {time.perf_counter() - began:.0f} s by the clock", file=sys.stderr)
    return [
        within(f"{name}, process and database", whole, SECONDS[step]),
        within(f"{name}, memory over idle", told["memory"], MEMORY[step], "MB"),
    ]


def missing(activity: Activity) -> int:
    from yhdyspinta.comments.models import Comment
    from yhdyspinta.intake.models import Upload

    upload = Upload.objects.get()
    stored = Comment.objects.filter(activity=activity).count()
    return abs(ROWS - upload.comment_count) + abs(ROWS - stored)


def take(step: str, activity_pk: int, file: str) -> int:
    """In a process of its own: one step, and what it took."""
    import django

    django.setup()
    from tests import factories
    from yhdyspinta.audit import clock
    from yhdyspinta.intake import actions, working
    from yhdyspinta.intake.models import Upload
    from yhdyspinta.people.models import Person
    from yhdyspinta.processes.models import Activity

    activity = Activity.objects.select_related("process__owner").get(pk=activity_pk)
    owner = activity.process.owner
    actor = Person.objects.filter(email="bertta@example.org").first() or factories.staff(
        owner, email="bertta@example.org"
    )
    content = Path(file).read_bytes()
    idle, began = memory("VmRSS"), used()
    if step == "upload":
        actions.upload_file(
            actor=actor, activity=activity, kind=Upload.Kind.TEMPLATE, content=content, file_name="comments.xlsx",
            language="fi", at=clock.now(),
        )  # fmt: skip
    else:
        upload = Upload.objects.get()
        if step == "import":
            actions.ask_to_import(actor=actor, upload=upload, at=clock.now())
        working.work_on(upload.pk)
        upload.refresh_from_db()
        if upload.work or upload.found.get("problem_count") or "refusal" in upload.found:
            raise SystemExit(f"{step}: {str(upload.found)[:500]}")
    print(json.dumps({"seconds": used() - began, "memory": memory("VmHWM") - idle}))
    return 0


if __name__ == "__main__":
    sys.exit(take(sys.argv[1], int(sys.argv[2]), sys.argv[3]) if len(sys.argv) > 3 else main())
