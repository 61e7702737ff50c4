"""A killed database server: whoever holds it starts it again, pages answer, and the worker goes on."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress

import psycopg
import pytest
from django.conf import settings

from tests.repository.servers import ROOT, Installation, free_port
from yhdyspinta import database
from yhdyspinta.database.folders import DATABASE_NAME, DATABASE_USER
from yhdyspinta.database.server import LOOK

ASK_FOR_ONE = "INSERT INTO procrastinate_jobs (queue_name, task_name) VALUES ('mail', 'notices.deliver_owed')"
DONE = "SELECT count(*) FROM procrastinate_events WHERE type = 'succeeded' AND at > %(since)s"


@pytest.fixture
def installation(tmp_path):
    made = Installation(tmp_path / "var")
    made.var_dir.mkdir()
    yield made
    made.remove()


@pytest.fixture
def place(installation):
    return database.instance(installation.var_dir)


def ask(place: database.Instance, statement: str, **values: object) -> list[tuple]:
    """What the statement finds; nothing while the server is away."""
    reached = {"host": str(place.socket), "user": DATABASE_USER, "dbname": DATABASE_NAME}
    with suppress(psycopg.OperationalError), psycopg.connect(**reached) as connection:
        cursor = connection.execute(statement, values)
        return cursor.fetchall() if cursor.description else []
    return []


def kill(place: database.Instance) -> None:
    """Kill the server itself, as a system does that is out of memory."""
    os.kill(int((place.data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    until(lambda: not database.is_running(place))


def until(holds, seconds: float = 30):
    """The first answer that says something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if said := holds():
            return said
        time.sleep(0.05)
    raise AssertionError(f"it did not come about in {seconds} s")


def test_f2_a_killed_server_is_started_again_and_keeps_what_was_acknowledged(place):
    with database.held(place):
        ask(place, "CREATE TABLE kept AS SELECT 1 AS number")
        kill(place)
        assert until(lambda: ask(place, "SELECT number FROM kept")) == [(1,)]
        database.stop(place)  # what somebody stops stays stopped
        time.sleep(2 * LOOK)
        assert not database.is_running(place)


def migrate(installation: Installation, place: database.Instance) -> None:
    """Copy the tables of the tests' own server where it has them: quicker than all migrations."""
    ours = settings.DATABASES["default"]
    if database.external_address():
        assert installation.run("migrate").returncode == 0
        return
    dump = ["pg_dump", "-h", ours["HOST"], "-U", DATABASE_USER, ours["TEST"]["TEMPLATE"]]
    read = ["psql", "-q", "-h", str(place.socket), "-U", DATABASE_USER, DATABASE_NAME]
    programs, environment = place.program_folder, {"PATH": os.environ["PATH"]}
    dumped = subprocess.run([programs / dump[0], *dump[1:]], env=environment, capture_output=True, check=True)
    subprocess.run(
        [programs / read[0], *read[1:]], env=environment, input=dumped.stdout, stdout=subprocess.DEVNULL, check=True
    )


def program(installation: Installation, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "yhdyspinta.cli", *arguments], cwd=ROOT, env=installation.environment,
        stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def asked(address: str) -> int:
    """The status of the page's answer; 0 where nothing answers."""
    try:
        with urllib.request.urlopen(address, timeout=15) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def test_f2_pages_answer_again_and_the_worker_goes_on_after_a_kill_of_the_server(installation, place):
    address = f"http://127.0.0.1:{(port := free_port())}/ready/"
    seen = set()

    def answers() -> bool:
        seen.add(status := asked(address))
        return status == 200

    def works(since: object) -> bool:
        ask(place, ASK_FOR_ONE)
        return ask(place, DONE, since=since) not in ([], [(0,)])

    with database.held(place):  # until the programs hold it, who then watch it alone
        migrate(installation, place)
        web, worker = program(installation, "serve", "--port", str(port)), program(installation, "worker")
        until(answers, 60)
    try:
        until(lambda: works("-infinity"))
        ((since,),) = ask(place, "SELECT clock_timestamp()")
        kill(place)
        seen.clear()
        until(answers)
        until(lambda: works(since))
        assert seen <= {200, 503}
        assert [web.poll(), worker.poll()] == [None, None]
    finally:
        worker.terminate()
        web.terminate()
        ended = [worker.wait(timeout=30), web.wait(timeout=30)]
    assert ended == [0, 0]
    assert not database.is_running(place)
