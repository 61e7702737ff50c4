"""(e) Comments are answered with a link to the changed text, the matter is decided, a measure is done, and Liisa hears."""

import pytest

from tests.journeys.walking import letters_to, post_goes
from yhdyspinta.answers.models import Answer
from yhdyspinta.demo import examples
from yhdyspinta.documents.models import DocumentVersion
from yhdyspinta.processes.addresses import activity_address, process_address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LIISA = "liisa.lukija@example.org"
MENDED = "Käynnin ajankohta sovitaan asiakkaan kanssa, ja muutoksesta kerrotaan edellisenä päivänä."
ANSWER = "Lisäsimme lupauksiin, milloin muutoksesta kerrotaan."
DECISION = "Aluehallitus hyväksyi lupaukset kommenttien pohjalta korjattuina."
PROMISE = "Muutoksesta kerrotaan edellisenä päivänä"


def _follow(liisa, process):
    liisa.go(process_address(process, language="fi"))
    liisa.press("Seuraa sähköpostilla")
    liisa.write("email", LIISA)
    liisa.page.locator("main form button").click()
    liisa.sees(LIISA)
    post_goes()
    letters_to(liisa, LIISA)
    liisa.page.locator("main a[href*='/follow/confirm/']").first.click()
    liisa.press("Confirm")


def _mend_the_text(bertta, activity):
    document = activity.documents.order_by("position")[0]
    bertta.go(activity_address(activity, "documents:document", language="fi", document=document.slug))
    bertta.page.locator("form[action$='/new-version/'] button").click()
    bertta.page.locator("main li.y-card h3 a").nth(1).click()
    bertta.write("body_fi", MENDED)
    bertta.page.locator("main form button").first.click()
    bertta.go(activity_address(activity, "documents:publish", language="fi", document=document.slug))
    for language in ("fi", "sv"):
        bertta.write(f"name-{language}", {"fi": "luonnos 2", "sv": "utkast 2"}[language])
        bertta.write(f"what_changed-{language}", {"fi": "Ajankohta tarkentui.", "sv": "Tiden preciserades."}[language])
    bertta.page.locator("button[name='publish']").click()
    assert DocumentVersion.objects.filter(document=document, published_at__isnull=False).count() == 2


def _answer_one(ville, activity):
    ville.go(activity_address(activity, "answers:work", language="fi"))
    ville.page.locator("input[name='comments']").first.check(force=True)
    ville.page.locator("button[name='do'][value='start']").click()
    ville.write("title-fi", "Käyntiajoista kertominen")
    ville.choose("handling", "accepted")
    ville.write("body-fi", ANSWER)
    changed = ville.page.locator("select[name='changed'] option").evaluate_all("all => all.map((one) => one.value)")
    ville.choose("changed", changed[2])
    ville.page.locator("button[name='then'][value='save']").click()
    ville.choose("passage", "1")
    ville.page.locator("button[name='then'][value='publish']").click()
    ville.sees(ANSWER, "Changed passage")
    _publish(ville)
    return Answer.objects.filter(published_at__isnull=False).order_by("-published_at")[0]


def _publish(ville):
    """What the button promises hangs on whether the senders gave a way to be told."""
    with ville.page.expect_navigation():
        ville.page.locator("main button[data-prevent-double-click]").first.click()


def _close_the_others(ville, activity):
    ville.go(activity_address(activity, "answers:finish", language="fi"))
    ville.sees("Still open")
    ville.misses("Mark everything answered and tell")
    ville.go(activity_address(activity, "answers:work", language="fi") + "?place=")
    for box in ville.page.locator("input[name='comments']").all():
        box.check(force=True)
    ville.choose("reason", "thanks")
    ville.page.locator("button[name='do'][value='close']").click()
    for answer in Answer.objects.filter(activity=activity, published_at=None):
        ville.go(activity_address(activity, "answers:publish", language="fi", number=answer.number))
        _publish(ville)


def _decide(bertta, process):
    bertta.go(process_address(process, "outcomes:new_outcome", language="fi"))
    bertta.choose("kind", "decided")
    bertta.write("title-fi", DECISION)
    bertta.write("body_name-fi", "Aluehallitus")
    for part, value in (("day", "17"), ("month", "11"), ("year", "2026")):
        bertta.write(f"on-{part}", value)
    bertta.write("section_number", "84 §")
    bertta.write("explanation-fi", "Lupaukset ovat voimassa vuoden alusta.")
    bertta.page.locator("main form button[type='submit']").last.click()
    bertta.go(process_address(process, "outcomes:staff", language="fi"))
    bertta.page.locator("main a[href*='/publish/']").first.click()
    bertta.press("Publish and tell")


def _measure(bertta, process, answer):
    bertta.go(process_address(process, "outcomes:new_measure", language="fi"))
    bertta.write("you_said-fi", "Käynnin siirtymisestä pitää kertoa.")
    bertta.write("we_decided-fi", "Muutoksesta kerrotaan aina.")
    bertta.write("promise-fi", PROMISE)
    bertta.write("owner_name-fi", "Kotihoito")
    for part, value in (("day", "31"), ("month", "12"), ("year", "2026")):
        bertta.write(f"due_on-{part}", value)
    bertta.choose("answer", str(answer.pk))
    bertta.page.locator("main form button[type='submit']").last.click()
    staff = process_address(process, "outcomes:staff", language="fi")
    bertta.go(staff)
    bertta.page.locator("main a[href*='/measures/'][href$='/publish/']").first.click()
    bertta.press("Publish and tell")
    bertta.go(staff)
    bertta.page.locator("main a[href$='/progress/']").first.click()
    bertta.choose("state", "done")
    bertta.write("words-fi", "Kotihoito kertoo muutoksista tekstiviestillä.")
    bertta.page.locator("main form button[type='submit']").last.click()


def test_from_the_answer_to_the_deed(walker):
    activity = examples.activity_at("answering")
    process = activity.process
    liisa, bertta, ville = walker(), walker("coordinator"), walker("answerer")
    _follow(liisa, process)
    _mend_the_text(bertta, activity)
    answer = _answer_one(ville, activity)
    _close_the_others(ville, activity)
    finish = activity_address(activity, "answers:finish", language="fi")
    ville.go(finish)
    ville.misses("Mark everything answered and tell")  # the coordinator does it
    bertta.go(finish)
    bertta.press("Mark everything answered and tell")
    bertta.sees("See what the comments changed")
    _decide(bertta, process)
    _measure(bertta, process, answer)

    results = process_address(process, "outcomes:results", language="fi")
    liisa.go(results)
    liisa.sees(DECISION, "§ 84", PROMISE, "Done", "Käynnin siirtymisestä pitää kertoa.")
    liisa.go(activity_address(activity, "answers:answer", language="fi", number=answer.number))
    liisa.sees(ANSWER)
    liisa.page.locator("main a[href*='/v2/']").first.click()
    liisa.sees(MENDED)
    post_goes()
    liisa.go(f"/mailbox/?to={LIISA}")
    subjects = liisa.text
    assert subjects.count(LIISA) >= 4, subjects
    letter = letters_to(liisa, LIISA)
    assert liisa.said("What was promised because of the comments has been done.") in letter or results in letter, letter
    liisa.page.locator(f"main a[href*='{results}']").first.click()
    liisa.sees(PROMISE)
