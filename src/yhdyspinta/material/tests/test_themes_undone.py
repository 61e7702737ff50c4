"""Suggestions are read whole and trimmed; what is done on the page of themes can be undone, by its doer and soon."""

from datetime import timedelta
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import transaction
from django.utils.translation import override

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment
from yhdyspinta.material import similar, suggestion_views
from yhdyspinta.material.actions import gone_themes, suggestions, undoing
from yhdyspinta.material.history import history_of
from yhdyspinta.material.loading import whole_comment_of
from yhdyspinta.material.models import BulkAction, CommentTheme, SavedView, Theme, ThemeSuggestion
from yhdyspinta.material.tests.scene import comments_on, do, path_of, posted, theme_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
NAMED = {"name-fi": "Määräajat", "name-sv": "Tidsfrister"}


def offer(activity, comments, **more):
    pks = [one.pk for one in comments]
    return ThemeSuggestion.objects.create(
        activity=activity, label=["määräaika"], comments=pks, central=pks[:2], made_at=clock.now(), **more
    )


def undo(bertta, at=None):
    deed = BulkAction.objects.order_by("-pk")[0]
    return undoing.undo(actor=bertta, deed=deed, at=at or clock.now())


def of(theme):
    return set(CommentTheme.objects.filter(theme=theme).values_list("comment", flat=True))


def suggested(activity, *groups):
    found = [SimpleNamespace(label=["aika"], members=[str(pk) for pk in group], central=[]) for group in groups]
    similar.suggest(activity, find=lambda _texts: found, at=clock.now())
    return list(ThemeSuggestion.objects.filter(state="offered").order_by("pk"))


def test_all_comments_of_a_suggestion_are_read_and_some_left_out(desk, activity, sections, monkeypatch):
    monkeypatch.setattr(suggestion_views, "PAGE", 3)
    comments = comments_on(sections[0], 5)
    one = offer(activity, comments)
    path = path_of(activity, "suggestion", suggestion=one.pk)
    page = desk.get(path)
    assert [row["pk"] for row in page.context["rows"]] == [row.pk for row in comments[:3]]
    on = path + page.context["pager"]["next_url"]
    form = {"shown": [row.pk for row in comments[:3]], "comments": [comments[0].pk, comments[2].pk]}
    kept = desk.post(on, {**form, "do": "keep"}, follow=True)
    assert kept.redirect_chain[0][0] == on
    assert [row["pk"] for row in kept.context["rows"]] == [row.pk for row in comments[3:]]
    assert "4 kommenttia saa teeman" in kept.content.decode()
    assert Entry.objects.filter(verb="material.suggestion_chosen").count() == 1
    last = {"shown": [row.pk for row in comments[3:]], "comments": [comments[3].pk], "do": "accept"}
    lacking = desk.post(path, {**last, "name-fi": "Määräajat"})
    assert lacking.status_code == 422
    assert ThemeSuggestion.objects.get().left_out == [comments[1].pk, comments[4].pk]
    assert desk.post(path, {**last, **NAMED}).status_code == 302
    theme = Theme.objects.get()
    assert of(theme) == {comments[0].pk, comments[2].pk, comments[3].pk}
    assert theme.comment_count == 3
    assert "Tämä ehdotus on hyväksytty." in desk.get(path).content.decode()
    assert desk.post(path, {**last, **NAMED}).status_code == 302


def test_d6_of_a_comment_that_waits_a_suggestion_shows_its_words_to_who_checks_comments(
    county, desk, activity, sections
):
    comments = comments_on(sections[0], 3)
    path = path_of(activity, "suggestion", suggestion=offer(activity, comments).pk)
    Comment.objects.filter(pk=comments[0].pk).update(public_text="Naapurin hoidosta.", state=Comment.State.WAITING)
    answerer = signed_in(factories.staff(county, "answerer", "ville@example.org"))
    page = answerer.get(path).content.decode()
    assert "Naapurin hoidosta." not in page
    assert "Sanoja ei näytetä." in page
    assert "Naapurin hoidosta." in desk.get(path).content.decode()


def test_a_suggestion_with_everything_left_out_is_not_accepted(desk, activity, sections):
    comments = comments_on(sections[0], 2)
    one = offer(activity, comments)
    path = path_of(activity, "suggestion", suggestion=one.pk)
    failed = desk.post(path, {"shown": [row.pk for row in comments], "do": "accept", **NAMED})
    assert failed.status_code == 422
    assert "Hylkää ehdotus." in failed.content.decode()
    assert not Theme.objects.exists()


def test_an_acceptance_is_undone_from_the_page_of_themes(desk, bertta, activity, sections):
    comments = comments_on(sections[0], 3)
    one = offer(activity, comments)
    assert desk.post(path_of(activity, "suggestion", suggestion=one.pk), {"do": "accept", **NAMED}).status_code == 302
    shown = desk.get(path_of(activity, "themes")).content.decode()
    assert "Ehdotettu teema hyväksytty (Määräajat): 3 kommenttia" in shown
    assert "Voit kumota sen klo" in shown
    deed = BulkAction.objects.get()
    done = desk.post(path_of(activity, "undo"), {"deed": deed.pk, "from": "themes"}, follow=True)
    assert "Kumottu: Ehdotettu teema hyväksytty (Määräajat)" in done.content.decode()
    assert not Theme.objects.exists()
    one.refresh_from_db()
    assert (one.state, one.decided_by, one.left_out) == ("offered", None, [])
    with override("fi"):
        told = [event.what for event in history_of(whole_comment_of(activity, comments[0].number))]
    assert told[1:] == ["Teema lisätty: Määräajat", "Kumottu: Teema lisätty: Määräajat"]


def test_undoing_leaves_a_theme_that_was_there_before(bertta, activity, sections):
    comments = comments_on(sections[0], 4)
    theme = theme_of(bertta, activity)
    do(bertta, comments[:1], kind="theme_added", theme=theme.pk)
    one = offer(activity, comments, theme=theme)
    suggestions.accept_suggestion(actor=bertta, suggestion=one, name=theme.name, at=clock.now())
    assert of(theme) == {row.pk for row in comments}
    undo(bertta)
    assert of(theme) == {comments[0].pk}
    one.refresh_from_db()
    assert one.theme == theme


def test_what_has_the_theme_already_is_not_suggested_as_new(desk, bertta, activity, sections):
    comments = comments_on(sections[0], 12)
    pks = [row.pk for row in comments]
    theme = theme_of(bertta, activity)
    do(bertta, comments[:6], kind="theme_added", theme=theme.pk)
    assert suggested(activity, pks[:6]) == []
    assert suggested(activity, pks[:8]) == []
    (more,) = suggested(activity, pks[:10])
    assert (more.comments, more.theme) == (pks[6:10], theme)
    assert "Lisää teemaan:" in desk.get(path_of(activity, "themes")).content.decode()
    page = desk.get(path_of(activity, "suggestion", suggestion=more.pk)).content.decode()
    assert 'value="Määräajat sv"' in page
    (new,) = suggested(activity, pks[4:])
    assert (len(new.comments), new.theme) == (8, None)
    suggestions.refuse_suggestion(actor=bertta, suggestion=new, at=clock.now())
    assert suggested(activity, pks[5:]) == []


def test_a_theme_is_removed_after_asking_and_brought_back_as_it_was(desk, bertta, activity, sections):
    comments = comments_on(sections[0], 3)
    theme = theme_of(bertta, activity)
    deed = do(bertta, comments, kind="theme_added", theme=theme.pk)
    SavedView.objects.create(activity=activity, name="Oma", query=f"theme={theme.pk}", made_at=clock.now())
    path = path_of(activity, "theme", theme=theme.pk)
    asked = desk.post(path, {"do": "remove"}).content.decode()
    assert "3 kommenttia menettää tämän teeman" in asked
    assert of(theme)
    assert desk.post(path, {"do": "remove", "sure": "yes"}).status_code == 302
    assert not Theme.objects.exists()
    with override("sv"):
        told = [event.what for event in history_of(whole_comment_of(activity, comments[0].number))]
    assert told[-1] == "Temat togs bort från rundan: Määräajat sv"
    assert gone_themes.remove_theme(actor=bertta, theme=theme, at=clock.now()) is None
    undo(bertta)
    back = Theme.objects.get()
    assert (back.pk, back.name, back.comment_count) == (theme.pk, theme.name, 3)
    assert of(back) == {row.pk for row in comments}
    deed.refresh_from_db()
    assert deed.theme == back
    assert Entry.objects.filter(verb="material.theme_restored").exists()


def test_a_removed_theme_whose_name_was_taken_stays_removed(bertta, activity, sections):
    theme = theme_of(bertta, activity)
    gone_themes.remove_theme(actor=bertta, theme=theme, at=clock.now())
    theme_of(bertta, activity)
    with pytest.raises(Refusal, match="theme_name_taken"), transaction.atomic():
        undo(bertta)


def test_a_merging_is_undone(bertta, activity, sections):
    comments = comments_on(sections[0], 3)
    one, other = theme_of(bertta, activity, "Ajat"), theme_of(bertta, activity, "Määräajat")
    deed = do(bertta, comments[:2], kind="theme_added", theme=one.pk)
    do(bertta, comments[1:], kind="theme_added", theme=other.pk)
    gone_themes.merge_themes(actor=bertta, theme=one, into=other.pk, at=clock.now())
    assert of(other) == {row.pk for row in comments}
    undo(bertta)
    assert (of(one), of(other)) == ({row.pk for row in comments[:2]}, {row.pk for row in comments[1:]})
    assert [theme.comment_count for theme in Theme.objects.order_by("pk")] == [2, 2]
    deed.refresh_from_db()
    assert deed.theme_id == one.pk
    assert Theme.objects.get(pk=one.pk).name == Wording(fi="Ajat", sv="Ajat sv")


def test_after_an_undo_nothing_older_is_offered(desk, bertta, activity, sections):
    comments = comments_on(sections[0], 2)
    older = do(bertta, comments, kind="stance", stance="for")
    deed = do(bertta, comments, kind="stance", stance="against")
    page = desk.post(path_of(activity, "undo"), {"deed": deed.pk}, follow=True).content.decode()
    assert "Kumottu: Kanta merkitty" in page
    assert ">Kumoa</button>" not in page
    refused = desk.post(path_of(activity, "undo"), {"deed": older.pk})
    assert refused.status_code == 409
    older.refresh_from_db()
    assert older.undone_at is None


def test_only_the_doer_undoes_and_only_soon(desk, county, bertta, activity, sections):
    deed = do(bertta, comments_on(sections[0], 2), kind="stance", stance="for")
    kaija = factories.staff(county, "answerer", "kaija@example.org")
    page = signed_in(kaija).get(path_of(activity, "table")).content.decode()
    assert "Viimeisin muutos: Kanta merkitty" in page
    assert ">Kumoa</button>" not in page
    assert signed_in(kaija).post(path_of(activity, "undo"), {"deed": deed.pk}).status_code == 409
    with pytest.raises(Refusal, match="too_late_to_undo"), transaction.atomic():
        undo(bertta, at=deed.at + undoing.UNDONE_WITHIN)
    BulkAction.objects.update(at=deed.at - timedelta(hours=2))
    assert "Viimeisin muutos" not in desk.get(path_of(activity, "table")).content.decode()


def test_a_deed_of_the_page_of_themes_is_not_done_from_the_table(desk, activity, sections):
    (one,) = comments_on(sections[0], 1)
    failed = desk.post(path_of(activity, "change"), posted([one], kind="theme_gone"))
    assert failed.status_code == 422


def test_a_merging_from_before_the_field_of_its_own_is_undone(bertta, activity, sections):
    comments = comments_on(sections[0], 3)
    first, second = theme_of(bertta, activity), theme_of(bertta, activity, "Maksut")
    do(bertta, comments[:2], kind="theme_added", theme=first.pk)
    do(bertta, comments[1:], kind="theme_added", theme=second.pk)
    gone_themes.merge_themes(actor=bertta, theme=first, into=second.pk, at=clock.now())
    deed = BulkAction.objects.get(kind="merged")
    given = deed.of_theme.pop("given")
    BulkAction.objects.filter(pk=deed.pk).update(before=[[deed.of_theme, given]], of_theme={})
    import_module("yhdyspinta.material.migrations.0005_themes_have_their_own_field").move(apps, None)
    undo(bertta)
    assert (of(first), of(second)) == ({one.pk for one in comments[:2]}, {one.pk for one in comments[1:]})
