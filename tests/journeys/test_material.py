"""(n) 300 comments in three groups: two get themes by suggestion and an answer with another's approval, one waits.

Reported in two languages, published, exported.
"""

import csv
from collections import Counter
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
from yhdyspinta.material.models import CommentTheme, Theme
from yhdyspinta.material.tests.large import fill_alike
from yhdyspinta.open_data.exports import building
from yhdyspinta.open_data.models import Export
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.reports.models import ReportVersion

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
#: Three groups of comments in three wordings each, and how many senders each wording has.
GROUPS = {
    "Kotihoidon käynnin siirtymisestä pitää soittaa asiakkaalle tai omaiselle jo edellisenä päivänä.": 50,
    "Terveysaseman takapihalle tarvitaan lisää pyöräkatoksia ja telineitä talvipyöräilijöille.": 33,
    "Etävastaanoton tulkin varaaminen täytyy onnistua samalla ajanvarauslomakkeella verkossa.": 17,
}
ENDINGS = ("", " Kiitos!", " Kiitos jo nyt!")
CALLS, BICYCLES, INTERPRETERS = GROUPS
#: The name of a theme and the answer to it, in both languages of the authority; the third group has neither yet.
THEMES = {
    CALLS: ({"fi": "Siirtymisestä soittaminen", "sv": "Samtal om ändringar"},
            {"fi": "Muutoksesta soitetaan edellisenä päivänä.", "sv": "Vi ringer om ändringen dagen innan."}),
    BICYCLES: ({"fi": "Pyörien säilytys", "sv": "Förvaring av cyklar"},
               {"fi": "Katoksiin ei ole nyt varaa.", "sv": "Nu finns det inga pengar för tak."}),
}  # fmt: skip
WHY = {"fi": "Talousarviossa ei ole rahaa.", "sv": "Budgeten räcker inte."}


def _click(walker: Walker, selector: str) -> None:
    """What leads to another page, which may be long."""
    with walker.page.expect_navigation():
        walker.page.locator(selector).last.click()


def _many(group: str) -> int:
    return len(ENDINGS) * GROUPS[group]


def _of(group: str):
    return Comment.objects.filter(text__startswith=group)


def _theme_of(bertta: Walker, activity, group: str) -> None:
    """The suggestion that holds the group is read and accepted under a name of its own."""
    bertta.go(activity_address(activity, "material:themes", language="fi"))
    with bertta.page.expect_navigation():
        bertta.page.locator("main li", has_text=group[:40]).locator("a[href*='/suggestions/']").first.click()
    bertta.sees(f"{_many(group)} kommenttia saa teeman", group)
    for language, name in THEMES[group][0].items():
        bertta.write(f"name-{language}", name)
    _click(bertta, "button[name='do'][value='accept']")
    theme = Theme.objects.get(activity=activity, name__fi=THEMES[group][0]["fi"])
    given = CommentTheme.objects.filter(theme=theme).values_list("comment", flat=True)
    assert set(given) == set(_of(group).values_list("pk", flat=True))


def _answer_all(ville: Walker, activity, group: str, handling: str, reason: str = "") -> Answer:
    """Everything that is alike becomes one answer, ready for somebody else to approve."""
    ville.go(activity_address(activity, "material:similar", language="fi"))
    _click(ville, f"main a[href*='/similar/{_of(group).order_by('pk')[0].number}/']")
    _click(ville, "button[name='do'][value='start_like']")
    titles, words = THEMES[group]
    for language in ("fi", "sv"):
        ville.write(f"title-{language}", titles[language])
        ville.write(f"body-{language}", words[language])
    ville.choose("handling", handling)
    if reason:
        ville.choose("reason", reason)
        for language, why in WHY.items():
            ville.write(f"reason_words-{language}", why)
    _click(ville, "button[name='then'][value='publish']")
    _click(ville, "button[name='do'][value='ask']")
    return Answer.objects.get(activity=activity, comment_count=_many(group))


def _approve(bertta: Walker, activity, answer: Answer, words: str) -> None:
    bertta.go(activity_address(activity, "answers:publish", language="fi", number=answer.number))
    bertta.sees(words)
    with bertta.page.expect_navigation():
        bertta.press("Approve and publish the answer")  # nobody of these gave an address


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


def _handled(activity) -> dict[str, int]:
    """How many comments have a final published answer of each handling."""
    given = Answer.objects.filter(activity=activity, is_final=True, published_at__isnull=False)
    counts = Counter[str]()
    for handling, count in given.values_list("handling", "comment_count"):
        counts[handling] += count
    return counts


def _rows_of_csv(reader: Walker, activity) -> list[dict[str, str]]:
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
    return list(csv.DictReader(StringIO(content, newline=""), delimiter=";"))


def test_from_many_like_comments_to_the_open_data(walker):
    activity = examples.activity_at("answering")
    Authority.objects.filter(pk=activity.process.owner_id).update(answers_need_approval=True)
    sections = Section.objects.filter(version__document__activity=activity, thread__isnull=False).order_by("pk")
    for section, (group, count) in zip(sections, GROUPS.items(), strict=False):
        for ending in ENDINGS:
            fill_alike(section, group + ending, count)
    tasks.look_for_like(0)

    before = _handled(activity)
    ville, bertta, reader = walker("answerer"), walker("coordinator"), walker()
    bertta.go(activity_address(activity, "material:themes", language="fi"))
    with bertta.page.expect_navigation():
        bertta.press("Ask for suggestions")
    tasks.suggest_themes(0)
    for group in THEMES:
        _theme_of(bertta, activity, group)
    handled = {CALLS: ("accepted", ""), BICYCLES: ("not_accepted", "cost")}
    for group, (handling, reason) in handled.items():
        answer = _answer_all(ville, activity, group, handling, reason)
        assert _of(group).filter(handling="open").count() == _many(group)  # another approves first
        _approve(bertta, activity, answer, THEMES[group][1]["fi"])
        assert _of(group).filter(handling="answered").count() == _many(group)

    version = _report(bertta, activity)
    waiting = Comment.objects.filter(activity=activity, state="visible", handling="open").count()
    for language, words in (("fi", "Toivottiin puhelua"), ("sv", "Ett samtal")):
        reader.go(activity_address(activity, "reports:report", language=language, version=version.number))
        reader.sees(words, *(told[language] for _names, told in THEMES.values()))
        themes, handlings = reader.counts("Comments by theme"), reader.counts("Comments by handling")
        for group, (names, _told) in THEMES.items():
            assert themes[names[language]] == [_many(group)]
        assert handlings[reader.said("Taken into account")] == [before["accepted"] + _many(CALLS)]
        assert handlings[reader.said("Not taken into account")] == [before["not_accepted"] + _many(BICYCLES)]
        assert handlings[reader.said("Waits for an answer")] == [waiting]
    assert waiting >= _many(INTERPRETERS)

    rows = _rows_of_csv(reader, activity)
    for group in GROUPS:
        told = {(row["handling"], row["answer_handling"], row["answer_reason"], row["themes"], row["answer_title"])
                for row in rows if row["text"].startswith(group)}  # fmt: skip
        title = THEMES[group][0]["fi"] if group in THEMES else ""
        expected = ("answered", *handled[group]) if group in handled else ("open", "", "")
        assert told == {(*expected, title, title)}
        assert sum(row["text"].startswith(group) for row in rows) == _many(group)
