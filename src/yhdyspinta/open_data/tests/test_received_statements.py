"""Statements that the national statement service received come in, and what was received here goes out, in its shape."""

import io
from datetime import datetime, timedelta
from xml.sax.saxutils import escape

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.audit.trail import reference
from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.documents.models import DocumentVersion, Section
from yhdyspinta.intake.importing.atom import entries_of, of_kind
from yhdyspinta.intake.models import Upload
from yhdyspinta.moderation.actions import mask
from yhdyspinta.open_data.models import BroughtRequest
from yhdyspinta.open_data.statements import received
from yhdyspinta.people.models import Organisation, Person, Representation
from yhdyspinta.processes.actions import remove_process
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.site import registrar

pytestmark = pytest.mark.django_db
SPACES = (
    'xmlns="http://www.w3.org/2005/Atom" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"'
    ' xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices"'
)


def entry(kind: str, **fields: str) -> str:
    told = "".join(f"<d:{name}>{escape(value)}</d:{name}>" for name, value in fields.items())
    return (
        f'<entry><category term="Lausuntopalvelu.{kind}"/><content type="application/xml"><m:properties>{told}'
        "</m:properties></content></entry>"
    )


def listed(*entries: str) -> bytes:
    return f"<feed {SPACES}>{''.join(entries)}</feed>".encode()


@pytest.fixture
def county():
    return factories.authority("pohjanmaa", code="15", bilingual=True)


@pytest.fixture
def round_(county) -> Activity:
    found = factories.activity(factories.process(county))
    factories.document(found, sections=2)
    return found


@pytest.fixture
def bertta(county) -> Client:
    return factories.signed_in(factories.staff(county))


def hours_ago(hours: int) -> str:
    return (clock.now() - timedelta(hours=hours)).replace(microsecond=0).isoformat()


def a_file(**changes: str) -> bytes:
    """Two organisations' answers, in both languages, to a section and to the whole."""
    return listed(
        entry("Organization", Id="o1", Name="Esimerkkiyhdistys ry"),
        entry("Question", Id="q1", Title="Kohta 2 (fi)"),
        entry("Question", Id="q2", Title="Muita huomioita"),
        entry("Participant", Id="p1", OrganizationId="o1", SubmittedOn=changes.get("at", hours_ago(30)), Language="fi"),
        entry("Participant", Id="p2", OrganizationName="Exempelförening rf", SubmittedOn=hours_ago(20), Language="sv"),
        entry("Answer", ParticipantId="p1", QuestionId="q1", Text=changes.get("text", "<p>Kirjatkaa määräaika.</p>")),
        entry("Answer", ParticipantId="p1", QuestionId="q2", Text="Kiitos luonnoksesta.\nSe on selkeä."),
        entry("Answer", ParticipantId=changes.get("who", "p2"), QuestionId="A1", Text="Vi understöder detta."),
    )


def page_of(activity: Activity, name: str, **names: object) -> str:
    return activity_address(activity, name, language="fi", **names)


def send(client: Client, activity: Activity, content: bytes):
    file = io.BytesIO(content)
    file.name = "lausunnot.xml"
    return client.post(page_of(activity, "intake:uploads"), {"file": file, "language": "fi"}, follow=True)


def taken(client: Client, activity: Activity, language: str = "fi") -> bytes:
    """The list of what a round received, whole."""
    response = client.post(activity_address(activity, "open_data:received_statements", language=language))
    assert response["Content-Type"].startswith("application/atom+xml")
    content = b"".join(response.streaming_content)
    fromstring(content)
    return content


def confirm_speakers(**which: str) -> None:
    """The authority has made sure of the organisations and of those who speak for them."""
    now = clock.now()
    Organisation.objects.filter(**which).update(verified_at=now)
    organisations = Organisation.objects.filter(**which)
    Representation.objects.filter(organisation__in=organisations).update(confirmed_at=now)


def bring_in(client: Client, upload: Upload):
    return client.post(page_of(upload.activity, "intake:upload_import", upload=upload.pk), follow=True)


def test_statements_land_with_organisation_channel_and_time(bertta, round_):
    at = hours_ago(30)
    assert send(bertta, round_, a_file(at=at)).status_code == 200
    assert not Comment.objects.exists()  # nothing before somebody has looked
    upload = Upload.objects.get()
    for _ in range(2):
        assert bring_in(bertta, upload).status_code == 200
    rows = Comment.objects.order_by("number").values_list("text", "language", "channel", "sender__organisation__name")
    assert list(rows) == [
        ("Kirjatkaa määräaika.", "fi", "elsewhere", "Esimerkkiyhdistys ry"),
        ("Kiitos luonnoksesta.\nSe on selkeä.", "fi", "elsewhere", "Esimerkkiyhdistys ry"),
        ("Vi understöder detta.", "sv", "elsewhere", "Exempelförening rf"),
    ]
    first = Comment.objects.get(number=1)
    assert first.arrived_at == datetime.fromisoformat(at)
    assert first.thread == Section.objects.get(number="2").thread
    assert Comment.objects.get(number=2).thread == DocumentVersion.objects.get().thread
    assert [one.capacities for one in Sender.objects.all()] == [["organisation"]] * 2


def test_the_same_answers_in_another_file_are_left_out(bertta, round_):
    at = hours_ago(30)
    send(bertta, round_, a_file(at=at))
    bring_in(bertta, Upload.objects.get())
    send(bertta, round_, a_file(at=at).replace(b"<feed ", b"<feed  "))
    again = Upload.objects.get(imported_at=None)
    bring_in(bertta, again)
    assert (Receipt.objects.count(), Comment.objects.count()) == (2, 3)
    again.refresh_from_db()
    assert again.left_out_count == 2


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"at": "huomenna"}, "SubmittedOn"),
        ({"at": "2001-01-01T10:00:00"}, "SubmittedOn"),
        ({"text": ""}, "Text"),
        ({"text": "<script>x()</script>"}, "Text"),
        ({"who": "p9"}, "ParticipantId"),
    ],
)
def test_with_one_mistake_nothing_comes_in_and_its_entry_is_told(bertta, round_, changes, told):
    page = send(bertta, round_, a_file(**changes)).content.decode()
    assert f">{told}</td>" in page
    bring_in(bertta, Upload.objects.get())
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"not xml", b"<feed/>", listed(entry("Proposal", Id="a", Name="b")),
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><feed><entry>&b;</entry></feed>',
    ],
)  # fmt: skip
def test_e4_a_file_without_answers_is_refused_at_its_field(bertta, round_, content):
    response = send(bertta, round_, content)
    assert response.status_code == 422
    assert 'href="#id_file"' in response.content.decode()
    assert not Upload.objects.exists()


def test_they_count_in_the_channels_and_stand_in_the_register(bertta, round_, county):
    send(bertta, round_, a_file())
    bring_in(bertta, Upload.objects.get())
    assert "Muu palvelu" in bertta.get(page_of(round_, "intake:channels")).content.decode()
    rows = list(registrar.every(county, registrar.Choices(channel="elsewhere")))
    assert len(rows) == 3
    assert [one.key for one in rows] == sorted(one.key for one in rows)


def test_what_a_round_received_goes_out_in_both_languages_and_comes_in_again(bertta, round_, county):
    send(bertta, round_, a_file())
    bring_in(bertta, Upload.objects.get())
    confirm_speakers()
    out = taken(bertta, round_)
    found = entries_of(out)
    assert [one.fields["Language"] for one in of_kind(found, "Proposal")] == ["fi", "sv"]
    assert {one.fields["Title"] for one in of_kind(found, "Question")} >= {"2 Kohta 2 (fi)", "2 Kohta 2 (sv)"}
    assert len(of_kind(found, "Organization")) == len(of_kind(found, "Participant")) == 2
    other = factories.activity(factories.process(county, "toinen"))
    factories.document(other, sections=2)
    send(bertta, other, out)
    bring_in(bertta, Upload.objects.get(activity=other))
    first, second = (
        [(c.number, c.language, c.arrived_at, c.sender.organisation.name) for c in one.comments.order_by("number")]
        for one in (round_, other)
    )
    assert first == second


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_a_round_gave_out_itself_is_left_out_of_it(bertta, round_, language):
    send(bertta, round_, a_file())
    bring_in(bertta, Upload.objects.get())
    factories.comment(factories.guest(), Section.objects.get(number="1"), "Verkossa kirjoitettu.")
    own = taken(bertta, round_, language)
    page = send(bertta, round_, own)
    upload = Upload.objects.get(imported_at=None)
    words = {
        "fi": "3 tiedoston lähettäjää on tämän kierroksen omia", "sv": "3 avsändare i filen är den här rundans egna",
        "en": "3 senders of the file are this round",
    }  # fmt: skip
    page = bertta.get(activity_address(round_, "intake:upload", language=language, upload=upload.pk)).content.decode()
    assert words[language] in page
    assert page_of(round_, "intake:upload_import", upload=upload.pk).split("/fi/")[1] not in page  # nothing to bring in
    bring_in(bertta, upload)
    assert (Receipt.objects.count(), Comment.objects.count()) == (3, 4)
    upload.refresh_from_db()
    assert upload.left_out_count == 3


def test_what_others_said_beside_the_rounds_own_comes_in(bertta, round_, county):
    factories.comment(factories.guest(), Section.objects.get(number="1"), "Verkossa kirjoitettu.")
    own = taken(bertta, round_)
    more = entry("Participant", Id="x1", SubmittedOn=hours_ago(5)) + entry("Answer", ParticipantId="x1", Text="Uusi.")
    mixed = own.replace(b"</feed>", more.replace("<entry>", f"<entry {SPACES}>").encode() + b"</feed>")
    send(bertta, round_, mixed)
    bring_in(bertta, Upload.objects.get())
    assert list(Comment.objects.order_by("number").values_list("text", flat=True)) == ["Verkossa kirjoitettu.", "Uusi."]


def test_a_round_knows_its_own_list_also_after_a_successor_took_it_over(bertta, round_, county):
    factories.comment(factories.guest(), Section.objects.get(number="1"), "Verkossa kirjoitettu.")
    own = taken(bertta, round_)
    process = round_.process
    process.former_addresses.create(authority=county, slug=process.slug, since=clock.now())
    Process.objects.filter(pk=process.pk).update(slug="uusi-osoite")
    process.refresh_from_db()
    send(bertta, round_, own)
    bring_in(bertta, Upload.objects.get())
    assert Comment.objects.count() == 1


def test_mistakes_of_a_list_are_told_by_entry_and_field(bertta, round_):
    page = send(bertta, round_, a_file(at="huomenna")).content.decode()
    assert ">Tietue</th>" in page
    assert ">Kenttä</th>" in page
    assert ">Rivi</th>" not in page


def test_i3_i5_words_of_odd_signs_or_of_markup_alone_are_told_and_break_nothing(bertta, round_):
    assert "ei voi lukea" in send(bertta, round_, a_file(text="<p>a\u202eb</p>")).content.decode()
    page = send(bertta, round_, a_file(text="<br>" * 20_000)).content.decode()
    assert "80 000" in page.replace("\u00a0", " ") or "80000" in page


def test_masked_and_hidden_words_stay_out(bertta, round_, county):
    section = Section.objects.get(number="1")
    shown = factories.comment(factories.guest(), section, "Soittakaa Matille.")
    hidden = factories.comment(factories.guest(), section, "Piilotettava.")
    Comment.objects.filter(pk=hidden.pk).update(state=Comment.State.HIDDEN)
    staff = factories.staff(county, email="moderator@example.org")
    mask(actor=staff, comment=shown, spans=[(10, 17)], reason="personal_data", revision=1, at=clock.now())
    text = taken(bertta, round_).decode()
    assert "Soittakaa" in text
    assert "Matille" not in text
    assert "Piilotettava" not in text


def test_long_rounds_are_read_in_pieces_and_written_as_one_list(bertta, round_, monkeypatch):
    monkeypatch.setattr("yhdyspinta.open_data.statements.received.SIZE", 2)
    section = Section.objects.get(number="1")
    for place in range(3):
        factories.comment(factories.guest(), section, f"Kommentti {place}.")
    whole = taken(bertta, round_)
    assert not [one for one in fromstring(whole).iter() if one.get("rel") == "next"]
    texts = [one.fields["Text"] for one in of_kind(entries_of(whole), "Answer")]
    assert texts == [f"<p>Kommentti {place}.</p>" for place in range(3)]


def test_i6_only_an_organisation_that_is_confirmed_is_told(bertta, round_, monkeypatch):
    """Anybody can type "THL": a list that is made to be handed on tells it only where the authority has made sure."""
    monkeypatch.setattr("yhdyspinta.open_data.statements.received.SIZE", 1)
    send(bertta, round_, a_file())
    bring_in(bertta, Upload.objects.get())
    found = entries_of(taken(bertta, round_))
    assert of_kind(found, "Organization") == []
    assert [one.fields.get("OrganizationName", "") for one in of_kind(found, "Participant")] == ["", ""]
    confirm_speakers(name="Exempelförening rf")
    found = entries_of(taken(bertta, round_))
    assert [one.fields["Name"] for one in of_kind(found, "Organization")] == ["Exempelförening rf"]
    named = [one.fields.get("OrganizationName", "") for one in of_kind(found, "Participant")]
    assert named == ["", "Exempelförening rf"]


def test_e11_who_took_the_list_stands_in_the_trail(bertta, round_):
    assert bertta.get(page_of(round_, "open_data:received_statements")).status_code == 405
    assert not Line.objects.filter(verb="open_data.received_list_taken").exists()
    taken(bertta, round_)
    line = Line.objects.get(verb="open_data.received_list_taken")
    who = Person.objects.get(email="bertta@example.org")
    assert (line.actor, line.process_id) == (reference(who), round_.process_id)


def test_a_receipt_whose_last_comment_is_hidden_meanwhile_is_left_out(round_):
    section = Section.objects.get(number="1")
    for text in ("Näkyvä.", "Piilotettava."):
        factories.comment(factories.guest(), section, text)
    receipts = list(received.receipts_of(round_).order_by("pk"))
    receipts[1].told = []  # as it is once it has been hidden between the two questions
    piece = received._piece(round_, receipts, {}, set(), clock.now())
    assert piece.count(b"Lausuntopalvelu.Participant") == 1


def test_cai_gets_nothing(round_):
    cai = factories.signed_in(factories.person("cai@example.org"))
    assert cai.post(page_of(round_, "open_data:received_statements")).status_code == 404


def test_a_request_in_two_languages_is_one_draft(county, bertta):
    both = listed(
        entry("Proposal", Id="r1", Language="fi", Name="Lausuntopyyntö", Goals="Tavoite."),
        entry("Proposal", Id="r1", Language="sv", Name="Begäran om utlåtande", Goals="Syfte."),
    )
    file = io.BytesIO(both)
    file.name = "lista.xml"
    response = bertta.post(f"/{county.slug}/fi/desk/statement-requests/", {"file": file, "language": "fi"})
    assert response.status_code == 302
    made = Process.objects.get()
    assert made.title == {"fi": "Lausuntopyyntö", "sv": "Begäran om utlåtande"}
    assert made.background == {"fi": "Tavoite.", "sv": "Syfte."}


def test_a_removed_draft_leaves_its_request_in_the_register(county, bertta):
    content = listed(entry("Proposal", Id="r1", Name="Lausuntopyyntö", Goals="Tavoite.", RegisterNumber="EV/12/2026"))
    registrar_ = factories.signed_in(factories.staff(county, "registrar", "kirjaaja@example.org"))
    for _ in range(2):
        file = io.BytesIO(content)
        file.name = "lista.xml"
        assert bertta.post(f"/{county.slug}/fi/desk/statement-requests/", {"file": file, "language": "fi"}).url
        came = BroughtRequest.objects.get().at
        who = Person.objects.get(email="bertta@example.org")
        remove_process(actor=who, process=Process.objects.get(), at=clock.now())
        (row,) = registrar.every(county, registrar.Choices())
        assert (row.case_number, row.process["fi"], row.arrived_at) == ("EV/12/2026", "Lausuntopyyntö", came)
        assert (
            "Lausuntopyyntö" in registrar_.get(address("authorities:received", county, language="fi")).content.decode()
        )
    assert BroughtRequest.objects.count() == 1
