import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.codes import link_token
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation import actions, appeals
from yhdyspinta.moderation.models import Appeal, Decision, Report
from yhdyspinta.moderation.queries import decisions_in_force, hidden_by_reason

pytestmark = pytest.mark.django_db
QUEUE = "/keski-suomi/fi/desk/processes/toimintamallit/moderation/"
ALL = "/keski-suomi/fi/desk/moderation/"
ONE = "/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/moderation/"
HOSTILE = "<script>alert(1)</script> & \"'"


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def section(county):
    return factories.document(factories.activity(factories.process(county))).versions.get().sections.first()


@pytest.fixture
def bertta(county):
    return factories.staff(county, "moderator")


@pytest.fixture
def client(bertta):
    return signed_in(bertta)


def waiting(section, count=1, text="Odottaa tarkistusta."):
    return [factories.comment(factories.guest(), section, text, waits=True) for _ in range(count)]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_pages_open_in_three_languages(client, section, language):
    (one,) = waiting(section, text=HOSTILE)
    for path in (QUEUE, ALL, f"{ONE}{one.number}/"):
        response = client.get(path.replace("/fi/", f"/{language}/", 1))
        assert response.status_code == 200
        assert "<script>alert" not in response.content.decode()


def test_show_hide_and_undo_from_the_queue(client, section):
    one, two = waiting(section, 2)
    response = client.post(f"{QUEUE}decide/", {"comments": [one.pk], "do": "show"})
    assert response.status_code == 302
    response = client.post(f"{QUEUE}decide/", {"comments": [two.pk], "do": "hide", "reason": "spam", "words": "Mainos"})
    assert response["Location"] == QUEUE
    assert set(Comment.objects.values_list("pk", "state")) == {(one.pk, "visible"), (two.pk, "hidden")}
    page = client.get(QUEUE).content.decode()
    token = page.split('name="undo" value="')[1].split('"')[0]
    assert client.post(f"{QUEUE}undo/", {"undo": token}).status_code == 302
    two.refresh_from_db()
    assert two.state == "waiting"
    assert client.post(f"{QUEUE}undo/", {"undo": token}).status_code == 422
    assert client.post(f"{QUEUE}undo/", {"undo": "nonsense"}).status_code == 422


def test_hiding_without_a_reason_keeps_what_was_typed(client, section):
    (one,) = waiting(section)
    response = client.post(f"{QUEUE}decide/", {"comments": [one.pk], "do": "hide", "words": "Pitkä perustelu"})
    assert response.status_code == 422
    assert "Pitkä perustelu" in response.content.decode()
    assert client.post(f"{QUEUE}decide/", {"do": "show"}).status_code == 422


def test_bad_input_is_never_an_error(client, section):
    waiting(section)
    for query in ("?kind=x'", "?warning=%E2%80%AE", "?document=abc", "?document=99999999999999999999"):
        assert client.get(QUEUE + query).status_code == 200
    assert client.get(f"{QUEUE}?after=zzz").status_code == 400
    assert client.post(f"{QUEUE}decide/", {"comments": ["x", "9" * 40], "do": "hide"}).status_code in {404, 422}
    for start, end in (("-1", "x"), ("٣", "4"), ("9" * 30, "1"), ("0", "1" * 9)):
        data = {"start": start, "end": end, "revision": "1", "reason": "spam"}
        assert client.post(f"{ONE}1/mask/", data).status_code == 422


def test_masking_by_sentence_and_by_words(client, section):
    (one,) = waiting(section, text="Ensin tämä. Sitten nimi Matti.")
    data = {"sentences": ["12-30"], "reason": "personal_data", "revision": "1", "start": "", "end": ""}
    assert client.post(f"{ONE}{one.number}/mask/", data).status_code == 302
    one.refresh_from_db()
    assert one.public_text == "Ensin tämä. [▒▒▒]"
    assert client.post(f"{ONE}{one.number}/unmask/").status_code == 302
    data = {"start": "24", "end": "29", "reason": "personal_data", "revision": "1"}
    assert client.post(f"{ONE}{one.number}/mask/", data).status_code == 302
    one.refresh_from_db()
    assert one.public_text == "Ensin tämä. Sitten nimi [▒▒▒]."
    assert one.text == "Ensin tämä. Sitten nimi Matti."


def test_p5_a_posted_text_changes_nothing(client, section):
    """P5, P7: no form of moderation takes a comment's words."""
    (one,) = waiting(section)
    for path in (f"{QUEUE}decide/", f"{ONE}{one.number}/mask/"):
        client.post(path, {"comments": [one.pk], "do": "show", "text": "Toinen", "public_text": "Toinen", "state": "x"})
    one.refresh_from_db()
    assert (one.text, one.public_text) == ("Odottaa tarkistusta.", "Odottaa tarkistusta.")


def test_others_find_nothing(county, section):
    """P2: the same role in another process or authority, a viewer, a visitor."""
    (one,) = waiting(section)
    elsewhere = factories.authority("uusimaa", code="02")
    stranger = signed_in(factories.staff(elsewhere, "moderator", "m@example.org"))
    for path in (QUEUE, ALL, f"{ONE}{one.number}/"):
        assert stranger.get(path).status_code == 404
        assert Client().get(path).status_code == 404
    other_process = factories.process(county, "toinen")
    from yhdyspinta.processes.models import ProcessRole

    cai = factories.person("cai@example.org")
    ProcessRole.objects.create(person=cai, process=other_process, role="moderator", given_at=factories.EPOCH)
    assert signed_in(cai).get(QUEUE).status_code == 404
    assert signed_in(cai).post(f"{QUEUE}decide/", {"comments": [one.pk], "do": "show"}).status_code == 404
    other_queue = QUEUE.replace("toimintamallit", "toinen")
    assert signed_in(cai).post(f"{other_queue}decide/", {"comments": [one.pk], "do": "show"}).status_code == 404
    viewer = signed_in(factories.staff(county, "viewer", "v@example.org"))
    assert viewer.get(QUEUE).status_code == 403
    one.refresh_from_db()
    assert one.state == "waiting"


def test_the_queue_orders_and_narrows(client, section):
    first, second = waiting(section, 2)
    shown = factories.comment(factories.guest(), section, "Näkyvä")
    for _ in range(3):
        appeals.report(actor=factories.guest(), comment=shown, reason="spam", at=clock.now())
    page = client.get(QUEUE).content.decode()
    places = [page.index(f'id="comment-{one.pk}"') for one in (shown, first, second)]
    assert places == sorted(places)
    reported = client.get(f"{QUEUE}?kind=reported").content.decode()
    assert f'id="comment-{shown.pk}"' in reported
    assert f'id="comment-{first.pk}"' not in reported
    assert client.get(f"{QUEUE}?kind=appealed").status_code == 200


@pytest.mark.parametrize("path", [QUEUE, ALL])
def test_the_queue_costs_the_same_for_3_and_300(client, section, path, django_assert_max_num_queries):
    waiting(section, 3)
    client.get(path)
    with django_assert_max_num_queries(15) as few:
        client.get(path)
    sender = factories.guest()
    for _ in range(60):
        factories.comment(sender, section, "Lisää", waits=True)
    with django_assert_max_num_queries(15) as many:
        response = client.get(path)
    assert len(few) == len(many)
    assert 'rel="next"' in response.content.decode()


def report_path(comment):
    return f"/keski-suomi/fi/processes/toimintamallit/activities/kommentointi/comments/{comment.number}/report/"


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


def test_the_sender_appeals_with_the_link_and_nobody_else(county, section, bertta):
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


def test_a_partners_moderator_sees_the_shared_process_in_the_queues_and_keeps_the_menu(county, section):
    """The desk of a partner lists the shared process's work: its queue has the same, and nothing else of the owner."""
    (shared,) = waiting(section, text="Yhteinen asia.")
    other = factories.document(factories.activity(factories.process(county, "oma"))).versions.get().sections.first()
    waiting(other, text="Vain omistajan asia.")
    town = factories.authority("jyvaskyla", code="02", name={"fi": "Esimerkkilä"})
    section.version.document.activity.process.partnerships.create(authority=town, joined_at=factories.EPOCH)
    partner = signed_in(factories.staff(town, email="kumppani@example.org"))
    for path in (ALL.replace("keski-suomi", "jyvaskyla"), ALL):
        page = partner.get(path).content.decode()
        assert "Yhteinen asia." in page
        assert "Vain omistajan" not in page
    assert f'href="{ALL}"' in partner.get(QUEUE).content.decode()
    decide = f"{ALL.replace('keski-suomi', 'jyvaskyla')}decide/"
    assert partner.post(decide, {"comments": [shared.pk], "do": "show"}).status_code == 302
    shared.refresh_from_db()
    assert shared.state == "visible"
    section.version.document.activity.process.partnerships.update(left_at=clock.now())
    assert partner.get(ALL).status_code == 404


def test_a_reported_comment_tells_in_the_queue_by_when_it_is_looked_at(client, section):
    """The desk calls a report late: its line in the queue does too, and a comment without a wait has no time."""
    one = factories.comment(factories.guest(), section, "Ilmoitettu kommentti.")
    Report.objects.create(comment=one, person=factories.person("r@example.org"), reason="spam", at=factories.EPOCH)
    assert "myöhässä" in client.get(f"{QUEUE}?kind=reported").content.decode()
    Report.objects.update(at=clock.now())
    page = client.get(f"{QUEUE}?kind=reported").content.decode()
    assert "myöhässä" not in page
    assert "tarkistettava viimeistään" in page
    Report.objects.update(handled_at=clock.now())
    assert "tarkistettava" not in client.get(f"{ONE}{one.number}/").content.decode()
