"""A comment whose words retention has deleted: staff are told so and nothing of it is shown again."""

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation import actions, appeals
from yhdyspinta.moderation.models import Decision
from yhdyspinta.moderation.tests.scene import ONE, QUEUE, counts
from yhdyspinta.processes.models import Process, Stage
from yhdyspinta.site import retention
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
SHOW = 'name="do" value="show"'


def time_passes():
    """The process has had its time: the night's deletion is done."""
    closed = clock.now() - retention.DRAFTS * 13
    Process.objects.update(retention_months=12)
    Stage.objects.update(opens_at=closed - retention.DRAFTS, closes_at=closed)
    retention.run(at=clock.now())


def test_a_hidden_comment_without_words_is_not_shown_again(bertta, client, comment):
    decision = actions.decide_hide(actor=bertta, comment=comment, reason="insult", at=clock.now())
    page = f"{ONE}{comment.number}/"
    assert SHOW in client.get(page).content.decode()
    time_passes()
    shown = client.get(page).content.decode()
    assert "Sanat on poistettu" in shown
    assert SHOW not in shown
    assert 'id="mask"' not in shown
    response = client.post(f"{QUEUE}decide/", {"comments": [comment.pk], "do": "show"})
    assert response.status_code == 422
    assert f"Kommentin {comment.number} sanat on poistettu" in response.content.decode()
    for refused in (
        lambda: actions.decide_show(actor=bertta, comment=comment, at=clock.now()),
        lambda: actions.undo(actor=bertta, decisions=[decision], at=clock.now()),
    ):
        with pytest.raises(Refusal, match="words_removed"):
            refused()
    comment.refresh_from_db()
    assert (comment.state, counts(comment)) == ("hidden", (0, 1, 0, 0))
    assert not Decision.objects.filter(kind="show").exists()
    assert client.post(f"{page}mask/", {"passages": "Hyvä", "reason": "spam", "revision": "1"}).status_code == 422


def test_an_appeal_over_words_that_are_gone_can_only_be_dismissed(county, bertta, comment):
    decision = actions.decide_hide(actor=bertta, comment=comment, reason="insult", at=clock.now())
    time_passes()
    made = appeals.appeal(actor=comment.sender.person, decision=decision, text="Väärin.", at=clock.now())
    other = signed_in(factories.staff(county, "coordinator", "toinen@example.org"))
    page = f"{ONE}{comment.number}/"
    shown = other.get(page).content.decode()
    assert 'value="dismissed"' in shown
    assert 'value="upheld"' not in shown
    response = other.post(f"{page}appeal/", {"result": "upheld", "reply": "Olit oikeassa."})
    assert response.status_code == 422
    assert "Olit oikeassa.</textarea>" in response.content.decode()
    made.refresh_from_db()
    assert made.decided_at is None
    assert other.post(f"{page}appeal/", {"result": "dismissed", "reply": "Sanoja ei enää ole."}).status_code == 302


def test_covers_whose_words_are_gone_are_not_lifted(bertta, client, comment):
    actions.mask(actor=bertta, comment=comment, spans=[(0, 4)], reason="insult", revision=1, at=clock.now())
    page = f"{ONE}{comment.number}/"
    assert f"{page}unmask/" in client.get(page).content.decode()
    time_passes()
    assert f"{page}unmask/" not in client.get(page).content.decode()
    with pytest.raises(Refusal, match="masked_words_removed"):
        actions.unmask(
            actor=bertta, comment=comment, mask_ids=comment.masks.values_list("pk", flat=True), at=clock.now()
        )
    assert client.post(f"{page}unmask/").status_code == 409
    assert actions.is_masked(comment)


def test_a_waiting_comment_goes_when_the_process_has_had_its_time_and_can_then_only_be_hidden(client, section):
    one = factories.comment(factories.guest(), section, "Kukaan ei ehtinyt.", waits=True)
    time_passes()
    one.refresh_from_db()
    assert (one.state, one.text, one.public_text) == ("waiting", "", "")
    queue = client.get(QUEUE).content.decode()
    assert "Sanat on poistettu" in queue
    assert SHOW not in queue
    shown = client.get(f"{ONE}{one.number}/").content.decode()
    assert SHOW not in shown
    assert 'value="hide"' in shown
    hidden = client.post(f"{QUEUE}decide/", {"comments": [one.pk], "do": "hide", "reason": "off_topic"})
    assert hidden.status_code == 302
    assert Comment.objects.get().state == "hidden"
    assert client.get(QUEUE).content.decode().count('<li class="y-comment"') == 0
