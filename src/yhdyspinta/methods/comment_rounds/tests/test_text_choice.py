"""A reader reads, quotes and comments on the Sámi or easy-language text of a round; what is kept and sent stays plain."""

import pytest

from tests import factories
from yhdyspinta.comments.drafts import items_of
from yhdyspinta.comments.models import CommentDraft
from yhdyspinta.documents.models import SectionText
from yhdyspinta.notices.delivery import letter
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.indexing import index_process
from yhdyspinta.processes.models import SearchEntry

pytestmark = pytest.mark.django_db
EASY, SAMI = "fi-x-selko", "se"


@pytest.fixture
def texts(world):
    """A document whose first section is also in easy Finnish and in Northern Sámi, the second in neither."""
    world.document = factories.document(world.activity, "selko", published=False)
    for language, heading in ((EASY, "Näin osallistut"), (SAMI, "Kohta 1 (se)")):
        SectionText.objects.create(
            section=world.section, language=language, heading=heading, body=f"Helppo alku.\n\nHelppo loppu {language}."
        )
    world.document.versions.update(published_at=factories.EPOCH)
    process = world.activity.process
    process.title = {**process.title, SAMI: "Doaibmanmállet"}
    process.save()
    return world


def test_pages_of_a_round_show_the_chosen_text_and_mark_the_rest(texts, aino, django_assert_max_num_queries):
    for path in (texts.path(), texts.path(f"documents/{texts.document.slug}/")):
        with django_assert_max_num_queries(10):
            page = aino.get(path, {"text": EASY}).content.decode()
        assert "Helppo loppu" in page
        assert '<p class="y-language-note">yleiskieli</p>' in page
        assert "Ensimmäinen katkelma kohdasta 2." in page
    assert "Ensimmäinen katkelma kohdasta 1." not in page


def test_section_says_the_language_of_its_text(texts, aino, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        page = aino.get(texts.section_path(), {"text": SAMI}).content.decode()
    assert '<div class="y-passages" lang="se" data-passages>' in page
    assert '<span lang="se">Doaibmanmállet</span>' in page
    easy = aino.get(texts.section_path(), {"text": EASY}).content.decode()
    assert '<div class="y-passages" lang="fi" data-passages>' in easy
    assert "Näin osallistut" in easy


def test_words_are_quoted_from_the_text_that_was_read(texts, aino):
    aino.get(texts.section_path(), {"text": EASY})
    aino.post(texts.write_path(), {"text": "Hyvä.", "passage": "1", "start": "0", "end": "6"})
    (item,) = items_of(CommentDraft.objects.get()).values()
    assert (item["language"], item["quote"]["language"], item["quote"]["words"]) == ("fi", EASY, "Helppo")
    ordinary = aino.get(texts.write_path(), {"document": "selko", "section": "kohta-1", "text": "ordinary"})
    form = ordinary.context["form"]
    assert (form["passage"].value(), form["start"].value(), form["end"].value()) == ("1", None, None)


def test_what_is_typed_stays_when_the_form_is_refused(texts, aino):
    aino.get(texts.section_path(), {"text": EASY})
    refused = aino.post(texts.write_path(), {"text": "", "passage": "2"})
    assert refused.status_code == 422
    assert "Helppo loppu" in refused.content.decode()


def test_messages_and_the_search_do_not_follow_the_choice(texts, aino):
    aino.get(texts.section_path(), {"text": SAMI})
    comment = texts.send(aino, email="aino@example.org", wants_news=True)
    assert comment.language == "fi"
    for notice in Notice.objects.all():
        assert "Doaibmanm" not in letter(notice).body
    index_process(texts.activity.process, at=factories.EPOCH)
    found = dict(SearchEntry.objects.filter(kind="process").values_list("language", "title"))
    assert found["fi"] == texts.activity.process.title["fi"]
