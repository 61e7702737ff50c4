import re

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import edit_comment
from yhdyspinta.moderation import actions
from yhdyspinta.moderation.masking import MASK_MARK
from yhdyspinta.moderation.models import Decision
from yhdyspinta.moderation.tests.scene import ONE, QUEUE, report_path, waiting

pytestmark = pytest.mark.django_db


LETTER = "Soita Matti Esimerkille. Matti tietää: 000 123. Kirjatkaa määräaika."
LAST = f"{LETTER.index('Kirjatkaa')}-{len(LETTER)}"
HIDDEN = "[viranomainen on peittänyt tämän katkelman]"


def mask(client, comment, *, do="", **given):
    data = {"reason": "personal_data", "revision": str(comment.revision), "do": do, **given}
    return client.post(f"{ONE}{comment.number}/mask/", data)


def stays(response):
    """What the check page says readers will see."""
    shown = response.content.decode().split("data-stays")[1].split("</div>")[0].split(">", 1)[1]
    return " ".join(re.sub(r"<[^>]+>", "", shown).split())


def test_masking_by_sentence(client, section):
    (one,) = waiting(section, text="Ensin tämä. Sitten nimi Matti.")
    assert mask(client, one, sentences=["12-30"], do="cover").status_code == 302
    one.refresh_from_db()
    assert one.public_text == f"Ensin tämä. {MASK_MARK}"
    assert client.post(f"{ONE}{one.number}/unmask/").status_code == 302
    one.refresh_from_db()
    assert one.public_text == one.text == "Ensin tämä. Sitten nimi Matti."


def test_words_written_to_the_field_are_covered_wherever_they_stand(client, section):
    (one,) = waiting(section, text=LETTER)
    written = {"passages": "Matti\r\n000 123", "words": "Nimi ja numero."}
    page = mask(client, one, do="check", **written)
    assert page.status_code == 200
    assert stays(page) == f"Soita {HIDDEN} Esimerkille. {HIDDEN} tietää: {HIDDEN}. Kirjatkaa määräaika."
    one.refresh_from_db()
    assert (one.state, one.public_text) == ("waiting", LETTER)
    assert mask(client, one, do="cover", **written).status_code == 302
    one.refresh_from_db()
    assert one.public_text == f"Soita {MASK_MARK} Esimerkille. {MASK_MARK} tietää: {MASK_MARK}. Kirjatkaa määräaika."
    assert (one.state, one.text) == ("visible", LETTER)


def test_the_check_carries_everything_that_was_typed_and_can_be_left(client, section):
    (one,) = waiting(section, text=LETTER)
    written = {"passages": "Matti\n000 123", "sentences": [LAST], "words": "Nimi & <numero>."}
    page = mask(client, one, **written)
    sent = {
        name: value.replace("&#x27;", "'").replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
        for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.content.decode())
    }
    assert sent | {"csrfmiddlewaretoken": ""} == {
        "revision": "1", "reason": "personal_data", "csrfmiddlewaretoken": "", **written, "sentences": LAST,
    }  # fmt: skip
    back = client.post(f"{ONE}{one.number}/mask/", {**sent, "do": "change"})
    assert back.status_code == 200
    assert "Matti\n000 123</textarea>" in back.content.decode()
    assert "Nimi &amp; &lt;numero&gt;.</textarea>" in back.content.decode()
    assert re.search(rf'value="{LAST}"[^>]* checked', back.content.decode())
    assert not Decision.objects.exists()


@pytest.mark.parametrize("do", ["check", "cover"])
def test_words_that_are_not_in_the_comment_are_named_at_the_field_and_nothing_is_lost(client, section, do):
    (one,) = waiting(section, text=LETTER)
    response = mask(client, one, do=do, passages="Matti\nMaija Esimerkki", words="Pitkä perustelu")
    page = response.content.decode()
    assert response.status_code == 422
    message = page.split('id="mask_passages-error"')[1].split("</p>")[0]
    assert "”Maija Esimerkki”" in message
    assert "”Matti”" not in message
    assert "Matti\nMaija Esimerkki</textarea>" in page
    assert "Pitkä perustelu</textarea>" in page
    assert mask(client, one, do=do).status_code == 422
    assert mask(client, one, do=do, passages=LETTER).status_code == 422  # a mask never covers everything
    one.refresh_from_db()
    assert one.public_text == LETTER


def test_the_check_tells_what_earlier_masks_cover_and_what_the_filter_still_finds(client, section):
    (one,) = waiting(section, text="Matti asuu Kuopiossa. Numero on 050 123 4567.")
    assert mask(client, one, passages="Matti", do="cover").status_code == 302
    page = mask(client, one, passages="Kuopiossa")
    assert stays(page).startswith(f"{HIDDEN} asuu {HIDDEN}.")
    assert 'class="y-warned"' in page.content.decode()


def test_a_comment_edited_meanwhile_is_read_again_before_it_is_masked(bertta, client, section):
    (one,) = waiting(section, text=LETTER)
    new = "Matti on vielä tässä. Tämä on uutta."
    edit_comment(actor=one.sender.person, comment=one, text=new, revision=1, waits=True, warnings=(), check=clock.now)
    response = client.post(
        f"{ONE}{one.number}/mask/",
        {"revision": "1", "sentences": ["0-21"], "passages": "Matti", "reason": "insult", "do": "cover"},
    )
    page = response.content.decode()
    assert response.status_code == 422
    assert "muokannut kommenttia" in page
    assert "Matti</textarea>" in page
    assert " checked" not in page.split('name="sentences"')[1].split(">")[0]
    assert 'name="revision" value="2"' in page
    one.refresh_from_db()
    assert one.public_text == new


def test_p5_a_posted_text_changes_nothing(client, section):
    """P5, P7: no form of moderation takes a comment's words."""
    (one,) = waiting(section)
    for path in (f"{QUEUE}decide/", f"{ONE}{one.number}/mask/"):
        client.post(path, {"comments": [one.pk], "do": "show", "text": "Toinen", "public_text": "Toinen", "state": "x"})
    one.refresh_from_db()
    assert (one.text, one.public_text) == ("Odottaa tarkistusta.", "Odottaa tarkistusta.")


def test_a_mask_shows_in_words_on_every_public_place(section, bertta):
    comment = factories.comment(factories.guest(), section, "Nimi Matti Esimerkki tässä.")
    actions.mask(actor=bertta, comment=comment, spans=[(5, 20)], reason="personal_data", revision=1, at=clock.now())
    round_path = "/keski-suomi/en/processes/toimintamallit/comment-round/kommentointi/"
    for path in (f"{round_path}comments/{comment.number}/", report_path(comment).replace("/fi/", "/en/")):
        page = Client().get(path).content.decode()
        assert "passage hidden by the authority" in page, path
        assert "Esimerkki tässä" not in page, path


def test_w2_looking_changes_nothing(client, section):
    (one,) = waiting(section)
    for path in (f"{QUEUE}decide/", f"{QUEUE}undo/", f"{ONE}{one.number}/mask/", f"{ONE}{one.number}/appeal/"):
        assert client.get(path).status_code == 405
    assert not Decision.objects.exists()


def test_only_those_who_may_block_are_shown_the_way(county, client, section):
    (one,) = waiting(section)
    path = f"/keski-suomi/fi/desk/people/{one.sender.person_id}/block/"
    assert path not in client.get(f"{ONE}{one.number}/").content.decode()
    coordinator = signed_in(factories.staff(county, "coordinator", "c@example.org"))
    assert path in coordinator.get(f"{ONE}{one.number}/").content.decode()
    assert coordinator.get(path).status_code == 200
