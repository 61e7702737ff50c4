"""What stands in deploy/ names only what exists: commands, files, settings, services and volumes."""

import re
from configparser import ConfigParser
from pathlib import Path

import pytest
import yaml

from tests.repository.sources import ROOT
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


@pytest.mark.parametrize("name", ["single", "compose"])
def test_example_settings_are_described_and_hold_no_secret(name: str) -> None:
    text = (DEPLOY / name / "settings.example").read_text()
    kept = dict(line.split("=", 1) for line in text.splitlines() if line and not line.startswith("#"))
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
