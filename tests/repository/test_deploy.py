"""What stands in deploy/ names only what exists: commands, files, settings, services and volumes."""

import json
import re
import shlex
import subprocess
import sys
from configparser import ConfigParser
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from django.urls import resolve

from tests.repository.sources import PRODUCT, ROOT
from yhdyspinta.cli.program import parser

DEPLOY = ROOT / "deploy"
COMPOSE = DEPLOY / "compose"
UNITS = sorted([*(DEPLOY / "single").glob("*.service"), *(DEPLOY / "single").glob("*.timer")])
COMMANDS = re.compile(r"\.venv/bin/yhdyspinta ([a-z-]+)")


def commands() -> set[str]:
    """The names of the program's commands."""
    return {name for action in parser()._subparsers._group_actions for name in action.choices}


def described() -> set[str]:
    """The settings that docs/how-to/settings.md describes."""
    return set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs" / "how-to" / "settings.md").read_text(), re.MULTILINE))


def compose() -> dict:
    return yaml.safe_load((COMPOSE / "compose.yaml").read_text())


def dockerfile(word: str) -> list[str]:
    """What follows an instruction of the Dockerfile, wherever it stands."""
    return re.findall(rf"^{word} (.+)$", (COMPOSE / "Dockerfile").read_text(), re.MULTILINE)


def example(name: str) -> dict[str, str]:
    """The settings that settings.example holds."""
    lines = (DEPLOY / name / "settings.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def unit(file: Path) -> ConfigParser:
    read = ConfigParser(interpolation=None, strict=False)
    read.optionxform = str
    read.read(file)
    return read


@pytest.mark.parametrize("file", UNITS, ids=lambda file: file.name)
def test_a_unit_has_its_parts_and_names_real_commands(file: Path) -> None:
    read = unit(file)
    assert read["Unit"]["Description"]
    if file.suffix == ".timer":
        assert read["Install"]["WantedBy"] == "timers.target"
        assert file.with_suffix(".service").exists()
        return
    service = read["Service"]
    assert service["User"] == "yhdyspinta"
    assert service["NoNewPrivileges"] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert service["EnvironmentFile"] == "/etc/yhdyspinta/settings"
    named = COMMANDS.findall(file.read_text())
    assert named
    assert set(named) <= commands()


def test_e4_o7_no_unit_takes_the_memory_of_the_database() -> None:
    services = {file.stem: unit(file)["Service"] for file in UNITS if file.suffix == ".service"}
    shares = {name: int(service["MemoryMax"].removesuffix("%")) for name, service in services.items()}
    assert sum(shares.values()) <= 85, "the database and the system have what is left while an upgrade goes on"
    told = (ROOT / "docs" / "how-to" / "install.md").read_text()
    for name, service in services.items():
        assert f"{shares[name]} %" in told, name
        assert (service["MemorySwapMax"], int(service["OOMScoreAdjust"]) > 0) == ("0", True), name
        assert service.get("OOMPolicy") == ("continue" if "web" in name else None), (
            "one web process of several is ended"
        )
    database = unit(DEPLOY / "single" / "postgresql@.service.d" / "yhdyspinta.conf")["Service"]
    assert int(database["OOMScoreAdjust"]) < 0
    built = [service for service in compose()["services"].values() if "build" in service]
    assert all(service["mem_limit"] for service in built)


@pytest.mark.parametrize("name", ["single", "compose"])
def test_example_settings_are_described_and_hold_no_secret(name: str) -> None:
    kept = example(name)
    assert set(kept) <= described()
    assert kept["YHDYSPINTA_SECRET_KEY"] == ""
    assert {"YHDYSPINTA_ADDRESS", "YHDYSPINTA_HOSTS", "DATABASE_URL", "YHDYSPINTA_MAIL_FROM"} <= set(kept)


def test_compose_parses_and_names_what_exists() -> None:
    read = compose()
    services = read["services"]
    assert {"web", "worker", "migrate", "database"} <= set(services)
    for name, service in services.items():
        for other in service.get("depends_on", {}):
            assert other in services, name
            if service["depends_on"][other]["condition"] == "service_healthy":
                assert "healthcheck" in services[other], other
        for volume in service.get("volumes", []):
            assert volume.split(":")[0] in read["volumes"], name
        if "build" in service:
            context = COMPOSE / service["build"]["context"]
            assert (context / service["build"]["dockerfile"]).is_file()
            assert (context / "pyproject.toml").is_file()
            assert set(service.get("command", ["serve"])[:1]) <= commands()
    assert all(port.startswith("127.0.0.1:") for port in services["web"]["ports"])
    assert "ports" not in services["database"]


def test_the_dockerfile_copies_what_exists_and_starts_a_real_command() -> None:
    text = (COMPOSE / "Dockerfile").read_text()
    for line in re.findall(r"^COPY (?!--from)(.+)$", text, re.MULTILINE):
        *sources, _target = line.split()
        for source in sources:
            assert (ROOT / source).exists(), source
    started = re.search(r'^CMD \["([a-z]+)"', text, re.MULTILINE)
    assert started
    assert started[1] in commands()
    assert "\nUSER yhdyspinta\n" in text
    assert set(re.findall(r"\b(YHDYSPINTA_[A-Z_]+)=", text)) <= described()


def test_every_setting_that_the_containers_name_is_described_and_read() -> None:
    named = set(example("compose")) | set(re.findall(r"\bYHDYSPINTA_[A-Z_]+", (COMPOSE / "compose.yaml").read_text()))
    named |= set(re.findall(r"\b(YHDYSPINTA_[A-Z_]+)=", " ".join(dockerfile("ENV"))))
    read = (PRODUCT / "settings.py").read_text()
    assert {"YHDYSPINTA_MODE", "YHDYSPINTA_VAR", "YHDYSPINTA_HOSTS"} <= named <= described()
    assert [name for name in named if f'"{name}"' not in read] == []


@pytest.mark.parametrize("name", ["single", "compose"])
def test_production_starts_with_the_example_once_the_secret_is_filled_in(name: str, tmp_path: Path) -> None:
    given = example(name) | {"YHDYSPINTA_SECRET_KEY": "x7" * 30, "YHDYSPINTA_VAR": str(tmp_path)}
    environment = given | {"YHDYSPINTA_MODE": "production", "PYTHONPATH": str(ROOT / "src")}
    told = "import json; from yhdyspinta import settings as s; print(json.dumps([s.DEBUG, s.DEMO, s.ALLOWED_HOSTS]))"
    done = subprocess.run(
        [sys.executable, "-c", told], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [False, False, given["YHDYSPINTA_HOSTS"].split(",")]


def test_the_containers_commands_are_understood_and_agree_on_the_port() -> None:
    started = json.loads(dockerfile("CMD")[0])
    serve = parser().parse_args(started)
    services = compose()["services"]
    for service in services.values():
        if "command" in service:
            parser().parse_args(service["command"])
    inner = services["web"]["ports"][0].rpartition(":")[2]
    assert [str(serve.port), inner] == [inner, dockerfile("EXPOSE")[0]]
    assert serve.host == "0.0.0.0", "what listens inside a container only on itself is reached by nobody"


def test_the_containers_health_is_asked_at_a_page_that_exists() -> None:
    services = compose()["services"]
    kind, python, option, script = services["web"]["healthcheck"]["test"]
    assert (kind, option) == ("CMD", "-c")
    compile(script, "healthcheck", "exec")
    (asked,) = re.findall(r"http://[^\"]+", script)
    assert resolve(urlsplit(asked).path).url_name == "ready"
    assert str(urlsplit(asked).port) == dockerfile("EXPOSE")[0]
    assert Path(python).parent == Path(json.loads(dockerfile("ENTRYPOINT")[0])[0]).parent
    kind, command = services["database"]["healthcheck"]["test"]
    assert kind == "CMD-SHELL"
    assert f"--username {services['database']['environment']['POSTGRES_USER']}" in " ".join(shlex.split(command))


def test_the_containers_reach_their_database_and_keep_their_files() -> None:
    read = compose()
    database = urlsplit(example("compose")["DATABASE_URL"])
    server = read["services"]["database"]
    assert database.hostname in read["services"]
    assert database.username == server["environment"]["POSTGRES_USER"]
    assert database.path.strip("/") == server["environment"]["POSTGRES_DB"]
    assert int(server["image"].removeprefix("postgres:")) >= 15  # docs/how-to/settings.md
    (kept,) = re.findall(r"YHDYSPINTA_VAR=(\S+)", " ".join(dockerfile("ENV")))
    for name in ("web", "worker", "migrate"):
        service = read["services"][name]
        assert [volume.split(":")[1] for volume in service["volumes"]] == [kept] == dockerfile("VOLUME")
        assert service["read_only"], "only the volume and /tmp can be written"
        assert service["env_file"] in (COMPOSE / ".gitignore").read_text().split()
    assert "POSTGRES_PASSWORD" in (ROOT / "docs" / "how-to" / "install.md").read_text()


def test_nothing_that_the_image_needs_is_left_out_of_it() -> None:
    left_out = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and line[0] != "#"]
    copied = [source for line in dockerfile("COPY(?! --from)") for source in line.split()[:-1]]
    assert {"Makefile", "pyproject.toml", "requirements", "tools", "assets", "src"} <= set(copied)
    assert [one for one in copied if any(fnmatch(one, pattern.strip("/")) for pattern in left_out)] == []
