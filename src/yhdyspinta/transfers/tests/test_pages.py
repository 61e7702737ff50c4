"""The pages of both authorities, and what the public and the sender see."""

from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.personal import page_of
from yhdyspinta.material.actions.bulk import Change, change_comments
from yhdyspinta.material.actions.translations import save_translation
from yhdyspinta.material.translations import mark_of
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.transfers.actions.giving_back import give_back
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.tests.scene import passed, published_on, replied
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db
ROUND = "/pohjanmaa/fi/desk/processes/toimintamallit/activities/kommentointi/transfers/1/"
LIST = "/kuvitelma/fi/desk/passed-on/"


def _page(comment, language: str = "fi") -> str:
    return f"/pohjanmaa/{language}/{page_of(comment)}"


def test_from_passing_on_to_the_answer_beside_the_comment(comment, town, desk, their_desk):
    assert "Kuvitelman kaupunki" in desk.get(ROUND).content.decode()
    form = {
        "receiver": "kuvitelma", "reason-fi": "Pihat kuuluvat kaupungille.", "reason-sv": "Gårdarna hör till staden.",
        "key": str(uuid4()),
    }  # fmt: skip
    assert desk.post(ROUND, form).status_code == 302
    assert desk.post(ROUND, form).status_code == 302
    transfer = Transfer.objects.get()
    public = Client().get(_page(comment)).content.decode()
    assert "Kuvitelman kaupunki" in public
    assert "Pihat kuuluvat kaupungille." in public
    own = f"{LIST}{transfer.pk}/"
    assert "/kuvitelma/fi/desk/passed-on/" in their_desk.get("/kuvitelma/fi/desk/").content.decode()
    assert own in their_desk.get(LIST).content.decode()
    seen = their_desk.get(own).content.decode()
    assert "Koulun pihassa ei ole pyörätelineitä." in seen
    assert "aino" not in seen.lower()
    published_on(their_desk, own, {"answer-fi": "Telineet tulevat keväällä.", "revision": "1"})
    for language in ("fi", "sv", "en"):
        page = Client().get(_page(comment, language)).content.decode()
        assert "Telineet tulevat keväällä." in page
    receipt = signed_in(comment.sender.person)
    path = activity_address(comment.activity, "comment_rounds:receipt", language="fi", receipt=comment.receipt_id)
    shown = receipt.get(path)
    assert shown.status_code == 200
    assert "Telineet tulevat keväällä." in shown.content.decode()
    assert "Kuvitelman kaupunki" in desk.get(ROUND).content.decode()


@pytest.mark.parametrize(
    ("whole", "where"),
    [
        (
            False,
            {"fi": "Kohta 1 Kohta 1 (fi) · Osallisuuden toimintamalli", "sv": "Avsnitt 1 Kohta 1 (sv) · Modell för"},
        ),
        (True, {"fi": "Koko asiakirja: Osallisuuden toimintamalli", "sv": "Hela dokumentet: Modell för delaktighet"}),
    ],
)
def test_the_other_authority_is_told_of_which_document_it_speaks(
    section, town, bertta, their_desk, whole, where, django_assert_max_num_queries
):
    place = section.version.thread_id if whole else 0
    comment = factories.comment(factories.guest(), section, "Teille.", place=place)
    transfer = passed(comment, town, bertta)
    for language, words in where.items():
        path = f"/kuvitelma/{language}/desk/passed-on/{transfer.pk}/"
        assert words in their_desk.get(path).content.decode()
        with django_assert_max_num_queries(15):
            their_desk.get(path)


def test_words_that_wait_for_approval_are_not_public(comment, town, bertta, their_desk):
    town.answers_need_approval = True
    town.save()
    transfer = passed(comment, town, bertta)
    path = f"{LIST}{transfer.pk}/"
    assert their_desk.post(path, {"answer-fi": "Vasta luonnos.", "revision": "1", "do": "publish"}).status_code == 302
    assert "Vasta luonnos." in their_desk.get(path).content.decode()
    assert "Vasta luonnos." not in Client().get(_page(comment)).content.decode()
    assert "Vasta luonnos." not in their_desk.get(ROUND).content.decode()


def test_what_was_typed_stays_when_something_is_missing(comment, town, desk):
    page = desk.post(ROUND, {"receiver": "kuvitelma", "reason-fi": "Vain suomeksi.", "key": "rikki"})
    assert page.status_code == 422
    assert "Vain suomeksi." in page.content.decode()
    outside = desk.post(ROUND, {"receiver": "outside", "outside_name": "Virasto", "reason-fi": "S", "reason-sv": "S"})
    assert outside.status_code == 422
    neither = desk.post(ROUND, {"receiver": "outside", "reason-fi": "S", "reason-sv": "S"}).content.decode()
    for words in ("Kirjoita viranomaisen nimi.", "Kirjoita osoite"):
        assert neither.count(words) == 2  # above the form and at the field
    assert desk.post(ROUND, {"receiver": "olematon"}).status_code == 422
    assert not Transfer.objects.exists()


def test_what_is_missing_is_told_first_on_the_page_and_once(comment, desk):
    path = activity_address(comment.activity, "transfers:pass_on", language="fi", number=comment.number)
    page = desk.post(path, {"receiver": "", "reason-fi": ""}).content.decode()
    assert page.count("Lomakkeessa on korjattavaa") == 1
    assert page.index("Lomakkeessa on korjattavaa") < page.index("<h1")


def test_both_authorities_see_one_history_and_the_reason_of_giving_back(comment, town, bertta, desk, their_desk):
    transfer = passed(comment, town, bertta)
    path = f"{LIST}{transfer.pk}/"
    assert their_desk.post(f"{path}give-back/", {"reason": ""}).status_code == 422
    assert their_desk.post(f"{path}give-back/", {"reason": "Piha on maakunnan."}).status_code == 302
    for page in (desk.get(ROUND), their_desk.get(path)):
        assert "Piha on maakunnan." in page.content.decode()
        assert "Kuvitelman kaupunki" in page.content.decode()
    assert "Piha on maakunnan." not in Client().get(_page(comment)).content.decode()
    assert desk.post(f"{ROUND}take-back/").status_code in {302, 409, 403, 422}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "(Kuvitelman kaupunki)"),
        ("sv", "(Fantasi stad)"),
        ("en", "(Town of Fantasy)"),
    ],
)
def test_what_came_back_is_told_beside_the_comment_and_on_its_receipt(comment, town, bertta, veikko, language, words):
    give_back(actor=veikko, transfer=passed(comment, town, bertta), reason="Sisäinen syy.", at=clock.now())
    sender = signed_in(comment.sender.person)
    activity = comment.activity
    receipt = activity_address(activity, "comment_rounds:receipt", language=language, receipt=comment.receipt_id)
    every = activity_address(activity, "comment_rounds:comments", language=language)
    for client, path in ((Client(), _page(comment, language)), (Client(), every), (sender, receipt)):
        page = client.get(path).content.decode()
        assert words in page
        assert str(Wording(activity.process.owner.name).text(language)) in page
        assert "Sisäinen syy." not in page
    again = passed(comment, town, bertta)
    assert words not in Client().get(_page(comment, language)).content.decode()
    replied(again, veikko)
    assert words not in sender.get(receipt).content.decode()


def test_both_authorities_read_the_very_same_history(comment, town, bertta, veikko, desk, their_desk):
    transfer = passed(comment, town, bertta)
    replied(transfer, veikko)
    save_translation(
        actor=bertta, comment=comment, language="sv", text="Skolgården saknar cykelställ.", mark=mark_of(comment.text),
        revision=0, at=clock.now(),
    )  # fmt: skip
    change_comments(
        actor=bertta, activity=comment.activity, key=uuid4(), change=Change("stance", stance="for"),
        comments=[comment.pk], at=clock.now(),
    )  # fmt: skip
    ours, theirs = (page.context["events"] for page in (desk.get(ROUND), their_desk.get(f"{LIST}{transfer.pk}/")))
    assert ours == theirs
    assert [(event.what, event.who) for event in ours] == [
        ("Saapunut", ""), ("Siirretty toiselle viranomaiselle", "Keski-Suomen hyvinvointialue"),
        ("Kuvitelman kaupunki vastasi", ""), ("Käännetty", "Keski-Suomen hyvinvointialue"),
    ]  # fmt: skip
    whole = desk.get(activity_address(comment.activity, "material:comment", language="fi", number=comment.number))
    told = {event.what: event.who for event in whole.context["events"]}
    assert "Kuvitelman kaupunki vastasi" in told
    assert told["Käännetty"] == told["Siirretty toiselle viranomaiselle"] == str(bertta)
    assert any(what.startswith("Kanta") for what in told)


def test_a_third_authority_does_not_read_why_the_second_gave_it_back(comment, town, county, bertta, veikko, desk):
    give_back(actor=veikko, transfer=passed(comment, town, bertta), reason="Sisäinen syy.", at=clock.now())
    third = factories.authority("toinen", code="", kind="municipality", answer_days=30)
    again = passed(comment, third, bertta)
    reader = signed_in(factories.staff(third, "answerer", "kolmas@example.org"))
    theirs = reader.get(f"/toinen/fi/desk/passed-on/{again.pk}/")
    assert "Sisäinen syy." not in theirs.content.decode()
    ours = desk.get(ROUND)
    assert "Sisäinen syy." in ours.content.decode()
    assert [event.what for event in theirs.context["events"]] == [event.what for event in ours.context["events"]]


def test_f10_the_second_editor_sees_both_texts(comment, town, bertta, their_desk):
    transfer = passed(comment, town, bertta)
    path = f"{LIST}{transfer.pk}/"
    their_desk.post(path, {"answer-fi": "Ensimmäinen.", "revision": "1"})
    other = their_desk.post(path, {"answer-fi": "Toinen.", "revision": "1"})
    assert other.status_code == 409
    assert "Ensimmäinen." in other.content.decode()
    assert "Toinen." in other.content.decode()


def test_what_must_be_filled_is_not_called_optional(comment, town, bertta, desk, their_desk):
    page = desk.get(ROUND).content.decode()
    must = ("Mille viranomaiselle kommentti kuuluu?", "Miksi se kuuluu sinne?")
    for words in must:
        assert words in page
        assert f"{words} (vapaaehtoinen)" not in page
    path = f"{LIST}{passed(comment, town, bertta).pk}/"
    assert "(vapaaehtoinen)" not in their_desk.get(path).content.decode()


def test_others_find_nothing(comment, town, bertta, county):
    transfer = passed(comment, town, bertta)
    third = factories.authority("kolmas", code="", kind="municipality")
    stranger = signed_in(factories.staff(third, email="vieras@example.org"))
    for path in (f"{LIST}{transfer.pk}/", f"/kolmas/fi/desk/passed-on/{transfer.pk}/", ROUND):
        assert stranger.get(path).status_code == 404
    assert signed_in(bertta).get(f"/pohjanmaa/fi/desk/passed-on/{transfer.pk}/").status_code == 404


def test_a_withdrawn_comment_leaves_the_other_authoritys_list(comment, town, bertta, their_desk):
    transfer = passed(comment, town, bertta)
    comment.state = "withdrawn"
    comment.save()
    assert f"{LIST}{transfer.pk}/" not in their_desk.get(LIST).content.decode()
    assert "pyörätelineitä" not in their_desk.get(f"{LIST}{transfer.pk}/").content.decode()
    assert their_desk.post(f"{LIST}{transfer.pk}/", {"answer-fi": "Vastaus.", "revision": "1"}).status_code == 422


@pytest.mark.parametrize("rows", [3, 25])
def test_the_list_makes_the_same_queries_however_long(
    section, town, bertta, their_desk, rows, django_assert_max_num_queries
):
    for number in range(rows):
        passed(factories.comment(factories.guest(), section, f"Sana {number}."), town, bertta)
    with django_assert_max_num_queries(15):
        assert their_desk.get(LIST).status_code == 200
    with django_assert_max_num_queries(15):
        their_desk.get(f"{LIST}{Transfer.objects.first().pk}/")


def test_a_draft_is_kept_half_done_and_the_page_says_what_it_lacks(comment, town, bertta, their_desk):
    town.languages, town.duty_languages = ["fi", "sv"], ["fi", "sv"]
    town.save()
    path = f"{LIST}{passed(comment, town, bertta).pk}/"
    said = their_desk.post(path, {"answer-fi": "Vasta luonnos.", "revision": "1"}, follow=True).content.decode()
    assert "Luonnos tallennettiin." in said
    assert "Kielet, jotka vastauksesta puuttuvat:" in said
    assert "Vasta luonnos." not in Client().get(_page(comment)).content.decode()
    early = their_desk.post(path, {"answer-fi": "Vasta luonnos, lisää.", "revision": "2", "do": "publish"})
    assert early.status_code == 422
    assert 'href="#id_answer-sv"' in early.content.decode()
    whole = {"answer-fi": "Valmis.", "answer-sv": "Klart.", "revision": early.context["form"].data["revision"]}
    published_on(their_desk, path, whole)
    assert "Valmis." in Client().get(_page(comment)).content.decode()


def test_an_answer_goes_back_to_its_writer_and_comes_again(comment, town, bertta, their_desk):
    town.answers_need_approval = True
    town.save()
    path = f"{LIST}{passed(comment, town, bertta).pk}/"
    their_desk.post(path, {"answer-fi": "Vasta luonnos.", "revision": "1", "do": "publish"})
    assert their_desk.post(path, {"do": "approve", "revision": "2"}).status_code in {403, 409, 422}
    colleague = signed_in(factories.staff(town, "answerer", "toinen@example.org"))
    page = colleague.get(path).content.decode()
    assert "Hyväksy, julkaise ja ilmoita" in page
    empty = colleague.post(path, {"do": "return", "words": ""})
    assert empty.status_code == 422
    assert 'href="#id_words"' in empty.content.decode()
    assert colleague.post(path, {"do": "return", "words": "Lisää aikataulu."}).status_code == 302
    assert "Lisää aikataulu." in their_desk.get(path).content.decode()
    assert "Lisää aikataulu." not in desk_page(bertta)
    their_desk.post(path, {"answer-fi": "Keväällä.", "revision": "2", "do": "publish"})
    assert colleague.post(path, {"do": "approve", "revision": "2"}).status_code == 409  # other words than were read
    assert colleague.post(path, {"do": "approve", "revision": "3"}).status_code == 302
    assert "Keväällä." in Client().get(_page(comment)).content.decode()


def desk_page(who) -> str:
    return signed_in(who).get(ROUND).content.decode()


def test_a_correction_that_waits_for_approval_stands_beside_what_is_published(comment, town, bertta, their_desk):
    transfer = passed(comment, town, bertta)
    path = f"{LIST}{transfer.pk}/"
    published_on(their_desk, path, {"answer-fi": "Soittakaa 040 123 4567.", "revision": "1"})
    town.answers_need_approval = True
    town.save()
    corrected = {"answer-fi": "Soittakaa vaihteeseen.", "revision": "2", "do": "publish"}
    said = their_desk.post(path, corrected, follow=True).content.decode()
    assert "odottaa työtoverin hyväksyntää" in said
    colleague = signed_in(factories.staff(town, "answerer", "toinen@example.org"))
    assert path in colleague.get(LIST).content.decode()
    told = colleague.get("/kuvitelma/fi/desk/").content.decode()
    assert "1 korjaus odottaa hyväksyntää" in told
    assert "siirretty teille" not in told  # it was answered: nothing of it is late
    page = colleague.get(path).content.decode()
    assert "Nyt julkaistuna" in page
    assert "040 123 4567" in page
    assert "vaihteeseen" not in Client().get(_page(comment)).content.decode()
    assert colleague.post(path, {"do": "approve", "revision": "3"}).status_code == 302
    public = Client().get(_page(comment)).content.decode()
    assert "vaihteeseen" in public
    assert "040 123 4567" not in public


@pytest.mark.parametrize("address", ["aino@example.org", ""])
def test_staff_are_not_told_that_a_sender_without_an_address_was_told(section, town, desk, their_desk, address):
    comment = factories.comment(factories.guest(), section, "Telineet puuttuvat.", email=address)
    told, untold = "Lähettäjälle kerrottiin.", "Lähettäjä ei jättänyt osoitetta, eikä hän saanut viestiä."
    expected, wrong = (told, untold) if address else (untold, told)
    assert ("Lähettäjälle kerrotaan heti." in desk.get(ROUND).content.decode()) == bool(address)
    form = {"receiver": "kuvitelma", "reason-fi": "Pihat.", "reason-sv": "Gårdarna.", "key": str(uuid4())}
    page = desk.post(ROUND, form, follow=True).content.decode()
    assert f"Kommentti siirrettiin. {expected}" in page
    assert wrong not in page
    own = f"{LIST}{Transfer.objects.get().pk}/"
    assert ("Lähettäjälle kerrotaan heti." in their_desk.get(own).content.decode()) == bool(address)
    page = published_on(their_desk, own, {"answer-fi": "Telineet tulevat.", "revision": "1"})
    assert f"Vastaus julkaistiin. {expected}" in page
    assert Notice.objects.filter(kind__in=["transfers.passed_on", "transfers.answered"]).count() == (
        2 if address else 0
    )
    assert comment.number == 1
