"""(n) 300 like comments are answered as one with another's approval, reported in two languages, published, exported."""

import csv
from io import StringIO
from uuid import uuid4

import pytest

from tests.journeys.walking import Walker
from yhdyspinta.answers.models import Answer
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.demo import examples
from yhdyspinta.documents.models import Section
from yhdyspinta.material import tasks
from yhdyspinta.material.tests.large import fill_alike
from yhdyspinta.open_data.exports import building
from yhdyspinta.open_data.models import Export
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.reports.models import ReportVersion

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COUNT = 300
ALIKE = "Kotihoidon käynnin siirtymisestä pitää soittaa asiakkaalle tai omaiselle jo edellisenä päivänä."
ANSWER = {"fi": "Muutoksesta soitetaan edellisenä päivänä.", "sv": "Vi ringer om ändringen dagen innan."}


def _click(walker: Walker, selector: str) -> None:
    """What leads to another page, which may be long."""
    with walker.page.expect_navigation():
        walker.page.locator(selector).last.click()


def _answer_all(ville, activity):
    """Everything that is alike becomes one answer, ready for somebody else to approve."""
    ville.go(activity_address(activity, "material:similar", language="fi"))
    _click(ville, f"main a[href*='/similar/{Comment.objects.filter(text=ALIKE).order_by('pk')[0].number}/']")
    _click(ville, "button[name='do'][value='start_like']")
    for language, words in ANSWER.items():
        ville.write(f"title-{language}", "Siirtymisestä soittaminen" if language == "fi" else "Samtal om ändringar")
        ville.write(f"body-{language}", words)
    ville.choose("handling", "accepted")
    _click(ville, "button[name='then'][value='publish']")
    _click(ville, "button[name='do'][value='ask']")
    return Answer.objects.get(activity=activity, comment_count=COUNT)


def _report(bertta: Walker, activity) -> ReportVersion:
    bertta.go(activity_address(activity, "reports:edit", language="fi"))
    for name in ("in_short", "asked"):
        bertta.write(f"{name}-fi", "Toivottiin puhelua ennen muutosta.")
        bertta.write(f"{name}-sv", "Ett samtal före ändringen önskades.")
    bertta.write("next_steps-fi", "Uudet lupaukset tulevat voimaan vuoden alusta.")
    bertta.write("next_steps-sv", "De nya löftena gäller från årets början.")
    _click(bertta, "button[name='then'][value='preview']")
    bertta.page.check("#although")  # other comments of the round still wait
    _click(bertta, "main form.y-section button[data-module]")
    return ReportVersion.objects.filter(activity=activity).latest("pk")


def test_from_many_like_comments_to_the_open_data(walker):
    activity = examples.activity_at("answering")
    Authority.objects.filter(pk=activity.process.owner_id).update(answers_need_approval=True)
    section = Section.objects.filter(version__document__activity=activity, thread__isnull=False).order_by("pk")[0]
    fill_alike(section, ALIKE, COUNT)
    tasks.look_for_like(0)

    given = Answer.objects.filter(activity=activity, handling="accepted", is_final=True, published_at__isnull=False)
    accepted = sum(given.values_list("comment_count", flat=True))
    ville, bertta, reader = walker("answerer"), walker("coordinator"), walker()
    answer = _answer_all(ville, activity)
    bertta.go(activity_address(activity, "answers:publish", language="fi", number=answer.number))
    bertta.sees(ANSWER["fi"])
    with bertta.page.expect_navigation():
        bertta.press("Approve, publish and tell")
    assert Comment.objects.filter(text=ALIKE, handling="answered").count() == COUNT

    version = _report(bertta, activity)
    for language, words, comments in (("fi", "Toivottiin puhelua", "kommenttia"), ("sv", "Ett samtal", "kommentarer")):
        reader.go(activity_address(activity, "reports:report", language=language, version=version.number))
        reader.sees(words, ANSWER[language], f"{COUNT} {comments}")
        assert reader.counts("Comments by handling")[reader.said("Taken into account")] == [accepted + COUNT]

    data = activity_address(activity, "open_data:round", language="fi")
    reader.go(data)
    made = Export.objects.count()
    _click(reader, "main form button")
    assert Export.objects.count() == made + 1
    building.build(Export.objects.latest("pk").pk, worker=uuid4())
    reader.go(data)
    with reader.page.expect_download() as download:
        reader.page.locator("main a[href$='comments.csv']").click()
    content = download.value.path().read_text("utf-8-sig")
    rows = list(csv.reader(StringIO(content, newline=""), delimiter=";"))
    assert sum(ALIKE in row for row in rows) == COUNT
