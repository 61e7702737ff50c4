"""Translations by the authority are in the downloads and the API as on the pages: marked, beside the sender's words (E11)."""

import json

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.models import Translation
from yhdyspinta.material.translations import mark_of
from yhdyspinta.moderation import actions as moderation
from yhdyspinta.open_data.tests.conftest import comment
from yhdyspinta.open_data.tests.downloading import PAGE, body, made, sheets, table
from yhdyspinta.processes.models import Activity

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
API = "/api/v1/processes/keski-suomi/toimintamallit/activities/kommentointi/comments/"
WORDS = "Kirjatkaa Matti Meikäläisen määräaika."


def translate(one: Comment, language: str, text: str) -> Translation:
    return Translation.objects.create(
        comment=one, language=language, text=text, of_words=mark_of(one.public_text), of_revision=one.revision,
        at=clock.now(),
    )  # fmt: skip


def in_api() -> list[list[dict[str, str]]]:
    return [row["translations"] for row in Client().get(API).json()["items"]]


@pytest.fixture
def translated(activity: Activity) -> Comment:
    one = comment(activity, WORDS)
    comment(activity, "Toinen.", "bo@example.org")
    for language, text in (("se", "Davvisámegillii."), ("sv", "=Skriv in Matti Meikäläinens tidsfrist.")):
        translate(one, language, text)
    Translation.objects.create(comment=one, language="en", of_revision=0, at=clock.now())  # only asked for
    return one


def test_they_stand_in_columns_of_their_own_and_the_codebook_says_whose_they_are(translated: Comment) -> None:
    made(translated.activity)
    first, second = table(body(f"{PAGE}comments.csv"))
    assert (first["text"], first["language"], first["translated_into"]) == (WORDS, "fi", "sv se")
    assert first["translation_sv"] == "'=Skriv in Matti Meikäläinens tidsfrist."
    assert first["translation_other"] == "[se] Davvisámegillii."
    assert first["translation_fi"] == first["translation_en"] == ""
    assert {second[name] for name in second if name.startswith("transl")} == {""}
    assert json.loads(body(f"{PAGE}comments.json"))["comments"][0]["translated_into"] == "sv se"
    book = sheets(body(f"{PAGE}comments.xlsx"))
    assert "[se] Davvisámegillii." in book["comments"][1]
    (told,) = [row for row in book["codebook"] if row[0] == "translation_sv"]
    assert "viranomaisen kääntämänä" in told[-3]
    assert "översatt av myndigheten" in told[-2]
    assert "translated by the authority" in told[-1]


def test_the_api_tells_language_and_words(translated: Comment, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(7):
        first, second = in_api()
    assert first == [
        {"language": "sv", "text": "=Skriv in Matti Meikäläinens tidsfrist."},
        {"language": "se", "text": "Davvisámegillii."},
    ]
    assert second == []
    schema = Client().get("/api/v1/openapi.json").json()["components"]["schemas"]["Translation"]
    assert "translated by the authority" in schema["description"]


def test_e11_a_mask_withholds_them_in_files_and_api_until_they_are_looked_at(translated: Comment, county_staff) -> None:
    made(translated.activity)
    start = WORDS.index("Matti")
    moderation.mask(
        actor=county_staff, comment=translated, spans=[(start, start + len("Matti Meikäläisen"))],
        reason="personal_data", revision=translated.revision, at=clock.now(),
    )  # fmt: skip
    assert in_api()[0] == []
    assert Client().get(f"{PAGE}comments.csv").status_code != 200
    made(translated.activity)
    whole = body(f"{PAGE}comments.csv") + body(f"{PAGE}comments.json")
    assert "Matti" not in whole.decode()
    assert table(body(f"{PAGE}comments.csv"))[0]["translated_into"] == ""
    masked = Comment.objects.get(pk=translated.pk)
    Translation.objects.filter(language="sv").update(text="Skriv in tidsfristen.", of_words=mark_of(masked.public_text))
    assert in_api()[0] == [{"language": "sv", "text": "Skriv in tidsfristen."}]


def test_what_the_sender_has_edited_since_is_not_told_in_another_language(translated: Comment) -> None:
    Comment.objects.filter(pk=translated.pk).update(public_text="Muuta.", text="Muuta.")
    assert in_api()[0] == []
    Comment.objects.filter(pk=translated.pk).update(public_text=WORDS, text=WORDS, language="sv")
    assert [one["language"] for one in in_api()[0]] == ["se"]  # it was in Swedish all the time


@pytest.fixture
def county_staff(activity: Activity):
    return factories.staff(activity.process.owner, "coordinator", "bertta@example.org")
