"""A migrated database kept on the test server, so that a test run copies it instead of migrating anew.

`python -m tests.template` makes it before the run.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import psycopg
from psycopg import sql

from yhdyspinta.database import Instance, external_address, held, instance
from yhdyspinta.database.folders import DATABASE_USER

ROOT = Path(__file__).resolve().parents[1]
PREFIX = "migrated_"
MIGRATE = "import django; django.setup(); from yhdyspinta.cli.running import migrate_beside_others as up; up()"


def template_name() -> str:
    """Named after everything that migrations read, so that a change makes a new one."""
    digest = hashlib.sha256((ROOT / "requirements" / "run.txt").read_bytes())
    product = ROOT / "src" / "yhdyspinta"
    files = [
        product / "database" / "baseline.sql",
        *product.rglob("migrations/*.py"),
        *(product / "places" / "data").rglob("*"),
        product / "settings.py",
    ]
    for file in sorted(files):
        if file.is_file():
            digest.update(str(file.relative_to(product)).encode() + b"\0" + file.read_bytes())
    return PREFIX + digest.hexdigest()[:16]


def ensure_template(place: Instance, name: str) -> None:
    """Migrate a database of this name, unless it stands; older ones are dropped. The server must run."""
    with (place.home / "template").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with psycopg.connect(
            host=str(place.socket), user=DATABASE_USER, dbname="postgres", autocommit=True
        ) as connection:
            have = [
                row[0] for row in connection.execute("SELECT datname FROM pg_database WHERE datname LIKE 'migrated_%%'")
            ]
            if name in have:
                return
            for old in have:
                connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(old)))
            partial = f"{name}_new"
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(partial)))
            _migrate(f"postgresql://{DATABASE_USER}@/{partial}?host={place.socket}")
            connection.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(partial), sql.Identifier(name))
            )


def make_template() -> None:
    """The server runs only meanwhile, unless somebody else has started it."""
    from django.conf import settings

    if external_address():
        return
    place = instance(settings.VAR_DIR, "test")
    with held(place):
        ensure_template(place, template_name())


def _migrate(address: str) -> None:
    environment = os.environ | {
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "yhdyspinta.settings",
        "PYTHONPATH": str(ROOT / "src"),
    }
    command = [sys.executable, "-c", MIGRATE]
    subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    make_template()
