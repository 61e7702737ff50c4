"""An installation with 1,000,000 comments backed up, and restored into an empty one as docs/how-to/backup.md says.

bench/restore.py [COMMENTS]      fewer, for trying it

Every comment is searchable and has a line of the trail under a seal; beside them lies an uploaded file. The commands are
the operator's own, and so is the last step of the guide: the restored installation is asked for a page and for the file.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.lines import Line, within
from bench.pages import county
from bench.running.installation import Installation, installation

if TYPE_CHECKING:
    from bench.running.searchable import Row
    from yhdyspinta.processes.models import Activity

COMMENTS, WRITTEN, MOST = 1_000_000, 20_000, 30 * 60
UPLOADED = "Päätösesitys liitteineen. Bilaga på svenska.\n".encode() * 20_000


_SEARCHABLE = """
INSERT INTO processes_searchentry
    (authority_id, process_id, kind, target, language, title, text, path, vector, at)
SELECT kept.authority_id, kept.process_id, kept.kind, 'comment:' || comment.id, kept.language, kept.title, kept.text,
    kept.path, kept.vector, kept.at
FROM comments_comment comment
JOIN comments_comment first ON first.number = (comment.number - 1) %% %s + 1
JOIN processes_searchentry kept ON kept.target = 'comment:' || first.id
WHERE comment.number > %s
"""


def main(comments: int) -> int:
    folder = Path(tempfile.mkdtemp(prefix="yhdyspinta-restored-"))
    try:
        with installation() as place:
            activity = county(1)
            paths = _asked(activity, attach(activity))
            fill(activity, comments)
            there, head = counts(), trail_head()
            file = folder / "monday.tar"
            backup = command(place.folder, "backup", str(file))
        size = file.stat().st_size / 1e6
        steps = {
            "restore": command(folder, "restore", str(file)),
            "migrate": command(folder, "migrate"),
            "audit-verify": command(folder, "audit-verify", "--noted", head),
            "doctor": command(folder, "doctor"),
        }
        here = told_by(folder)
        began = time.perf_counter()
        given = served(folder, paths)
        steps["serve, ready, a page and a file"] = time.perf_counter() - began
    finally:
        forget(folder)
    different = [table for table in {*there, *here} if there.get(table) != here.get(table)]
    lines = [
        within(f"backup of {comments:,} comments", backup, MOST),
        *(within(f"restoring them: {name}", seconds, MOST) for name, seconds in steps.items()),
        within("backup and restoring, together", backup + sum(steps.values()), MOST),
        Line("the backup's size", round(size, 1), None, "MB", None, "stated", True),
        within(f"of {len(there)} tables, with other rows afterwards", len(different), 0, "tables"),
        Line(
            "of 3 addresses of the restored installation, answered",
            len(given),
            3,
            "addresses",
            None,
            "all",
            len(given) == 3,
        ),
        Line(
            "the uploaded file came back as it was",
            int(given.get("file") == UPLOADED),
            1,
            "file",
            None,
            "equal",
            given.get("file") == UPLOADED,
        ),
        Line("the trail is whole under the same head", 1, None, "chain", None, "as before", True),
    ]
    for line in lines:
        line.show()
    print(*different, sep="\n")
    return 0 if all(line.holds for line in lines) else 1


def attach(activity: Activity) -> int:
    """A file beside the round's document, uploaded as staff do; its number."""
    from tests import factories
    from yhdyspinta.audit import clock
    from yhdyspinta.documents.actions import add_attachment

    return add_attachment(
        actor=factories.staff(activity.process.owner), document=activity.documents.get(), content=UPLOADED,
        file_name="esitys.txt", declared_type="text/plain", at=clock.now(), language="fi",
    ).pk  # fmt: skip


def _asked(activity: Activity, attachment: int) -> dict[str, str]:
    """What is asked of the restored installation: whether it is ready, the page of the round, and the file."""
    from yhdyspinta.processes.addresses import activity_address, process_address

    return {
        "ready": "/ready/",
        "page": activity_address(activity, "comment_rounds:round", language="fi"),
        "file": process_address(activity.process, "documents:attachment", language="fi", attachment=attachment),
    }


def served(folder: Path, paths: dict[str, str]) -> dict[str, bytes]:
    """What the restored installation gives once its web server runs; what it refuses is left out."""
    from yhdyspinta.database import instance

    restored = Installation(folder, instance(folder, "demo"))
    os.environ["YHDYSPINTA_VAR"] = str(folder)
    given = {}
    try:
        base = restored.serve()
        for name, path in paths.items():
            with suppress(OSError), urllib.request.urlopen(base + path, timeout=60) as answer:  # noqa: S310 (ours)
                given[name] = answer.read()
    finally:
        restored.stop("web")
    return given


def command(folder: Path, *words: str) -> float:
    """Run a command of the installation in the folder; its wall seconds. A failure ends the benchmark."""
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "yhdyspinta.cli", *words], env=os.environ | {"YHDYSPINTA_VAR": str(folder)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise SystemExit(f"{words[0]}: {done.stderr[-2000:]}")
    print(f"{words[0]}: {done.stdout.strip()}", flush=True)
    return time.perf_counter() - began


def fill(activity: Activity, count: int) -> None:
    """Comments by the million, copied from some that are written; each searchable, each in the trail."""
    from bench.running.copies import copy, insert
    from bench.running.crowd import fill as fill_round
    from bench.running.searchable import put
    from bench.running.words import text
    from yhdyspinta.comments.models import Comment

    fill_round(activity, WRITTEN, senders=WRITTEN, write=text)
    put(_rows(activity))
    copy(Comment, count // WRITTEN - 1, number=f"rows.number + turn * {WRITTEN}")
    insert("processes_searchentry", _SEARCHABLE, WRITTEN, WRITTEN)
    _write_trail(activity)
    _run("UPDATE processes_activity SET comment_count = %s, due_count = %s, last_comment_number = %s", *[count] * 3)


def _rows(activity: Activity) -> Iterator[Row]:
    from bench.running.searchable import Row

    process, at = activity.process, activity.created_at
    for pk, number, text in _read("SELECT id, number, public_text FROM comments_comment"):
        title = f"Kommentti {number}"
        path = f"processes/toimintamallit/comment-round/kommentointi/comments/{number}/"
        yield Row(process.owner_id, process.pk, "comment", f"comment:{pk}", title, text, path, at)


def _write_trail(activity: Activity) -> None:
    """A line for each comment with its own digest, and seals over all of them."""
    import json

    from django.db import connection

    from yhdyspinta.audit import trail

    at, process = activity.created_at, activity.process
    with connection.cursor() as cursor:
        comments = list(_read("SELECT number, receipt_id, sender_id FROM comments_comment ORDER BY number"))
        columns = "at, verb, actor, target, authority_id, process_id, detail, digest"
        with cursor.copy(f"COPY audit_entry ({columns}) FROM STDIN") as copy:
            for number, receipt, sender in comments:
                line = {
                    "at": at, "verb": "comments.sent", "actor": f"person:{sender}", "target": f"receipt:{receipt}",
                    "authority_id": process.owner_id, "process_id": process.pk,
                    "detail": {"comments": [number], "channel": "online", "wait_again": []},
                }  # fmt: skip
                copy.write_row((*(line | {"detail": json.dumps(line["detail"])}).values(), trail.digest_of(**line)))
    while trail.seal(limit=20_000) is not None:
        pass


def trail_head() -> str:
    from yhdyspinta.audit import trail

    return trail.head()


def counts() -> dict[str, tuple[int, int]]:
    """Of each table, how many rows, and a sum over all that they hold."""
    from django.db import connection

    found = {}
    for table in connection.introspection.table_names():
        summed = f"SELECT count(*), COALESCE(sum(hashtextextended({table}::text, 0)), 0) FROM {table}"  # noqa: S608
        found[table] = next(iter(_read(summed)))
    return found


def told_by(folder: Path) -> dict[str, tuple[int, int]]:
    """The counts of another installation, told by a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.restore", "counts"], env=os.environ | {"YHDYSPINTA_VAR": str(folder)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return {table: (int(rows), int(total)) for table, rows, total in map(str.split, done.stdout.splitlines())}


def tell_counts() -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connections

    from yhdyspinta.database import held, instance

    with held(instance(settings.VAR_DIR)):
        for table, (rows, total) in counts().items():
            print(table, rows, total)
        connections.close_all()


def forget(folder: Path) -> None:
    from yhdyspinta.database import instance, remove

    remove(instance(folder, "demo"))
    shutil.rmtree(folder, ignore_errors=True)


def _read(statement: str) -> Iterator[tuple[Any, ...]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(statement)
        yield from cursor.fetchall()


def _run(statement: str, *values: object) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement, values)


if __name__ == "__main__":
    sys.exit(tell_counts() if sys.argv[1:] == ["counts"] else main(int(sys.argv[1]) if len(sys.argv) > 1 else COMMENTS))
