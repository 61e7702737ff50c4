"""A round held elsewhere asks what matters of a past round, and its timeline is whole."""

from datetime import timedelta

import pytest

from yhdyspinta.audit import clock
from yhdyspinta.intake import actions
from yhdyspinta.processes import actions as processes
from yhdyspinta.processes.gaps import gaps_of
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.timeline import runs_in
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(bertta, county):
    title = Wording(fi="Kysely 2025", sv="Enkät 2025")
    return processes.create_process(
        actor=bertta, owner=county, title=title, blueprint="round_with_forum", at=clock.now()
    )


def declare(bertta, draft, at):
    return actions.declare_earlier(
        actor=bertta, activity=draft.activities.get(), source="Webropol", opened_at=at - timedelta(days=400),
        closed_at=at - timedelta(days=370), at=at,
    )  # fmt: skip


def test_the_planned_phases_fit_a_past_round(bertta, draft):
    at = clock.now()
    before = {phase.kind: phase for phase in draft.phases.all()}
    declare(bertta, draft, at)
    runs = {run.phase.kind: run for run in runs_in(draft)}
    assert [run.phase.kind for run in runs_in(draft)] == [
        "preparation", "participation", "forum", "workshops", "answers", "follow_up",
    ]  # fmt: skip
    assert runs["preparation"].ends_at == runs["participation"].starts_at == at - timedelta(days=400)
    assert runs["answers"].starts_at == at  # what is done here begins now
    for kind, run in runs.items():
        if kind != "participation":  # as long as it was planned
            assert run.ends_at - run.starts_at == before[kind].ends_at - before[kind].starts_at
    promised = Process.objects.get(pk=draft.pk).answers_promised_on
    assert promised < draft.answers_promised_on
    declare(bertta, draft, at + timedelta(days=3))  # a retry moves nothing
    assert {run.phase.kind: run.starts_at for run in runs_in(draft)} == {
        kind: run.starts_at for kind, run in runs.items()
    }


def test_less_is_asked_of_a_round_that_is_over(bertta, draft, county):
    county.phone, county.postal_address, county.paper_way = "", {}, {}
    county.save()
    draft = Process.objects.select_related("owner").get(pk=draft.pk)
    at = clock.now()
    first = {gap.words for gap in gaps_of(draft, at=at)}
    declare(bertta, draft, at)
    spared = first - {gap.words for gap in gaps_of(draft, at=at)}
    assert len(spared) == 6
    assert not any(gap.ability == "administer" for gap in gaps_of(draft, at=at))


def test_what_is_published_stays_where_it_is(bertta, draft):
    Process.objects.filter(pk=draft.pk).update(published_at=clock.now())
    before = list(draft.phases.values_list("kind", "starts_at", "ends_at"))
    declare(bertta, draft, clock.now())
    assert list(draft.phases.values_list("kind", "starts_at", "ends_at")) == before
