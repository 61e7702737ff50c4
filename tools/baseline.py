"""Write src/yhdyspinta/database/baseline.sql: the tables that a new installation begins with.

tools/baseline.py
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yhdyspinta.settings")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "YHDYSPINTA_VAR": folder,
            "YHDYSPINTA_MODE": "demo",
            "YHDYSPINTA_SECRET_KEY": "of no installation",
        }
        import django

        django.setup()
        from yhdyspinta.database import held, instance, remove

        place = instance(Path(folder), "demo")
        with held(place):
            write(str(place.socket), place.program_folder)
        remove(place)


def write(host: str, programs: Path) -> None:
    """From a database that every migration has been through, one after the other."""
    from django.core.management import call_command
    from django.db import connections

    from yhdyspinta.database.baseline import BASELINE, baseline_of
    from yhdyspinta.database.folders import DATABASE_NAME, DATABASE_USER

    call_command("migrate", verbosity=0, interactive=False)
    connections.close_all()
    command = [
        str(programs / "pg_dump"), "--no-owner", "--no-privileges", "--column-inserts", "--rows-per-insert=500", f"--host={host}",
        f"--username={DATABASE_USER}", DATABASE_NAME,
    ]  # fmt: skip
    dump = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    BASELINE.write_text(baseline_of(dump.stdout), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
