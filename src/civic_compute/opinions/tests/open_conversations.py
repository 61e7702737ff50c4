"""The open conversations with what was computed for them elsewhere."""

import gzip
import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from civic_compute.opinions.building import Moderation, conversation_of
from civic_compute.opinions.model import Conversation, Ints
from civic_compute.opinions.reading import read_conversation
from civic_compute.reading import read_source
from tests.open_data import open_data

NAMES = (
    "15-per-hour-seattle",
    "austria-climate.2vkxcncppn.2022-07-07",
    "austria-climate.5twd2jsnkf.2022-08-08",
    "bg2050-volunteers",
    "brexit-consensus",
    "canadian-electoral-reform",
    "london.youth.policing",
    "scoop-hivemind.biodiversity",
    "scoop-hivemind.taxes",
    "vtaiwan.uberx",
)
FIXTURES = ("150ptpt-3gp-no-strict-no-meta", "25ptpt-3gp-no-strict-with-meta", "below-100-ptpts")


@cache
def conversation(name: str) -> Conversation:
    folder = open_data("opinions") / name
    return read_conversation(read_source(folder / "participants-votes.csv.gz"), read_source(folder / "comments.csv.gz"))


@cache
def expected(name: str) -> Any:
    return _json(open_data("opinions") / "expected" / f"{name}.json.gz")


def published_labels(name: str) -> Ints:
    """The published group of each participant, -1 for none."""
    places = {person: place for place, person in enumerate(conversation(name).participants)}
    labels = np.full(len(places), -1)
    for group, members in expected(name)["published"]["groups"].items():
        labels[[places[str(member)] for member in members]] = int(group)
    return labels


@cache
def service_numbers(name: str) -> Any:
    """What the service itself computed."""
    return _json(open_data("opinions") / "expected" / "production-fixtures" / f"{name}.math-pca2.json.gz")


@cache
def service_conversation(name: str) -> Conversation:
    """A conversation as the service exported it (its own numbers have the opposite sign: agree is -1)."""
    numbers = service_numbers(name)
    votes = sorted(_json(open_data("opinions") / "production-fixtures" / name / "votes.json.gz"), key=_moment)
    people = [str(number) for number in sorted({_field(vote, "participant_id", "pid") for vote in votes})]
    topics = [str(number) for number in numbers["tids"]]
    moderation = Moderation(
        {str(number): -1 for number in numbers["mod-out"]}, frozenset(map(str, numbers["meta-tids"]))
    )
    return conversation_of(
        people,
        topics,
        np.array([people.index(str(_field(vote, "participant_id", "pid"))) for vote in votes]),
        np.array([topics.index(str(_field(vote, "statement_id", "tid"))) for vote in votes]),
        np.array([vote["vote"] for vote in votes], dtype=np.int8),
        moderation=moderation,
    )


def service_labels(name: str) -> Ints:
    """The service's group of each participant, -1 for none."""
    numbers = service_numbers(name)
    members = dict(zip(numbers["base-clusters"]["id"], numbers["base-clusters"]["members"], strict=True))
    places = {person: place for place, person in enumerate(service_conversation(name).participants)}
    labels = np.full(len(places), -1)
    for group in numbers["group-clusters"]:
        for cluster in group["members"]:
            labels[[places[str(member)] for member in members[cluster]]] = group["id"]
    return labels


def _moment(vote: dict[str, Any]) -> float:
    modified = vote["modified"]
    if isinstance(modified, str) and not modified.isdigit():
        return datetime.fromisoformat(modified).timestamp()
    return float(modified)


def _field(vote: dict[str, Any], *names: str) -> Any:
    return next(vote[name] for name in names if name in vote)


def _json(path: Path) -> Any:
    with gzip.open(path) as stream:
        return json.load(stream)
