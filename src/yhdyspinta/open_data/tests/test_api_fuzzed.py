"""Every address of the API asked with made-up input: what comes is always what the OpenAPI document says."""

import json
from collections.abc import Iterator
from uuid import uuid4

import pytest
import schemathesis
from django.conf import settings as django_settings
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy, one_of
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests import factories
from yhdyspinta.answers.models import Answer, AnsweredComment, Closure
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Quote, Sender
from yhdyspinta.documents.models import Section
from yhdyspinta.material.models import CommentTheme, Theme, Translation
from yhdyspinta.material.translations import mark_of
from yhdyspinta.open_data.api.openapi import document
from yhdyspinta.outcomes.models import FormerPromise, Measure, MeasureUpdate, Outcome
from yhdyspinta.people.models import Organisation
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.transfers.models import Transfer

EXAMPLES = 12  # the same in every run, so that make test is quick and steady
RANDOM_ONES = 300  # others in each run of make test-long
PATHS = list(document()["paths"])
#: What names something in the small world, so that not every address ends at 404.
REAL = {"authority": "keski-suomi", "process": "toimintamallit", "activity": "kommentointi", "number": 1}


@pytest.fixture
def small_world(db) -> Iterator[Activity]:
    made = factories.activity(factories.process(factories.authority()))
    factories.document(made)
    section = Section.objects.filter(version__document__activity=made).order_by("position")[0]
    names = ("aino", "eino", "iida", "oili", "otso")
    people = [factories.person(f"{name}@example.org") for name in names]
    comments = [factories.comment(one, section, "Kirjatkaa määräaika.") for one in people]
    now = clock.now()
    followed(made, section, comments)
    Outcome.objects.create(
        process=made.process, kind="decided", title={"fi": "P"}, on=now, created_at=now, published_at=now
    )
    measure = Measure.objects.create(process=made.process, promise={"fi": "L"}, created_at=now, published_at=now)
    MeasureUpdate.objects.create(measure=measure, state="under_way", words={"fi": "Alkoi"}, at=now)
    FormerPromise.objects.create(measure=measure, promise={"fi": "Ennen"}, until=now)
    figures = {"comments": 2, "senders": 2, "themes": [{"name": {"fi": "Määräajat"}, "comments": 2}],
               "languages": [{"key": "fi", "count": 2}], "hidden": []}  # fmt: skip
    ReportVersion.objects.create(activity=made, number=1, words={}, figures=figures, published_at=now)
    theme = Theme.objects.create(activity=made, name={"fi": "Määräajat"}, made_at=now)
    CommentTheme.objects.create(theme=theme, comment=Comment.objects.order_by("number")[0])
    yield made
    cache.clear()


def followed(of: Activity, section: Section, comments: list[Comment]) -> None:
    """What may come of a comment: an answer, a closure, another authority's answer; and what may stand beside one."""
    now, (first, second, third, fourth, fifth) = clock.now(), comments
    answer = Answer.objects.create(
        activity=of, number=1, title={"fi": "Määräaika"}, body={"fi": "Kirjataan."}, handling="accepted", created_at=now,
        saved_at=now, published_at=now, changed_section=section, changed_passage=1, comment_count=1,
    )  # fmt: skip
    AnsweredComment.objects.create(answer=answer, comment=first)
    Closure.objects.create(comment=second, reason="thanks", at=now)
    neighbour = factories.authority("pohjanmaa", code="14")
    Transfer.objects.create(
        comment=third, key=uuid4(), receiver=neighbour, reason={"fi": "Kuuluu sinne."}, state=Transfer.State.ANSWERED,
        passed_at=now, answer={"fi": "Hoidetaan."}, answered_at=now, due_on=now,
    )  # fmt: skip
    Transfer.objects.create(
        comment=fourth, key=uuid4(), outside_name="Esimerkkivirasto", reason={"fi": "Kuuluu sinne."}, passed_at=now,
        state=Transfer.State.OUTSIDE,
    )  # fmt: skip
    Translation.objects.create(
        comment=first, language="sv", text="Skriv in tiden.", of_words=mark_of(first.public_text), of_revision=1, at=now
    )
    Quote.objects.create(comment=first, language="fi", version=1, passage=1, words="Ensimmäinen katkelma.")
    organisation = Organisation.objects.create(
        authority=of.process.owner, name="Esimerkkiyhdistys", skeleton="esimerkkiyhdistys", created_at=now
    )
    Sender.objects.filter(pk=fourth.sender_id).update(capacities=["organisation"], organisation=organisation)
    Comment.objects.filter(pk=fifth.pk).update(parent=first)
    Comment.objects.filter(pk=first.pk).update(reply_count=1, handling="answered", edited_at=now)


@pytest.fixture
def schema(small_world: Activity, monkeypatch) -> Iterator[schemathesis.BaseSchema]:
    monkeypatch.setattr(django_settings, "API_REQUESTS_A_MINUTE", 1_000_000)
    told = json.loads(Client().get("/api/v1/openapi.json").content)
    assert told == json.loads(json.dumps(document()))
    found = schemathesis.openapi.from_dict(told)
    found.app = get_wsgi_application()
    # As the test client does: a request ends without closing the connection that holds the test's world.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield found
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_the_small_world_has_something_behind_every_address(small_world: Activity) -> None:
    """And what is there is of the document's shape, with every field that may be empty once filled and once empty."""
    for path in PATHS:
        address = path.format(**REAL) if "{" in path else path
        assert Client().get(f"/api/v1{address}" if not address.startswith("/api") else address).status_code == 200, path


def made_up(operation: schemathesis.APIOperation, pieces: dict) -> SearchStrategy[schemathesis.Case]:
    """Input that fits the document and input that does not, for things that exist and for those that do not."""
    modes = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    ways = [
        operation.as_strategy(mode, path_parameters=real)
        for mode in modes
        for real in ({}, pieces)
        if real or not pieces
    ]
    return one_of(ways)


def ask(schema: schemathesis.BaseSchema, path: str, *, examples: int, anew: bool) -> None:
    """Whatever is asked of an address gets an answer that the document tells; `anew`, other questions in every run."""
    operation = schema[path]["GET"]
    pieces = {name: value for name, value in REAL.items() if f"{{{name}}}" in path}

    # A page address that we gave out is no other text: of lists a made-up one is refused, and no schema can tell which.
    excluded = [positive_data_acceptance] if "cursor" in json.dumps(document()["paths"][path]) else []

    @settings(max_examples=examples, database=None, suppress_health_check=list(HealthCheck), derandomize=not anew)
    @given(case=made_up(operation, pieces))
    def asked(case: schemathesis.Case) -> None:
        case.call_and_validate(headers={"Accept-Encoding": "identity"}, excluded_checks=excluded)

    asked()


@pytest.mark.parametrize("path", PATHS)
def test_nothing_made_up_gets_an_answer_that_the_document_does_not_tell(
    schema: schemathesis.BaseSchema, path: str
) -> None:
    ask(schema, path, examples=EXAMPLES, anew=False)


@pytest.mark.long
@pytest.mark.parametrize("path", PATHS)
def test_nothing_made_up_in_this_run_does_either(schema: schemathesis.BaseSchema, path: str) -> None:
    ask(schema, path, examples=RANDOM_ONES, anew=True)
