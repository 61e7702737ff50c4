"""What an organisation says of the whole matter, of no draft: its own place, first in the statement."""

from io import BytesIO

import docx
import pytest
from django.db import IntegrityError, transaction
from docx.oxml.ns import qn

from tests import factories
from yhdyspinta.answers.tests import scene as answering
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Receipt, Thread
from yhdyspinta.comments.whole import whole_thread_id
from yhdyspinta.documents.models import Section
from yhdyspinta.methods.comment_rounds.actions.preparing import start_round
from yhdyspinta.statements import actions
from yhdyspinta.statements.models import Statement, StatementPart
from yhdyspinta.statements.tests.scene import begin, path_of, step, write
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(activity, organisation, oili):
    """A round with a place for the whole matter, and a statement begun in it."""
    start_round(activity, at=clock.now())
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    return browser


def test_the_file_tells_word_its_language_and_that_of_each_part(activity, browser):
    write(browser, activity, "Vi stöder den här punkten och önskar att tidsfristen skulle vara längre än i utkastet.")
    file = docx.Document(BytesIO(browser.get(path_of(activity, "download")).content))
    assert file.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "fi-FI"
    assert [mark.get(qn("w:val")) for mark in file.element.body.iter(qn("w:lang"))] == ["sv-FI"]


def test_the_whole_matter_is_written_first_sent_and_answered_there(activity, browser):
    path = path_of(activity, "matter")
    write(browser, activity, "Kannatamme kohtaa.")
    assert browser.post(path, {"text": "Matka on liian pitkä.", "revision": 0}).status_code == 302
    page = browser.get(path_of(activity)).content.decode()
    assert page.index("Matka on liian pitkä.") < page.index("Kannatamme kohtaa.")
    file = docx.Document(BytesIO(browser.get(path_of(activity, "download")).content))
    told = [(one.style.name, one.text) for one in file.paragraphs]
    assert ("Heading 1", "Koko asia") in told
    assert told.index(("Heading 1", "Koko asia")) < told.index(("Normal", "Kannatamme kohtaa."))
    step(browser, activity, "ask")
    assert step(browser, activity, "send").status_code == 302
    of_matter, of_section = Comment.objects.order_by("number")
    assert (of_matter.thread_id, of_matter.text) == (whole_thread_id(activity), "Matka on liian pitkä.")
    assert of_section.thread_id == Section.objects.order_by("pk")[0].thread_id
    assert Receipt.objects.count() == 1
    bertta = factories.staff(activity.process.owner)
    answering.publish(bertta, answering.write(bertta, answering.start(bertta, of_matter)))
    page = browser.get(path_of(activity)).content.decode()
    assert page.index("Matka on liian pitkä.") < page.index("Vastaus 30 päivässä.") < page.index("Kannatamme kohtaa.")


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "Koko asia"), ("sv", "Hela ärendet"), ("en", "The whole matter")]
)
def test_it_is_the_first_row_and_leads_on_to_the_draft(activity, browser, language, words):
    path, version = path_of(activity, "matter"), Section.objects.order_by("pk")[0].version_id
    page = browser.get(path_of(activity).replace("/fi/", f"/{language}/")).content.decode()
    assert page.index(f'<h3 class="y-card__heading">{words}</h3>') < page.index("<h4")
    assert '<h3 class="govuk-heading-m"></h3>' not in page
    assert (
        f'<h1 class="govuk-heading-l">{words}</h1>'
        in browser.get(path.replace("/fi/", f"/{language}/")).content.decode()
    )
    goes_on = browser.post(path, {"text": "Kannatamme.", "revision": 0, "then_next": "yes"})
    assert goes_on.url == path_of(activity, "whole", version=version)


def test_f10_two_who_write_of_the_whole_matter_at_once_see_both_texts(activity, browser):
    path = path_of(activity, "matter")
    browser.post(path, {"text": "Ensimmäisen sanat", "revision": 0})
    answer = browser.post(path, {"text": "Toisen sanat", "revision": 0})
    assert answer.status_code == 409
    assert all(words in answer.content.decode() for words in ("Ensimmäisen sanat", "Toisen sanat"))
    part = StatementPart.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        StatementPart.objects.create(statement=part.statement, text="Kolmas", saved_at=clock.now())


def test_a_method_without_such_a_place_shows_none(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    assert "Koko asia" not in browser.get(path_of(activity)).content.decode()
    assert browser.get(path_of(activity, "matter")).status_code == 404


def test_the_matter_of_another_round_cannot_be_spoken_of(activity, browser, oili):
    other = factories.activity(factories.process(activity.process.owner, slug="toinen"))
    start_round(other, at=clock.now())
    elsewhere = Thread.objects.get(pk=whole_thread_id(other))
    with pytest.raises(Refusal, match="statement_not_yours"):
        actions.save_part(
            actor=oili, statement=Statement.objects.get(), place=elsewhere, text="Ei", revision=0, at=clock.now()
        )


def test_f3_with_the_whole_matter_pages_ask_no_more(activity, browser, django_assert_max_num_queries):
    browser.post(path_of(activity, "matter"), {"text": "Kannatamme.", "revision": 0})
    for path in (path_of(activity), path_of(activity, "matter")):
        browser.get(path)
        with django_assert_max_num_queries(10):
            assert browser.get(path).status_code == 200
