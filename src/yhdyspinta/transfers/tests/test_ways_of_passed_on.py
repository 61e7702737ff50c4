"""Where the pages of a comment lead once it is passed on or answered, and what its sender is told of it."""

import pytest
from django.test import Client

from tests.factories import signed_in
from yhdyspinta.answers.tests.scene import start
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.personal import page_of
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.transfers.actions.passing import take_back
from yhdyspinta.transfers.tests.scene import passed

pytestmark = pytest.mark.django_db


def staff_page(desk, comment) -> str:
    path = activity_address(comment.activity, "material:comment", language="fi", number=comment.number)
    return desk.get(path).content.decode()


def test_a_comment_that_was_passed_on_leads_to_the_steps_of_that(comment, town, bertta, desk):
    there = activity_address(comment.activity, "transfers:pass_on", language="fi", number=comment.number)
    before = staff_page(desk, comment)
    assert f'href="{there}">Siirrä toiselle viranomaiselle</a>' in before
    passed(comment, town, bertta)
    after = staff_page(desk, comment)
    assert f'href="{there}">Siirron vaiheet</a>' in after
    assert "Siirrä toiselle viranomaiselle" not in after
    assert "Vastaamaan" not in after.partition("<main")[2]


@pytest.mark.parametrize("changed", [{"state": "hidden"}, {"handling": "answered"}])
def test_passing_on_is_offered_only_of_a_comment_that_is_shown_and_waits(comment, desk, changed):
    assert "Siirrä toiselle viranomaiselle" in staff_page(desk, comment)
    Comment.objects.filter(pk=comment.pk).update(**changed)
    assert "Siirrä toiselle viranomaiselle" not in staff_page(desk, comment)


def test_the_way_to_answering_shows_this_very_comment_ticked(came, comment, bertta, town, desk):
    for one in came:
        take_back(actor=bertta, transfer=one, at=clock.now())
    work = activity_address(comment.activity, "answers:work", language="fi")
    assert f'href="{work}?comment={comment.number}">Vastaamaan</a>' in staff_page(desk, comment)
    page = desk.get(f"{work}?comment={comment.number}").content.decode()
    assert page.count('name="comments"') == 1
    assert f'value="{comment.pk}" id="comment-{comment.pk}" checked' in page
    assert f"Näkyvissä on vain kommentti {comment.number}." in page
    assert desk.get(f"{work}?place=").content.decode().count('name="comments"') == 3


def test_a_comment_in_an_answer_leads_to_it(comment, bertta, desk):
    answer = start(bertta, comment)
    path = activity_address(comment.activity, "answers:edit", language="fi", number=answer.number)
    assert f'href="{path}">Vastaukseen</a>' in staff_page(desk, comment)


def test_the_authority_that_passed_it_on_is_named_not_its_unit(comment, county, town, bertta):
    county.contact_unit = {"fi": "Osallisuuspalvelut", "sv": "Delaktighetstjänster"}
    county.save()
    passed(comment, town, bertta)
    public = Client().get(f"/pohjanmaa/fi/{page_of(comment)}").content.decode()
    assert f"{county.name['fi']} siirsi kommentin" in public
    assert "Osallisuuspalvelut siirsi" not in public


def test_its_sender_reads_why_it_cannot_be_edited_any_more_and_what_mail_comes(comment, town, bertta):
    path = activity_address(comment.activity, "comment_rounds:receipt", language="fi", receipt=comment.receipt_id)
    aino = signed_in(comment.sender.person)
    assert "ei voi enää muokata" not in aino.get(path).content.decode()
    passed(comment, town, bertta)
    page = aino.get(path).content.decode()
    assert "Kommenttisi siirrettiin sellaisenaan toiselle viranomaiselle, joten sitä ei voi enää muokata." in page
    assert "Vastaukset kommentteihisi lähetetään" not in page


def test_capacities_read_as_one_text(comment, desk):
    comment.sender.capacities = ["resident", "close_person"]
    comment.sender.save()
    assert "Asukas, omainen tai muu läheinen" in staff_page(desk, comment)


def public_page(comment) -> str:
    return Client().get(f"/pohjanmaa/fi/{page_of(comment)}").content.decode()


def test_an_answer_is_looked_at_once_more_before_it_is_published_and_told(comment, town, bertta, their_desk):
    path = f"/kuvitelma/fi/desk/passed-on/{passed(comment, town, bertta).pk}/"
    form = {"answer-fi": "Telineet tulevat.", "revision": "1", "do": "publish"}
    asked = their_desk.post(path, form)
    assert asked.headers["Location"] == f"{path}?look=1"
    look = their_desk.get(asked.headers["Location"]).content.decode()
    assert "Telineet tulevat." in look
    assert "Lähettäjälle kerrotaan heti." in look
    assert 'name="answer-fi"' not in look
    assert "Telineet tulevat." not in public_page(comment)
    assert not Notice.objects.filter(kind="transfers.answered").exists()
    assert "Telineet tulevat." in their_desk.get(path).content.decode()  # back to writing
    other = {"answer-fi": "Muut sanat.", "revision": "2", "do": "save"}
    assert their_desk.post(path, other).status_code == 302
    assert their_desk.post(path, {"do": "approve", "revision": "2"}).status_code == 409  # not what was looked at
    assert their_desk.post(path, {"do": "approve", "revision": "3"}).status_code == 302
    assert "Muut sanat." in public_page(comment)
    same = their_desk.post(path, {"answer-fi": "Muut sanat.", "revision": "4", "do": "publish"})
    assert same.status_code == 422  # a correction that changes nothing
    assert "look=1" not in same.headers.get("Location", "")
