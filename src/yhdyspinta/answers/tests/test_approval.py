"""Answers that somebody else than their writer approves."""

from dataclasses import replace

import pytest
from django.db import transaction

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers import actions, approval, corrections, publishing
from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.looks import mark_now
from yhdyspinta.answers.models import Answer, Correction, FormerAnswer
from yhdyspinta.answers.queries import waiting_for_approval
from yhdyspinta.answers.tests.scene import form_of, fresh, path_of, publish, start, write
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.authorities.models import Authority
from yhdyspinta.notices.models import Notice
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict(county):
    Authority.objects.update(answers_need_approval=True)
    county.refresh_from_db()
    return county


@pytest.fixture
def cai(county):
    return factories.staff(county, "answerer", "cai@example.org")


@pytest.fixture
def written(strict, bertta, section) -> Answer:
    answer = write(bertta, start(bertta, factories.comment(factories.guest(), section, email="a@example.org")))
    answer.activity.process.owner.refresh_from_db()
    return answer


def fresh_of(answer: Answer) -> Answer:
    """The answer as it is stored, with the activity that knows its owner."""
    found = fresh(answer)
    found.activity = answer.activity
    return found


def ask(who, answer):
    return approval.ask_approval(
        actor=who, answer=answer, revision=fresh(answer).revision, seen=mark_now(answer), at=clock.now()
    )


def refused(code, work):
    with pytest.raises(Refusal, match=code), transaction.atomic():
        work()


def test_the_writer_cannot_publish_alone(written, bertta, cai):
    refused("approval_missing", lambda: publish(bertta, fresh_of(written)))
    refused("approval_missing", lambda: publish(cai, fresh_of(written)))
    ask(bertta, written)
    refused("approval_by_another", lambda: publish(bertta, fresh_of(written)))
    publish(cai, fresh_of(written))
    assert fresh(written).published_by == cai
    assert Notice.objects.filter(kind="answers.published").count() == 1


def test_who_asks_is_no_second_person_for_words_of_another(written, bertta, cai):
    ask(cai, written)
    refused("approval_by_another", lambda: publish(cai, fresh_of(written)))
    refused("approval_by_another", lambda: publish(bertta, fresh_of(written)))


def test_other_words_or_comments_wait_for_no_approval(written, bertta, cai, section):
    ask(bertta, written)
    write(cai, fresh_of(written), body=Wording(fi="Toiset sanat.", sv="Andra ord."))
    assert fresh(written).ready_at is None
    ask(bertta, written)
    more = factories.comment(factories.guest(), section)
    actions.add_to_answer(actor=bertta, answer=written, comments=[more.pk], at=clock.now())
    refused("approval_missing", lambda: publish(cai, fresh_of(written)))


def test_asking_twice_is_asking_once_and_what_is_not_whole_is_refused(written, bertta, section):
    at = fresh(ask(bertta, written)).ready_at
    assert fresh(ask(bertta, written)).ready_at == at
    assert Entry.objects.filter(verb="answers.ready").count() == 1
    other = write(
        bertta, start(bertta, factories.comment(factories.guest(), section)), body=Wording(fi="Vain suomeksi.")
    )
    refused("language_missing", lambda: ask(bertta, other))


def test_given_back_with_what_to_mend_and_the_writer_is_told(written, bertta, cai):
    ask(bertta, written)
    refused("what_to_mend_missing", lambda: give_back(cai, written, " "))
    give_back(cai, written, "Lyhyemmin.")
    assert (fresh(written).ready_at, fresh(written).returned_note) == (None, "Lyhyemmin.")
    assert Notice.objects.get(kind="answers.returned").person == bertta
    refused("not_ready", lambda: give_back(cai, written, "Taas."))
    ask(bertta, written)
    assert fresh(written).returned_note == ""


def give_back(who, answer, words):
    approval.return_answer(actor=who, answer=answer, words=words, at=clock.now())


@pytest.fixture
def published(written, bertta, cai) -> Answer:
    publish(cai, ask(bertta, written))
    return fresh_of(written)


NEW = {"body": Wording(fi="Vastaus 14 päivässä.", sv="Svar inom 14 dagar.")}


def correct(who, answer, *, revision=None, **changes):
    answer = fresh_of(answer)
    text = replace(AnswerText.of(answer), **changes)
    return corrections.propose_correction(
        actor=who, answer=answer, text=text, revision=revision or answer.revision, at=clock.now()
    )


def approve(who, answer, revision):
    return corrections.approve_correction(actor=who, answer=fresh_of(answer), revision=revision, at=clock.now())


def test_a_published_answer_is_not_corrected_alone(published, cai):
    text, revision = AnswerText.of(published), published.revision
    refused(
        "correct_by_another",
        lambda: publishing.correct_answer(actor=cai, answer=published, text=text, revision=revision, at=clock.now()),
    )


def test_a_correction_waits_while_the_published_words_stand(published, bertta, cai):
    made = correct(bertta, published, **NEW)
    assert fresh(published).body == published.body
    assert waiting_for_approval([published.activity])[published.activity_id].count == 1
    refused("approval_by_another", lambda: approve(bertta, published, made.revision))
    approve(cai, published, made.revision)
    now = fresh(published)
    assert now.body == NEW["body"]
    assert now.corrected_at
    assert [one.body for one in FormerAnswer.objects.all()] == [published.body]
    assert Notice.objects.filter(kind="answers.corrected").count() == 1
    lines = Entry.objects.count()
    assert approve(cai, published, made.revision).revision == now.revision
    assert Entry.objects.count() == lines
    assert waiting_for_approval([published.activity]) == {}


def test_the_same_correction_is_made_once_and_another_is_shown(published, bertta, cai):
    assert correct(bertta, published) is None
    made = correct(bertta, published, **NEW)
    assert correct(bertta, published, **NEW).revision == made.revision
    refused("changed_meanwhile", lambda: correct(cai, published, title=Wording(fi="Aika", sv="Tid")))
    refused("changed_meanwhile", lambda: approve(cai, published, made.revision - 1))
    refused("language_missing", lambda: correct(bertta, published, revision=made.revision, body=Wording(fi="Vain.")))
    assert fresh(made).body == NEW["body"]


def test_a_correction_given_back_is_mended_or_dropped(published, bertta, cai):
    made = correct(bertta, published, **NEW)
    at = clock.now()
    corrections.return_correction(actor=cai, answer=fresh_of(published), words="Lyhyemmin.", at=at)
    refused("not_ready", lambda: approve(cai, published, made.revision))
    assert waiting_for_approval([published.activity]) == {}
    assert Notice.objects.filter(kind="answers.returned", person=bertta).exists()
    correct(bertta, published, revision=made.revision, **NEW)
    assert fresh(made).returned_note == ""
    assert corrections.drop_correction(actor=bertta, answer=fresh_of(published), at=at)
    assert not corrections.drop_correction(actor=bertta, answer=fresh_of(published), at=at)
    refused("no_correction", lambda: approve(cai, published, 99))
    assert fresh(published).body == published.body


def test_taking_back_takes_the_correction_along(published, bertta):
    correct(bertta, published, **NEW)
    publishing.unpublish_answer(actor=bertta, answer=fresh_of(published), at=clock.now())
    assert not Correction.objects.exists()


def test_the_pages_of_a_correction(published, bertta, cai):
    writer, other = signed_in(bertta), signed_in(cai)
    edit = path_of(published.activity, "edit", number=published.number)
    page = path_of(published.activity, "correction", number=published.number)
    assert "Lähetä korjaus hyväksyttäväksi" in writer.get(edit).content.decode()
    assert writer.get(page).url == edit
    response = writer.post(edit, form_of(fresh(published), **{"body-fi": "Neljässätoista päivässä."}))
    assert response.url == page
    assert "Neljässätoista päivässä." in writer.get(edit).content.decode()
    assert "odottaa, että joku toinen" in writer.get(page).content.decode()
    drafts = path_of(published.activity, "work") + "?show=drafts"
    assert page in other.get(drafts).content.decode()
    assert other.post(page, {"do": "return", "words": ""}).status_code == 422
    revision = Correction.objects.get().revision
    assert writer.post(page, {"do": "approve", "revision": revision}).status_code >= 400
    assert other.post(page, {"do": "approve", "revision": revision}).status_code == 302
    assert fresh(published).body["fi"] == "Neljässätoista päivässä."
    assert "korjaus" not in other.get(drafts).content.decode().lower()


def test_the_desk_leads_to_the_only_answer_with_the_comments_beside_it(written, bertta, cai, section):
    ask(bertta, written)
    other = signed_in(cai)
    page = path_of(written.activity, "publish", number=written.number)
    desk = f"/{written.activity.process.owner.slug}/fi/desk/"
    assert f'href="{page}"' in other.get(desk).content.decode()
    assert f'href="{page}"' in other.get(path_of(written.activity, "work") + "?show=drafts").content.decode()
    for language, words in (("fi", "pyysi hyväksyntää"), ("sv", "bad om godkännande"), ("en", "asked for approval")):
        shown = other.get(path_of(written.activity, "publish", language, number=written.number)).content.decode()
        assert "Kirjatkaa määräaika" in shown
        assert words in shown
        assert str(bertta) in shown
    more = write(bertta, start(bertta, factories.comment(factories.guest(), section)))
    ask(bertta, more)
    listed = other.get(desk).content.decode()
    assert path_of(written.activity, "work") + "?show=drafts" in listed
    both = other.get(path_of(written.activity, "work") + "?show=drafts")
    assert [row["line"].number for row in both.context["ready"]] == [written.number, more.number]
    assert both.context["groups"] == []


def test_the_desk_leads_to_the_only_correction(published, bertta, cai):
    signed_in(bertta).post(
        path_of(published.activity, "edit", number=published.number),
        form_of(fresh(published), **{"body-fi": "Toisin."}),
    )
    desk = signed_in(cai).get(f"/{published.activity.process.owner.slug}/fi/desk/").content.decode()
    assert f'href="{path_of(published.activity, "correction", number=published.number)}"' in desk


def test_the_pages_lead_from_the_writer_to_another(written, bertta, cai):
    writer, other = signed_in(bertta), signed_in(cai)
    page = path_of(written.activity, "publish", number=written.number)
    assert "Pyydä hyväksyntää" in writer.get(page).content.decode()
    writer.post(page, {"do": "ask", "revision": fresh(written).revision, "seen": mark_now(written)})
    assert "odottaa, että joku toinen" in writer.get(page).content.decode()
    assert "Hyväksy vastaukset" in other.get(f"/{written.activity.process.owner.slug}/fi/desk/").content.decode()
    empty = other.post(page, {"do": "return", "words": ""})
    assert empty.status_code == 422
    assert 'href="#id_words"' in empty.content.decode()
    other.post(page, {"do": "return", "words": "Lisää perustelu."})
    assert "Lisää perustelu." in writer.get(path_of(written.activity, "edit", number=written.number)).content.decode()
    writer.post(page, {"do": "ask", "revision": fresh(written).revision, "seen": mark_now(written)})
    assert other.post(page, {"revision": fresh(written).revision, "seen": mark_now(written)}).status_code == 302
    assert fresh(written).published_at is not None


def test_the_authority_turns_approval_on(county):
    who = signed_in(factories.staff(county, "county_admin", "d@example.org"))
    path = f"/{county.slug}/fi/desk/authority/rules/"
    page = who.get(path)
    assert page.status_code == 200, path
    values = {"answer_days": 42, "moderation_hours": 24, "small_group_limit": 5, "revision": county.revision}
    assert who.post(path, {**values, "answers_need_approval": "on"}).status_code == 302
    assert fresh(county).answers_need_approval
