"""The web server, the worker, and bringing an installation up to date."""

import argparse
import os
import signal
import socket
import threading
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from yhdyspinta.cli.problems import Problem


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
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")  # for the workers: each thread's own arena would stay half empty
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


def work(given: argparse.Namespace) -> int:
    """Do background jobs until told to stop; running ones get a quarter of a minute to end."""
    if given.until_input_ends:
        _stop_when_input_ends()
    call_command(
        "procrastinate", "worker", "--concurrency", str(given.concurrency), "--shutdown-graceful-timeout", "15"
    )
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
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("SET lock_timeout = '60s'")
    call_command("migrate", verbosity=0, interactive=False)
    connection.close()
    if _static_is_old():
        call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=["django_htmx"])


def _static_is_old() -> bool:
    collected = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not collected.exists():
        return True
    at = collected.stat().st_mtime
    folders = [Path(config.path) / "static" for config in apps.get_app_configs()]
    return any(file.stat().st_mtime > at for folder in folders if folder.is_dir() for file in folder.rglob("*"))
