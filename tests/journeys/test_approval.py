"""(e) Where the authority wants it, an answer is approved by another than who wrote it; with scripts turned off."""

import pytest

from yhdyspinta.answers.models import Answer
from yhdyspinta.authorities.models import Authority
from yhdyspinta.demo import examples
from yhdyspinta.processes.addresses import activity_address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ANSWER, MENDED = "Lisäämme, milloin muutoksesta kerrotaan.", "Muutoksesta kerrotaan edellisenä päivänä."


def _presses_last(one, name, value):
    one.page.locator(f"button[name='{name}'][value='{value}']").last.click()
    one.page.wait_for_load_state()


def test_h1_an_answer_is_asked_for_given_back_mended_and_approved_without_scripts(walker):
    activity = examples.activity_at("answering")
    Authority.objects.filter(pk=activity.process.owner_id).update(answers_need_approval=True)
    ville, bertta = walker("answerer", javascript=False), walker("coordinator", javascript=False)
    ville.go(activity_address(activity, "answers:work", language="fi"))
    ville.page.locator("input[name='comments']").first.check(force=True)
    _presses_last(ville, "do", "start")
    ville.write("title-fi", "Muutoksista kertominen")
    ville.choose("handling", "accepted")
    ville.write("body-fi", ANSWER)
    _presses_last(ville, "then", "publish")
    ville.press("Ask for approval")
    answer = Answer.objects.get(activity=activity, title__fi="Muutoksista kertominen")
    publish = activity_address(activity, "answers:publish", language="fi", number=answer.number)
    ville.go(publish)
    assert ville.page.locator("button[name='do'][value='ask']").count() == 0

    bertta.go(publish)
    bertta.sees(ANSWER)
    bertta.write("words", "Kertokaa, milloin.")
    _presses_last(bertta, "do", "return")
    ville.go(activity_address(activity, "answers:edit", language="fi", number=answer.number))
    ville.sees("Kertokaa, milloin.")
    ville.write("body-fi", MENDED)
    _presses_last(ville, "then", "publish")
    ville.press("Ask for approval")

    bertta.go(publish)
    bertta.page.locator("main button[data-prevent-double-click]").first.click()
    bertta.page.wait_for_load_state()
    reader = walker(javascript=False)
    reader.go(activity_address(activity, "answers:answer", language="fi", number=answer.number))
    reader.sees(MENDED)
    reader.misses(ANSWER)
