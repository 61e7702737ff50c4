"""The web server, the worker, and bringing an installation up to date."""

import argparse
import ctypes
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection, connections
from psycopg.errors import LockNotAvailable

from yhdyspinta.cli.problems import Problem
from yhdyspinta.database.baseline import begin_from_baseline

#: How long a change of a table may keep those waiting who come behind it.
LONGEST_WAIT: Final = "2s"
_BESIDE_OTHERS: Final = "60s"
_MOST_TRIES: Final = 40
_M_ARENA_MAX: Final = -8  # malloc.h of glibc
_PAUSE: Final = 1.0  # seconds, in which who waited is served
_ALONE: Final = 7_202_611_24  # the advisory lock of whoever migrates
_WAIT: Final = "SELECT set_config('lock_timeout', %s, false)"


def check_port(host: str, port: int, hint: str = "--port 8001") -> None:
    """Say in words that a port is taken, before anything is started."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError as error:
            raise Problem(f"Port {port} may not be used by this user: choose one above 1023 ({hint}).") from error
        except OSError as error:
            raise Problem(f"Port {port} is taken: choose another, for example {hint}.") from error


def serve(given: argparse.Namespace) -> int:
    """Serve pages until told to stop."""
    from granian.constants import Interfaces
    from granian.server import Server

    if given.until_input_ends:
        _stop_when_input_ends()
    _keep_few_arenas()
    _load_what_workers_share()
    server = Server(
        "yhdyspinta.wsgi:application",
        address=given.host,
        port=given.port,
        interface=Interfaces.WSGI,
        workers=given.workers,
        blocking_threads=given.threads,
        backpressure=given.threads * 16,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level="warn",  # type: ignore[arg-type]
    )
    server.serve()
    return 0


def _keep_few_arenas() -> None:
    """For the workers, which are copies of this process: each thread's own arena of memory would stay half empty."""
    allocator = ctypes.CDLL(None)
    if hasattr(allocator, "mallopt"):  # glibc has it, other C libraries may not
        allocator.mallopt(_M_ARENA_MAX, 2)


def _load_what_workers_share() -> None:
    """The program is loaded once: each worker, also one that follows a dead one, begins as a copy of this process and
    shares the memory until it writes there. No connection to the database may be open.
    """
    import yhdyspinta.wsgi  # noqa: F401

    connections.close_all()


def work(given: argparse.Namespace) -> int:
    """Do background jobs until told to stop; running ones get a quarter of a minute to end."""
    if given.until_input_ends:
        _stop_when_input_ends()
    from yhdyspinta.cli.working import Worker

    Worker(given.concurrency).run()
    return 0


def _stop_when_input_ends() -> None:
    """Whoever started us holds the other end of our input; when they are gone, we stop too."""

    def wait() -> None:
        while os.read(0, 1):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()


def bring_up_to_date() -> None:
    """Migrate, and collect static files when a source is newer than what was collected."""
    migrate_beside_others()
    connection.close()
    if _static_is_old():
        call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=["django_htmx"])


def migrate_beside_others() -> None:
    """Migrate while people use the service: who waits behind a lock of ours waits for moments, and it is tried again.

    A change of a table waits for those who write in it, and everybody else behind it; so it gives up soon. What is
    built beside the writers keeps nobody and may wait for them long. A new database begins with its tables made.
    """
    begin_from_baseline()
    with _alone():
        _migrate_beside_writers()


@contextmanager
def _alone() -> Iterator[None]:
    """Of programs that start at once one migrates, and the others find all made.

    Who waited for the lock in the database itself would keep an index waiting that is built beside others.
    """
    with connection.cursor() as cursor:
        while not _first(cursor, "SELECT pg_try_advisory_lock(%s)"):
            time.sleep(_PAUSE)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            _first(cursor, "SELECT pg_advisory_unlock(%s)")


def _first(cursor: Any, sql: str) -> Any:
    cursor.execute(sql, [_ALONE])
    return cursor.fetchone()[0]


def _migrate_beside_writers() -> None:
    for tries_left in reversed(range(_MOST_TRIES)):
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 0")
            cursor.execute(_WAIT, [LONGEST_WAIT])
        try:
            with connection.execute_wrapper(_patiently_beside):
                call_command("migrate", verbosity=0, interactive=False)
        except OperationalError as error:
            if not tries_left or not isinstance(error.__cause__, LockNotAvailable):
                raise
            time.sleep(_PAUSE)
        else:
            return


def _patiently_beside(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
    if "CONCURRENTLY" not in str(sql):
        return execute(sql, params, many, context)
    execute(_WAIT, [_BESIDE_OTHERS], False, context)
    try:
        return execute(sql, params, many, context)
    finally:
        execute(_WAIT, [LONGEST_WAIT], False, context)


def _static_is_old() -> bool:
    collected = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not collected.exists():
        return True
    at = collected.stat().st_mtime
    folders = [Path(config.path) / "static" for config in apps.get_app_configs()]
    return any(file.stat().st_mtime > at for folder in folders if folder.is_dir() for file in folder.rglob("*"))
