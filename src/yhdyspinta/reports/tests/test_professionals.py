"""The view by section: read from page to page, and all that stands beside the sections is on it."""

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.answers.tests import scene as answering
from yhdyspinta.audit import clock
from yhdyspinta.reports import views
from yhdyspinta.reports.models import Practice
from yhdyspinta.reports.tests import scene
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


def answered(bertta, section):
    """A comment on the section with a published answer; the answer's title."""
    title = f"Aihe {section.number}."
    written = answering.start(bertta, factories.comment(factories.guest(), section))
    answering.publish(bertta, answering.write(bertta, written, title=Wording(fi=title, sv=f"{title} (sv)")))
    return title


def read_through(path):
    """The pages from the first to the last, and the same ones backwards from there."""
    pages, query = [], ""
    while query or not pages:
        pages.append(Client().get(path + query))
        query = pages[-1].context["pager"]["next_url"]
    back, query = [], pages[-1].context["pager"]["previous_url"]
    while query:
        back.append(Client().get(path + query))
        query = back[-1].context["pager"]["previous_url"]
    return pages, back


def test_it_is_read_from_page_to_page_each_with_the_answers_of_its_sections(bertta, document, monkeypatch):
    sections = list(document.versions.first().sections.all())
    titles = [answered(bertta, section) for section in sections]
    scene.save(bertta, document)
    scene.publish(bertta, document)
    path = scene.path_of(document, "reader", version=1, reader="professionals")
    (whole,), _none = read_through(path)
    assert all(whole.content.decode().count(title) == 2 for title in titles)  # beside its section and as a whole
    monkeypatch.setattr(views, "_SECTIONS", 1)
    pages, back = read_through(path)
    for place, page in enumerate(pages):
        shown = page.content.decode()
        assert [shown.count(title) for title in titles] == [2 if place == own else 0 for own in range(len(titles))]
    assert [page.context["sections"] for page in back] == [page.context["sections"] for page in pages[-2::-1]]
    assert Client().get(f"{path}?after=99").status_code == 404
    assert Client().get(f"{path}?after=-1").context["sections"] == pages[0].context["sections"]


def test_all_that_stands_beside_the_sections_is_told_however_much_it_is(
    bertta, document, django_assert_max_num_queries
):
    sections = list(document.versions.first().sections.all())
    for section in sections:
        answered(bertta, section)
    scene.save(bertta, document)
    scene.publish(bertta, document)
    made = [
        Practice(section=section, kind="solution", title={"fi": f"Pöytä {section.number}-{one}"}, added_at=clock.now())
        for section in sections
        for one in range(110)
    ]
    Practice.objects.bulk_create(made)
    with django_assert_max_num_queries(10):
        page = Client().get(scene.path_of(document, "reader", version=1, reader="professionals")).content.decode()
    assert [one.title["fi"] for one in made if f"{one.title['fi']} (" not in page] == []


def test_the_way_to_what_stands_beside_is_there_though_no_section_here_has_any(bertta, document):
    first, _second, third = document.versions.first().sections.all()
    answered(bertta, first)
    scene.save(bertta, document)
    scene.publish(bertta, document)
    path = scene.path_of(document, "reader", version=1, reader="professionals")
    here = scene.path_of(document, "practices")
    assert here not in Client().get(path).content.decode()
    Practice.objects.create(section=third, kind="solution", title={"fi": "Pöytä"}, added_at=clock.now())
    assert here in Client().get(path).content.decode()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "2 kommenttia odotti tässä vastausta, kun raportti julkaistiin"),
        ("sv", "2 kommentarer här väntade på svar när rapporten publicerades"),
        ("en", "2 comments here waited for an answer when this report was published"),
    ],
)
def test_it_tells_how_many_of_a_section_wait(bertta, document, language, words):
    section, other = document.versions.first().sections.all()[:2]
    answered(bertta, section)
    for _time in range(2):
        factories.comment(factories.guest(), section)
    answered(bertta, other)
    scene.save(bertta, document)
    scene.publish(bertta, document)
    path = scene.path_of(document, "reader", language=language, version=1, reader="professionals")
    assert Client().get(path).content.decode().count(words) == 1
