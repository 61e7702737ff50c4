"""A translation stands beside the comment, never tells more than the comment does, and never in place of it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment, Revision
from yhdyspinta.material.actions import translations, undoing
from yhdyspinta.material.models import Translation
from yhdyspinta.material.personal import erase, export
from yhdyspinta.material.tests.scene import comments_on, do, path_of
from yhdyspinta.material.translations import for_readers, mark_of
from yhdyspinta.moderation import actions as moderation
from yhdyspinta.moderation.masking import MASK_MARK
from yhdyspinta.processes.models import Stage
from yhdyspinta.site import retention
from yhdyspinta.wording.reader import reading
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
WORDS = "Kirjatkaa Matti Meikäläisen määräaika."
SWEDISH = "Skriv in Matti Meikäläinens tidsfrist."


@pytest.fixture
def comment(sections) -> Comment:
    return comments_on(sections[0], 1, WORDS)[0]


def translate(who, comment, text=SWEDISH, language="sv", revision=0, mark=None):
    now = Comment.objects.get(pk=comment.pk)
    return translations.save_translation(
        actor=who, comment=comment, language=language, text=text, mark=mark or mark_of(now.public_text),
        revision=revision, at=clock.now(),
    )  # fmt: skip


def seen(comment, language="sv"):
    found = for_readers([Comment.objects.get(pk=comment.pk)], language)
    return found.get(comment.pk)


def public(comment, rest="comments/", language="sv"):
    process = comment.activity.process
    home = f"/{process.owner.slug}/{language}/processes/{process.slug}/comment-round/{comment.activity.slug}/"
    return Client().get(home + rest).content.decode()


def edited(comment, text="Kirjatkaa määräaika."):
    Comment.objects.filter(pk=comment.pk).update(text=text, public_text=text, revision=comment.revision + 1)
    comment.refresh_from_db()


def masked(bertta, comment):
    start = comment.text.index("Matti")
    return moderation.mask(
        actor=bertta, comment=comment, spans=[(start, start + len("Matti Meikäläisen"))], reason="personal_data",
        revision=comment.revision, at=clock.now(),
    )  # fmt: skip


def refused(code, work):
    with pytest.raises(Refusal, match=code), transaction.atomic():
        work()


def test_it_stands_below_the_original_for_its_readers(bertta, comment):
    translate(bertta, comment)
    for rest in ("comments/", f"comments/{comment.number}/"):
        page = public(comment, rest)
        assert page.index(WORDS) < page.index("Myndighetens översättning") < page.index(SWEDISH)
        assert f'lang="fi">{WORDS}' in page
        assert f'lang="sv">{SWEDISH}' in page
        assert SWEDISH not in public(comment, rest, "fi")
        assert SWEDISH not in public(comment, rest, "en")


def test_it_changes_at_once_for_everybody(bertta, comment):
    public(comment)
    kept = translate(bertta, comment)
    assert SWEDISH in public(comment)
    translate(bertta, comment, "Andra ord.", revision=kept.revision)
    assert "Andra ord." in public(comment)
    assert SWEDISH not in public(comment)
    translations.remove_translation(actor=bertta, comment=comment, language="sv", at=clock.now())
    assert "Myndighetens översättning" not in public(comment)


def test_written_once_and_two_who_write_see_both(bertta, comment):
    kept = translate(bertta, comment)
    assert translate(bertta, comment).revision == kept.revision == 1
    assert Entry.objects.filter(verb="material.translated").count() == 1
    refused("changed_meanwhile", lambda: translate(bertta, comment, "Andra."))
    refused("translation_missing", lambda: translate(bertta, comment, " ", revision=1))
    refused("unknown_choice", lambda: translate(bertta, comment, "Words.", language="fi"))
    refused("unknown_choice", lambda: translate(bertta, comment, "Words.", language="xx"))
    translations.remove_translation(actor=bertta, comment=comment, language="sv", at=clock.now())
    assert not translations.remove_translation(actor=bertta, comment=comment, language="sv", at=clock.now())
    assert Entry.objects.filter(verb="material.translation_removed").count() == 1


def test_only_those_who_answer_write_it(comment, county):
    cai = factories.staff(county, "viewer", "cai@example.org")
    refused("not_your_role", lambda: translate(cai, comment))
    assert not Translation.objects.exists()


def test_a_hidden_comment_takes_its_translation_along(bertta, comment):
    translate(bertta, comment)
    moderation.decide_hide(actor=bertta, comment=comment, reason="off_topic", at=clock.now())
    assert seen(comment) is None
    assert SWEDISH not in public(comment)
    refused("comment_not_shown", lambda: translate(bertta, comment, "Andra.", revision=1))


def test_masked_words_withhold_it_until_it_has_been_looked_at(bertta, desk, comment):
    translate(bertta, comment)
    masked(bertta, comment)
    assert seen(comment) is None
    assert SWEDISH not in public(comment)
    page = desk.get(path_of(comment.activity, "comment", number=comment.number)).content.decode()
    assert "tekstiä on peitetty" in page
    assert SWEDISH not in page
    refused("original_changed", lambda: translate(bertta, comment, "Utan namn.", revision=1, mark=mark_of(WORDS)))
    translate(bertta, comment, "Skriv in tidsfristen.", revision=1)
    assert seen(comment).text == "Skriv in tidsfristen."


def test_masked_words_do_not_come_back_by_an_edit(bertta, comment):
    translate(bertta, comment)
    masked(bertta, comment)
    comment.refresh_from_db()
    moderation.lift_after_edit(actor=bertta, comment=comment, at=clock.now())
    edited(comment)
    assert MASK_MARK not in comment.public_text
    assert seen(comment) is None


def test_lifting_the_mask_brings_it_back(bertta, comment):
    translate(bertta, comment)
    decision = masked(bertta, comment)
    moderation.undo(actor=bertta, decisions=[decision], at=clock.now())
    assert seen(comment).text == SWEDISH


def test_who_does_not_check_comments_never_sees_masked_words(bertta, county, comment):
    translate(bertta, comment)
    masked(bertta, comment)
    cai = factories.signed_in(factories.staff(county, "answerer", "cai@example.org"))
    path = path_of(comment.activity, "translation", number=comment.number, language_tag="sv")
    assert "Matti" not in cai.get(path).content.decode()
    stale = {"text": "Andra.", "revision": 0, "mark": mark_of(Comment.objects.get().public_text)}
    response = cai.post(path, stale)
    assert response.status_code == 409
    assert "Matti" not in response.content.decode()


def test_words_that_the_sender_changed_are_not_shown_in_another_language_until_staff_look(bertta, comment):
    shown = translate(bertta, comment).text
    assert shown in public(comment)
    edited(comment)
    assert seen(comment) is None
    assert shown not in public(comment)
    translate(bertta, comment, revision=1)
    assert seen(comment).text == shown
    assert Entry.objects.filter(verb="material.translation_checked").count() == 1


def test_a_reader_of_easy_or_sami_texts_gets_that_one_first(bertta, county, comment):
    county.languages = ["fi", "sv", "se", "fi-x-selko"]
    county.save()
    comment.activity.process.owner.refresh_from_db()
    translate(bertta, comment)
    translate(bertta, comment, "Davvisámegillii.", language="se")
    translate(bertta, comment, "Selkeästi.", language="fi-x-selko")
    assert seen(comment, "fi") is None
    with reading("se"):
        assert seen(comment, "fi").text == "Davvisámegillii."
    with reading("fi-x-selko"):
        assert (seen(comment, "fi").text, seen(comment, "fi").language) == ("Selkeästi.", "fi")


def test_the_pages_of_a_translation(desk, comment):
    mark = mark_of(comment.public_text)
    page = path_of(comment.activity, "comment", number=comment.number)
    write = path_of(comment.activity, "translation", number=comment.number, language_tag="sv")
    assert write in desk.get(page).content.decode()
    assert WORDS in desk.get(write).content.decode()
    assert desk.post(write, {"text": "", "revision": 0, "mark": mark}).status_code == 422
    late = desk.post(write, {"text": "Ord.", "revision": 0, "mark": "x"})
    assert late.status_code == 422
    assert f'value="{mark}"' in late.content.decode()
    assert desk.post(write, {"text": SWEDISH, "revision": 0, "mark": mark}).url == page
    assert SWEDISH in desk.get(page).content.decode()
    for tag in ("fi", "en-x", "smn"):
        bad = path_of(comment.activity, "translation", number=comment.number, language_tag=tag)
        assert desk.get(bad).status_code == 404
    away = path_of(comment.activity, "remove_translation", number=comment.number, language_tag="sv")
    assert SWEDISH in desk.get(away).content.decode()
    for _time in range(2):
        assert desk.post(away).url == page
    assert not Translation.objects.exists()


def test_many_are_chosen_for_the_translator_and_it_is_undone(bertta, sections, comment):
    rest = [*comments_on(sections[0], 2), *comments_on(sections[0], 1, "Svenska.", language="sv")]
    translate(bertta, comment)
    deed = do(bertta, [comment, *rest], kind="to_translate", language="sv")
    assert deed.count == 2
    assert Translation.objects.filter(text="").count() == 2
    assert for_readers(rest, "sv") == {}
    translate(bertta, rest[0], "Översatt.", revision=1)
    undoing.undo(actor=bertta, deed=deed, at=clock.now())
    assert sorted(Translation.objects.values_list("text", flat=True)) == sorted([SWEDISH, "Översatt."])
    refused("unknown_choice", lambda: do(bertta, rest, kind="to_translate", language="xx"))


def test_one_more_query_for_a_page_of_other_languages_and_none_for_ones_own(bertta, sections, comment):
    for one in comments_on(sections[0], 5):
        translate(bertta, one, f"Ord {uuid4()}")
    counts = {}
    for language in ("fi", "sv"):
        public(comment, language=language)
        with CaptureQueriesContext(connection) as queries:
            public(comment, language=language)
        counts[language] = len(queries)
    assert counts["sv"] == counts["fi"] + 1 <= 10


def test_whose_work_it_was_is_told_and_forgotten(bertta, comment):
    translate(bertta, comment)
    assert export(bertta)["translations"][0]["text"] == SWEDISH
    erase(bertta, at=clock.now())
    assert Translation.objects.get().by is None


def test_it_goes_with_what_nobody_may_read(bertta, sections, comment):
    hidden, shown = comments_on(sections[0], 2)
    for one in (comment, hidden, shown):
        translate(bertta, one, f"Ord {one.number}")
    masked(bertta, comment)
    moderation.decide_hide(actor=bertta, comment=hidden, reason="off_topic", at=clock.now())
    Stage.objects.filter(activity=comment.activity).update(
        opens_at=factories.EPOCH, closes_at=factories.EPOCH + timedelta(days=1)
    )
    retention.run(at=clock.now() + timedelta(days=365 * 20))
    assert list(Translation.objects.values_list("comment", flat=True)) == [shown.pk]
    assert not Revision.objects.exists()
