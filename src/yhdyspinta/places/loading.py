"""Bring the carried reference data (Statistics Finland, National Land Survey, CC BY 4.0) into the database."""

import csv
from datetime import date
from pathlib import Path

from django.db import transaction

from yhdyspinta.places.models import Area, Population

DATA = Path(__file__).parent / "data"


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _save(row: dict[str, str], *, kind: str, county: Area | None) -> Area:
    status = row["language_status"]
    area, _ = Area.objects.update_or_create(
        kind=kind,
        code=row["code"],
        defaults={
            "name": {tag: row[f"name_{tag}"] for tag in ("fi", "sv", "en")},
            "county": county,
            "language_status": status if status in {"fi", "sv"} else "bilingual",
            "has_sami_homeland": row.get("sami_homeland", "no") != "no" or row.get("sami_language_board") == "yes",
        },
    )
    Population.objects.update_or_create(
        area=area,
        on=date.fromisoformat(row["population_date"]),
        defaults={
            "total": int(row["population"]),
            "under_15": int(row["population_0_14"]),
            "over_65": int(row["population_65_plus"]),
        },
    )
    return area


@transaction.atomic
def load_areas() -> int:
    """Load or refresh every county and municipality; returns how many areas there are."""
    counties = {row["code"]: _save(row, kind=row["kind"], county=None) for row in _rows("counties.csv")}
    for row in _rows("municipalities.csv"):
        _save(row, kind=Area.Kind.MUNICIPALITY, county=counties[row["county_code"]])
    return Area.objects.count()
