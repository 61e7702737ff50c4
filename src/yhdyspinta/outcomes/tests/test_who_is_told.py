"""Staff are promised that followers hear of something only where somebody has asked to hear of it."""

import pytest

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.notices.models import Notice
from yhdyspinta.outcomes.tests.making import measure, outcome
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.models import Follow

pytestmark = pytest.mark.django_db
NOBODY = "Kenellekään ei kerrota: kukaan ei ole pyytänyt tietoa tästä."
#: What one can have asked to hear; nothing is nobody who follows.
ASKED = ("everything", "results", "done", "")


def _follow(process, what: str) -> None:
    if what:
        Follow.objects.create(
            process=process, email="aino@example.org", language="sv", what=what, nonce="n", since=clock.now(),
            confirmed_at=clock.now(),
        )  # fmt: skip


def _page(desk, path: str, **sent: str) -> str:
    answer = desk.post(path, sent, follow=True) if sent else desk.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("what", ASKED)
@pytest.mark.parametrize(("name", "make"), [("outcome", outcome), ("measure", measure)])
def test_what_is_published_is_told_where_somebody_hears_it(process, bertta, what, name, make):
    _follow(process, what)
    heard = what in {"everything", "results"}
    path = process_address(process, f"outcomes:publish_{name}", **{name: make(bertta, process).pk}, language="fi")
    before = _page(signed_in(bertta), path)
    assert ("Julkaise ja kerro" in before, NOBODY not in before) == (heard, heard)
    after = _page(signed_in(bertta), path, go="on")
    assert ("Seuraajille kerrotaan." in after, NOBODY not in after) == (heard, heard)
    assert Notice.objects.filter(kind__startswith="outcomes.").exists() == heard


@pytest.mark.parametrize("what", ASKED)
def test_that_a_measure_is_done_is_told_to_everybody_who_follows(process, bertta, what):
    _follow(process, what)
    kept = measure(bertta, process)
    kept.published_at = clock.now()
    kept.save()
    page = _page(signed_in(bertta), process_address(process, "outcomes:progress", measure=kept.pk, language="fi"))
    assert ("Kukaan ei ole pyytänyt tietoa siitä, milloin tämä on tehty." in page) == (not what)


@pytest.mark.parametrize("what", ASKED)
def test_a_pause_and_its_end(process, bertta, what):
    _follow(process, what)
    heard = what == "everything"
    desk = signed_in(bertta)
    pause = process_address(process, "processes:stop", how="pause", language="fi")
    resume = process_address(process, "processes:turn", how="resume", language="fi")
    reason = {"reason-fi": "Odotetaan lakia.", "reason-sv": "Vi väntar på lagen."}
    told = [_page(desk, pause), _page(desk, pause, **reason), _page(desk, resume)]
    assert [NOBODY not in page for page in told] == [heard] * 3
    assert ["Seuraajille kerrotaan." in page for page in told] == [heard] * 3
    assert Notice.objects.filter(kind="processes.paused").exists() == heard
