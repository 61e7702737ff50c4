"""Facilitators without an account: a link for each table of an event, and what staff take in of its notes."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.intake import actions
from yhdyspinta.intake.models import Batch, TableLink, TableNote
from yhdyspinta.intake.table_links import hash_of, latest_end, token_of, whole_link
from yhdyspinta.intake.tests.test_piles import ROUND
from yhdyspinta.material.history import history_of
from yhdyspinta.material.loading import whole_comment_of
from yhdyspinta.moderation.actions import decide_hide, mask
from yhdyspinta.processes.models import Process
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def batch(bertta, section):
    now = clock.now()
    return actions.begin_batch(
        actor=bertta, activity=section.version.document.activity, key=uuid4(), kind="event", name="Osallisuusfoorumi",
        channel="event", arrived_on=in_helsinki(now).date(), language="fi", at=now,
    )  # fmt: skip


@pytest.fixture
def links(bertta, batch):
    now = clock.now()
    return actions.make_table_links(
        actor=bertta, batch=batch, tables=2, expires_at=now + timedelta(hours=3), at=now
    )  # fmt: skip


def page_of(link, language="fi"):
    return f"/keski-suomi/{language}/tables/{token_of(link.nonce)}/"


def note(text, part="A1", key=None, **more):
    return {"key": str(key or uuid4()), "part": part, "text": text, "name": "", **more}


def kept_as_recounted():
    """Whether the kept numbers of what waits are those of a recount."""
    kept = TableLink.objects.values_list("pk", "waiting_count")
    return all(n == TableNote.objects.filter(link=pk, settled_at=None).count() for pk, n in kept)


def event(batch, rest=""):
    return f"{ROUND}events/{batch.pk}/{rest}"


@pytest.mark.parametrize(("language", "words"), [("fi", "Pöydän 1"), ("sv", "bord 1"), ("en", "table 1")])
def test_a_facilitator_writes_without_an_account_and_the_note_waits(links, language, words):
    visitor = Client()
    page = visitor.get(page_of(links[0], language))
    assert page.status_code == 200
    assert words in page.content.decode()
    assert page.headers["X-Frame-Options"] == "DENY"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in page.headers["Cache-Control"]
    sent = visitor.post(page_of(links[0], language), note("Bussi kulkee harvoin.", name="Aino"))
    assert sent.status_code == 302
    waiting = TableNote.objects.get()
    assert (waiting.text, waiting.name, waiting.number, waiting.comment) == ("Bussi kulkee harvoin.", "Aino", 1, None)
    assert Comment.objects.count() == Receipt.objects.count() == 0
    shown = visitor.get(sent["Location"]).content.decode()
    assert "Bussi kulkee harvoin." in shown
    assert '<option value="A1" selected' in shown


def test_a_facilitator_gets_no_session_and_changes_the_language_with_the_words_in_hand(links):
    visitor = Client()
    page = visitor.get(page_of(links[0])).content.decode()
    assert "Kirjaudu" not in page
    assert f'formaction="{page_of(links[0], "sv")}"' in page
    typed = note("Kesken jäänyt.", part="A2", step="look")
    other = visitor.post(page_of(links[0], "sv"), typed)
    assert other.status_code == 200
    shown = other.content.decode()
    assert "Anteckningar från bord 1" in shown
    assert "Kesken jäänyt." in shown
    assert '<option value="A2" selected' in shown
    assert "govuk-error-message" not in shown
    for old in ({"unsent": "keep"}, {"switch_to": "sv"}):
        assert visitor.post(page_of(links[0]), note("Kesken jäänyt.", **old)).status_code == 204
    assert not TableNote.objects.exists()
    visitor.post(page_of(links[0]), note(""))
    visitor.post(page_of(links[0]), note("Bussi kulkee harvoin."), follow=True)
    assert settings.SESSION_COOKIE_NAME not in visitor.cookies
    assert "guest" not in "".join(visitor.cookies)


def test_a_forms_key_that_comes_again_with_other_words_is_another_note(links):
    key, visitor = uuid4(), Client()
    for words in ("Bussi kulkee harvoin.", "Terveysasema on kaukana.", "Bussi kulkee harvoin."):
        assert visitor.post(page_of(links[0]), note(words, key=key)).status_code == 302
    texts = TableNote.objects.order_by("number").values_list("text", flat=True)
    assert list(texts) == ["Bussi kulkee harvoin.", "Terveysasema on kaukana."]


def test_a_link_that_has_ended_shows_no_notes_whatever_is_sent(bertta, links):
    visitor = Client()
    visitor.post(page_of(links[0]), note("Vain pöydän kesken."))
    actions.end_table_link(actor=bertta, link=links[0], at=clock.now())
    for sent in ({}, note("", part="A1"), note("Jotain.", part="Z9")):
        response = visitor.post(page_of(links[0]), sent)
        assert response.status_code == 410
        assert "Vain pöydän kesken." not in response.content.decode()
        assert sent.get("text", "") in response.content.decode()


def test_a_retry_is_one_note_also_after_the_end(bertta, links):
    sent = note("Kerran sanottu.")
    visitor = Client()
    assert [visitor.post(page_of(links[0]), sent).status_code for _try in range(3)] == [302, 302, 302]
    actions.end_table_link(actor=bertta, link=links[0], at=clock.now())
    assert visitor.post(page_of(links[0]), sent).status_code == 302
    assert TableNote.objects.count() == 1
    line = Entry.objects.get(verb="intake.table_note_came")
    assert (line.target, line.actor) == (f"tablelink:{links[0].pk}", "system")


def test_what_is_missing_is_told_and_nothing_typed_is_lost(links):
    for sent in (note(""), note("Säilyy.", part=""), note("Säilyy.", part="Z9")):
        answer = Client().post(page_of(links[0]), sent)
        assert answer.status_code == 422
        assert not sent["text"] or "Säilyy." in answer.content.decode()


def test_staff_take_in_what_they_choose_and_leave_out_the_rest(bertta, batch, links):
    visitor = Client()
    visitor.post(page_of(links[0]), note("Ensimmäinen asia."))
    swedish = "Kvällstider passar bättre för dem som arbetar på dagen."
    visitor.post(page_of(links[0]), note(swedish, part="A2"))
    visitor.post(page_of(links[1]), note("Pilapuhe."))
    staff = signed_in(bertta)
    assert "3 pöytämuistiinpanoa odottaa" in staff.get(event(batch)).content.decode()
    assert kept_as_recounted()
    assert staff.post(event(batch, "finish/")).status_code == 409
    assert staff.post(event(batch, "waiting/"), {"step": "take"}).status_code == 422
    first, second, third = TableNote.objects.values_list("pk", flat=True)
    taken = {"step": "take", "note": [first, second]}
    assert [staff.post(event(batch, "waiting/"), taken).status_code for _try in range(2)] == [302, 302]
    assert kept_as_recounted()
    assert staff.post(event(batch, "waiting/"), {"step": "leave", "note": [third]}).status_code == 302
    receipt = Receipt.objects.get()
    assert (receipt.channel, receipt.sheet.table, receipt.comments.count()) == ("event", "1", 2)
    assert set(receipt.comments.values_list("text", "language")) == {("Ensimmäinen asia.", "fi"), (swedish, "sv")}
    batch.refresh_from_db()
    assert (batch.sheet_count, batch.comment_count) == (1, 2)
    assert TableNote.objects.get(pk=third).comment is None
    line = Entry.objects.get(verb="intake.table_notes_taken")
    assert line.detail["links"] == [links[0].pk]
    assert staff.post(event(batch, "finish/")).status_code == 302


def test_a_note_that_waits_can_be_taken_back_and_mended_and_no_other(bertta, batch, links):
    visitor, page = Client(), page_of(links[0])
    visitor.post(page, note("Väärä kohta.", part="A2", name="Oili"))
    back = {"step": "take_back", "number": "1"}
    for language, words in (
        ("fi", "Ota muistiinpano 1 takaisin"),
        ("sv", "Ta tillbaka anteckning 1"),
        ("en", "Take back note 1"),
    ):
        assert words in visitor.get(page_of(links[0], language)).content.decode()
    assert visitor.post(page_of(links[1]), back).status_code == 200  # another table's link
    assert TableNote.objects.get().settled_at is None
    for _twice in range(2):
        shown = visitor.post(page, back).content.decode()
        assert '<option value="A2" selected' in shown
        assert "Väärä kohta.</textarea>" in shown
    assert Entry.objects.filter(verb="intake.table_note_taken_back").count() == 1
    staff = signed_in(bertta)
    assert "Väärä kohta." not in staff.get(event(batch, "waiting/")).content.decode()
    visitor.post(page, note("Väärä kohta.", part="A1"))
    second = TableNote.objects.latest("pk")
    staff.post(event(batch, "waiting/"), {"step": "take", "note": [second.pk]})
    late = visitor.post(page, {"step": "take_back", "number": "2"}).content.decode()
    assert "ottanut muistiinpanon jo vastaan" in late
    assert Receipt.objects.get().comments.count() == 1
    third = note("Sama lomake uudelleen.")
    for sent in (third, {"step": "take_back", "number": "3"}, third):
        visitor.post(page, sent)
        assert kept_as_recounted()
    assert TableNote.objects.get(number=3).settled_at is None  # the way back in a browser loses nothing
    for wrong in ("", "x", "9" * 30):
        assert visitor.post(page, {"step": "take_back", "number": wrong}).status_code == 200
    TableLink.objects.update(revoked_at=clock.now())
    assert visitor.post(page, back).status_code == 410


def test_a_note_joins_the_table_that_staff_wrote_for(bertta, section, batch, links):
    actions.note_at_table(
        actor=bertta, batch=batch, key=uuid4(), table="1", thread_id=section.thread_id, text="Kirjattu.", at=clock.now()
    )
    Client().post(page_of(links[0]), note("Linkillä kirjattu."))
    pks = list(TableNote.objects.values_list("pk", flat=True))
    assert actions.settle_notes(actor=bertta, batch=batch, notes=pks, take=True, at=clock.now()) == 1
    assert Receipt.objects.get().comments.count() == 2


def _revoked(link, batch):
    TableLink.objects.filter(pk=link.pk).update(revoked_at=clock.now())


def _expired(link, batch):
    TableLink.objects.filter(pk=link.pk).update(expires_at=clock.now())


def _finished(link, batch):
    Batch.objects.filter(pk=batch.pk).update(finished_at=clock.now())


@pytest.mark.parametrize("ending", [_revoked, _expired, _finished])
def test_a2_a_link_that_has_ended_lets_nothing_in_and_gives_the_words_back(batch, links, ending):
    ending(links[0], batch)
    page = Client().get(page_of(links[0]))
    assert page.status_code == 410
    assert "<textarea" not in page.content.decode()
    late = Client().post(page_of(links[0]), note("Myöhässä mutta tallessa."))
    assert late.status_code == 410
    assert "Myöhässä mutta tallessa." in late.content.decode()
    assert TableNote.objects.count() == 0


def test_a2_a_link_works_for_its_own_round_and_authority_only(section, links):
    other = factories.activity(factories.process(factories.authority("pohjanmaa"), slug="toinen"))
    foreign = factories.document(other).versions.get().sections.first()
    assert Client().get(page_of(links[0]).replace("keski-suomi", "pohjanmaa")).status_code == 404
    with pytest.raises(Refusal, match="place_missing"):
        actions.write_at_table(
            link=links[0], key=uuid4(), thread_id=foreign.thread_id, text="x", name="", at=clock.now()
        )
    assert TableNote.objects.count() == 0


def test_p3_a_link_shows_no_more_of_a_note_than_the_public_reads(county, bertta, links):
    visitor = Client()
    for text in ("Naapuri Kalle meluaa.", "Tämä piilotetaan."):
        visitor.post(page_of(links[0]), note(text))
    actions.settle_notes(
        actor=bertta, batch=links[0].batch, notes=[one.pk for one in TableNote.objects.all()], take=True, at=clock.now()
    )
    masked, hidden = Comment.objects.order_by("number")
    moderator = factories.staff(county, "moderator", "moderoi@example.org")
    given = {"actor": moderator, "reason": "personal_data", "at": clock.now()}
    mask(comment=masked, spans=((8, 13),), revision=1, **given)
    decide_hide(comment=hidden, **given)
    page = visitor.get(page_of(links[0])).content.decode()
    assert "meluaa." in page
    assert "Kalle" not in page
    assert "Tämä piilotetaan." not in page


@pytest.mark.parametrize("token", ["0" * 32, "-", "A" * 32, "x" * 5000, "0" * 31 + "%00"])
def test_a_guessed_link_opens_nothing(links, token):
    assert Client().get(f"/keski-suomi/fi/tables/{token}/").status_code in {400, 404}


def test_p3_a_link_of_a_hidden_process_opens_nothing(links):
    Process.objects.update(published_at=None)
    assert Client().get(page_of(links[0])).status_code == 404
    assert Client().post(page_of(links[0]), note("x")).status_code == 404


def test_w3_a_note_without_the_token_of_a_form_is_refused(links):
    answer = Client(enforce_csrf_checks=True).post(page_of(links[0]), note("Muualta lähetetty."))
    assert answer.status_code == 403
    assert TableNote.objects.count() == 0


def test_the_database_tells_no_link_and_a_sheet_can_be_printed_again(bertta, batch, links, settings):
    row = TableLink.objects.values().get(pk=links[0].pk)
    token = token_of(links[0].nonce)
    assert token not in str(row)
    assert row["token_hash"] == hash_of(token)
    sheets = signed_in(bertta).get(event(batch, "tables/sheets/")).content.decode()
    assert sheets.count("data:image/svg+xml") == 2
    assert f"/fi/tables/{token}/" in sheets
    settings.SECRET_KEY = "toinen-avain-jolla-linkit-eivat-enaa-synny"
    assert whole_link(links[0]) == ""


def test_o7_too_many_notes_in_a_short_time_wait(links, monkeypatch):
    monkeypatch.setattr("yhdyspinta.intake.table_views._MOST_TRIES", 2)
    visitor = Client()
    answers = [visitor.post(page_of(links[0]), note(f"Asia {number}.")) for number in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 422]
    assert "Asia 2." in answers[2].content.decode()
    monkeypatch.setattr("yhdyspinta.intake.actions.tables.MOST_NOTES", 2)
    with pytest.raises(Refusal, match="table_is_full"):
        actions.write_at_table(
            link=links[0], key=uuid4(), thread_id=TableNote.objects.all()[0].thread_id, text="x", name="",
            at=clock.now(),
        )  # fmt: skip


def test_links_are_made_once_get_a_new_end_and_end_one_by_one(bertta, batch):
    staff = signed_in(bertta)
    until = in_helsinki(clock.now()) + timedelta(hours=2)
    sent = {"tables": "3"} | {
        f"expires_at-{part}": getattr(until, part) for part in ("day", "month", "year")
    } | {"expires_at-time": f"{until.hour}.{until.minute:02}"}  # fmt: skip
    assert [staff.post(event(batch, "tables/"), sent).status_code for _try in range(2)] == [302, 302]
    assert list(TableLink.objects.values_list("table", flat=True)) == ["1", "2", "3"]
    first = TableLink.objects.all()[0]
    assert staff.post(event(batch, f"tables/{first.pk}/end/")).status_code == 302
    assert staff.post(event(batch, "tables/"), sent).status_code == 302
    assert TableLink.objects.filter(table="1").count() == 2
    assert TableLink.objects.filter(revoked_at=None).count() == 3
    for wrong in ({"tables": "0"}, {"tables": "61"}, {"expires_at-year": "2019"}, {"expires_at-year": until.year + 1}):
        assert staff.post(event(batch, "tables/"), {**sent, **wrong}).status_code == 422


def test_a_link_waits_for_the_day_of_the_event(bertta, section):
    now = clock.now()
    day = in_helsinki(now).date() + timedelta(days=1)
    later = actions.begin_batch(
        actor=bertta, activity=section.version.document.activity, key=uuid4(), kind="event", name="Huomenna",
        channel="event", arrived_on=day, language="fi", at=now,
    )  # fmt: skip
    link = actions.make_table_links(actor=bertta, batch=later, tables=1, expires_at=latest_end(day), at=now)[0]
    assert Client().get(page_of(link)).status_code == 403
    answer = Client().post(page_of(link), note("Liian aikaisin."))
    assert answer.status_code == 422
    assert "Liian aikaisin." in answer.content.decode()


def test_others_make_no_links(links, batch):
    cai = factories.person("cai@example.org")
    assert signed_in(cai).get(event(batch, "tables/")).status_code in {403, 404}
    with pytest.raises(Refusal, match="not_your_role"):
        actions.settle_notes(actor=cai, batch=batch, notes=[1], take=True, at=clock.now())


def test_a_waiting_note_is_mended_before_it_is_taken_in_and_its_history_keeps_what_the_table_wrote(
    bertta, section, batch, links
):
    Client().post(page_of(links[0]), note("Matin bussi kulkee harvon.", name="Oili"))
    found, staff = TableNote.objects.get(), signed_in(bertta)
    path = event(batch, f"waiting/{found.pk}/")
    assert path in staff.get(event(batch, "waiting/")).content.decode()
    assert "harvon.</textarea>" in staff.get(path).content.decode()
    second = section.version.sections.all()[1]
    for wrong in ({"text": ""}, {"part": "0"}, {"part": "x"}):
        sent = {"part": section.thread_id, "text": "Uusi.", "revision": "1", **wrong}
        assert staff.post(path, sent).status_code == 422
    mended = {"part": second.thread_id, "text": "Bussi kulkee harvoin.", "revision": "1"}
    for _twice in range(2):
        assert staff.post(path, mended).status_code == 302
    assert Entry.objects.filter(verb="intake.table_note_mended").count() == 1
    table = Client().get(page_of(links[0])).content.decode()
    assert "Koordinaattori on korjannut tätä muistiinpanoa." in table
    assert "Matin bussi kulkee harvon.</p>" in table
    late = staff.post(path, {**mended, "text": "Toinen korjaus."})
    assert late.status_code == 409
    assert "Bussi kulkee harvoin." in late.content.decode()
    assert "Toinen korjaus.</textarea>" in late.content.decode()
    assert "Matin bussi" in staff.get(path).content.decode()  # as the table wrote it
    assert staff.post(event(batch, "waiting/"), {"step": "take", "note": [found.pk]}).status_code == 302
    comment = Comment.objects.get()
    assert (comment.text, comment.public_text, comment.thread_id) == (*["Bussi kulkee harvoin."] * 2, second.thread_id)
    assert [one.text for one in comment.revisions.all()] == ["Matin bussi kulkee harvon."]
    told = [(one.what, one.more, one.who) for one in history_of(whole_comment_of(comment.activity, comment.number))]
    assert ("Pöytämuistiinpano korjattiin ennen vastaanottoa", "siirretty kohdasta 1 kohtaan 2", "Bertta") in told
    assert staff.get(path).status_code == 409
    settled = staff.post(path, {**mended, "text": "Pitkä korjaus."})
    assert settled.status_code == 422
    assert "Pitkä korjaus.</textarea>" in settled.content.decode()
    assert "otettu vastaan" in settled.content.decode()


def test_what_a_table_takes_back_is_its_own_words_also_after_staff_have_mended_them(bertta, section, links):
    Client().post(page_of(links[0]), note("Pöydän sanat."))
    found, second = TableNote.objects.get(), section.version.sections.all()[1]
    actions.mend_note(
        actor=bertta, note=found, thread_id=second.thread_id, text="Virkahenkilön sanat.", revision=1, at=clock.now()
    )
    taken = Client().post(page_of(links[0]), {"step": "take_back", "number": found.number})
    page = taken.content.decode()
    assert "Pöydän sanat.</textarea>" in page
    assert "Virkahenkilön sanat." not in page
    assert taken.context["form"]["part"].value() == "A1"
