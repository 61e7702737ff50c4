"""The files of a closed round stay, and are made anew by themselves when what they hold has changed, whatever changed it."""

import csv
import io
import json
from datetime import datetime, timedelta

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.answers.models import Answer, AnsweredComment, Closure
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments import counters
from yhdyspinta.comments.actions import edit_comment, withdraw_comment
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.documents.models import Section
from yhdyspinta.intake.models import Upload
from yhdyspinta.material.models import CommentTheme, Theme, Translation
from yhdyspinta.material.translations import mark_of
from yhdyspinta.open_data import tasks
from yhdyspinta.open_data.actions import due_rounds, order_files
from yhdyspinta.open_data.actions import files as making
from yhdyspinta.open_data.actions.files import FRESH, MOST_AT_ONCE, PAUSE
from yhdyspinta.open_data.models import DataChange, Export
from yhdyspinta.open_data.tests.conftest import comment, section
from yhdyspinta.open_data.tests.downloading import sheets
from yhdyspinta.people.claiming import claim_guest
from yhdyspinta.people.models import Organisation, Representation
from yhdyspinta.processes.models import Activity, Process, Stage
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.transfers.actions.answering import publish_reply, save_reply
from yhdyspinta.transfers.tests.scene import REPLY, passed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
PAGE = "/keski-suomi/fi/processes/toimintamallit/data/kommentointi/"


@pytest.fixture
def closed(activity: Activity) -> Activity:
    """A round that closed long ago, with two comments and their files."""
    comment(activity, "Ensimmäinen.")
    comment(activity, "Toinen.", "bo@example.org")
    _close(activity, clock.now() - timedelta(days=400))
    _work()
    assert len(_rows()) == 2
    return activity


def _close(activity: Activity, at: datetime) -> None:
    Stage.objects.filter(activity=activity).delete()
    Stage.objects.create(activity=activity, key="commenting", opens_at=at - timedelta(days=30), closes_at=at)


def _work() -> None:
    """Two minutes of the clock's work: what is ordered in the first is made in the second."""
    for _ in range(2):
        tasks.go_on(0)
        Export.objects.filter(state="waiting").update(touched_at=None)


def _body(kind: str) -> bytes:
    return b"".join(Client().get(f"{PAGE}comments.{kind}").streaming_content)


def _rows() -> list[dict[str, str]]:
    response = Client().get(f"{PAGE}comments.csv")
    assert response.status_code == 200
    content = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline=""), delimiter=";"))


def _age(by: timedelta) -> None:
    """The files are so much older than they are."""
    for export in Export.objects.all():
        Export.objects.filter(pk=export.pk).update(began_at=clock.now() - by, asked_at=clock.now() - by)


def _first() -> Comment:
    return Comment.objects.select_related("activity", "sender__person").order_by("number")[0]


def _answer(activity: Activity, **more: object) -> Answer:
    now = clock.now()
    told = {"number": 1, "title": {"fi": "T"}, "handling": "accepted", "created_at": now, "saved_at": now} | more
    return Answer.objects.create(activity=activity, **told)


def _edit(activity: Activity) -> None:
    one = _first()
    edit_comment(
        actor=one.sender.person, comment=one, text="Muokattu.", revision=one.revision, waits=False, warnings=(), check=clock.now
    )  # fmt: skip


def _withdraw(activity: Activity) -> None:
    one = _first()
    withdraw_comment(actor=one.sender.person, comment=one, at=clock.now())


def _hide(activity: Activity) -> None:
    counters.change_state(_first(), Comment.State.HIDDEN)


def _mask(activity: Activity) -> None:
    Comment.objects.filter(pk=_first().pk).update(public_text="[peitetty]")


def _move(activity: Activity) -> None:
    other = section(activity, 1)
    Comment.objects.filter(pk=_first().pk).update(thread=Section.objects.get(pk=other.pk).thread_id)


def _mend_language(activity: Activity) -> None:
    Comment.objects.filter(pk=_first().pk).update(language="sv")


def _mend_capacity(activity: Activity) -> None:
    Sender.objects.filter(comments=_first()).update(capacities=["official"])


def _answer_is_published(activity: Activity) -> None:
    answer = _answer(activity)
    AnsweredComment.objects.create(answer=answer, comment=_first())
    assert not DataChange.objects.exists()  # a draft is nobody's
    Answer.objects.update(published_at=clock.now())


def _closed_without_answer(activity: Activity) -> None:
    Closure.objects.create(comment=_first(), reason="thanks", at=clock.now())


def _passed_on(activity: Activity) -> None:
    _closed_without_answer(activity)
    Closure.objects.update(reason="passed_on")


def _erased(activity: Activity) -> None:
    Comment.objects.filter(pk=_first().pk).delete()


def _report(activity: Activity) -> None:
    ReportVersion.objects.create(
        activity=activity, number=1, words={}, figures={"themes": []}, published_at=clock.now()
    )


def _titled(activity: Activity) -> None:
    Process.objects.update(title={"fi": "Toinen nimi"})


def _authority_renamed(activity: Activity) -> None:
    Authority.objects.update(name={"fi": "Toinen alue"})


def _translated(activity: Activity) -> None:
    one = _first()
    kept = Translation(comment=one, language="sv", of_revision=one.revision, at=clock.now())
    kept.save()
    assert not DataChange.objects.exists()  # only asked for
    kept.text, kept.of_words = "Den första.", mark_of(one.public_text)
    kept.save()


def _typed_in_later(activity: Activity) -> None:
    comment(activity, "Paperilta.", "cai@example.org")


CAUSES = (
    _edit, _withdraw, _hide, _mask, _move, _mend_language, _mend_capacity, _answer_is_published, _closed_without_answer,
    _passed_on, _erased, _report, _titled, _authority_renamed, _translated, _typed_in_later,
)  # fmt: skip


@pytest.mark.parametrize("cause", CAUSES, ids=[cause.__name__ for cause in CAUSES])
def test_files_of_a_closed_round_are_made_anew_when_what_they_hold_has_changed(closed: Activity, cause) -> None:
    first, before = Export.objects.get(), _rows()
    _age(PAUSE + timedelta(seconds=1))
    _work()
    assert Export.objects.get().pk == first.pk  # nothing has happened: nothing is made
    cause(closed)
    _work()
    second = Export.objects.get()
    assert second.pk != first.pk
    assert cause in {_report, _titled, _authority_renamed} or _rows() != before
    _age(timedelta(days=400))
    _work()
    assert Export.objects.get().pk == second.pk


def test_corrections_and_themes_of_a_published_report_are_seen_too(closed: Activity) -> None:
    answer = _answer(closed, published_at=clock.now())
    AnsweredComment.objects.create(answer=answer, comment=_first())
    theme = Theme.objects.create(activity=closed, name={"fi": "Kyydit"}, made_at=clock.now())
    figures = {"themes": [{"name": {"fi": "Kyydit"}, "comments": 0}]}
    ReportVersion.objects.create(activity=closed, number=1, words={}, figures=figures, published_at=clock.now())
    _age(PAUSE + timedelta(seconds=1))
    _work()
    assert _rows()[0]["answer_handling"] == "accepted"
    Answer.objects.update(handling="partly", reason="cost", corrected_at=clock.now())
    CommentTheme.objects.create(theme=theme, comment=_first())
    assert due_rounds(clock.now()) == [closed]
    _age(PAUSE + timedelta(seconds=1))
    _work()
    assert (_rows()[0]["answer_handling"], _rows()[0]["themes"]) == ("partly", "Kyydit")


def test_the_words_of_an_answer_are_in_the_files_and_their_correction_is_seen(closed: Activity) -> None:
    """M47: a row told only the number of its answer."""
    answer = _answer(
        closed, published_at=clock.now(), title={"fi": "Määräajat", "sv": "Tidsfrister"}, body={"fi": "Kirjasimme."}
    )
    AnsweredComment.objects.create(answer=answer, comment=_first())
    for words in ("Kirjasimme.", "Kirjasimme määräajan."):
        Answer.objects.update(body={"fi": words}, changed_section=section(closed))
        _age(PAUSE + timedelta(seconds=1))
        _work()
        assert [row["answer_title"] for row in _rows()] == ["Määräajat", ""]
        (told,) = json.loads(_body("json"))["answers"]
        assert told["body"] == {"fi": words}
        assert (told["number"], told["title"]["sv"], told["changed_section"]) == (
            answer.number,
            "Tidsfrister",
            "kohta-1",
        )
        head, row = sheets(_body("xlsx"))["answers"]
        assert {"number", "title_fi", "body_sv", "changed_section"} <= set(head)
        assert words in row


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "samat joka kielellä"), ("sv", "samma namn på alla språk"), ("en", "the same names in every language")],
)
def test_the_page_tells_why_columns_have_one_name_and_where_they_are_explained(
    closed: Activity, language, words
) -> None:
    page = Client().get(PAGE.replace("/fi/", f"/{language}/")).content.decode()
    assert words in page
    assert "answer_title" in page


def test_an_answer_that_becomes_final_is_seen(closed: Activity) -> None:
    answer = _answer(closed, published_at=clock.now(), is_final=False)
    AnsweredComment.objects.create(answer=answer, comment=_first())
    for told in ("no", "yes"):
        _age(PAUSE + timedelta(seconds=1))
        _work()
        assert _rows()[0]["answer_is_final"] == told
        Answer.objects.update(is_final=True)


def test_the_name_of_an_organisation_that_is_confirmed_later_comes_into_the_files(closed: Activity) -> None:
    now, one = clock.now(), _first()
    club = Organisation.objects.create(
        authority=closed.process.owner, name="Seura ry", skeleton="seura", created_at=now
    )
    Sender.objects.filter(pk=one.sender_id).update(organisation=club)
    Representation.objects.create(person=one.sender.person, organisation=club, since=now)
    _age(PAUSE + timedelta(seconds=1))
    _work()
    assert _rows()[0]["organisation"] == ""
    Representation.objects.update(confirmed_at=now)
    Organisation.objects.update(verified_at=now)
    _age(PAUSE + timedelta(seconds=1))
    _work()
    assert _rows()[0]["organisation"] == "Seura ry"
    Organisation.objects.update(name="Uusi seura ry")
    _work()  # the former name is given out no more: no pause
    assert _rows()[0]["organisation"] == "Uusi seura ry"


def test_a_deed_that_is_done_while_the_files_are_read_is_seen_after_them(closed: Activity, monkeypatch) -> None:
    from yhdyspinta.open_data.exports import building

    real = building.batch

    def while_reading(*args, **more):
        found = real(*args, **more)
        _mend_language(closed)
        return found

    _mask(closed)
    _age(PAUSE + timedelta(seconds=1))
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(building, "batch", while_reading)
        _work()
    assert DataChange.objects.filter(activity=closed).count() == 1
    _age(PAUSE + timedelta(seconds=1))
    _work()
    assert _rows()[0]["language"] == "sv"
    assert not DataChange.objects.exists()


def test_a_file_brought_in_is_noted_whatever_its_numbers(closed: Activity) -> None:
    """Its numbers were taken before others that files hold already, so the last number tells nothing of it."""
    Upload.objects.create(
        activity=closed, kind="template", digest="0" * 64, file_name="a.xlsx", uploaded_at=clock.now()
    )
    assert not DataChange.objects.exists()
    Upload.objects.update(imported_at=clock.now())
    assert DataChange.objects.get().activity_id == closed.pk


def test_what_files_do_not_hold_notes_nothing(closed: Activity) -> None:
    counters.change_handling(Comment.objects.get(pk=_first().pk), "open")
    Comment.objects.update(agree_count=3, reply_count=1, text="Alkuperäinen")
    Sender.objects.update(age_group="65_over", display_name="Nimi")
    Theme.objects.create(activity=closed, name={"fi": "Oma"}, made_at=clock.now())
    CommentTheme.objects.create(theme=Theme.objects.get(), comment=_first())
    assert not DataChange.objects.exists()
    Comment.objects.update(agree_count=2)
    assert DataChange.objects.count() == 1


def test_one_pause_lies_between_two_sets_and_an_open_round_is_made_anew_hourly_where_somebody_asked(
    activity: Activity,
) -> None:
    comment(activity)
    tasks.go_on(0)
    assert not Export.objects.exists()  # open, and nobody has asked
    order_files(actor=None, activity=activity, at=clock.now())
    _work()
    first = Export.objects.get().pk
    _move(activity)
    _age(PAUSE + timedelta(minutes=1))
    _work()
    assert Export.objects.get().pk == first
    _age(FRESH + timedelta(minutes=1))
    _work()
    second = Export.objects.get().pk
    assert second != first
    _close(activity, clock.now())
    _mend_language(activity)
    _work()
    assert Export.objects.get().pk == second  # they were just made
    _age(PAUSE + timedelta(minutes=1))
    _work()
    assert Export.objects.get().pk != second


def test_every_closed_round_gets_files_little_by_little_and_a_failed_one_again(closed: Activity, monkeypatch) -> None:
    monkeypatch.setattr(making, "MOST_AT_ONCE", 2)
    for number in range(3):  # long ago, and without comments
        process = factories.process(closed.process.owner, slug=f"vanha-{number}")
        _close(factories.activity(process), clock.now() - timedelta(days=900))
    hidden = factories.activity(factories.process(closed.process.owner, slug="luonnos"))
    _close(hidden, clock.now() - timedelta(days=9))
    Process.objects.filter(pk=hidden.process_id).update(published_at=None)
    assert len(due_rounds(clock.now())) == 2
    _work()
    _work()
    assert Export.objects.filter(state="ready").count() == 4
    assert not due_rounds(clock.now())
    told = Client().get("/keski-suomi/fi/open-data/catalogue.jsonld").json()["dcat:dataset"]
    assert all(len(one["dcat:distribution"]) == 4 for one in told)
    Export.objects.filter(activity=closed).update(state="failed")
    _work()
    assert Export.objects.get(activity=closed).state == "failed"
    _age(FRESH + timedelta(minutes=1))
    _work()
    assert Export.objects.get(activity=closed).state == "ready"


def test_looking_for_what_is_due_is_one_query(closed: Activity, django_assert_num_queries) -> None:
    at = clock.now()
    with django_assert_num_queries(1):
        assert due_rounds(at) == []


def test_a_guest_who_signs_in_takes_comments_along_and_the_files_tell_it(activity: Activity) -> None:
    guest, aino = factories.guest(), factories.person()
    factories.comment(aino, section(activity), "Oma.")
    factories.comment(guest, section(activity), "Vieraana.")
    Sender.objects.filter(person=guest).update(capacities=["official"])
    _close(activity, clock.now() - timedelta(days=40))
    _work()
    assert [row["capacities"] for row in _rows()] == ["resident", "official"]
    claim_guest(actor=aino, guest=guest, at=clock.now())
    Export.objects.update(began_at=clock.now() - FRESH, asked_at=clock.now() - FRESH)
    _work()
    assert [row["capacities"] for row in _rows()] == ["resident", "resident"]


def test_rounds_whose_files_failed_do_not_keep_others_waiting(closed: Activity) -> None:
    at = clock.now()
    for number in range(MOST_AT_ONCE):
        other = factories.activity(closed.process, slug=f"kierros-{number}")
        _close(other, at - timedelta(days=500 + number))
        Export.objects.create(activity=other, folder=f"f{number}", asked_at=at, state="failed", expected=0)
    DataChange.objects.create(activity=closed, deed=1)
    assert due_rounds(at) == [closed]
    assert len(due_rounds(at + FRESH)) == MOST_AT_ONCE


def test_a_draft_of_another_authority_notes_nothing_before_it_is_published(closed: Activity) -> None:
    town = factories.authority("kuvitelma", code="", kind="municipality", name={"fi": "Kuvitelman kaupunki"})
    transfer = passed(_first(), town, factories.staff(closed.process.owner))
    veikko = factories.staff(town, "answerer", "veikko@example.org")
    DataChange.objects.all().delete()
    Authority.objects.filter(pk=town.pk).update(name={"fi": "Kuvitelman kunta"})  # the files tell where it went
    assert DataChange.objects.get().activity_id == closed.pk
    DataChange.objects.all().delete()
    saved, seen = save_reply(actor=veikko, transfer=transfer, answer=REPLY, revision=transfer.revision, at=clock.now())
    assert not DataChange.objects.exists()
    publish_reply(actor=veikko, transfer=saved, revision=seen, at=clock.now())
    assert DataChange.objects.count() == 1
