"""An installation in a folder of its own: its database, web server and worker, and what processor time they take."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yhdyspinta.database import Instance

ROOT = Path(__file__).resolve().parents[2]
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Installation:
    """A folder with a database that is up to date; programs are started and stopped at will."""

    folder: Path
    database: Instance
    programs: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, name: str, *command: str, environment: dict[str, str] | None = None) -> None:
        log = (self.folder / f"{name}.log").open("ab")
        self.programs[name] = subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, env=as_installed() | (environment or {}), stdout=log, stderr=log,
            start_new_session=True,
        )  # fmt: skip

    def serve(self, *, workers: int = 1, threads: int = 4, name: str = "web") -> str:
        """Start the web server; gives its address once it answers."""
        port = free_port()
        self.start(
            name, "-m", "yhdyspinta.cli", "serve", "--port", str(port), "--workers", str(workers), "--threads",
            str(threads),
        )  # fmt: skip
        return wait_for(f"http://127.0.0.1:{port}", "/health/")

    def serve_bare(self, *, threads: int = 4) -> str:
        """Start the bare peer on the same server program and database; gives its address."""
        port = free_port()
        self.start(
            "bare", "-m", "granian", "bench.running.bare.wsgi:application", "--interface", "wsgi", "--host",
            "127.0.0.1", "--port", str(port), "--workers", "1", "--blocking-threads", str(threads), "--log-level",
            "warn", environment={"DJANGO_SETTINGS_MODULE": "bench.running.bare.settings"},
        )  # fmt: skip
        return wait_for(f"http://127.0.0.1:{port}", "/bare/ready/")

    def work(self) -> None:
        """Start the worker."""
        self.start("worker", "-m", "yhdyspinta.cli", "worker")

    def stop(self, name: str) -> None:
        program = self.programs.pop(name, None)
        if program is None:
            return
        os.killpg(program.pid, signal.SIGTERM)
        try:
            program.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
            program.wait()

    def seconds(self, name: str) -> float:
        """Processor seconds of a program and its processes, the ended ones too."""
        return sum(_seconds(pid) for pid in tree(self.programs[name].pid))

    def database_seconds(self) -> float:
        """Processor seconds of the database server, with connections that have ended."""
        return sum(_seconds(pid) for pid in tree(self.database_pid()))

    def database_pid(self) -> int:
        return int((self.database.data / "postmaster.pid").read_text().split("\n", 1)[0])

    def memory(self, name: str) -> list[int]:
        """Resident bytes of each process of a program, those that it shares with the others too."""
        return [int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE for pid in tree(self.programs[name].pid)]

    def own_memory(self, name: str) -> list[int]:
        """Bytes that each process of a program takes of the machine: what several share is divided among them (PSS)."""
        return [_proportional(pid) for pid in tree(self.programs[name].pid)]


def as_installed() -> dict[str, str]:
    """The environment of a program that sees what an installation has (requirements/run.txt), and our sources."""
    found = [
        str(Path(__file__).parent / "as_installed"),
        *os.environ.get("PYTHONPATH", str(ROOT / "src")).split(os.pathsep),
    ]
    return os.environ | {"PYTHONPATH": os.pathsep.join([*found, str(ROOT)])}


@contextmanager
def installation() -> Iterator[Installation]:
    """A new installation, gone at the end with everything that it started. Sets up Django in this process."""
    folder = Path(tempfile.mkdtemp(prefix="yhdyspinta-bench-"))
    os.environ |= {"YHDYSPINTA_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "yhdyspinta.settings"}
    os.environ.setdefault("YHDYSPINTA_MODE", "demo")
    import django
    from django.db import connections

    django.setup()
    from yhdyspinta.cli.running import bring_up_to_date
    from yhdyspinta.database import held, instance, remove

    place = instance(folder, "demo")
    made = Installation(folder, place)
    try:
        with held(place):
            bring_up_to_date()
            try:
                yield made
            finally:
                for name in list(made.programs):
                    made.stop(name)
                connections.close_all()
    finally:
        remove(place)
        shutil.rmtree(folder, ignore_errors=True)


def tree(pid: int) -> list[int]:
    """A process and those below it."""
    found, queue = [], [pid]
    while queue:
        one = queue.pop()
        found.append(one)
        try:
            queue += [int(child) for child in Path(f"/proc/{one}/task/{one}/children").read_text().split()]
            for task in Path(f"/proc/{one}/task").iterdir():
                if task.name != str(one):
                    queue += [int(child) for child in (task / "children").read_text().split()]
        except FileNotFoundError:
            continue
    return found


def _proportional(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _seconds(pid: int) -> float:
    try:
        parts = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except FileNotFoundError:
        return 0.0
    return sum(int(part) for part in parts[11:15]) / TICK  # own and ended children's, user and system


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(base: str, path: str, *, seconds: float = 60) -> str:
    """The base address, once the path answers; raises TimeoutError."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(base + path, timeout=2):  # noqa: S310 (ours)
                return base
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"{base}{path} did not answer")
