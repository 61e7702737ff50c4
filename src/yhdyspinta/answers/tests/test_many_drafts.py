"""Many drafts in one go: the whole ones are published as each would be alone, the others are left and named with the reason."""

import re
from html import unescape

import pytest

from tests import factories
from tests.factories import signed_in
from tests.together import work_together, wrong_counts
from yhdyspinta.answers import many
from yhdyspinta.answers.looks import mark_now
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.tests.scene import WHOLE, form_of, fresh, path_of, start, write
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.notices.models import Notice
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
FINNISH = {"title": Wording(fi="Aukiolo"), "body": Wording(fi="Vain suomeksi.")}


@pytest.fixture
def drafts(bertta, section) -> list[Answer]:
    """Two that are whole, one in one language, one without handling; the senders have addresses."""

    def draft(number, **changes):
        comment = factories.comment(factories.guest(), section, f"Sana {number}.", email=f"a{number}@example.org")
        return write(bertta, start(bertta, comment), **changes)

    return [draft(1), draft(2), draft(3, **FINNISH), draft(4, handling="")]


@pytest.fixture
def page(drafts) -> str:
    return path_of(drafts[0].activity, "work") + "?show=drafts"


def ticks(client, page) -> list[str]:
    """What the checkboxes of the page send, in the order of the numbers."""
    body = client.get(page).content.decode()
    return sorted(re.findall(r'name="drafts" value="([^"]+)"', body), key=lambda tick: int(tick.partition("-")[0]))


def ticked(*answers) -> list[many.Ticked]:
    found = {one.number: one for one in Answer.objects.all()}
    return [many.Ticked(one.number, found[one.number].revision, mark_now(one)) for one in answers]


def post(client, drafts, do, chosen, **more):
    return client.post(path_of(drafts[0].activity, "many"), {"do": do, "drafts": chosen, **more})


def published() -> list[int]:
    return sorted(Answer.objects.filter(published_at__isnull=False).values_list("number", flat=True))


def test_whole_ones_are_published_and_the_others_are_named_with_what_they_lack(desk, drafts, page):
    refused = post(desk, drafts, "publish", ticks(desk, page))
    words = unescape(refused.content.decode())
    assert refused.status_code == 422
    assert published() == [1, 2]
    assert "2 vastausta julkaistiin." in words
    assert "Vastaus 3 (Aukiolo): " in words
    assert "svenska" in words.split("Vastaus 3 (Aukiolo): ")[1].split("</li>")[0]
    assert "Vastaus 4 (Määräaika): Valitse, miten kommentit otettiin huomioon." in words
    assert path_of(drafts[0].activity, "edit", number=3) in words
    assert [tick.partition("-")[0] for tick in re.findall(r'value="([^"]+)" id="draft-\d+" checked', words)] == [
        "4",
        "3",
    ]
    swedish = desk.post(path_of(drafts[0].activity, "many", "sv"), {"do": "publish", "drafts": ticks(desk, page)})
    assert "Dessa lämnades som de är" in swedish.content.decode()


def test_each_sender_hears_and_the_trail_has_a_line_of_each_as_when_published_alone(desk, drafts, page):
    post(desk, drafts, "publish", ticks(desk, page)[:2])
    told = Notice.objects.filter(kind="answers.published")
    assert sorted(one.person.email if one.person else one.address for one in told) == [
        "a1@example.org",
        "a2@example.org",
    ]
    assert Entry.objects.filter(verb="answers.published").count() == 2
    assert wrong_counts(drafts[0].activity) == []


def test_sent_again_it_is_done_already_and_nobody_hears_twice(desk, drafts, page):
    chosen = ticks(desk, page)[:2]
    assert [post(desk, drafts, "publish", chosen).status_code for _twice in range(2)] == [302, 302]
    assert Notice.objects.filter(kind="answers.published").count() == 2
    assert Entry.objects.filter(verb="answers.published").count() == 2


def test_the_handling_of_many_is_set_and_other_words_stay(desk, drafts, page):
    assert post(desk, drafts, "handle", ticks(desk, page), handling="off_topic").status_code == 302
    assert set(Answer.objects.values_list("handling", flat=True)) == {"off_topic"}
    assert fresh(drafts[0]).body == WHOLE.body
    again = post(desk, drafts, "handle", ticks(desk, page), handling="")
    assert again.status_code == 422
    assert "Valitse, miten kommentit otettiin huomioon." in again.content.decode()
    assert Entry.objects.filter(verb="answers.saved", target__startswith="answer:").count() == 8


def test_a_reason_goes_with_the_handling_and_the_refused_are_published_without_opening_each(desk, bertta, drafts, page):
    own = {"fi": "Väkeä on liian vähän."}
    write(bertta, with_activity(drafts[1]), handling="not_accepted", reason="cost", reason_words=Wording(own))
    given = {
        "handling": "not_accepted",
        "reason": "law",
        "reason_words-fi": "Näin laissa.",
        "reason_words-sv": "Lagen.",
    }
    assert post(desk, drafts, "handle", ticks(desk, page)[:2], **given).status_code == 302
    assert [(one.handling, one.reason, dict(one.reason_words)) for one in map(fresh, drafts[:2])] == [
        ("not_accepted", "law", {"fi": "Näin laissa.", "sv": "Lagen."}),
        ("not_accepted", "law", {**own, "sv": "Lagen."}),
    ]
    assert post(desk, drafts, "publish", ticks(desk, page)[:2]).status_code == 302
    assert published() == [1, 2]


def test_a_reason_that_the_handling_does_not_owe_is_left_out_and_an_unknown_one_is_refused(desk, drafts, page):
    assert post(desk, drafts, "handle", ticks(desk, page), handling="accepted", reason="cost").status_code == 302
    assert set(Answer.objects.values_list("reason", flat=True)) == {""}
    for wrong in ({"reason": "x"}, {"reason_words-fi": "a" * 3001}):
        refused = post(desk, drafts, "handle", ticks(desk, page), handling="not_accepted", **wrong)
        assert refused.status_code == 422
        assert "Nämä jäivät ennalleen" in refused.content.decode()
    assert not Answer.objects.filter(handling="not_accepted").exists()


def test_beside_what_was_left_the_page_tells_how_many_wait_now(desk, drafts, page):
    words = unescape(post(desk, drafts, "publish", ticks(desk, page)).content.decode())
    assert "2 vastausta julkaistiin." in words
    assert "2 kommenttia odottaa vastausta" in words
    assert "4 kommenttia odottaa vastausta" not in words


def test_words_or_comments_that_changed_since_the_page_was_opened_are_left(desk, bertta, drafts, page, section):
    chosen = ticks(desk, page)
    write(bertta, with_activity(drafts[0]), body=Wording(fi="Toisen.", sv="Annan."))
    factories.comment(factories.guest(), section)
    drafts[1].answered.create(comment=Comment.objects.last())
    refused = unescape(post(desk, drafts, "publish", chosen[:2]).content.decode())
    assert published() == []
    assert "Vastaus 1 (Määräaika): " in refused
    assert "Tämän vastauksen kommentit eivät ole samat" in refused
    assert post(desk, drafts, "publish", ticks(desk, page)[:2]).status_code == 302
    assert published() == [1, 2]


def with_activity(answer: Answer) -> Answer:
    found = fresh(answer)
    found.activity = answer.activity
    return found


def test_where_another_approves_many_are_asked_for_and_approved(desk, county, drafts, page):
    Authority.objects.update(answers_need_approval=True)
    assert post(desk, drafts, "ask", ticks(desk, page)[:2]).status_code == 302
    own = unescape(post(desk, drafts, "publish", ticks(desk, page)).content.decode())
    assert published() == []
    assert "Vastaus 1 (Määräaika): Kirjoitit tämän vastauksen tai pyysit sille hyväksyntää" in own
    assert "Vastaus 3 (Aukiolo): Täällä vastauksen hyväksyy joku muu kuin kirjoittaja." in own
    other = signed_in(factories.staff(county, "answerer", "cai@example.org"))
    assert "Hyväksy ja julkaise valitut" in other.get(page).content.decode()
    assert post(other, drafts, "publish", ticks(other, page)[:2]).status_code == 302
    assert published() == [1, 2]


def test_corrections_of_many_answers_are_approved_at_once(desk, bertta, county, drafts, page):
    post(desk, drafts, "publish", ticks(desk, page)[:2])
    Authority.objects.update(answers_need_approval=True)
    for one in drafts[:2]:
        signed_in(bertta).post(path_of(one.activity, "edit", number=one.number), form_of(fresh(one)))
    own = unescape(post(desk, drafts, "publish", ticks(desk, page)[:2]).content.decode())
    assert own.count("Kirjoitit tämän vastauksen") == 2
    other = signed_in(factories.staff(county, "answerer", "cai@example.org"))
    chosen = ticks(other, page)[:2]
    asked = unescape(post(other, drafts, "ask", chosen).content.decode())
    assert "Tämä vastaus on julkaistu" in asked
    assert [post(other, drafts, "publish", chosen).status_code for _twice in range(2)] == [302, 302]
    assert [fresh(one).body["fi"] for one in drafts[:2]] == ["Vastaus."] * 2
    assert Notice.objects.filter(kind="answers.corrected").count() == 2


def test_so_many_at_once_that_each_sender_can_be_told(desk, bertta, drafts, page, monkeypatch):
    monkeypatch.setattr(many, "MOST_COMMENTS", 1)
    refused = post(desk, drafts, "publish", ticks(desk, page)[:2])
    assert refused.status_code == 422
    assert "Kerralla voi vastata enintään 1 kommenttiin" in refused.content.decode()
    assert published() == []
    monkeypatch.setattr(many, "MOST_DRAFTS", 1)
    assert post(desk, drafts, "publish", ticks(desk, page)[:2]).status_code == 422


@pytest.mark.parametrize("sent", [{}, {"drafts": ["x"]}, {"drafts": ["1-1-zz"], "do": "zz"}, {"drafts": ["9" * 30]}])
def test_bad_input_is_answered_with_a_message(desk, drafts, sent):
    refused = desk.post(path_of(drafts[0].activity, "many"), {"do": "publish", **sent})
    assert refused.status_code == 422
    assert published() == []


def test_all_that_are_shown_are_ticked_at_a_press(desk, drafts, page):
    body = post(desk, drafts, "choose_all", []).content.decode()
    assert body.count("checked") == 4


def test_only_those_who_answer_there(county, drafts):
    cai = factories.staff(county, "moderator", "cai@example.org")
    with pytest.raises(Refusal, match="not_your_role"):
        many.publish_many(actor=cai, activity=drafts[0].activity, ticked=ticked(drafts[0]), at=clock.now())


@pytest.mark.django_db(transaction=True)
def test_two_who_publish_many_in_another_order_at_the_same_moment(bertta, county, drafts):
    cecilia = factories.staff(county, "coordinator", "cecilia@example.org")
    chosen, activity = ticked(*drafts[:2]), drafts[0].activity

    def publishing(actor, those):
        return lambda _turn: many.publish_many(actor=actor, activity=activity, ticked=those, at=clock.now())

    work_together(publishing(bertta, chosen), publishing(cecilia, chosen[::-1]), turns=2)
    assert published() == [1, 2]
    assert Notice.objects.filter(kind="answers.published").count() == 2
    assert wrong_counts(activity) == []


def test_one_draft_is_chosen_as_a_draft(desk, bertta, section):
    draft = write(bertta, start(bertta, factories.comment(factories.guest(), section, "Sana.")))
    page = unescape(desk.get(path_of(draft.activity, "work") + "?show=drafts").content.decode())
    assert "Valitse näkyvä luonnos" in page
    assert "Valitse näkyvä kommentti" not in page


def test_what_a_left_draft_lacks_is_told_with_the_name_of_the_text(desk, bertta, section):
    comment = factories.comment(factories.guest(), section, "Sana.")
    draft = write(bertta, start(bertta, comment), handling="partly_accepted", reason="cost", **FINNISH)
    page = path_of(draft.activity, "work") + "?show=drafts"
    told = unescape(post(desk, [draft], "publish", ticks(desk, page)).content.decode())
    assert "Vastaus: Teksti puuttuu näillä kielillä: svenska." in told
    assert "Perustelu omin sanoin: Teksti puuttuu näillä kielillä: suomi." in told
