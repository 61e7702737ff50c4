from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import translation

from tests import factories
from yhdyspinta.answers import actions, publishing, rounds
from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.models import Answer, AnsweredComment, FormerAnswer
from yhdyspinta.answers.notices import _closed
from yhdyspinta.answers.queries import answers_for
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.actions import edit_comment, withdraw_comment
from yhdyspinta.comments.counters import change_state
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Document, DocumentVersion, Section, SectionText
from yhdyspinta.notices.models import Notice
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity, Follow, ProcessPartner
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db

WHOLE = AnswerText(
    title=Wording(fi="Määräaika", sv="Tidsfrist"),
    body=Wording(fi="Vastaus 30 päivässä.", sv="Svar inom 30 dagar."),
    handling="accepted",
)


@pytest.fixture
def county():
    return factories.authority("pohjanmaa", code="15", bilingual=True)


@pytest.fixture
def document(county) -> Document:
    closed = clock.now() - timedelta(days=1)
    return factories.document(factories.activity(factories.process(county), closes_at=closed))


@pytest.fixture
def activity(document) -> Activity:
    return document.activity


@pytest.fixture
def section(document) -> Section:
    return document.versions.get().sections.first()


@pytest.fixture
def bertta(county) -> Person:
    return factories.staff(county)


def fresh(activity: Activity) -> Activity:
    return Activity.objects.get(pk=activity.pk)


def start(bertta: Person, *comments: Comment, title: Wording = WHOLE.title) -> Answer:
    return actions.start_answer(
        actor=bertta, activity=comments[0].activity, comments=[c.pk for c in comments], title=title, at=clock.now()
    )


def write(bertta: Person, answer: Answer, **changes) -> Answer:
    text = AnswerText(**{**vars(WHOLE), **changes})
    return actions.save_answer(actor=bertta, answer=answer, text=text, revision=answer.revision, at=clock.now())


def publish(bertta: Person, answer: Answer) -> Answer:
    return publishing.publish_answer(actor=bertta, answer=answer, revision=answer.revision, at=clock.now())


def test_one_answer_to_comments_of_two_threads(bertta, document):
    first, second = document.versions.get().sections.all()[:2]
    one, two = factories.comment(factories.guest(), first), factories.comment(factories.guest(), second)
    publish(bertta, write(bertta, start(bertta, one, two)))
    shown = answers_for([one.pk, two.pk], "fi")
    assert shown[one.pk] == shown[two.pk]
    assert shown[one.pk].body.text("sv") == "Svar inom 30 dagar."
    assert (fresh(one.activity).answered_count, fresh(one.activity).due_count) == (2, 0)


def test_answers_take_two_queries(bertta, section, django_assert_num_queries):
    comments = [factories.comment(factories.guest(), section) for _ in range(3)]
    for comment in comments[:2]:
        publish(bertta, write(bertta, start(bertta, comment)))
    rounds.close_without_answer(
        actor=bertta, activity=comments[0].activity, comments=[comments[2].pk], reason="thanks", at=clock.now()
    )
    with django_assert_num_queries(2):
        assert len(answers_for([comment.pk for comment in comments], "sv")) == 3


def test_a_comment_stands_in_one_answer_at_most(bertta, section):
    comment = factories.comment(factories.guest(), section)
    start(bertta, comment)
    with pytest.raises(Refusal, match="comment_in_another_answer"):
        start(bertta, comment)


@pytest.mark.parametrize("state", [Comment.State.HIDDEN, Comment.State.WITHDRAWN, Comment.State.WAITING])
def test_what_is_not_on_the_page_needs_no_answer(bertta, section, state):
    comment = factories.comment(factories.guest(), section)
    change_state(comment, state)
    with pytest.raises(Refusal, match="comment_needs_no_answer"):
        start(bertta, comment)


def test_hidden_after_grouping_is_left_out(bertta, section):
    stays, goes = factories.comment(factories.guest(), section), factories.comment(factories.guest(), section)
    answer = write(bertta, start(bertta, stays, goes))
    change_state(goes, Comment.State.HIDDEN)
    assert publish(bertta, answer).comment_count == 1
    goes.refresh_from_db()
    assert goes.handling == Comment.Handling.OPEN


def test_groups_are_split_and_emptied(bertta, section):
    comments = [factories.comment(factories.guest(), section) for _ in range(3)]
    answer = write(bertta, start(bertta, *comments))
    new = actions.split_answer(actor=bertta, answer=answer, comments=[comments[0].pk], title=Wording(), at=clock.now())
    answer.refresh_from_db()
    assert (answer.comment_count, new.comment_count, new.body) == (2, 1, WHOLE.body)
    actions.remove_from_answer(actor=bertta, answer=answer, comments=[c.pk for c in comments[1:]], at=clock.now())
    assert AnsweredComment.objects.count() == 1
    with pytest.raises(Refusal, match="answer_without_comments"):
        publish(bertta, Answer.objects.get(pk=answer.pk))


def test_both_languages_are_required(bertta, section):
    answer = write(
        bertta, start(bertta, factories.comment(factories.guest(), section)), body=Wording(fi="Vain suomeksi.")
    )
    with pytest.raises(Refusal, match="language_missing") as refused, transaction.atomic():
        publish(bertta, answer)
    assert refused.value.field == "body:sv"
    assert not Notice.objects.exists()
    assert fresh(answer.activity).answered_count == 0


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"handling": ""}, "handling_missing"),
        ({"handling": "not_accepted"}, "reason_missing"),
        ({"handling": "partly_accepted"}, "reason_missing"),
        ({"handling": "not_accepted", "reason": "cost"}, "language_missing"),
        ({"handling": "passed_on"}, "language_missing"),
    ],
)
def test_an_answer_that_is_not_whole_is_refused(bertta, section, changes, code):
    answer = write(bertta, start(bertta, factories.comment(factories.guest(), section)), **changes)
    with pytest.raises(Refusal, match=code):
        publish(bertta, answer)


def test_choices_outside_the_lists_are_refused(bertta, section):
    answer = start(bertta, factories.comment(factories.guest(), section))
    with pytest.raises(Refusal, match="unknown_choice"):
        write(bertta, answer, handling="maybe")


def test_each_author_is_told_once_in_their_language(bertta, section):
    aino = factories.guest()
    comments = [factories.comment(aino, section, email="aino@example.org", language="sv") for _ in range(2)]
    comments.append(factories.comment(factories.guest(), section))
    publish(bertta, write(bertta, start(bertta, *comments)))
    notice = Notice.objects.get(kind="answers.published")
    assert (notice.address, notice.language) == ("aino@example.org", "sv")


def test_followers_hear_once_a_day_and_authors_not_twice(bertta, section):
    process = section.version.document.activity.process
    for place, email in enumerate(["aino@example.org", "cai@example.org"]):
        Follow.objects.create(
            process=process, email=email, language="fi", nonce=f"n{place}", since=clock.now(), confirmed_at=clock.now()
        )
    for _ in range(2):
        comment = factories.comment(factories.guest(), section, email="aino@example.org")
        publish(bertta, write(bertta, start(bertta, comment)))
    assert Notice.objects.filter(kind="answers.new").values_list("address", flat=True).get() == "cai@example.org"


def test_two_editors_never_overwrite_silently(bertta, section):
    answer = start(bertta, factories.comment(factories.guest(), section))
    write(bertta, Answer.objects.get(pk=answer.pk), body=Wording(fi="Ensimmäisen teksti."))
    typed = AnswerText(title=WHOLE.title, body=Wording(fi="Toisen teksti."))
    with pytest.raises(Refusal, match="changed_meanwhile") as refused:
        actions.save_answer(actor=bertta, answer=answer, text=typed, revision=1, at=clock.now())
    assert refused.value.values["saved"].body == {"fi": "Ensimmäisen teksti."}
    assert refused.value.values["typed"] == typed


def test_a_correction_keeps_what_was_said(bertta, section):
    comment = factories.comment(factories.guest(), section, email="aino@example.org")
    answer = publish(bertta, write(bertta, start(bertta, comment)))
    text = AnswerText(**{**vars(WHOLE), "body": Wording(fi="Vastaus 14 päivässä.", sv="Svar inom 14 dagar.")})
    answer = publishing.correct_answer(actor=bertta, answer=answer, text=text, revision=answer.revision, at=clock.now())
    assert answer.corrected_at is not None
    assert FormerAnswer.objects.get().body == WHOLE.body
    assert answers_for([comment.pk], "fi")[comment.pk].corrected_at == answer.corrected_at
    assert Notice.objects.filter(kind="answers.corrected").count() == 1


def test_taking_back_opens_the_comments(bertta, section):
    comment = factories.comment(factories.guest(), section)
    answer = publish(bertta, write(bertta, start(bertta, comment)))
    rounds.mark_round_answered(actor=bertta, activity=comment.activity, at=clock.now())
    publishing.unpublish_answer(actor=bertta, answer=answer, at=clock.now())
    activity = fresh(comment.activity)
    assert (activity.answered_count, activity.due_count, activity.answered_at) == (0, 1, None)
    assert answers_for([comment.pk], "fi") == {}
    publish(bertta, Answer.objects.get(pk=answer.pk))
    assert fresh(activity).answered_count == 1


def test_a_preliminary_answer_waits_for_the_final_one(bertta, section):
    comment = factories.comment(factories.guest(), section, email="aino@example.org")
    answer = publish(bertta, write(bertta, start(bertta, comment), is_final=False))
    assert fresh(comment.activity).due_count == 1
    with pytest.raises(Refusal, match="comments_wait_for_answers"):
        rounds.mark_round_answered(actor=bertta, activity=comment.activity, at=clock.now())
    publishing.correct_answer(actor=bertta, answer=answer, text=WHOLE, revision=answer.revision, at=clock.now())
    assert fresh(comment.activity).answered_count == 1
    assert Notice.objects.filter(kind="answers.published").count() == 2


def new_version(document: Document, *, published: bool = True) -> Section:
    version = DocumentVersion.objects.create(
        document=document, number=2, name={"fi": "luonnos 2", "sv": "utkast 2"}, created_at=clock.now()
    )
    section = Section.objects.create(version=version, position=1, number="1", anchor="kohta-1")
    for language in ("fi", "sv"):
        SectionText.objects.create(section=section, language=language, heading="Kohta 1", body="Uusi.\n\nToinen.")
    if published:
        version.published_at = clock.now()
        version.save()
    return section


def test_a_changed_passage_stands_in_a_newer_published_version(bertta, document, section):
    comment = factories.comment(factories.guest(), section)
    answer = write(bertta, start(bertta, comment), changed_section_id=section.pk)
    with pytest.raises(Refusal, match="passage_not_newer"), transaction.atomic():
        publish(bertta, answer)
    changed = new_version(document)
    answer = write(bertta, answer, changed_section_id=changed.pk, changed_passage=3)
    with pytest.raises(Refusal, match="passage_not_here"), transaction.atomic():
        publish(bertta, answer)
    assert publish(bertta, write(bertta, answer, changed_section_id=changed.pk, changed_passage=2)).published_at


def test_a_passage_of_a_draft_version_is_refused(bertta, document, section):
    changed = new_version(document, published=False)
    answer = write(bertta, start(bertta, factories.comment(factories.guest(), section)), changed_section_id=changed.pk)
    with pytest.raises(Refusal, match="passage_not_published"):
        publish(bertta, answer)


def test_closing_and_opening_again(bertta, section):
    comment = factories.comment(factories.guest(), section)
    values = {"actor": bertta, "activity": comment.activity, "comments": [comment.pk], "at": clock.now()}
    with pytest.raises(Refusal, match="closure_reason_missing"):
        rounds.close_without_answer(**values, reason="")
    rounds.close_without_answer(**values, reason="thanks")
    assert fresh(comment.activity).due_count == 0
    assert answers_for([comment.pk], "fi")[comment.pk].closure == "thanks"
    assert rounds.reopen(**values) == 1
    assert fresh(comment.activity).due_count == 1
    with pytest.raises(Refusal, match="no_comments_chosen"):
        rounds.reopen(**values)


def test_a_round_with_no_comments_can_be_marked(bertta, activity):
    marked = rounds.mark_round_answered(actor=bertta, activity=activity, at=clock.now())
    again = rounds.mark_round_answered(actor=bertta, activity=activity, at=clock.now())
    assert marked.answered_at == again.answered_at
    assert Entry.objects.filter(verb="answers.round_answered").count() == 1


def test_marking_is_refused_while_anything_is_open(bertta, section):
    comment = factories.comment(factories.guest(), section, waits=True)
    activity = comment.activity
    with pytest.raises(Refusal, match="comments_wait_for_moderation"):
        rounds.mark_round_answered(actor=bertta, activity=activity, at=clock.now())
    change_state(comment, Comment.State.VISIBLE)
    with pytest.raises(Refusal, match="comments_wait_for_answers"):
        rounds.mark_round_answered(actor=bertta, activity=activity, at=clock.now())
    with pytest.raises(Refusal, match="round_is_open"):
        rounds.mark_round_answered(actor=bertta, activity=activity, at=clock.now() - timedelta(days=3))


def test_a_withdrawn_comment_needs_no_answer(bertta, section):
    aino = factories.guest()
    comment = factories.comment(aino, section)
    withdraw_comment(actor=aino, comment=comment, at=clock.now())
    assert rounds.mark_round_answered(actor=bertta, activity=comment.activity, at=clock.now()).answered_at


def test_an_answered_comment_is_no_longer_edited(bertta, section):
    aino = factories.guest()
    comment = factories.comment(aino, section)
    publish(bertta, write(bertta, start(bertta, comment)))
    with pytest.raises(Refusal, match="already_answered"):
        edit_comment(actor=aino, comment=comment, text="Uusi.", revision=1, waits=False, warnings=(), check=clock.now)


def test_the_summary_comes_first_in_both_languages_and_is_told_once(bertta, section):
    activity = section.version.document.activity
    Follow.objects.create(
        process=activity.process,
        email="cai@example.org",
        language="sv",
        nonce="n",
        since=clock.now(),
        confirmed_at=clock.now(),
    )
    values = {"actor": bertta, "activity": activity, "at": clock.now()}
    rounds.save_summary(**values, body=Wording(fi="Tiivistelmä."), revision=0)
    with pytest.raises(Refusal, match="language_missing"), transaction.atomic():
        rounds.publish_summary(**values)
    with pytest.raises(Refusal, match="changed_meanwhile") as refused, transaction.atomic():
        rounds.save_summary(**values, body=Wording(fi="Toinen."), revision=0)
    assert refused.value.values["saved"] == {"fi": "Tiivistelmä."}
    rounds.save_summary(**values, body=Wording(fi="Tiivistelmä.", sv="Sammandrag."), revision=1)
    for _ in range(2):
        rounds.publish_summary(**values)
    assert Notice.objects.filter(kind="answers.summary").count() == 1


@pytest.mark.parametrize("role", ["moderator", "viewer", "registrar"])
def test_other_roles_and_strangers_cannot_answer(county, section, role):
    comment = factories.comment(factories.guest(), section)
    for cai in (factories.staff(county, role, "cai@example.org"), factories.guest()):
        with pytest.raises(Refusal, match="not_your_role"):
            start(cai, comment)
    assert not Answer.objects.exists()


def test_a_partners_coordinator_answers(section):
    town = factories.authority("vaasa", code="x", bilingual=True)
    process = section.version.document.activity.process
    ProcessPartner.objects.create(process=process, authority=town, joined_at=clock.now())
    partner = factories.staff(town, email="dag@example.org")
    publish(partner, write(partner, start(partner, factories.comment(factories.guest(), section))))
    assert fresh(section.version.document.activity).answered_count == 1


def test_authors_hear_once_that_their_comments_get_no_answer(bertta, section):
    aino, cai = factories.guest(), factories.guest()
    comments = [factories.comment(aino, section, email="aino@example.org", language="sv") for _ in range(2)]
    comments.append(factories.comment(cai, section))
    activity = comments[0].activity
    rounds.close_without_answer(
        actor=bertta, activity=activity, comments=[one.pk for one in comments], reason="thanks", at=clock.now()
    )
    notice = Notice.objects.get()
    assert (notice.kind, notice.address, notice.language) == ("answers.closed", "aino@example.org", "sv")
    assert notice.values["numbers"] == [comments[0].number, comments[1].number]
    with translation.override("sv"):
        assert "1, 2" in " ".join(_closed(notice).paragraphs)
