"""Where a comment stands is told on every page on which it is answered: of several documents, also which one."""

from html import unescape

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.answers.tests.scene import path_of, publish, start, write
from yhdyspinta.documents.models import Document

pytestmark = pytest.mark.django_db


@pytest.fixture
def annex(activity, section):
    version = factories.document(activity, "liite").versions.get()
    Document.objects.filter(slug="liite").update(title={"fi": "Liite", "sv": "Bilaga"})
    Document.objects.exclude(slug="liite").update(title={"fi": "Toimintamallit", "sv": "Modeller"})
    return version


@pytest.fixture
def comments(section, annex):
    own = annex.sections.order_by("position")[1]
    return [
        factories.comment(factories.guest(), section, "Mallista."),
        factories.comment(factories.guest(), own, "Liitteestä."),
        factories.comment(factories.guest(), own, "Koko liitteestä.", place=annex.thread_id),
    ]


WHERE = {
    "fi": ["kohta 1 · Toimintamallit", "kohta 2 · Liite", "koko asiakirja: Liite"],
    "sv": ["avsnitt 1 · Modeller", "avsnitt 2 · Bilaga", "hela dokumentet: Bilaga"],
}


def words_of(page):
    assert page.status_code == 200
    return unescape(page.content.decode())


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_of_two_documents_the_pages_of_writing_publishing_and_reading_name_each(desk, bertta, comments, language):
    draft = write(bertta, start(bertta, *comments))
    activity = comments[0].activity
    pages = [desk.get(path_of(activity, name, language, number=draft.number)) for name in ("edit", "publish")]
    public = path_of(activity, "answer", language, number=draft.number)
    drafts = words_of(desk.get(path_of(activity, "work", language) + "?show=drafts"))
    publish(bertta, draft)
    for page in (*pages, Client().get(public)):
        words = words_of(page)
        for where in WHERE[language]:
            assert where in words
    assert "; ".join([WHERE[language][1], WHERE[language][0], WHERE[language][2]]) in drafts


def test_of_two_documents_what_is_joined_names_each(desk, bertta, comments):
    first, second, whole = comments
    answer = publish(bertta, write(bertta, start(bertta, first)))
    path = path_of(first.activity, "join", number=answer.number)
    words = words_of(desk.get(path, {"comments": [second.pk, whole.pk]}))
    assert "kohta 2 · Liite" in words
    assert "koko asiakirja: Liite" in words


def test_of_one_document_only_the_section_is_told(desk, bertta, section):
    draft = write(bertta, start(bertta, factories.comment(factories.guest(), section)))
    words = words_of(desk.get(path_of(draft.activity, "publish", number=draft.number)))
    assert "kohta 1" in words
    assert "kohta 1 ·" not in words


def test_naming_places_asks_as_often_for_many_comments(desk, bertta, section, annex, django_assert_max_num_queries):
    every = [*section.version.sections.all(), *annex.sections.all()]
    drafts = [write(bertta, start(bertta, factories.comment(factories.guest(), one))) for one in every * 2]
    activity = section.version.document.activity
    late = factories.comment(factories.guest(), section)
    published = publish(bertta, drafts[0])
    join = path_of(activity, "join", number=published.number) + f"?comments={late.pk}"
    paths = [path_of(activity, name, number=drafts[1].number) for name in ("edit", "publish")]
    for path in (*paths, path_of(activity, "work") + "?show=drafts", join):
        desk.get(path)
        with django_assert_max_num_queries(15):
            desk.get(path)
    public = path_of(activity, "answer", number=published.number)
    with django_assert_max_num_queries(10):
        Client().get(public)


def test_a_sender_of_several_comments_is_counted_once_and_what_is_not_written_is_not_shown(desk, bertta, section):
    guest = factories.guest()
    draft = start(bertta, *(factories.comment(guest, section, words) for words in ("Yksi.", "Toinen.")))
    page = desk.get(path_of(draft.activity, "edit", number=draft.number))
    assert page.context["titles"] == "asukas\xa01"
    words = words_of(desk.get(path_of(draft.activity, "publish", number=draft.number)))
    assert "Lukijat näkevät sen toisella kielellä" not in words
    assert '<strong class="govuk-tag"></strong>' not in words.replace("\n", "").replace("  ", "")
