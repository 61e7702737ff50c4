"""Two editors answer one comment at the same moment, over connections of their own: one answer, nobody's words lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from tests import factories
from yhdyspinta.answers import actions
from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.tests.scene import WHOLE, start
from yhdyspinta.audit import clock
from yhdyspinta.moderation.actions import decide_hide
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def editors(bertta, county):
    return [bertta, factories.staff(county, "coordinator", "cecilia@example.org")]


def both(work, editors):
    """What each editor gets, an answer or a refusal, when they do it together."""
    ready = Barrier(len(editors))

    def run(editor):
        try:
            ready.wait(10)
            return work(editor)
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(editors)) as pool:
        return sorted(pool.map(run, editors), key=lambda got: isinstance(got, Refusal))


def test_f10_one_comment_gets_one_answer(editors, section):
    comment = factories.comment(factories.guest(), section)
    made, refused = both(lambda editor: start(editor, comment), editors)
    assert Answer.objects.get() == made
    assert refused.code == "comment_in_another_answer"


def test_f10_the_second_editor_sees_both_texts(editors, section):
    answer = start(editors[0], factories.comment(factories.guest(), section))
    words = {editors[0].pk: "Ensimmäisen teksti.", editors[1].pk: "Toisen teksti."}

    def save(editor):
        text = AnswerText(title=WHOLE.title, body=Wording(fi=words[editor.pk]))
        return actions.save_answer(actor=editor, answer=answer, text=text, revision=answer.revision, at=clock.now())

    saved, refused = both(save, editors)
    assert Answer.objects.get().body == saved.body
    assert refused.code == "changed_meanwhile"
    assert refused.values["saved"].body == saved.body
    assert {refused.values["typed"].body["fi"], saved.body["fi"]} == set(words.values())


def test_f10_a_moderator_waits_for_nobody_who_writes_a_draft(editors, section, county):
    """Nor holds a comment for whoever removes a draft that was begun meanwhile, which would wait for each other."""
    comment = factories.comment(factories.guest(), section)
    answer = start(editors[0], comment)
    moderator = factories.staff(county, "moderator", "mikko@example.org")

    def hide():
        try:
            return decide_hide(actor=moderator, comment=comment, reason="insult", at=clock.now())
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        actions.locked_draft(editors[0], answer)
        pool.submit(hide).result(10)
    comment.refresh_from_db()
    assert comment.state == "hidden"
