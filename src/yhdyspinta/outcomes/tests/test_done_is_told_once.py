"""Who follows only what is done hears of a measure once: when it is both public and done, in whichever order."""

from dataclasses import replace
from itertools import permutations

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.notices.models import Notice
from yhdyspinta.outcomes import measures
from yhdyspinta.outcomes.measures import Progress
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.outcomes.tests.making import PROMISED, measure
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.models import Follow
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db
BEGUN = Wording(fi="Aloitettu.", sv="Börjat.")
HELD = Wording(fi="Pidetty.", sv="Hållet.")
#: Every order of publishing among what may be told of how far a measure is.
ORDERS = sorted({
    order
    for steps in (("done",), ("under_way", "done"), ("done", "under_way"), ("done", "under_way", "done"), ("done", "done"))
    for order in permutations(("publish", *steps))
    if tuple(step for step in order if step != "publish") == steps
})  # fmt: skip


@pytest.fixture(autouse=True)
def followers(process):
    for what in ("everything", "results", "done"):
        Follow.objects.create(
            process=process, email=f"{what}@example.org", language="sv", what=what, nonce=what,
            since=clock.now(), confirmed_at=clock.now(),
        )  # fmt: skip


def step(bertta, kept: Measure, what: str) -> Measure:
    if what == "publish":
        return measures.publish_measure(actor=bertta, measure=kept, at=clock.now())
    going = kept.total_count is not None and what != "done"
    progress = Progress(what, BEGUN if what != "done" else HELD, 1 if going else kept.total_count)
    return measures.update_measure(
        actor=bertta, measure=kept, progress=progress, revision=kept.revision, at=clock.now()
    )


def told(kind: str) -> list[str]:
    return sorted(Notice.objects.filter(kind=kind).values_list("address", flat=True))


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_told_once_when_public_and_done(bertta, process, order):
    kept = measure(bertta, process)
    is_public = is_done = was_both = False
    for what in order:
        kept = step(bertta, kept, what)
        is_public |= what == "publish"
        is_done = is_done if what == "publish" else what == "done"
        was_both |= is_public and is_done
        expected = ["done@example.org", "everything@example.org", "results@example.org"] if was_both else []
        assert told("outcomes.done") == expected
    step(bertta, kept, "publish")  # a retry
    assert len(told("outcomes.done")) == (3 if was_both else 0)


def test_what_is_done_when_published_is_told_as_done_and_not_as_a_promise(bertta, process):
    kept = step(bertta, measure(bertta, process), "done")
    step(bertta, kept, "publish")
    assert told("outcomes.measure") == []
    assert len(told("outcomes.done")) == 3
    letter = Notice.objects.filter(kind="outcomes.done").first()
    assert letter.values["done"] == dict(HELD)
    assert letter.values["promise"] == dict(PROMISED.promise)


def test_staff_read_whether_it_will_be_told(bertta, process):
    desk, kept = factories.signed_in(bertta), measure(bertta, process)
    paths = {
        name: process_address(process, f"outcomes:{name}", measure=kept.pk, language="fi")
        for name in ("publish_measure", "progress")
    }
    kept = step(bertta, kept, "done")
    assert (
        "myös niille, jotka haluavat kuulla vain, kun jotain on tehty"
        in desk.get(paths["publish_measure"]).content.decode()
    )
    step(bertta, kept, "publish")
    assert "Heille ei kerrota toista kertaa." in desk.get(paths["progress"]).content.decode()


def test_words_corrected_afterwards_tell_nobody(bertta, process):
    kept = step(bertta, step(bertta, measure(bertta, process), "publish"), "done")
    text = replace(measures.MeasureText.of(kept), promise=Wording(fi="Otimme käyttöön.", sv="Vi tog i bruk."))
    measures.save_measure(
        actor=bertta, process=process, measure=kept, text=text, revision=kept.revision, at=clock.now()
    )
    assert len(told("outcomes.done")) == 3
