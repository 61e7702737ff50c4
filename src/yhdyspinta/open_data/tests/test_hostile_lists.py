"""Lists of the statement service that are made to be slow to read, or hold what no text can."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.work import work_within
from yhdyspinta.audit.models import Entry
from yhdyspinta.documents.models import Section
from yhdyspinta.intake.importing.atom import entries_of, plain, words_of
from yhdyspinta.open_data.statements import reading
from yhdyspinta.open_data.tests.test_statements import bertta, entry, listed, question, send
from yhdyspinta.processes.models import Process
from yhdyspinta.wording.refusals import Refusal

__all__ = ["bertta"]
pytestmark = pytest.mark.django_db
HEAVY = ("<!--", "<b>x</b><!--", "<a ", '<a "', "<a '\"", "<![", "<?", "</", "&#", "&a", "<", ">", "<script>")
DIRECTION = "\u202e"


@pytest.mark.parametrize("words", HEAVY)
def test_o7_no_markup_takes_long_to_read(words: str) -> None:
    with work_within(2):
        plain(f"<b>x</b>{words * (400_000 // len(words))}")
        words_of(words * (400_000 // len(words)))


def test_markup_is_read_as_browsers_read_it() -> None:
    assert (
        plain("a<!-- <p>no</p> -->b <img alt=\"x>y\" title='a'> c<script>if (1<2) x()</script>d 1 < 2") == "ab cd 1 < 2"
    )
    assert plain("a&amp;b &#228; &#x1F600; <li>yksi</li><LI>kaksi</LI>") == "a&b ä \U0001f600\n\n- yksi\n\n- kaksi"
    assert plain("a<!-- without an end <p>b</p>") == "a"
    assert plain(f"<p>&#{'9' * 5_000};</p>") == "\ufffd"


def test_o7_of_doubles_no_question_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_question", lambda *_given: pytest.fail("a question of a refused list was read"))
    found, problems = reading.read(
        listed(*[entry("a1")] * 100, *[question(str(place), "Mitä?") for place in range(100)])
    )
    assert (found, {problem.field for problem in problems}, len(problems)) == ([], {"Id"}, 99)


def test_o7_requests_and_questions_have_a_limit() -> None:
    with pytest.raises(Refusal, match="statements_too_many"):
        reading.read(listed(*["<entry><m:properties><d:Id>a</d:Id></m:properties></entry>"] * 5_000))
    asked = [question(str(place), "Mitä?") for place in range(501)]
    _found, problems = reading.read(listed(entry("a1"), *asked))
    assert [problem.field for problem in problems] == ["Question"]
    with pytest.raises(Refusal, match="statements_too_many_questions"):
        reading.read(listed(entry("a1"), *asked * 30))


def test_e4_o7_entries_within_each_other_keep_their_own_fields_and_are_not_deep() -> None:
    inner = "<entry><m:properties><d:Id>b</d:Id></m:properties></entry>"
    both = entries_of(listed(f"<entry><link>{inner}</link><m:properties><d:Id>a</d:Id></m:properties></entry>"))
    assert [one.fields for one in both] == [{"Id": "a"}, {"Id": "b"}]
    with pytest.raises(Refusal, match="statements_unreadable"):
        entries_of(listed("<entry>" * 2_000 + "</entry>" * 2_000))
    with pytest.raises(Refusal, match="statements_too_big"):
        entries_of(listed("<a/>" * 500_000))


@pytest.mark.parametrize("field", ["Name", "RegisterNumber", "Goals", "Id"])
def test_i3_signs_that_turn_the_direction_are_told_at_their_field(bertta: Client, field: str) -> None:
    start = entry().index(f"<d:{field}>") + len(f"<d:{field}>")
    response = send(bertta, listed(entry()[:start] + DIRECTION + entry()[start:]))
    assert response.status_code == 422
    assert f"<code>{field}</code>" in response.content.decode()
    assert not Process.objects.exists()


def test_i5_goals_of_mostly_markup_are_told_to_be_too_long(bertta: Client) -> None:
    response = send(bertta, listed(entry().replace("<d:Goals>", f"<d:Goals>{'&lt;br&gt;' * 30_000}")))
    assert (response.status_code, response.content.decode().count("<code>Goals</code>")) == (422, 1)


def test_o7_many_sections_are_stored_together_and_told_in_one_line(bertta: Client) -> None:
    counts = []
    for key, many in (("a1", 3), ("a2", 60)):
        asked = [question(f"q{place}", f"Kysymys {place}", of=key, order=place) for place in range(1, many + 1)]
        with CaptureQueriesContext(connection) as asking:
            assert send(bertta, listed(entry(key, f"Pyyntö {key}"), *asked)).status_code == 302
        counts.append(len(asking))
    assert counts[0] == counts[1]
    assert Section.objects.count() == 63
    lines = Entry.objects.filter(verb="documents.outline_added").order_by("pk")
    assert [line.detail["count"] for line in lines] == [3, 60]
