import json
import re
import tomllib
from pathlib import Path

from yhdyspinta.site import about_views
from yhdyspinta.site.about_views import packages, served

ROOT = Path(__file__).resolve().parents[4]


def test_every_package_of_the_service_is_listed_with_its_licence():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = {re.split(r"[\[<>=~! ]", line)[0].lower() for line in project["dependencies"]}
    listed = packages()
    assert {row["name"].lower() for row in listed if "extra" not in row} == wanted
    assert all(row["licence"] and row["version"] for row in listed)


def test_what_makes_pdf_is_listed_where_it_is_installed(monkeypatch):
    for version in ("70.0", ""):
        monkeypatch.setattr(about_views, "_version", lambda name, now=version: now if name == "weasyprint" else "1")
        names = [row["name"] for row in packages.__wrapped__()]
        assert ("weasyprint" in names) == bool(version)


def test_everything_that_browsers_get_is_listed_with_its_licence():
    package = json.loads((ROOT / "assets" / "package.json").read_text())
    wanted = set(package.get("dependencies", {}))
    assert wanted <= {row["name"] for row in served()}
    assert all(row["licence"] and row["address"].startswith("https://") for row in served())
