"""The demo: everything started by one command, and stopped with it."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from importlib.util import find_spec
from pathlib import Path
from types import FrameType

from django.conf import settings
from django.core.management import call_command, get_commands
from django.db import connections

from yhdyspinta.cli.problems import Problem
from yhdyspinta.cli.running import bring_up_to_date
from yhdyspinta.database import external_address, instance, remove

START_LIMIT = 120  # seconds until the pages must answer, on a busy machine too
SOON = 10  # seconds; a program that ends sooner after its start is not started again


class Stopped(Exception):
    """Somebody asked us to stop."""


def name_address(port: int) -> None:
    """Links and passkeys need the name localhost; must be said before settings are read."""
    os.environ["YHDYSPINTA_ADDRESS"] = f"http://localhost:{port}"


def run_demo(port: int) -> int:
    """Fill the demo world, start web and worker, tell how to sign in, and wait."""
    if settings.PRODUCTION:
        raise Problem("This installation is in production mode: the demo is not started in it.")
    base = settings.BASE_ADDRESS
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    programs: dict[str, subprocess.Popen[bytes]] = {}
    commands = {"web": ("serve", "--port", str(port)), "worker": ("worker",)}
    try:
        fill(base)
        for name, command in commands.items():
            programs[name] = _start(*command)
        _wait_for_pages(port, programs)
        _tell(base)
        _watch(programs, commands)
    except Stopped:
        print("\nStopping the demo.", flush=True)
    finally:
        _end(programs)
    return 0


def fill(base: str) -> None:
    """Bring the database up to date, make the demo world if it is not there, and write var/demo.json."""
    bring_up_to_date()
    if "fill_demo" in get_commands():
        call_command("fill_demo")
    if find_spec("yhdyspinta.demo.sign_in") is not None:
        from yhdyspinta.demo.sign_in import write_demo_json

        write_demo_json(base)
    connections.close_all()


def _stop(_number: int, _frame: FrameType | None) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    raise Stopped


def _start(*arguments: str) -> subprocess.Popen[bytes]:
    """In a session of its own: Ctrl-C reaches only us, and we stop it in order."""
    return subprocess.Popen(
        [sys.executable, "-m", "yhdyspinta.cli", *arguments, "--until-input-ends"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )


def _wait_for_pages(port: int, programs: dict[str, subprocess.Popen[bytes]]) -> None:
    until = time.monotonic() + START_LIMIT
    while time.monotonic() < until:
        _check_alive(programs)
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/", timeout=2):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise Problem(
        f"The pages did not answer within {START_LIMIT} seconds. Start it again: the demo that was filled is kept."
    )


def _check_alive(programs: dict[str, subprocess.Popen[bytes]]) -> None:
    for name, program in programs.items():
        if program.poll() is not None:
            raise Problem(f"The {name} program ended by itself with code {program.returncode}: see its words above.")


def _watch(programs: dict[str, subprocess.Popen[bytes]], commands: dict[str, tuple[str, ...]]) -> None:
    """Start again what ends by itself or is killed, unless it does so at once."""
    began = dict.fromkeys(programs, time.monotonic() - SOON)
    while True:
        for name, program in programs.items():
            if program.poll() is None:
                continue
            if time.monotonic() - began[name] < SOON:
                _check_alive(programs)
            sys.stderr.write(f"The {name} program ended with code {program.returncode}: it is started again.\n")
            programs[name], began[name] = _start(*commands[name]), time.monotonic()
        time.sleep(0.5)


def _end(programs: dict[str, subprocess.Popen[bytes]]) -> None:
    for program in programs.values():
        if program.poll() is None:
            program.terminate()
    for program in programs.values():
        try:
            program.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
            program.wait()


def _tell(base: str) -> None:
    written = settings.VAR_DIR / "demo.json"
    print(f"\nYhdyspinta is running: {base}")
    if written.exists():
        about = json.loads(written.read_text(encoding="utf-8"))
        print("\nSign in as (each link opens a page with one button):")
        width = max(map(len, about["sign_in"]), default=0)
        for role, link in about["sign_in"].items():
            print(f"  {role.replace('_', ' '):<{width}}  {link}")
        if "mailbox" in about["pages"]:
            print(f"\nMail that was sent: {about['pages']['mailbox']}")
    print("\nCtrl-C stops it.", flush=True)


def reset_demo(*, ask: bool) -> int:
    """Remove the demo's data and files."""
    if settings.PRODUCTION:
        raise Problem("This installation is in production mode: reset is only for the demo.")
    if ask and input("Empty the demo? Everything in it is lost. Write yes: ").strip().lower() != "yes":
        print("Nothing was done.")
        return 1
    if external_address():
        empty_database()
    else:
        remove(instance(settings.VAR_DIR))
    shutil.rmtree(Path(settings.MEDIA_ROOT), ignore_errors=True)
    (settings.VAR_DIR / "demo.json").unlink(missing_ok=True)
    print("The demo is empty.")
    return 0


def empty_database() -> None:
    """Remove every table of the database in use."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("DROP SCHEMA public CASCADE")
        cursor.execute("CREATE SCHEMA public")
