"""PostgreSQL servers that listen on TCP, for tests of DATABASE_URL; and installations of their own."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yhdyspinta.database.folders import Instance, RunAs, instance, make_folders

ROOT = Path(__file__).resolve().parents[2]
VERSION_15 = Path("/usr/lib/postgresql/15/bin")


def wheel_programs(place: Instance) -> tuple[Path, RunAs]:
    run_as = make_folders(place)
    return place.program_folder, run_as


@contextmanager
def tcp_server(programs: Path, run_as: RunAs) -> Iterator[str]:
    """A new server on a free port of this machine, with a password; gives its DATABASE_URL."""
    folder = Path(tempfile.mkdtemp(prefix="yhdyspinta-test-"))
    (folder / "password").write_text("secret")
    if run_as.user is not None:
        for path in (folder, folder / "password"):
            os.chown(path, run_as.user, -1)

    def call(program: str, *arguments: str) -> None:
        with (folder / "words").open("ab") as words:
            done = subprocess.run(
                [programs / program, "-D", folder / "data", *arguments],
                cwd=folder,
                env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                check=False,
                user=run_as.user,
                group=run_as.group,
                extra_groups=[] if run_as.user is not None else None,
                start_new_session=True,
            )
        assert done.returncode == 0, (folder / "words").read_text()

    port = free_port()
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories= -c fsync=off"
    call("initdb", "-U", "owner", "--auth=scram-sha-256", "--pwfile", str(folder / "password"), "-E", "UTF8", "-N",
         "--locale=C.UTF-8")  # fmt: skip
    call("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql://owner:secret@127.0.0.1:{port}/postgres"
    finally:
        call("pg_ctl", "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


#: What a program is not to see of the tests' own environment; the last is of those that drive a browser.
OURS = ("YHDYSPINTA_", "DATABASE_", "DJANGO_ALLOW_ASYNC_UNSAFE")


class Installation:
    """A product of its own in a folder: its own database and files."""

    def __init__(self, var_dir: Path, **environment: str) -> None:
        self.var_dir = var_dir
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        self.environment = kept | {
            "YHDYSPINTA_VAR": str(var_dir),
            "PYTHONPATH": str(ROOT / "src"),
            "DJANGO_SETTINGS_MODULE": "yhdyspinta.settings",
            **environment,
        }

    def run(self, *arguments: str, module: str = "yhdyspinta.cli") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )

    def remove(self) -> None:
        """Stop its servers, and delete what root keeps outside of its folder."""
        for name in ("demo", "test"):
            place = instance(self.var_dir, name)
            if place.home.is_dir():
                self.run("stop", name, module="yhdyspinta.database")
        if place.as_root and place.home.parent.name != "yhdyspinta":
            shutil.rmtree(place.home.parent, ignore_errors=True)
