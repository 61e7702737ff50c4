"""Downloads of a round of 100,000 comments: CSV, Excel and JSON, and going on after the worker was killed.

Each kind is made in a process of its own from an empty folder: processor seconds of that process, with and without
those of the database, and its peak memory over what it took before it began.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.lines import within

if TYPE_CHECKING:
    from bench.running.installation import Installation
    from yhdyspinta.open_data.models import Export
    from yhdyspinta.processes.models import Activity

COMMENTS = 100_000
LIMITS = {"csv": 5, "xlsx": 40, "json": 5}


def main() -> int:
    from bench.running.installation import installation

    lines = []
    with installation() as place:
        from bench.pages import county
        from bench.running.crowd import fill

        activity = county(1)
        fill(activity, COMMENTS)
        for kind, most in LIMITS.items():
            told, database = measured(place, ordered(activity), kind)
            lines += [
                within(f"{COMMENTS:,} comments as {kind}: process", told["seconds"], most),
                within(f"{COMMENTS:,} comments as {kind}: process and database", told["seconds"] + database, most + 5),
                within(f"{COMMENTS:,} comments as {kind}: memory over idle", told["memory"], 100, "MB"),
            ]
        lines.append(within("rows missing or doubled after kill -9 and going on", killed(activity), 0, "rows"))
    for line in lines:
        line.show()
    return 0 if all(line.holds for line in lines) else 1


def measured(place: Installation, export: Export, kind: str) -> tuple[dict[str, float], float]:
    """What one kind takes, and what it takes of the database."""
    before = place.database_seconds()
    with child(kind, export.pk) as process:
        out = process.communicate()[0]
    if process.returncode != 0:
        raise SystemExit(f"{kind} was not made")
    return json.loads(out.splitlines()[-1]), place.database_seconds() - before


def ordered(activity: Activity, expected: int = COMMENTS) -> Export:
    from uuid import uuid4

    from yhdyspinta.audit import clock
    from yhdyspinta.open_data.models import Export

    Export.objects.all().delete()
    return Export.objects.create(activity=activity, folder=uuid4().hex, asked_at=clock.now(), expected=expected)


def child(kind: str, pk: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bench.exports", kind, str(pk)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ)


def killed(activity: Activity) -> int:
    """Kill the worker half way; another goes on. How many rows are not there exactly once."""
    import csv

    from yhdyspinta.open_data.exports.files import file_of
    from yhdyspinta.open_data.models import Export

    export = ordered(activity)
    with child("all", export.pk) as process:
        while Export.objects.get(pk=export.pk).rows < COMMENTS // 2:
            time.sleep(0.05)
        process.send_signal(signal.SIGKILL)
    Export.objects.filter(pk=export.pk).update(touched_at=None)
    with child("all", export.pk) as process:
        process.communicate()
    with file_of(export.folder, "csv").open(encoding="utf-8-sig", newline="") as file:
        numbers = [int(row["number"]) for row in csv.DictReader(file, delimiter=";")]
    return COMMENTS - len(set(numbers)) + len(numbers) - len(set(numbers))


def make(kind: str, pk: int) -> None:
    """In a process of its own: make one kind, and tell what it took."""
    import django

    django.setup()
    from uuid import uuid4

    from django.urls import get_resolver

    from yhdyspinta.open_data.exports import building, files
    from yhdyspinta.open_data.models import Export

    get_resolver().reverse_dict  # noqa: B018 - a worker at its post has read all modules once
    if kind == "all":
        building.build(pk, worker=uuid4())
        return
    Export.objects.filter(pk=pk).update(worker=uuid4(), state="running", began_at=building.clock.now())
    export = Export.objects.select_related("activity__process__owner").get(pk=pk)
    folder, beat = files.folder_of(export.folder), lambda: None
    idle, began = memory("VmRSS"), used()
    building.write_parts(export)
    if kind == "csv":
        files.join_csv(folder, export.parts)
    elif kind == "json":
        files.join_json(folder, export.parts, building.about(export), beat)
    else:
        building.make_workbook(export, beat)
    print(json.dumps({"seconds": used() - began, "memory": memory("VmHWM") - idle}))


def used() -> float:
    taken = resource.getrusage(resource.RUSAGE_SELF)
    return taken.ru_utime + taken.ru_stime


def memory(kind: str) -> float:
    """Megabytes of this process, now (VmRSS) or at the most (VmHWM)."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(kind))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    sys.exit(make(sys.argv[1], int(sys.argv[2])) if len(sys.argv) > 2 else main())
