import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.codes import link_token
from yhdyspinta.moderation import actions, appeals
from yhdyspinta.moderation.models import Appeal, Decision, Report
from yhdyspinta.moderation.queries import decisions_in_force, hidden_by_reason
from yhdyspinta.moderation.tests.scene import HOSTILE, ONE, TEXT, counts, report_path, waiting
from yhdyspinta.notices.models import Notice
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_a_report_is_once_each_and_never_hides(comment):
    cai = factories.guest()
    assert appeals.report(actor=cai, comment=comment, reason="spam", at=clock.now())
    assert not appeals.report(actor=cai, comment=comment, reason="insult", at=clock.now())
    for _ in range(5):
        appeals.report(actor=factories.guest(), comment=comment, reason="insult", at=clock.now())
    comment.refresh_from_db()
    assert comment.state == "visible"
    with pytest.raises(Refusal, match="own_report"):
        appeals.report(actor=comment.sender.person, comment=comment, reason="spam", at=clock.now())
    with pytest.raises(Refusal, match="report_words_missing"):
        appeals.report(actor=factories.guest(), comment=comment, reason="other", at=clock.now())
    with pytest.raises(Refusal, match="report_reason_missing"):
        appeals.report(actor=factories.guest(), comment=comment, reason="nonsense", at=clock.now())


def test_reports_have_a_limit(section):
    cai = factories.guest()
    for place in range(appeals.MOST_REPORTS):
        one = factories.comment(factories.guest(), section, f"Kommentti {place}")
        appeals.report(actor=cai, comment=one, reason="spam", at=clock.now())
    with pytest.raises(Refusal, match="too_many_reports"):
        appeals.report(actor=cai, comment=factories.comment(factories.guest(), section), reason="spam", at=clock.now())


def test_dismissing_reports_keeps_the_comment(bertta, comment):
    appeals.report(actor=factories.guest(), comment=comment, reason="spam", at=clock.now())
    assert actions.decide_show(actor=bertta, comment=comment, at=clock.now()) is not None
    assert not Report.objects.filter(handled_at=None).exists()
    assert actions.decide_show(actor=bertta, comment=comment, at=clock.now()) is None
    assert not Notice.objects.exists()


def test_p7_an_appeal_is_decided_by_somebody_else_and_restores(county, bertta, comment):
    decision = actions.decide_hide(actor=bertta, comment=comment, reason="insult", at=clock.now())
    with pytest.raises(Refusal, match="not_yours"):
        appeals.appeal(actor=factories.guest(), decision=decision, text="Väärin.", at=clock.now())
    aino = comment.sender.person
    with pytest.raises(Refusal, match="appeal_text_missing"):
        appeals.appeal(actor=aino, decision=decision, text=" ", at=clock.now())
    made = appeals.appeal(actor=aino, decision=decision, text="Väärin.", at=clock.now())
    assert appeals.appeal(actor=aino, decision=decision, text="Taas.", at=clock.now()) == made
    other = factories.staff(county, "coordinator", "toinen@example.org")
    with pytest.raises(Refusal, match="somebody_else_decides"):
        appeals.decide_appeal(actor=bertta, appeal=made, is_upheld=True, reply="", at=clock.now())
    with pytest.raises(Refusal, match="appeal_reply_missing"):
        appeals.decide_appeal(actor=other, appeal=made, is_upheld=False, reply="", at=clock.now())
    appeals.decide_appeal(actor=other, appeal=made, is_upheld=True, reply="Olit oikeassa.", at=clock.now())
    assert counts(comment) == (1, 0, 0, 1)
    with pytest.raises(Refusal, match="appeal_decided"):
        appeals.decide_appeal(actor=other, appeal=made, is_upheld=False, reply="Ei.", at=clock.now())


def test_alone_one_may_decide_the_appeal_and_a_mask_is_lifted(bertta, comment):
    decision = actions.mask(actor=bertta, comment=comment, spans=[(0, 4)], reason="insult", revision=1, at=clock.now())
    made = appeals.appeal(actor=comment.sender.person, decision=decision, text="Ei ole.", at=clock.now())
    appeals.decide_appeal(actor=bertta, appeal=made, is_upheld=True, reply="", at=clock.now())
    comment.refresh_from_db()
    assert comment.public_text == TEXT


def test_nothing_to_appeal_after_the_comment_is_shown(bertta, comment):
    decision = actions.decide_hide(actor=bertta, comment=comment, reason="insult", at=clock.now())
    actions.decide_show(actor=bertta, comment=comment, at=clock.now())
    with pytest.raises(Refusal, match="nothing_to_appeal"):
        appeals.appeal(actor=comment.sender.person, decision=decision, text="Väärin.", at=clock.now())


def test_a_visitor_reports_and_becomes_a_guest(section):
    comment, visitor = factories.comment(factories.guest(), section, HOSTILE), Client()
    path = report_path(comment)
    page = visitor.get(path)
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
    assert visitor.post(path, {}).status_code == 422
    assert visitor.post(path, {"reason": "other", "words": ""}).status_code == 422
    response = visitor.post(path, {"reason": "insult", "words": "Tässä"})
    assert response["Location"].endswith("?sent=yes")
    assert "guest" in visitor.cookies
    assert visitor.get(response["Location"]).status_code == 200
    visitor.post(path, {"reason": "spam"})
    assert Report.objects.count() == 1
    (hidden,) = waiting(section)
    assert visitor.get(report_path(hidden)).status_code == 404


def test_p7_the_sender_appeals_with_the_link_and_nobody_else(county, section, bertta):
    comment = factories.comment(factories.guest(), section, "Minun sanani")
    decision = actions.decide_hide(actor=bertta, comment=comment, reason="insult", words="Katso ohje.", at=clock.now())
    assert decisions_in_force([comment.pk]) == {comment.pk: [decision]}
    assert hidden_by_reason(comment.activity) == {"insult": 1}
    path = f"/keski-suomi/fi/appeals/{decision.pk}/"
    assert Client().get(path).status_code == 404
    assert Client().get(f"{path}?receipt=nonsense").status_code == 404
    link = f"{path}?receipt={link_token(comment.receipt)}"
    aino = Client()
    page = aino.get(link).content.decode()
    assert "Katso ohje." in page
    assert "Minun sanani" in page
    assert aino.post(link, {"text": ""}).status_code == 422
    assert aino.post(link, {"text": "Tämä ei ole loukkaus."}).status_code == 302
    assert Appeal.objects.get().text == "Tämä ei ole loukkaus."
    assert aino.get(link).status_code == 200
    other = signed_in(factories.staff(county, "coordinator", "toinen@example.org"))
    data = {"result": "dismissed", "reply": ""}
    address = f"{ONE}{comment.number}/appeal/"
    assert signed_in(bertta).post(address, {"result": "upheld"}).status_code == 422
    assert other.post(address, data).status_code == 422
    assert other.post(address, {"result": "upheld", "reply": "Pyydämme anteeksi."}).status_code == 302
    assert "Pyydämme anteeksi." in aino.get(link).content.decode()
    assert Decision.objects.filter(kind="show").exists()


def test_the_receipt_leads_to_the_newest_decision(section, bertta):
    comment = factories.comment(factories.guest(), section)
    decision = actions.decide_hide(actor=bertta, comment=comment, reason="insult", at=clock.now())
    path = report_path(comment).replace("/report/", "/appeal/")
    assert Client().get(path).status_code == 404
    aino = Client()
    session = aino.session
    session["receipts"] = [comment.receipt_id]
    session.save()
    assert aino.get(path)["Location"] == f"/keski-suomi/fi/appeals/{decision.pk}/"
    assert aino.get(f"/keski-suomi/fi/appeals/{decision.pk}/").status_code == 200


def test_whoever_decided_first_gets_no_form_but_the_name_of_who_decides(county, bertta, comment):
    client, path = factories.signed_in(bertta), f"{ONE}{comment.number}/"
    decision = actions.mask(actor=bertta, comment=comment, spans=[(0, 4)], reason="insult", revision=1, at=clock.now())
    appeals.appeal(actor=comment.sender.person, decision=decision, text="Ei ole.", at=clock.now())
    alone = client.get(path).content.decode()
    assert "toista moderaattoria ei ole" in alone
    assert f'action="{path}appeal/"' in alone
    other = factories.staff(county, "moderator", "toinen@example.org")
    page = client.get(path).content.decode()
    assert f'action="{path}appeal/"' not in page
    assert "ratkaisee toinen moderaattori" in page
    assert "Toinen" in page
    assert f'action="{path}appeal/"' in factories.signed_in(other).get(path).content.decode()
