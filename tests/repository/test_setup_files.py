"""What setting up relies on: locks, the table of settings, one sentence for each problem, logs."""

import json
import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest
import structlog

from tests.repository.servers import ROOT
from tools import setup
from yhdyspinta.site import logs

READ = re.compile(r"""env_(?:text|flag|number)\(\s*"(\w+)"|environ(?:\.get\(|\[)\s*"(\w+)\"""")


def test_the_table_of_settings_is_complete():
    sources = [ROOT / "src/yhdyspinta/settings.py", *(ROOT / "src/yhdyspinta/database").glob("*.py")]
    read = {name for source in sources for found in READ.findall(source.read_text()) for name in found if name}
    table = (ROOT / "docs/how-to/settings.md").read_text()
    listed = set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE))
    assert read == listed


def test_examples_of_settings_name_only_known_ones():
    table = (ROOT / "docs/how-to/settings.md").read_text()
    for example in (ROOT / "deploy").rglob("settings.example"):
        for name in re.findall(r"^(\w+)=", example.read_text(), re.MULTILINE):
            assert f"`{name}`" in table


@pytest.mark.parametrize("name", ["run", "dev", "pdf", "node"])
def test_locks_have_hashes_and_no_address(name):
    lock = (ROOT / f"requirements/{name}.txt").read_text()
    assert "://" not in lock
    assert "--index-url" not in lock
    for requirement in re.split(r"\n(?=[a-z])", lock)[1:]:
        assert "--hash=sha256:" in requirement


@pytest.mark.parametrize("more", ["dev", "pdf"])
def test_the_run_lock_is_part_of_the_others(more):
    pins = [
        set(re.findall(r"^([\w.-]+==\S+)", (ROOT / f"requirements/{name}.txt").read_text(), re.MULTILINE))
        for name in ("run", more)
    ]
    assert pins[0] <= pins[1]


def test_the_npm_lock_names_no_registry():
    lock = json.loads((ROOT / "assets/package-lock.json").read_text())
    assert all("resolved" not in package for package in lock["packages"].values())
    assert all("integrity" in package for path, package in lock["packages"].items() if path)
    wanted = json.loads((ROOT / "assets/package.json").read_text())
    assert all(re.fullmatch(r"[\d.]+", version) for version in wanted["dependencies"].values())


@pytest.fixture
def log(tmp_path, monkeypatch):
    monkeypatch.setattr(setup, "LOG", tmp_path / "setup.log")
    (tmp_path / "setup.log").write_text("━" * 1000 + "\n")  # an earlier step's progress bar
    return tmp_path / "setup.log"


def saying(words: str) -> list[str]:
    return [sys.executable, "-c", f"import sys; print({words!r}); sys.exit(1)"]


@pytest.mark.parametrize(
    "words",
    [
        "WARNING: Retrying after NewConnectionError\nERROR: No matching distribution found for Django",
        "npm error code ENOTFOUND",
        "W: Failed to fetch ... Temporary failure resolving",
    ],
)
def test_a_registry_out_of_reach_is_one_sentence(log, words):
    with pytest.raises(setup.SetupProblem) as problem:
        setup.run("install", saying(words), registry="The package registry PyPI")
    assert str(problem.value).startswith("The package registry PyPI cannot be reached: check the network")
    assert words.splitlines()[0] in log.read_text()


def test_another_failure_names_the_log(log):
    with pytest.raises(setup.SetupProblem, match="Could not build the assets: the reason stands at the end of"):
        setup.run("build the assets", saying("syntax error"), registry="")


def test_a_folder_that_cannot_be_written_is_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(setup.os, "access", lambda *_: False)
    assert setup.main() == 1
    told = capsys.readouterr().err
    assert told == f"The folder {setup.ROOT} cannot be written: give this user write permission.\n"


def test_an_ordinary_user_without_chromium_is_told(monkeypatch):
    monkeypatch.delenv("YHDYSPINTA_CHROMIUM", raising=False)
    monkeypatch.setattr(setup.shutil, "which", lambda *_: None)
    with pytest.raises(
        setup.SetupProblem, match="The browser tests need Chromium: install the package chromium-headless-shell"
    ):
        setup.chromium()


def test_chromium_that_is_named_must_exist(monkeypatch):
    monkeypatch.setenv("YHDYSPINTA_CHROMIUM", "/nowhere/chromium")
    with pytest.raises(setup.SetupProblem, match="/nowhere/chromium, which is no program"):
        setup.find_chromium()


def test_make_without_a_fitting_python_is_one_sentence():
    done = subprocess.run(["make", "setup", "PYTHON="], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert done.stderr.startswith("Python 3.11 or newer is needed and was not found")


def test_built_assets_tell_their_licences():
    built = ROOT / "src/yhdyspinta/ui/static/built"
    listed = json.loads((built / "licences.json").read_text())
    assert {package["name"] for package in listed} >= {"htmx.org", "govuk-frontend"}
    assert all(package["licence"] and package["version"] for package in listed)
    for name in ("site.css", "htmx.min.js", "govuk-frontend.min.js"):
        assert (built / name).exists()
        assert "sourceMappingURL" not in (built / name).read_text()


def test_the_licence_is_whole():
    text = (ROOT / "LICENSE").read_text()
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15.Applicable Law" in text


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        ("mail to aino.virtanen@example.org failed", "aino"),
        ("code 131052-308T typed", "308T"),
        ("call 040 123 4567 now", "123"),
        ("Not Found: /keski-suomi/fi/receipt/K7QM2XW9PLR4TT3A/", "K7QM2XW9PLR4TT3A"),
        ("Not Found: /keski-suomi/fi/search?words=my+illness", "illness"),
        ("error\nDETAIL:  Key (email)=(x) exists.", "Key"),
    ],
)
def test_logs_hide_what_is_personal(line, hidden):
    assert hidden not in logs.hide(line)


def test_logs_keep_what_helps():
    line = "Not Found: /keski-suomi/fi/processes/hyvinvointisuunnitelma-2026/ at 2026-11-22T02:03:04.123456Z"
    assert logs.hide("2026-11-22T02:03:04 took 0.123456789 s") == "2026-11-22T02:03:04 took 0.123456789 s"
    assert "processes" in logs.hide(line)


def test_a_json_line_holds_known_keys_only(capsys):
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    try:
        logs.configure({"as_json": True})
        logging.getLogger("django.request").warning(
            "Not Found: %s", "/x/", extra={"email": "a@b.fi", "status_code": 404}
        )
        structlog.get_logger().bind(name="Aino")
    finally:
        root.handlers[:] = before
        root.setLevel(level)
    line = json.loads(capsys.readouterr().err.strip().splitlines()[-1])
    assert line["event"] == "Not Found: /x/"
    assert set(line) <= logs.KEPT


def test_the_repository_holds_no_built_file():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    assert not [name for name in listed if name.endswith(".mo") or "/built/" in name or Path(name).parts[0] == "var"]


def test_without_root_the_tests_of_pdf_are_left_out_with_words_and_as_root_what_they_need_is_added(monkeypatch, capsys):
    ran: list[list[str]] = []
    found = iter([False, False, True])
    monkeypatch.setattr(setup, "can_make_pdf", lambda: next(found))
    monkeypatch.setattr(setup, "run", lambda _what, command, **_options: ran.append(command))
    monkeypatch.setattr(setup.os, "geteuid", lambda: 1000)
    setup.add_pango()
    assert ran == []
    assert "libpango-1.0-0" in capsys.readouterr().out
    monkeypatch.setattr(setup.os, "geteuid", lambda: 0)
    monkeypatch.setattr(setup.shutil, "which", lambda _name: "/usr/bin/apt-get")
    setup.add_pango()
    assert [command[1] for command in ran] == ["update", "install"]
    assert set(setup.PANGO) <= set(ran[1])
