"""A comment passed on to another authority is handled as such wherever handling is told, with that authority's answer."""

import json
import re
from io import BytesIO

import docx
import pytest
from django.test import Client
from django.utils.translation import override

from tests import factories
from yhdyspinta.answers import rounds
from yhdyspinta.audit import clock
from yhdyspinta.open_data.exports.rows import around, batch
from yhdyspinta.outcomes.results import results_of
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.reports import actions, annex
from yhdyspinta.reports.figures import figures_of
from yhdyspinta.reports.models import ReportFile
from yhdyspinta.reports.tests import scene
from yhdyspinta.transfers.tests.scene import passed, replied
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db
REPLY = Wording(fi="Telineet tulevat keväällä.", sv="Ställen kommer på våren.")


@pytest.fixture
def town():
    return factories.authority("kuvitelma", code="", kind="municipality", name={"fi": "Kuvitelma", "sv": "Inbillning"})


@pytest.fixture
def transfer(bertta, document, town):
    """Of five comments two are answered, two passed on (one answered there), one needs no answer."""
    scene.answered(bertta, document, 2)
    section = document.versions.first().sections.first()
    here, there, thanks = [factories.comment(factories.guest(), section) for _ in range(3)]
    given = passed(here, town, bertta)
    passed(there, town, bertta)
    rounds.close_without_answer(
        actor=bertta, activity=document.activity, comments=[thanks.pk], reason="thanks", at=clock.now()
    )
    veikko = factories.staff(town, "answerer", "veikko@example.org")
    return replied(given, veikko, REPLY)


def test_the_figures_tell_what_was_passed_on_and_add_up(document, transfer):
    document.activity.refresh_from_db()
    told = figures_of(document.activity, at=clock.now())
    by_handling = {row["key"]: row["count"] for row in told["handlings"]}
    assert (by_handling["passed_on"], told["closed"], told["passed_in_all"]) == (2, 1, 2)
    assert sum(by_handling.values()) + told["closed"] + told["open"] == told["comments"] == 5
    assert [row["answer"].get("fi", "") for row in told["passed"]] == ["Telineet tulevat keväällä.", ""]


def test_report_word_attachment_and_annex_have_the_other_authority_s_answer(bertta, document, transfer):
    scene.save(bertta, document)
    version = scene.publish(bertta, document)
    for language, reply, name in (("fi", "Telineet tulevat", "Kuvitelma"), ("sv", "Ställen kommer", "Inbillning")):
        page = Client().get(scene.path_of(document, "report", language, version=version.number)).content.decode()
        assert reply in page
        assert name in page
    made = actions.make_hearing_summary(actor=bertta, activity=document.activity, at=clock.now(), although_waiting=True)
    for file in (
        ReportFile.objects.get(version=version, kind="docx", language="fi"),
        *made.files.filter(language="fi"),
    ):
        tables = docx.Document(BytesIO(bytes(file.content))).tables
        cells = {cell.text for table in tables for row in table.rows for cell in row.cells}
        assert any(text.startswith("Telineet tulevat keväällä.") for text in cells)
        assert "Siirretty" in " ".join(cells)
    with override("fi"):
        place = annex.heads().index("Käsittely")
    kept = [row[place] for row in annex.rows(version, "fi")]
    assert (kept.count("Siirretty"), kept.count("Ei tarvinnut vastausta")) == (2, 1), kept


def test_results_tell_passed_on_apart_from_needing_no_answer(document, transfer):
    process = document.activity.process
    told = results_of(process, "fi")
    assert (told.passed, told.closed, told.count("passed_on")) == (2, 1, 2)
    assert told.answered + told.passed + told.closed + told.waiting == told.comments
    page = Client().get(process_address(process, "outcomes:results", language="fi")).content.decode()
    assert "2 kommenttia siirrettiin toiselle viranomaiselle" in page
    listed = Client().get(address("site:results", process.owner, language="fi")).content.decode()
    assert "2 siirretty, 1 ei tarvinnut vastausta" in listed


def test_files_and_api_say_passed_on_with_the_answer(document, transfer):
    activity = document.activity
    rows = batch(activity, around(activity), after=0)
    assert [row["handling"] for row in rows].count("passed_on") == 2
    told = next(row for row in rows if row["number"] == transfer.comment.number)
    assert (told["passed_to"], told["passed_answer"], told["closure_reason"]) == ("Kuvitelma", REPLY["fi"], "")
    process = activity.process
    base = f"/api/v1/processes/{process.owner.slug}/{process.slug}/activities/{activity.slug}/comments/"
    found = json.loads(Client().get(base, {"handling": "passed_on"}).content)["items"]
    assert len(found) == 2
    first = next(row for row in found if row["number"] == transfer.comment.number)
    assert (first["handling"], first["closure_reason"]) == ("passed_on", None)
    assert first["passed_to"] == {"fi": "Kuvitelma", "sv": "Inbillning"}
    assert first["passed_answer"] == dict(REPLY)
    closed = json.loads(Client().get(base, {"handling": "closed"}).content)["items"]
    assert [row["closure_reason"] for row in closed] == ["thanks"]


def test_what_is_hidden_afterwards_is_counted_nowhere(document, transfer):
    """Also its answer, which may repeat its words, is not told."""
    from yhdyspinta.comments.counters import change_state

    change_state(transfer.comment, "hidden")
    document.activity.refresh_from_db()
    told = figures_of(document.activity, at=clock.now())
    assert told["passed_in_all"] == 1
    assert "Telineet" not in json.dumps(told["passed"])


def _counts(page: str, heading: str) -> int:
    """Comments of the answers under a heading."""
    part = page.partition(f"{heading}</h2>")[2].partition("</section>")[0]
    return sum(int(one) for one in re.findall(r"y-note\">(\d+) kommentti", part))


def test_three_views_tell_the_same_figures_and_each_comment_once(bertta, document, transfer):
    for count, handling, changes in (
        (4, "not_accepted", {"reason": "cost", "reason_words": Wording(fi="Kallis.", sv="Dyrt.")}),
        (3, "off_topic", {}), (2, "passed_on", {"passed_to": Wording(fi="Kela", sv="FPA")}), (1, "accepted", {"is_final": False}),
    ):  # fmt: skip
        scene.answered(bertta, document, count, handling=handling, **changes)
    document.activity.refresh_from_db()
    scene.save(bertta, document)
    told = scene.publish(bertta, document).figures
    pages = {
        name: Client().get(scene.path_of(document, "reader", version=1, reader=name)).content.decode()
        for name in ("residents", "deciders", "professionals")
    }
    tiles = [int(one) for one in re.findall(r"y-stat__value[^>]*>\s*(\d+)", pages["deciders"])]
    comments, _senders, accepted, refused, otherwise, waiting = tiles
    assert comments == accepted + refused + otherwise + waiting == told["comments"]
    residents = pages["residents"]
    assert _counts(residents, "Mitä kommentit muuttivat") == accepted == 2
    assert _counts(residents, "Mitä emme muuttaneet ja miksi") == refused == 4
    sent_on, beside = (
        _counts(residents, "Mistä toinen viranomainen päättää"),
        _counts(residents, "Mikä ei koskenut tätä asiaa tai ei tarvinnut vastausta"),
    )
    assert (sent_on, beside) == (2, 3)
    assert sent_on + told["passed_in_all"] + beside + told["closed"] == otherwise
    assert "Telineet tulevat keväällä." in residents
    assert "1 kommentti ei tarvinnut vastausta." in residents
    assert _counts(residents, "Alustavat vastaukset") == 1
    by_place = re.findall(r"y-sub\">[^<]*?(\d+) kommentti", pages["professionals"])
    assert sum(map(int, by_place)) == comments
