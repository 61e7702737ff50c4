import csv
from datetime import timedelta
from io import BytesIO, StringIO

import docx
import pytest
from django.test import Client

from tests import factories
from yhdyspinta.answers import rounds
from yhdyspinta.audit import clock
from yhdyspinta.outcomes.models import Outcome
from yhdyspinta.processes.actions import publishing
from yhdyspinta.processes.actions.preparing import ProcessFacts, edit_process
from yhdyspinta.processes.actions.publishing import schedule_process, unpublish_process
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports import yearly_views, yearly_word
from yhdyspinta.reports.tests import scene
from yhdyspinta.reports.yearly import year_of
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(document):
    return document.activity.process.owner


def closing_year(document):
    return in_helsinki(document.activity.stages.get().closes_at).year


def promise(document, days, ways=("opinions",)):
    process = document.activity.process
    process.answers_promised_on = in_helsinki(clock.now()).date() + timedelta(days=days)
    process.six_ways = list(ways)
    process.save()


def answer_all(bertta, document):
    scene.answered(bertta, document, 2)
    rounds.mark_round_answered(actor=bertta, activity=document.activity, at=clock.now())


@pytest.mark.parametrize(("days", "in_time"), [(3, True), (-3, False)])
def test_a_round_is_answered_in_time_or_late(bertta, document, owner, days, in_time):
    promise(document, days, ("opinions", "co_planning"))
    answer_all(bertta, document)
    told = year_of(owner, closing_year(document), at=clock.now())
    assert (told.total.rounds, told.total.comments, told.total.senders) == (1, 2, 2)
    assert told.rounds[0].in_time is in_time
    assert (told.total.in_time.part, told.total.in_time.whole) == (int(in_time), 1)
    assert (told.total.changed.part, told.total.changed.whole) == (1, 1)
    assert {line.key: line.rounds for line in told.ways} == {
        "hearing": 0, "opinions": 1, "representatives": 0, "co_planning": 1, "finances": 0, "own_initiative": 0
    }  # fmt: skip


def test_what_has_not_come_is_in_no_share(document, owner):
    promise(document, 3)
    told = year_of(owner, closing_year(document), at=clock.now())
    assert told.total.in_time.whole == 0
    assert told.total.changed.part == 0
    factories.comment(factories.guest(), document.versions.first().sections.first())
    promise(document, -3)
    assert year_of(owner, closing_year(document), at=clock.now()).total.in_time.whole == 1


def test_open_rounds_other_years_and_hidden_processes_are_left_out(document, owner):
    factories.activity(document.activity.process, "auki")
    assert year_of(owner, closing_year(document), at=clock.now()).total.rounds == 1
    assert year_of(owner, closing_year(document) - 1, at=clock.now()).total.rounds == 0
    document.activity.process.unpublished_at = clock.now()
    document.activity.process.save()
    assert year_of(owner, closing_year(document), at=clock.now()).total.rounds == 0


def test_the_page_and_the_table_tell_the_same(bertta, document, owner, django_assert_max_num_queries):
    promise(document, 3)
    answer_all(bertta, document)
    year = closing_year(document)
    for language in ("fi", "sv", "en"):
        with django_assert_max_num_queries(10):
            page = Client().get(address("reports:year", owner, language=language, year=year))
        assert page.status_code == 200
        assert "1 / 1 (100 %)" in page.content.decode()
        assert f"10{',' if language == 'en' else chr(0xA0)}000" in page.content.decode()
    file = b"".join(Client().get(address("reports:year_table", owner, language="fi", year=year)).streaming_content)
    rows = list(csv.reader(StringIO(file.decode("utf-8-sig")), delimiter=";"))
    assert rows[1][2:4] == ["2", "2"]
    assert Client().get(address("reports:year", owner, language="fi", year=1999)).status_code == 404
    assert Client().get(address("reports:year", owner, language="fi", year=10**9)).status_code == 404


def test_a_day_moved_after_it_was_public_makes_no_answer_timely(bertta, document, owner):
    """Asked of the first published day, and the process page tells it beside the new one."""
    promise(document, -3)
    process = document.activity.process
    first = process.answers_promised_on
    facts = {name: getattr(process, name) for name in vars(ProcessFacts(title=process.title))}
    facts |= {"answers_promised_on": first + timedelta(days=30), "six_ways": tuple(process.six_ways)}
    edit_process(actor=bertta, process=process, facts=ProcessFacts(**facts), revision=process.revision, at=clock.now())
    answer_all(bertta, document)
    told = year_of(owner, closing_year(document), at=clock.now())
    assert (told.rounds[0].promised_on, told.rounds[0].in_time) == (first, False)
    assert told.total.in_time.part == 0
    page = Client().get(process_address(process, language="fi")).content.decode()
    assert "Vastaukset luvattiin aiemmin viimeistään" in page


def test_a_day_moved_while_the_process_was_off_the_site_is_measured_by_the_first(bertta, document, owner, monkeypatch):
    """Unpublished, scheduled again, moved in between: the day that was public stays the promise."""
    monkeypatch.setattr(publishing, "_require_whole", lambda *_given: None)  # the day is asked of, not what is ready
    promise(document, -3)
    process, at = document.activity.process, clock.now()
    first = process.answers_promised_on
    process = unpublish_process(actor=bertta, process=process, at=at)
    process = schedule_process(actor=bertta, process=process, publish_at=at + timedelta(days=2), at=at)
    facts = {name: getattr(process, name) for name in vars(ProcessFacts(title=process.title))}
    facts |= {"answers_promised_on": first + timedelta(days=30), "six_ways": tuple(process.six_ways)}
    moved = edit_process(actor=bertta, process=process, facts=ProcessFacts(**facts), revision=process.revision, at=at)
    assert moved.answers_promised_before == [first]


@pytest.mark.parametrize(
    ("kind", "law"), [("county", "611/2021 29 §"), ("municipality", "410/2015 22 §"), ("national", "")]
)
def test_the_law_is_the_one_that_binds_the_authority(bertta, document, owner, kind, law):
    owner.kind = kind
    owner.save()
    page = Client().get(address("reports:year", owner, language="fi", year=closing_year(document))).content.decode()
    edit = factories.signed_in(bertta).get(process_address(document.activity.process, "processes:edit", language="fi"))
    for text in (page, edit.content.decode()):
        assert [one for one in ("611/2021 29 §", "410/2015 22 §") if f"({one})" in text] == ([law] if law else [])


def test_the_figures_and_the_table_are_of_all_rounds_however_few_are_listed(document, owner, monkeypatch):
    monkeypatch.setattr(yearly_views, "_MOST", 1)
    other = factories.activity(document.activity.process, "toinen", closes_at=document.activity.stages.get().closes_at)
    assert other.pk
    year = closing_year(document)
    page = Client().get(address("reports:year", owner, language="fi", year=year)).content.decode()
    assert "1 kierros lisää on vain taulukossa" in page
    file = b"".join(Client().get(address("reports:year_table", owner, language="fi", year=year)).streaming_content)
    assert len(list(csv.reader(StringIO(file.decode("utf-8-sig")), delimiter=";"))) == 1 + 2


def beside(document, slug: str, commented: int = 0):
    """Another round of the same process that closed on the same day."""
    closes_at = document.activity.stages.get().closes_at
    made = factories.document(factories.activity(document.activity.process, slug, closes_at=closes_at))
    section = made.versions.first().sections.first()
    for _place in range(commented):
        factories.comment(factories.guest(), section)
    return made


def shares(owner, document) -> tuple[tuple[int, int], tuple[int, int]]:
    total = year_of(owner, closing_year(document), at=clock.now()).total
    return (total.in_time.part, total.in_time.whole), (total.changed.part, total.changed.whole)


def test_changed_something_is_a_share_of_the_rounds_answered_or_decided(bertta, document, owner):
    promise(document, 3)
    answer_all(bertta, document)
    scene.answered(bertta, beside(document, "kesken"), 1)  # answered in part only: nobody knows yet
    Activity.objects.filter(slug="kesken").update(answered_at=None, due_count=1)
    refused = beside(document, "ei-muutu")
    scene.answered(bertta, refused, 1, handling="not_accepted", reason="cost", reason_words=Wording(fi="K.", sv="D."))
    rounds.mark_round_answered(actor=bertta, activity=refused.activity, at=clock.now())
    beside(document, "odottaa", commented=1)
    assert shares(owner, document)[1] == (1, 2)
    page = Client().get(address("reports:year", owner, language="fi", year=closing_year(document))).content.decode()
    assert "50 %" in page
    assert "muutti jotakin, 2 kierroksesta" in page
    assert page.count(">Ei vielä tiedossa</td>") == 2


def test_a_decision_after_the_round_settles_it_and_one_before_does_not(document, owner):
    scene_of = beside(document, "odottaa", commented=1)
    closed_at = scene_of.activity.stages.get().closes_at
    made = Outcome.objects.create(
        process=scene_of.activity.process, kind="decided", on=closed_at.date(), created_at=closed_at,
        published_at=closed_at - timedelta(minutes=1),
    )  # fmt: skip
    assert shares(owner, document)[1] == (0, 0)
    Outcome.objects.filter(pk=made.pk).update(published_at=clock.now())
    assert shares(owner, document)[1] == (0, 1)


def test_a_round_without_comments_is_in_neither_share(bertta, document, owner):
    promise(document, -3)
    assert shares(owner, document) == ((0, 0), (0, 0))
    rounds.mark_round_answered(actor=bertta, activity=document.activity, at=clock.now())
    assert shares(owner, document) == ((0, 0), (0, 0))


@pytest.mark.parametrize(("language", "words"), [("fi", "ei vielä yhtään"), ("sv", "ingen ännu"), ("en", "none yet")])
def test_where_nothing_can_be_said_the_page_says_so(document, owner, language, words):
    promise(document, 3)
    path = address("reports:year", owner, language=language, year=closing_year(document))
    page = Client().get(path).content.decode()
    assert page.count(words) == 2 + 2  # both shares, in all and by the one way that the round is
    assert " %<" not in page


def word_file(owner, document, language: str, page: str = "en"):
    path = address("reports:year_file", owner, language=page, year=closing_year(document), file_language=language)
    return Client().get(path)


@pytest.mark.parametrize(
    ("language", "way", "as_of"),
    [("fi", "Mielipiteiden", "Tilanne "), ("sv", "Att ta reda på åsikter", "Läget ")],
)
def test_the_year_is_a_word_file_in_each_language_of_the_authority(bertta, document, owner, language, way, as_of):
    promise(document, 3)
    answer_all(bertta, document)
    response = word_file(owner, document, language)
    assert "attachment" in response.headers["Content-Disposition"]
    file = docx.Document(BytesIO(response.content))
    told = [paragraph.text for paragraph in file.paragraphs]
    assert told[0].startswith(("Osallistuminen", "Deltagande"))
    assert told[1].startswith(as_of)
    figures, ways, rounds = [[[cell.text for cell in row.cells] for row in table.rows] for table in file.tables]
    assert [row[1] for row in figures[1:]] == ["1", "2", "2", "1 / 1 (100 %)", "1 / 1 (100 %)", "0", "0"]
    assert len(ways) == 1 + 6
    (of_opinions,) = [row for row in ways if row[1:4] == ["1", "2", "2"]]
    assert of_opinions[0].startswith(way)
    assert len(rounds) == 2
    assert file.core_properties.language == language


def test_no_file_is_made_in_a_language_that_the_authority_does_not_write(document, owner):
    owner.languages = ["fi", "sv", "se"]
    owner.save()
    page = Client().get(address("reports:year", owner, language="fi", year=closing_year(document))).content.decode()
    assert "summary/fi/" in page
    for language in ("en", "se", "xx"):
        assert f"summary/{language}/" not in page
        assert word_file(owner, document, language).status_code == 404


def test_a_word_file_of_many_rounds_says_where_the_rest_is(document, owner, monkeypatch):
    monkeypatch.setattr(yearly_word, "MOST", 1)
    beside(document, "toinen")
    file = docx.Document(BytesIO(word_file(owner, document, "fi").content))
    assert len(file.tables[2].rows) == 1 + 1
    assert file.paragraphs[-1].text == "1 kierros lisää on vain taulukossa."


def test_the_figures_and_the_six_ways_are_a_table(bertta, document, owner):
    promise(document, 3, ("opinions", "co_planning"))
    answer_all(bertta, document)
    path = address("reports:year_figures", owner, language="en", year=closing_year(document))
    file = b"".join(Client().get(path).streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(file), delimiter=";"))
    assert [row["Rounds"] for row in rows] == ["1", "0", "1", "0", "1", "0", "0"]
    assert {row["As of"] for row in rows} == {in_helsinki(clock.now()).date().isoformat()}
    assert [row["Law"] for row in rows] == ["", *["611/2021 29 §"] * 6]
    first = rows[0]
    assert (first["Senders"], first["Rounds answered in time"], first["Rounds that changed something"]) == (
        "2",
        "1",
        "1",
    )
    assert int(first["Residents of the area"]) > 0
    assert rows[1]["Residents of the area"] == rows[1]["Measures promised in the year"] == ""
