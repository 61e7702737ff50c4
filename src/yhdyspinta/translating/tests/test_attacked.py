"""Files of others, two at once, files that have grown old, and the same one again: nothing is taken that was not looked at."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.processes.models import Process
from yhdyspinta.translating import actions
from yhdyspinta.translating.files import RowBack, code_of
from yhdyspinta.translating.models import ReturnedFile
from yhdyspinta.translating.tests.taking import take
from yhdyspinta.translating.texts import texts_of
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def county():
    return factories.authority("pohjanmaa", code="15", bilingual=True)


@pytest.fixture
def bertta(county):
    return factories.staff(county)


@pytest.fixture
def process(county) -> Process:
    made = factories.process(county, published=False)
    Process.objects.filter(pk=made.pk).update(summary={"fi": "Tiivistelmä."}, background={"fi": "Tausta."})
    made.refresh_from_db()
    return made


def keep(who, process, words="På svenska", of=None) -> ReturnedFile:
    texts = [text for text in texts_of(of or process, "fi", "sv") if text.is_missing]
    rows = [RowBack(n, code_of(text, "fi", "sv"), f"{words}: {text.source}") for n, text in enumerate(texts, 3)]
    return actions.keep_returned(
        actor=who, of=process, name="sv.xlsx", content=words.encode(), rows=rows, at=clock.now()
    )


def test_codes_of_another_process_are_unknown_here(county, bertta, process):
    other = factories.process(county, slug="toinen", published=False)
    Process.objects.filter(pk=other.pk).update(summary={"fi": "Muuta."})
    other.refresh_from_db()
    with pytest.raises(Refusal, match="file_is_of_process"):
        keep(bertta, process, of=other)
    both = [text for of in (process, other) for text in texts_of(of, "fi", "sv") if text.is_missing]
    rows = [RowBack(n, code_of(text, "fi", "sv"), f"På svenska: {text.source}") for n, text in enumerate(both, 3)]
    kept = actions.keep_returned(actor=bertta, of=process, name="x", content=b"x", rows=rows, at=clock.now())
    assert {one["problem"] for one in kept.problems} == {"unknown"}
    assert take(bertta, kept) == len(kept.rows) > 0
    other.refresh_from_db()
    assert "sv" not in other.summary


def test_another_authority_sees_and_takes_nothing_of_a_file(bertta, process):
    kept = keep(bertta, process)
    theirs = factories.authority("keski-suomi", code="13")
    factories.process(theirs, slug=process.slug, published=False)
    thief = factories.staff(theirs, email="vieras@example.org")
    client = signed_in(thief)
    for owner in ("pohjanmaa", "keski-suomi"):
        path = f"/{owner}/fi/desk/processes/{process.slug}/translations/returned/{kept.pk}/"
        assert client.get(path).status_code == 404
        assert client.post(path).status_code == 404
    assert client.post(f"/keski-suomi/fi/desk/translations/returned/{kept.pk}/").status_code == 404
    with pytest.raises(Refusal, match="not_your_role"):
        take(thief, kept)
    process.refresh_from_db()
    assert "sv" not in process.summary


def together(work, everybody):
    """What each gets, or is refused, when they do it at the same moment over connections of their own."""
    ready = Barrier(len(everybody))

    def run(one):
        try:
            ready.wait(10)
            return work(one)
        except Refusal as refusal:
            return refusal.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(everybody)) as pool:
        return sorted(map(str, pool.map(run, everybody)))


def test_one_file_taken_by_two_at_once_is_taken_once(bertta, county, process):
    kept = keep(bertta, process)
    cecilia = factories.staff(county, email="cecilia@example.org")
    assert together(lambda who: take(who, kept), [bertta, cecilia]) == ["0", str(len(kept.rows))]
    assert Entry.objects.filter(verb="translating.taken").count() == 1
    assert take(bertta, kept) == 0


def test_of_two_files_of_the_same_texts_the_second_is_told_that_it_is_old(bertta, process):
    one, other = keep(bertta, process, "Ett"), keep(bertta, process, "Två")
    got = together(lambda kept: take(bertta, kept), [one, other])
    assert got == [str(len(one.rows)), "texts_changed_meanwhile"]
    process.refresh_from_db()
    assert process.summary["sv"].split(":")[0] == process.background["sv"].split(":")[0]  # whole, never half of each
    left = ReturnedFile.objects.get(taken_at=None)
    with pytest.raises(Refusal, match="texts_changed_meanwhile"):
        take(bertta, left)
