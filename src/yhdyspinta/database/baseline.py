"""A new installation begins from one file with the tables that migrations had made when it was written.

The migrations that came after it follow as everywhere; an installation that has tables is never touched. Without the
file a new database comes about step by step and is the same (`make baseline` writes the file so).
"""

import hashlib
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Final

from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader

BASELINE: Final = Path(__file__).with_name("baseline.sql")
_HEAD: Final = "-- migration "
_IS_NEW: Final = """
SELECT current_schema() = 'public' AND to_regclass('django_migrations') IS NULL
   AND NOT EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r')
"""
_SETTINGS: Final = (
    r"\w+_timeout|client_\w+|standard_conforming_strings|check_function_bodies|xmloption|row_security|default_table\w+"
)
_LEFT_OUT: Final = re.compile(
    rf"\\|SET ({_SETTINGS}) = |SELECT pg_catalog\.set_config\('search_path'|COMMENT ON EXTENSION"
)
_ALONE: Final = 7_202_611_23  # the advisory lock of whoever begins a database


def begin_from_baseline() -> bool:
    """Make the tables of the baseline in a database that has none, in the usual schema; whether it did."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = 0")  # another program may be making them: it takes seconds
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ALONE])
        cursor.execute(_IS_NEW)
        if not cursor.fetchone()[0] or not BASELINE.is_file():
            return False
        cursor.execute(BASELINE.read_text(encoding="utf-8"))
        return True


def written_from() -> dict[str, str]:
    """The migrations in the file, as `app.name`, and the digest of each as it was then."""
    lines = BASELINE.read_text(encoding="utf-8").splitlines()
    return dict(line.removeprefix(_HEAD).split() for line in lines if line.startswith(_HEAD))


def known_migrations() -> dict[str, str]:
    """Every migration of this program, as `app.name`, and its digest."""
    loader = MigrationLoader(None)
    return {f"{app}.{name}": _digest(one.__module__) for (app, name), one in sorted(loader.disk_migrations.items())}


def _digest(module: str) -> str:
    file = import_module(module).__file__ or ""
    return hashlib.sha256(Path(file).read_bytes()).hexdigest()[:16]


def baseline_of(dump: str) -> str:
    """The file, made of what `pg_dump` says of a database that all migrations have been through."""
    head = [f"{_HEAD}{name} {digest}" for name, digest in known_migrations().items()]
    return "\n".join([*head, "SET LOCAL check_function_bodies = false;", *_statements(dump), ""])


def _statements(dump: str) -> Iterator[str]:
    """Without what only psql understands, what holds for the session and what older servers do not know."""
    return (line for line in dump.splitlines() if not _LEFT_OUT.match(line))
