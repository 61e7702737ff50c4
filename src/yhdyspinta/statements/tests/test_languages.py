"""A statement is in the language of its words, section by section, or in the one that its approver tells."""

import pytest

from tests import factories
from yhdyspinta.comments.models import Comment
from yhdyspinta.notices.models import Notice
from yhdyspinta.statements.tests.scene import begin, path_of, step, write

pytestmark = pytest.mark.django_db

SWEDISH = "Vi anser att fristen för beslut ska skrivas in i strategin."


@pytest.mark.parametrize(("said", "told"), [("", "sv"), ("smn", "smn"), ("und", "und")])
def test_the_language_of_the_words_and_not_of_the_page(activity, organisation, oili, said, told):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    write(browser, activity, SWEDISH)
    write(browser, activity, "Bra!", place=1)
    step(browser, activity, "ask")
    page = browser.get(path_of(activity)).content.decode()
    assert f'lang="sv">{SWEDISH}' in page
    assert '<option value="sv" selected' in page
    assert step(browser, activity, "send", language=said).status_code == 302
    assert set(Comment.objects.values_list("language", flat=True)) == {told}
    assert Notice.objects.get(once_key__startswith="receipt:").language == "fi"


def test_sections_in_two_languages_each_have_their_own(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    write(browser, activity, SWEDISH)
    write(browser, activity, "Määräaika pitää kirjata malliin, jotta jokainen tietää sen.", place=1)
    step(browser, activity, "ask")
    step(browser, activity, "send")
    assert set(Comment.objects.values_list("language", flat=True)) == {"fi", "sv"}


FINNISH = "Määräaika pitää kirjata malliin, jotta jokainen tietää sen."


def test_each_section_is_marked_with_the_language_of_its_own_words(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    write(browser, activity, SWEDISH)
    write(browser, activity, FINNISH, place=1)
    for _sent in range(2):
        for language, marked in (
            ("fi", ("", ' lang="sv"')),
            ("sv", (' lang="fi"', "")),
            ("en", (' lang="fi"', ' lang="sv"')),
        ):
            page = browser.get(path_of(activity).replace("/fi/", f"/{language}/")).content.decode()
            for words, mark in zip((FINNISH, SWEDISH), marked, strict=True):
                assert f'<p class="y-prewrap"{mark}>{words}' in page
        step(browser, activity, "ask")
        step(browser, activity, "send")


def test_sent_words_are_marked_with_the_language_that_their_approver_told(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    write(browser, activity, SWEDISH)
    step(browser, activity, "ask")
    step(browser, activity, "send", language="smn")
    assert f'lang="smn">{SWEDISH}' in browser.get(path_of(activity)).content.decode()


def test_h2_an_unknown_language_of_a_statement_is_refused_at_its_field(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    write(browser, activity, SWEDISH)
    step(browser, activity, "ask")
    answer = step(browser, activity, "send", language="<b>")
    assert answer.status_code == 422
    assert 'href="#id_language"' in answer.content.decode()
    assert not Comment.objects.exists()
