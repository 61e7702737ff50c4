"""The pages of one answer, from its comments to what residents read."""

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.answers import actions
from yhdyspinta.answers.looks import mark_now
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.tests.scene import form_of, fresh, new_version, path_of, publish, start, write
from yhdyspinta.comments.models import Comment
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


def test_from_comments_to_a_published_answer(desk, section):
    comments = [factories.comment(factories.guest(), section, email=f"a{n}@example.org") for n in range(2)]
    activity = fresh(comments[0].activity)
    activity.process = comments[0].activity.process
    response = desk.post(path_of(activity, "group"), {"comments": [c.pk for c in comments], "do": "start"})
    answer = Answer.objects.get()
    assert (response.status_code, response.url) == (302, path_of(activity, "edit", number=1))
    assert answer.title["fi"].startswith("Kirjatkaa")
    assert desk.get(response.url).context["reach"].told == 2
    response = desk.post(path_of(activity, "edit", number=1), form_of(answer, then="publish"))
    assert response.url == path_of(activity, "publish", number=1)
    assert desk.get(response.url).status_code == 200
    answer.refresh_from_db()
    desk.post(response.url, {"revision": answer.revision, "seen": mark_now(answer)})
    assert fresh(activity).answered_count == 2
    public = Client().get(path_of(activity, "answer", number=1))
    assert "Vastaus." in public.content.decode()
    assert Client().get(path_of(activity, "answers", "sv")).status_code == 200


def test_a_missing_language_is_shown_at_its_field_and_the_draft_is_kept(desk, bertta, section):
    answer = start(bertta, factories.comment(factories.guest(), section))
    response = desk.post(path_of(answer.activity, "edit", number=1), form_of(answer, then="publish", **{"body-sv": ""}))
    assert response.status_code == 422
    assert 'href="#id_body-sv"' in response.content.decode()
    assert Answer.objects.get().body == {"fi": "Vastaus."}


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "Teksti puuttuu."), ("sv", "Texten saknas."), ("en", "The text is missing.")]
)
def test_all_that_an_answer_lacks_is_told_at_once(desk, bertta, section, language, words):
    answer = start(bertta, factories.comment(factories.guest(), section))
    empty = {"title-sv": "", "body-fi": "", "body-sv": "", "handling": ""}
    page = desk.post(path_of(answer.activity, "edit", language, number=1), form_of(answer, then="publish", **empty))
    assert page.status_code == 422
    seen = page.content.decode()
    for field in ("title-sv", "body-fi", "body-sv", "handling"):
        assert f'href="#id_{field}"' in seen
    assert sum(one["text"].endswith(f": {words}") for one in page.context["form"].error_list) == 3


def test_f10_a_conflict_shows_both_texts(desk, bertta, section):
    answer = start(bertta, factories.comment(factories.guest(), section))
    old = form_of(answer, **{"body-fi": "Minun tekstini."})
    write(bertta, answer, body=Wording(fi="Toisen teksti."))
    page = desk.post(path_of(answer.activity, "edit", number=1), old)
    assert page.status_code == 409
    assert "Minun tekstini." in page.content.decode()
    assert "Toisen teksti." in page.content.decode()
    answer = Answer.objects.get()
    assert f'name="revision" value="{answer.revision}"' in page.content.decode()
    assert desk.post(path_of(answer.activity, "edit", number=1), old | {"revision": answer.revision}).status_code == 302
    assert Answer.objects.get().body["fi"] == "Minun tekstini."


def test_typing_is_saved_without_a_click(desk, bertta, section):
    answer = start(bertta, factories.comment(factories.guest(), section))
    response = desk.post(
        path_of(answer.activity, "edit", number=1),
        form_of(answer),
        headers={"HX-Request": "true", "HX-Target": "saved"},
    )
    assert response.status_code == 200
    assert 'value="2"' in response.content.decode()
    assert "<html" not in response.content.decode()


def test_split_and_remove_from_the_page(desk, bertta, section):
    comments = [factories.comment(factories.guest(), section) for _ in range(5)]
    answer = start(bertta, *comments)
    path = path_of(answer.activity, "regroup", number=1)
    assert desk.post(path, {"do": "split"}).status_code == 422
    assert desk.post(path, {"do": "split", "comments": comments[0].pk}).url == path_of(
        answer.activity, "edit", number=2
    )
    assert desk.post(path, {"do": "remove", "comments": comments[1].pk}).status_code == 302
    answer.refresh_from_db()
    assert answer.comment_count == 3
    assert desk.post(path_of(answer.activity, "remove", number=2)).status_code == 302
    assert Answer.objects.count() == 1


@pytest.mark.parametrize("do", ["remove", "split"])
def test_regrouping_saves_what_was_typed(desk, bertta, section, do):
    answer = start(bertta, *[factories.comment(factories.guest(), section) for _ in range(3)])
    path = path_of(answer.activity, "regroup", number=1)
    chosen = str(answer.answered.first().comment_id)
    typed = form_of(answer, do=do, comments=chosen, **{"body-fi": "Vielä tallentamatta."})
    assert desk.post(path, typed).status_code == 302
    answer.refresh_from_db()
    assert (answer.body["fi"], answer.comment_count) == ("Vielä tallentamatta.", 2)
    none_chosen = {**form_of(answer, do=do), "body-fi": "Uusia sanoja."}
    page = desk.post(path, none_chosen)
    assert page.status_code == 422
    assert "Uusia sanoja." in page.content.decode()
    stale = form_of(answer, do=do, comments=str(answer.answered.first().comment_id), revision="1")
    page = desk.post(path, {**stale, "body-fi": "Toisen sanat."})
    assert page.status_code == 409
    assert "Toisen sanat." in page.content.decode()
    answer.refresh_from_db()
    assert answer.comment_count == 2


def test_the_changed_passage_is_chosen_and_compared(desk, bertta, document, section):
    changed = new_version(document)
    answer = start(bertta, factories.comment(factories.guest(), section))
    path = path_of(answer.activity, "edit", number=1)
    assert desk.post(path, form_of(answer, changed=changed.pk)).status_code == 302
    answer.refresh_from_db()
    assert "Toinen." in desk.get(path).content.decode()
    data = form_of(answer, changed=changed.pk, passage="2", passage_of=changed.pk, revision=answer.revision)
    assert desk.post(path, data).status_code == 302
    answer.refresh_from_db()
    assert answer.changed_passage == 2
    assert desk.get(path_of(answer.activity, "changes", number=1)).status_code == 200


def test_correcting_and_taking_back_from_the_page(desk, bertta, section):
    answer = publish(bertta, write(bertta, start(bertta, factories.comment(factories.guest(), section))))
    path = path_of(answer.activity, "edit", number=1)
    assert desk.get(path).status_code == 200
    assert desk.post(path, form_of(answer, **{"body-fi": "Oikaistu."})).status_code == 302
    public = Client().get(path_of(answer.activity, "answer", number=1)).content.decode()
    assert "Oikaistu." in public
    assert "Vastaus 30 päivässä." in public
    assert desk.get(path_of(answer.activity, "take_back", number=1)).status_code == 200
    assert desk.post(path_of(answer.activity, "take_back", number=1)).status_code == 302
    assert Client().get(path_of(answer.activity, "answer", number=1)).status_code == 404


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_same_queries_for_few_and_many(
    desk,
    bertta,
    document,
    section,
    language,
    django_assert_max_num_queries,
):
    changed = new_version(document)

    def grow(count):
        for _ in range(count):
            comments = [factories.comment(factories.guest(), section) for _ in range(3)]
            draft = start(bertta, comments[0])
            write(bertta, draft, changed_section_id=changed.pk, changed_passage=1)
            publish(bertta, write(bertta, start(bertta, comments[1]), changed_section_id=changed.pk))

    grow(1)
    counts = []
    activity = section.version.document.activity
    for more in (0, 6):
        grow(more)
        for name, parts in [("work", {}), ("edit", {"number": 1}), ("publish", {"number": 1}), ("finish", {})]:
            with django_assert_max_num_queries(25) as seen:
                assert desk.get(path_of(activity, name, language, **parts)).status_code == 200
            counts.append((name, len(seen)))
        for name, parts in [("answers", {}), ("answer", {"number": 2})]:
            with django_assert_max_num_queries(10) as seen:
                assert Client().get(path_of(activity, name, language, **parts)).status_code == 200
            counts.append((name, len(seen)))
    assert counts[:6] == counts[6:]
    assert Comment.objects.count() == 21
    assert actions.AnswerText.of(Answer.objects.get(number=1)).changed_passage == 1


def test_a_correction_keeps_unsaved_words_when_the_language_is_changed(desk, bertta, section):
    answer = write(bertta, start(bertta, factories.comment(factories.guest(), section)))
    path = path_of(answer.activity, "edit", number=1)
    page = desk.post(path, form_of(answer, switch_to="sv", **{"body-fi": "Vielä kesken."}))
    assert page.status_code == 303
    shown = desk.get(page.url).content.decode()
    assert "Vielä kesken." in shown
    assert 'id="words"' in shown
    assert "y-unsent" in shown
    assert desk.post(path, form_of(answer)).status_code == 302
    assert "y-unsent" not in desk.get(path).content.decode()


def test_typing_over_somebody_elses_words_is_told_and_not_saved(desk, bertta, section):
    answer = start(bertta, factories.comment(factories.guest(), section))
    old = form_of(answer, **{"body-fi": "Minun tekstini."})
    write(bertta, answer, body=Wording(fi="Toisen teksti."))
    path, typing = path_of(answer.activity, "edit", number=1), {"HX-Request": "true", "HX-Target": "saved"}
    told = desk.post(path, old, headers=typing)
    assert told.status_code == 200
    assert "<html" not in told.content.decode()
    assert Answer.objects.get().body["fi"] == "Toisen teksti."
    assert desk.post(path, {**old, "handling": "zzz"}, headers=typing).status_code == 422


def test_what_an_answer_half_lacks_is_told_before_it_is_published(desk, county, bertta, section):
    county.languages = ["fi", "sv", "en"]
    county.save()
    answer = write(
        bertta, start(bertta, factories.comment(factories.guest(), section)), body=Wording(fi="A.", sv="B.", en="C.")
    )
    page = path_of(answer.activity, "publish", number=answer.number)
    shown = desk.get(page).content.decode()
    assert "Puuttuu (English): Mitä kommentit koskevat." in shown
    assert "Lukijat näkevät sen toisella kielellä: suomi." in shown
    assert "Muuttunutta katkelmaa ei ole valittu." in shown
    assert '<h3 class="y-h2 y-h2--small" lang="en"></h3>' not in shown
    assert "Inget ändrat ställe har valts." in desk.get(page.replace("/fi/", "/sv/")).content.decode()
    assert "No changed passage is chosen." in desk.get(page.replace("/fi/", "/en/")).content.decode()
    words = Wording(fi="A", sv="B", en="C")
    write(bertta, fresh_with(answer), title=words, body=words, handling="off_topic")
    assert "Katso vielä" not in desk.get(page).content.decode()


def fresh_with(answer: Answer) -> Answer:
    found = fresh(answer)
    found.activity = answer.activity
    return found


@pytest.mark.parametrize(
    ("addresses", "words"),
    [
        (["", ""], "2 lähettäjää ei antanut yhteystietoja, joten heille ei kerrota."),
        ([""], "1 lähettäjä ei antanut yhteystietoja, joten hänelle ei kerrota."),
        (
            ["a@example.org", ""],
            "1 lähettäjälle kerrotaan sähköpostitse, kun vastaus julkaistaan. 1 lähettäjä ei antanut",
        ),
    ],
)
def test_who_hears_of_an_answer_is_said_as_it_is(desk, bertta, section, addresses, words):
    comments = [factories.comment(factories.guest(), section, email=one) for one in addresses]
    answer = write(bertta, start(bertta, *comments))
    assert words in " ".join(desk.get(path_of(answer.activity, "publish", number=1)).content.decode().split())
