import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation import appeals
from yhdyspinta.moderation.models import Report
from yhdyspinta.moderation.tests.scene import ALL, HOSTILE, ONE, QUEUE, waiting

pytestmark = pytest.mark.django_db


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
    for wrong in ("-1-x", "٣-4", "9" * 30 + "-1", "0-" + "1" * 9):
        data = {"sentences": [wrong], "passages": "\u202e(", "revision": "9" * 40, "reason": "spam"}
        assert client.post(f"{ONE}1/mask/", data).status_code == 422
        assert client.post(f"{ONE}1/mask/", {**data, "passages": "", "revision": "1"}).status_code == 422


def test_others_find_nothing(county, section):
    """P2: the same role in another process or authority, a viewer, a visitor."""
    (one,) = waiting(section)
    elsewhere = factories.authority("uusimaa", code="02")
    stranger = signed_in(factories.staff(elsewhere, "moderator", "m@example.org"))
    for path in (QUEUE, ALL, f"{ONE}{one.number}/"):
        assert stranger.get(path).status_code == 404
        assert Client().get(path).url.startswith("/account/login/")
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
def test_o6_a_burst_is_told_with_its_number_and_nothing_of_it_is_lost(client, section, path):
    assert "ryöppynä" not in client.get(path).content.decode()
    sender = factories.guest()
    for _ in range(4):
        made = factories.comment(sender, section, "Sama viesti.", waits=True)
        Comment.objects.filter(pk=made.pk).update(warnings=["many"])
    factories.comment(factories.guest(), section, "Muuten vain.", waits=True)
    text = client.get(path).content.decode()
    assert "4 odottavaa kommenttia tuli ryöppynä" in text
    burst = client.get(f"{path}?kind=waiting&warning=many").content.decode()
    assert burst.count("Sama viesti.") == 4
    assert "Muuten vain." not in burst
    section.version.document.activity.refresh_from_db()
    assert Comment.objects.filter(state="waiting").count() == 5


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
