"""A new database begins with its tables made, and is the same as one that every migration has been through."""

import os
import re
import subprocess
import sys

import psycopg
import pytest
from django.db import connection

from tests.repository.servers import tcp_server, wheel_programs
from tests.template import MIGRATE, ROOT
from yhdyspinta.database import instance
from yhdyspinta.database.baseline import baseline_of, begin_from_baseline, known_migrations, written_from

#: PostgreSQL words a condition otherwise once it has been written out and read again.
UNTOLD = re.compile(r"[()]|::(character varying|text)(\[\])?")
STEP_BY_STEP = "import django; django.setup(); from django.core.management import call_command as call; call('migrate', verbosity=0)"


def test_the_migrations_in_it_are_as_they_were():
    known = known_migrations()
    changed = [name for name, digest in written_from().items() if known.get(name) != digest]
    assert not changed, f"{changed} changed since the baseline was written: make baseline"


@pytest.mark.django_db
def test_an_installation_with_tables_is_left_alone():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE of_somebody (words text)")
    assert not begin_from_baseline()


@pytest.mark.django_db
def test_an_installation_in_a_schema_of_its_own_is_left_alone():
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA elsewhere")
        cursor.execute("SET LOCAL search_path = elsewhere")
    assert not begin_from_baseline()


def test_two_programs_that_begin_a_database_at_once_make_it_once(tmp_path):
    programs, run_as = wheel_programs(instance(tmp_path / "var"))
    with tcp_server(programs, run_as) as address:
        environment = os.environ | {"DATABASE_URL": address, "PYTHONPATH": str(ROOT / "src")}
        command = [sys.executable, "-c", MIGRATE]
        both = [subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL) for _one in range(2)]
        assert [one.wait(timeout=120) for one in both] == [0, 0]
        with psycopg.connect(address) as made:
            twice = "SELECT app, name FROM django_migrations GROUP BY app, name HAVING count(*) > 1"
            assert made.execute(twice).fetchall() == []


def test_a_setting_of_the_session_and_the_words_of_psql_are_left_out():
    lines = ["\\restrict x", "SET lock_timeout = 0;", "CREATE FUNCTION f() AS $$", "SET words = 'a'", "$$;"]
    made = baseline_of("\n".join(lines)).splitlines()
    assert made[-3:] == lines[-3:]
    assert not any(line in made for line in lines[:2])


@pytest.mark.long
def test_both_ways_make_the_same_tables(tmp_path):
    programs, run_as = wheel_programs(instance(tmp_path / "var"))
    with tcp_server(programs, run_as) as address:
        made = {name: _made(address, name, how) for name, how in (("begun", MIGRATE), ("walked", STEP_BY_STEP))}
    assert made["begun"] == made["walked"]


def _made(address: str, name: str, how: str) -> list[str]:
    """What the columns, constraints, indexes, triggers and functions of a database are, made so."""
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    place = address.rsplit("/", 1)[0] + f"/{name}"
    environment = os.environ | {"DATABASE_URL": place, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-c", how], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=True)
    with psycopg.connect(place) as made:
        return [UNTOLD.sub("", str(row)) for question in QUESTIONS for row in made.execute(question)]


QUESTIONS = (
    (
        "SELECT table_name, column_name, data_type, is_nullable, column_default, identity_generation, generation_expression"
        " FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
    ),
    (
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2"
    ),
    "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
    "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2",
    "SELECT proname, prosrc, proconfig FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1, 2",
    "SELECT relname, reloptions FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1",
    (
        "SELECT attrelid::regclass::text, attname, attstattarget, attstorage, attcompression FROM pg_attribute"
        " WHERE attnum > 0 AND NOT attisdropped AND attrelid IN (SELECT oid FROM pg_class"
        " WHERE relnamespace = 'public'::regnamespace) ORDER BY 1, 2"
    ),
    "SELECT app, name FROM django_migrations ORDER BY 1, 2",
    "SELECT app_label, model FROM django_content_type ORDER BY 1, 2",
    "SELECT codename FROM auth_permission ORDER BY 1",
    "SELECT code, kind, name::text FROM places_area ORDER BY 1, 2",
    "SELECT count(*), sum(total) FROM places_population",
    "SELECT extname FROM pg_extension ORDER BY 1",
    "SELECT collname FROM pg_collation WHERE collnamespace = 'public'::regnamespace ORDER BY 1",
    "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1",
)
