"""The program `yhdyspinta`, on an installation of its own."""

import json
import re
import signal
import socket
import subprocess
import sys
import tarfile
import time
import urllib.request

import pytest

from tests.repository.servers import ROOT, Installation, free_port
from yhdyspinta import database
from yhdyspinta.cli.program import parser


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    made = Installation(tmp_path_factory.mktemp("program") / "var")
    with database.held(database.instance(made.var_dir)):  # started once for all
        done = made.run("migrate")
        assert done.returncode == 0, done.stderr
        yield made
    made.remove()


def test_help_tells_every_command():
    told = parser().format_help()
    for command in [
        "serve",
        "worker",
        "demo",
        "reset",
        "migrate",
        "createadmin",
        "backup",
        "restore",
        "try-backup",
        "reindex",
        "doctor",
        "urls",
        "audit-verify",
    ]:
        assert re.search(rf"\n    {command}\s+\w+", told), command


@pytest.mark.parametrize(
    "arguments", [["serve", "--port", "99999"], ["serve", "--port", "x"], ["worker", "--concurrency", "0"]]
)
def test_a_wrong_number_is_told(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        parser().parse_args(arguments)
    assert left.value.code == 2
    assert "write a" in capsys.readouterr().err or "above 0" not in arguments


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_taken_port_is_one_sentence(installation, command):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = installation.run(command, "--port", str(port))
    assert done.returncode == 1
    assert done.stderr.startswith(f"Port {port} is taken: choose another")
    assert done.stderr.count("\n") == 1


def test_the_doctor_finds_a_sound_installation(installation):
    done = installation.run("doctor")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "embedded" in done.stdout
    assert "virus check: off, uploaded files are kept unchecked" in done.stdout
    assert "WRONG" not in done.stdout


def test_the_doctor_tells_how_to_mend(installation, tmp_path):
    closed = free_port()
    wrong = Installation(
        tmp_path,
        DATABASE_URL=f"postgresql://x:y@127.0.0.1:{closed}/z",
        YHDYSPINTA_MAIL="django.core.mail.backends.smtp.EmailBackend",
        YHDYSPINTA_MAIL_HOST="127.0.0.1",
        YHDYSPINTA_MAIL_PORT=str(free_port()),
        YHDYSPINTA_VIRUS_CHECK=f"tcp:127.0.0.1:{free_port()}",
    )
    done = wrong.run("doctor")
    assert done.returncode == 1
    assert "WRONG  database" in done.stdout
    assert "Check DATABASE_URL" in done.stdout
    assert "WRONG  migrations" in done.stdout
    assert "WRONG  static files" in done.stdout
    assert "Run yhdyspinta migrate" in done.stdout
    assert "WRONG  mail" in done.stdout
    assert "WRONG  virus check: the virus check gives no answer" in done.stdout
    assert "Traceback" not in done.stderr


def test_the_doctor_reads_a_wrong_setting(installation):
    done = Installation(installation.var_dir, YHDYSPINTA_MAIL_TLS="perhaps").run("doctor")
    assert done.returncode == 1
    assert "YHDYSPINTA_MAIL_TLS is 'perhaps': write yes or no." in done.stdout + done.stderr


def test_an_operator_is_made_once_and_the_trail_is_whole(installation):
    for _ in range(2):
        done = installation.run("createadmin", "olli@example.org", "--name", "Olli Operaattori")
        assert done.returncode == 0, done.stderr
    assert "Olli Operaattori is an operator" in done.stdout
    assert installation.run("createadmin", "olli").returncode == 1
    assert "whole" in installation.run("audit-verify").stdout


def test_addresses_are_listed(installation):
    done = installation.run("urls", "--json")
    assert done.returncode == 0, done.stderr
    listed = {address["pattern"]: address for address in json.loads(done.stdout)}
    assert listed["/health/"]["example"] == "/health/"
    assert all(set(address) == {"pattern", "name", "view", "example"} for address in listed.values())
    assert not any("^" in pattern or "(?P" in pattern for pattern in listed)


def test_f9_a_backup_comes_back_and_a_full_installation_is_not_overwritten(installation, tmp_path):
    assert installation.run("createadmin", "bertta@example.org").returncode == 0
    files = installation.var_dir / "files" / "logos"
    files.mkdir(parents=True, exist_ok=True)
    (files / "logo.svg").write_text("<svg/>")
    saved = tmp_path / "saved.tar"
    done = installation.run("backup", str(saved))
    assert done.returncode == 0, done.stderr
    assert saved.stat().st_mode & 0o777 == 0o600
    assert installation.run("backup", str(saved)).returncode == 1

    refused = installation.run("restore", str(saved))
    assert refused.returncode == 1
    assert "not empty: nothing was done" in refused.stderr

    (files / "later.svg").write_text("<svg/>")
    assert installation.run("createadmin", "later@example.org").returncode == 0
    restored = installation.run("restore", str(saved), "--into-non-empty")
    assert restored.returncode == 0, restored.stderr
    assert sorted(path.name for path in files.iterdir()) == ["logo.svg"]
    count = "from yhdyspinta.people.models import Person; print(*Person.objects.filter(is_operator=True).values_list('email', flat=True))"
    emails = installation.run("shell", "--no-imports", "-c", count, module="django").stdout
    assert "bertta@example.org" in emails
    assert "later@example.org" not in emails
    assert "whole" in installation.run("audit-verify").stdout


def test_f9_a_backup_is_tried_without_touching_the_installation(installation, tmp_path):
    saved = tmp_path / "night.tar"
    assert installation.run("backup", str(saved)).returncode == 0
    tried = installation.run("try-backup", str(saved))
    assert tried.returncode == 0, tried.stderr
    assert "read back whole" in tried.stdout
    names = (
        "from django.db import connection as c; k = c.cursor(); k.execute('SELECT datname FROM pg_database'); print(*k)"
    )
    assert "_tried" not in installation.run("shell", "--no-imports", "-c", names, module="django").stdout

    cut = tmp_path / "cut.tar"
    cut.write_bytes(saved.read_bytes()[: saved.stat().st_size // 2])
    refused = installation.run("try-backup", str(cut))
    assert refused.returncode == 1
    assert "damaged" in refused.stderr
    assert installation.run("audit-verify").returncode == 0


def test_f9_every_night_the_backup_is_tried():
    unit = (ROOT / "deploy" / "single" / "yhdyspinta-backup.service").read_text()
    made, tried, removed = (unit.index(word) for word in ("yhdyspinta backup", "yhdyspinta try-backup", "-delete"))
    assert made < tried < removed  # what cannot be read back fails the unit before older ones are removed


def test_f9_a_damaged_backup_is_refused(installation, tmp_path):
    damaged = tmp_path / "damaged.tar"
    damaged.write_bytes(b"not a backup" * 100)
    done = installation.run("restore", str(damaged), "--into-non-empty")
    assert done.returncode == 1
    assert "is no backup of Yhdyspinta, or it is damaged" in done.stderr
    with tarfile.open(damaged, "w") as tar:
        tar.add(__file__, "../outside")
    assert installation.run("restore", str(damaged)).returncode == 1
    assert not (tmp_path.parent / "outside").exists()
    assert installation.run("restore", str(tmp_path / "absent")).stderr.count("\n") == 1


def test_production_is_never_emptied_nor_made_a_demo(installation):
    made = Installation(installation.var_dir, **PRODUCTION)
    assert "only for the demo" in made.run("reset", "--yes").stderr
    assert made.run("demo", "--port", str(free_port())).returncode == 1


PRODUCTION = {
    "YHDYSPINTA_MODE": "production",
    "YHDYSPINTA_SECRET_KEY": "k9" * 30 + "abcdefghij",
    "YHDYSPINTA_ADDRESS": "https://osallistu.example.fi",
    "YHDYSPINTA_HOSTS": "osallistu.example.fi",
    "YHDYSPINTA_MAIL": "django.core.mail.backends.smtp.EmailBackend",
    "YHDYSPINTA_MAIL_FROM": "osallistu@example.fi",
    "DATABASE_URL": "postgresql://x@127.0.0.1:9/none",
}


def test_the_deployment_check_is_clean_in_production(installation):
    made = Installation(installation.var_dir, **PRODUCTION)
    done = made.run("check", "--deploy", "--fail-level", "WARNING", module="django")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize("name", ["YHDYSPINTA_SECRET_KEY", "YHDYSPINTA_ADDRESS", "YHDYSPINTA_HOSTS", "DATABASE_URL"])
def test_production_without_a_needed_setting_does_not_start(installation, name):
    lacking = {key: value for key, value in PRODUCTION.items() if key != name}
    done = Installation(installation.var_dir, **lacking).run("migrate")
    assert done.returncode == 1
    assert done.stderr.startswith(f"{name} is missing: set it in the environment")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_web_server_answers_and_stops_when_told(installation, number):
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "yhdyspinta.cli", "serve", "--port", str(port)],
        cwd=ROOT, env=installation.environment, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        try:
            assert wait_for(f"http://127.0.0.1:{port}/ready/") == "ok\n"
        finally:
            process.send_signal(number)
        process.wait(timeout=20)
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def wait_for(address: str) -> str:
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                return answer.read().decode()
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} did not answer")


@pytest.fixture
def untouched(tmp_path):
    made = Installation(tmp_path / "var")
    made.var_dir.mkdir()
    yield made
    made.remove()


@pytest.mark.long
def test_the_demo_starts_tells_how_to_sign_in_and_stops_all_it_started(untouched):
    installation, port = untouched, free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "yhdyspinta.cli", "demo", "--port", str(port)],
        cwd=ROOT, env=installation.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        told = []
        for line in process.stdout:
            told.append(line)
            if "Ctrl-C" in line:
                break
        assert wait_for(f"http://127.0.0.1:{port}/ready/") == "ok\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=40) == 0
    assert f"http://localhost:{port}" in "".join(told)
    assert "coordinator" in "".join(told)
    about = json.loads((installation.var_dir / "demo.json").read_text())
    assert about["base"] == f"http://localhost:{port}"
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
    assert not database.is_running(database.instance(installation.var_dir))
