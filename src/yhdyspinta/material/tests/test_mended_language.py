"""Staff mend the language that a comment is marked with; what counts or shows it follows."""

import pytest
from django.db import transaction

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment
from yhdyspinta.material import tasks
from yhdyspinta.material.actions import translations
from yhdyspinta.material.actions.languages import mend_language
from yhdyspinta.material.models import Translation
from yhdyspinta.material.similar import texts_of
from yhdyspinta.material.tests.scene import comments_on, do, path_of
from yhdyspinta.material.translations import for_readers, mark_of
from yhdyspinta.processes.models import SearchEntry
from yhdyspinta.reports.figures import figures_of
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
WORDS = "Jag tycker att fristen ska skrivas in."


@pytest.fixture
def comment(sections) -> Comment:
    return comments_on(sections[0], 1, WORDS)[0]


def mend(who, comment, language="sv"):
    with transaction.atomic():
        return mend_language(actor=who, comment=comment, language=language, at=clock.now())


def counted(activity):
    return [(row["key"], row["count"]) for row in figures_of(activity, at=clock.now())["languages"]]


def test_it_is_mended_on_its_page_and_all_follow(desk, activity, comment):
    page = desk.get(path_of(activity, "comment", number=comment.number)).content.decode()
    path = path_of(activity, "language", number=comment.number)
    assert path in page
    assert counted(activity) == [("fi", 1)]
    answer = desk.post(path, {"language": "sv"}, follow=True)
    shown = answer.content.decode()
    assert "Kommentin kieli korjattiin." in shown
    assert f'lang="sv">{comment.public_text}' in shown
    event = answer.context["events"][-1]
    assert (event.what, event.more, event.who) == ("Kieli korjattiin", "suomi → svenska", "Bertta")
    assert counted(activity) == [("sv", 1)]
    assert SearchEntry.objects.get(target=f"comment:{comment.pk}").language == "sv"
    table = path_of(activity, "table")
    assert comment.public_text in desk.get(f"{table}?language=sv").content.decode()
    assert comment.public_text not in desk.get(f"{table}?language=fi").content.decode()


def test_once_and_with_one_line(bertta, comment):
    assert mend(bertta, comment)
    assert not mend(bertta, comment)
    line = Entry.objects.get(verb="material.language_mended")
    assert (line.detail["earlier"], line.detail["language"]) == ("fi", "sv")


@pytest.mark.parametrize("wrong", ["", "xx", "<b>", "a" * 300])
def test_h2_a_wrong_language_is_told_at_its_field(desk, activity, comment, wrong):
    answer = desk.post(path_of(activity, "language", number=comment.number), {"language": wrong})
    assert answer.status_code == 422
    assert 'href="#id_language"' in answer.content.decode()
    assert Comment.objects.get().language == "fi"


def test_only_those_who_answer_and_not_what_was_withdrawn(bertta, comment, county):
    cai = factories.staff(county, "viewer", "cai@example.org")
    with pytest.raises(Refusal, match="not_your_role"):
        mend(cai, comment)
    Comment.objects.update(state="withdrawn")
    with pytest.raises(Refusal, match="language_of_withdrawn"):
        mend(bertta, comment)
    page = signed_in(bertta).get(path_of(comment.activity, "comment", number=comment.number)).content.decode()
    assert path_of(comment.activity, "language", number=comment.number) not in page
    assert Comment.objects.get().language == "fi"


def test_a_translation_into_what_it_turned_out_to_be_rests_until_it_is_removed(desk, bertta, activity, comment):
    translations.save_translation(
        actor=bertta, comment=comment, language="sv", text="Skriv in fristen.", mark=mark_of(comment.public_text),
        revision=0, at=clock.now(),
    )  # fmt: skip
    assert "Käännetty kielille: svenska" in desk.get(path_of(activity, "language", number=1)).content.decode()
    mend(bertta, comment)
    assert not for_readers([Comment.objects.get()], "sv")
    page = desk.get(path_of(activity, "comment", number=1)).content.decode()
    assert "Ei näytetä: kommentti on itse tällä kielellä" in page
    assert "Skriv in fristen." in page
    assert path_of(activity, "remove_translation", number=1, language_tag="sv") in page
    assert f'{path_of(activity, "translation", number=1, language_tag="sv")}"' not in page
    assert f'{path_of(activity, "translation", number=1, language_tag="fi")}"' in page
    mend(bertta, comment, "fi")
    assert for_readers([Comment.objects.get()], "sv")


def test_what_was_only_asked_to_be_translated_into_it_is_asked_no_more(bertta, comment):
    do(bertta, [comment], kind="to_translate", language="sv")
    assert Translation.objects.filter(language="sv").exists()
    mend(bertta, comment)
    assert not Translation.objects.exists()


def test_another_language_is_said_in_words(desk, bertta, activity, comment):
    mend(bertta, comment, "und")
    page = desk.get(path_of(activity, "comment", number=1)).content.decode()
    assert "Kommentin kieli: <span>Muu kieli</span>" in page
    assert "suomi → Muu kieli" in page


def test_themes_are_looked_for_in_the_language_that_staff_mended(bertta, activity, sections):
    """By their places alone these words look Finnish, and Finnish endings tell no forms of a Swedish word together."""
    forms = ("Bussar", "Bussarna", "Bussarnas", "Bussen", "Bussens", "Bussarna")
    found = [comments_on(sections[0], 1, f"{form} Jämsä, Äänekoski, Viitasaari.")[0] for form in forms]
    assert len(tasks.find_themes(texts_of(activity))) == 2
    for one in found:
        mend(bertta, one)
    (theme,) = tasks.find_themes(texts_of(activity))
    assert {int(pk) for pk in theme.members} == {one.pk for one in found}
    assert "bussen" in theme.label
