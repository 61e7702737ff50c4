"""A late comment that is like answered ones is joined to their published answer, and can be taken out of it again."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import translation

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers import actions, joining, publishing
from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.models import AnsweredComment
from yhdyspinta.answers.tests.scene import fresh, new_version, page_of, path_of, publish, start, write
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment, Thread
from yhdyspinta.documents.models import DocumentVersion
from yhdyspinta.material import tasks
from yhdyspinta.material.history import history_of
from yhdyspinta.material.loading import whole_comment_of
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import UNDO_TIME, kind_of
from yhdyspinta.open_data.models import DataChange
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
LATER = UNDO_TIME + timedelta(seconds=1)


@pytest.fixture
def answer(bertta, section):
    return fresh(publish(bertta, write(bertta, start(bertta, factories.comment(factories.guest(), section)))))


@pytest.fixture
def late(section, answer) -> Comment:
    return factories.comment(factories.guest(), section, email="aino@example.org")


def join(actor, answer, *comments, at=None):
    return joining.join_answer(
        actor=actor, answer=answer, comments=[one.pk for one in comments], revision=fresh(answer).revision,
        at=at or clock.now(),
    )  # fmt: skip


def out(actor, answer, at):
    joined_at = AnsweredComment.objects.filter(joined_at__isnull=False).values_list("joined_at", flat=True)[0]
    return joining.take_out(actor=actor, answer=answer, joined_at=joined_at, at=at)


def test_a_late_comment_gets_the_published_words_as_they_are(bertta, answer, late):
    before = AnswerText.of(answer)
    DataChange.objects.all().delete()
    assert join(bertta, answer, late) == [late]
    assert join(bertta, answer, late) == []
    activity = fresh(answer.activity)
    assert (activity.due_count, activity.answered_count, fresh(answer).comment_count) == (0, 2, 2)
    assert AnswerText.of(fresh(answer)) == before
    assert fresh(late).handling == Comment.Handling.ANSWERED
    assert "Svar inom 30 dagar." in page_of(late, "sv")
    assert DataChange.objects.filter(activity=activity).exists()
    line = Entry.objects.get(verb="answers.joined")
    assert line.detail == {"number": answer.number, "comments": [late.number]}
    with translation.override("fi"):
        told = [event.what for event in history_of(whole_comment_of(activity, late.number))]
    assert told == ["Saapunut", f"Liitetty julkaistuun vastaukseen {answer.number}"]


def test_senders_hear_of_it_after_a_while_in_their_language(bertta, answer, late):
    at = clock.now()
    join(bertta, answer, late, at=at)
    notice = Notice.objects.get(kind="answers.joined")
    assert (notice.address, notice.held_until) == ("aino@example.org", at + UNDO_TIME)
    for language, words in (("fi", "Kommentti 2 on samanlainen"), ("sv", "Kommentar 2 liknar"), ("en", "Comment 2")):
        with translation.override(language):
            message = kind_of(notice).words(notice)
        assert words in " ".join(message.paragraphs)
        assert message.path.endswith(f"/answers/{answer.activity.slug}/{answer.number}/")


def test_taking_out_in_time_tells_nobody_and_later_tells_the_truth(bertta, answer, late):
    at = clock.now()
    join(bertta, answer, late, at=at)
    assert out(bertta, answer, at) == [late]
    assert not Notice.objects.exists()
    assert fresh(late).handling == Comment.Handling.OPEN
    assert (fresh(answer).comment_count, fresh(answer.activity).due_count) == (1, 1)
    join(bertta, answer, late, at=at + timedelta(seconds=1))
    Notice.objects.update(state=Notice.State.SENT)
    out(bertta, answer, at + LATER)
    notice = Notice.objects.get(kind="answers.taken_out")
    with translation.override("fi"):
        assert "odottaa taas vastausta" in " ".join(kind_of(notice).words(notice).paragraphs)
        events = history_of(whole_comment_of(answer.activity, late.number))
    assert [event.what for event in events].count("Irrotettu vastauksesta, johon se oli liitetty") == 2
    assert f"vastaus {answer.number}" in events[-1].more


def test_a_round_that_was_answered_opens_when_a_comment_is_taken_out(bertta, answer, late):
    join(bertta, answer, late)
    activity = fresh(answer.activity)
    activity.answered_at = clock.now()
    activity.save()
    out(bertta, answer, clock.now())
    assert fresh(activity).answered_at is None
    assert Entry.objects.filter(verb="answers.round_reopened").exists()


def test_approved_words_are_joined_to_by_whoever_may_answer_and_by_nobody_else(county, bertta, answer, late):
    county.answers_need_approval = True
    county.save()
    moderator = factories.staff(county, "moderator", "cai@example.org")
    with pytest.raises(Refusal, match="not_your_role"), transaction.atomic():
        join(moderator, answer, late)
    at = clock.now()
    with pytest.raises(Refusal, match="not_your_role"):
        joining.take_out(actor=moderator, answer=answer, joined_at=at, at=at)
    assert join(bertta, answer, late) == [late]


def test_what_does_not_fit_is_refused(bertta, section, answer, late):
    draft = start(bertta, factories.comment(factories.guest(), section))
    with pytest.raises(Refusal, match="not_published_yet"):
        join(bertta, draft, late)
    with pytest.raises(Refusal, match="comment_in_another_answer"):
        join(bertta, answer, late, Comment.objects.get(answered__answer=draft))
    with pytest.raises(Refusal, match="answer_changed"):
        joining.join_answer(actor=bertta, answer=answer, comments=[late.pk], revision=1, at=clock.now())
    with pytest.raises(Refusal, match="too_many_to_join"):
        joining.join_answer(
            actor=bertta, answer=answer, comments=range(10**6, 10**6 + 501), revision=answer.revision, at=clock.now()
        )


def test_a_comment_on_the_changed_text_does_not_get_the_answer_that_tells_of_the_change(bertta, document, section):
    changed = new_version(document, published=False)
    changed.thread = Thread.objects.create(activity=document.activity)
    changed.save()
    DocumentVersion.objects.filter(pk=changed.version_id).update(published_at=clock.now())
    comment = factories.comment(factories.guest(), section)
    answer = publish(bertta, write(bertta, start(bertta, comment), changed_section_id=changed.pk))
    newer = factories.comment(factories.guest(), changed)
    with pytest.raises(Refusal, match="change_was_commented"):
        join(bertta, answer, newer)
    assert join(bertta, answer, factories.comment(factories.guest(), section))


def test_a_preliminary_answer_keeps_its_joined_comments_waiting(bertta, section):
    comment = factories.comment(factories.guest(), section)
    answer = publish(bertta, write(bertta, start(bertta, comment), is_final=False))
    late = factories.comment(factories.guest(), section, email="aino@example.org")
    join(bertta, answer, late)
    assert fresh(late).handling == Comment.Handling.OPEN
    final = AnswerText(**{**vars(AnswerText.of(fresh(answer))), "is_final": True})
    publishing.correct_answer(actor=bertta, answer=answer, text=final, revision=fresh(answer).revision, at=clock.now())
    assert fresh(late).handling == Comment.Handling.ANSWERED
    assert [notice.kind for notice in Notice.objects.all()] == ["answers.published"]  # told once, of the final one


def test_a_correction_or_taking_back_soon_after_is_not_told_before_the_answer(bertta, answer, late):
    join(bertta, answer, late)
    other = AnswerText(**{**vars(AnswerText.of(answer)), "body": Wording(fi="Muuttui.", sv="Ändrat.")})
    publishing.correct_answer(actor=bertta, answer=answer, text=other, revision=fresh(answer).revision, at=clock.now())
    assert [notice.kind for notice in Notice.objects.all()] == ["answers.joined"]
    publishing.unpublish_answer(actor=bertta, answer=answer, at=clock.now())
    assert not Notice.objects.exists()
    assert not AnsweredComment.objects.filter(joined_at__isnull=False).exists()
    actions.remove_draft(actor=bertta, answer=fresh(answer), at=clock.now())
    assert fresh(late).handling == Comment.Handling.OPEN


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ("Liitä julkaistuun vastaukseen", "1 lähettäjälle kerrotaan", "Liitä ja kerro")),
        ("sv", ("Koppla till ett publicerat svar", "1 avsändare", "Koppla och meddela")),
        ("en", ("Join to a published answer", "1 sender is told", "Join and tell")),
    ],
)
def test_the_page_asks_with_the_words_of_the_answer_in_all_languages(desk, answer, late, language, words):
    path = path_of(answer.activity, "join", language, number=answer.number)
    shown = desk.get(path, {"comments": [late.pk]}).content.decode()
    for expected in (*words, "Vastaus 30 päivässä.", "Svar inom 30 dagar.", late.public_text):
        assert expected in shown


def test_from_the_work_list_to_the_answer_and_back(desk, answer, late, django_assert_max_num_queries):
    group = path_of(answer.activity, "group")
    failed = desk.post(group, {"do": "join", "comments": [late.pk], "published": ""})
    assert failed.status_code == 422
    assert "Valitse julkaistu vastaus." in failed.content.decode()
    assert desk.post(group, {"do": "join", "published": answer.number}).status_code == 422
    assert desk.post(group, {"do": "join-99", "comments": [late.pk]}).status_code == 422
    asked = desk.post(group, {"do": "join", "comments": [late.pk], "published": answer.number})
    assert asked.status_code == 302
    with django_assert_max_num_queries(15):
        page = desk.get(asked["Location"])
    form = {"comments": [late.pk], "revision": page.context["answer"].revision}
    done = desk.post(path_of(answer.activity, "join", number=answer.number), form, follow=True)
    assert "1 kommentti liitettiin vastaukseen." in done.content.decode()
    assert "Liitetty jälkeenpäin: kommentti 2" in done.content.decode()
    assert "Lähettäjille kerrotaan klo" in done.content.decode()
    again = desk.post(path_of(answer.activity, "join", number=answer.number), form)
    assert (again.status_code, AnsweredComment.objects.count()) == (302, 2)
    row = AnsweredComment.objects.get(comment=late)
    back = {"joining": row.pk}
    undone = desk.post(path_of(answer.activity, "take_out", number=answer.number), back, follow=True)
    assert "1 kommentti irrotettiin vastauksesta" in undone.content.decode()
    gone = desk.post(path_of(answer.activity, "take_out", number=answer.number), back, follow=True)
    assert "eivät ole enää vastauksessa" in gone.content.decode()


def test_where_no_sender_left_an_address_nobody_is_said_to_be_told(desk, bertta, section, answer):
    comment = factories.comment(factories.guest(), section)
    asked = desk.get(
        path_of(answer.activity, "join", number=answer.number), {"comments": [comment.pk]}
    ).content.decode()
    assert "Liitä vastaukseen" in asked
    assert "Liitä ja kerro" not in asked
    join(bertta, answer, comment)
    page = desk.get(path_of(answer.activity, "edit", number=answer.number)).content.decode()
    assert "Liitetty jälkeenpäin" in page
    assert "Lähettäjille" not in page


def test_who_came_too_late_is_told_and_goes_on_with_the_rest(desk, bertta, section, answer, late):
    taken = factories.comment(factories.guest(), section)
    start(bertta, taken)
    path = path_of(answer.activity, "join", number=answer.number)
    failed = desk.post(path, {"comments": [late.pk, taken.pk], "revision": answer.revision})
    assert failed.status_code == 409
    assert [line.pk for line in failed.context["lines"]] == [late.pk]
    assert "Yksi valituista jää ennalleen" in failed.content.decode()
    nothing = desk.get(path, {"comments": [taken.pk, "x"]})
    assert "Mikään valituista kommenteista ei odota vastausta" in nothing.content.decode()
    assert desk.get(path_of(answer.activity, "join", number=start(bertta, late).number)).status_code == 302


def test_like_comments_offer_the_published_answer(desk, county, bertta, section, answer, late, monkeypatch):
    tasks.look_for_like(0)
    bunch = activity_address(answer.activity, "material:bunch", number=1, language="fi")
    page = desk.get(bunch).content.decode()
    assert "Osaan näistä on vastattu" in page
    assert f'value="join-{answer.number}"' in page
    group = path_of(answer.activity, "group")
    asked = desk.post(group, {"do": f"join-{answer.number}", "comments": [late.pk]})
    assert f"comments={late.pk}" in asked["Location"]
    every = desk.post(group, {"do": f"join_like-{answer.number}", "like": "1"})
    assert [line.pk for line in desk.get(every["Location"]).context["lines"]] == [late.pk]
    join(bertta, answer, late)
    assert "Osaan näistä on vastattu" not in desk.get(bunch).content.decode()
    reader = signed_in(factories.staff(county, "moderator", "cai@example.org"))
    assert "join-" not in reader.get(bunch).content.decode()
