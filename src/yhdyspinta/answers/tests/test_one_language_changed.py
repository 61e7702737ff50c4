"""Whoever changes a text in one language is told to look at the others; nothing is told where they changed too, or are new."""

from html import unescape

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers.tests.scene import form_of, fresh, path_of, publish, start, write
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db
WORDS = Wording(fi="Vastaus.", sv="Svar.")
TOLD = {
    "fi": "Muutit vain osaa kieliversioista: Vastaus.",
    "sv": "Ändrat bara i en del av språken: Svar.",
    "en": "Changed in some languages only: Answer.",
}


@pytest.fixture
def answer(bertta, section):
    comment = factories.comment(factories.guest(), section)
    return publish(
        bertta, write(bertta, start(bertta, comment), body=WORDS, title=Wording(fi="Määräaika", sv="Tidsfrist"))
    )


def corrected(desk: Client, answer, language: str = "fi", **changes) -> str:
    path = path_of(answer.activity, "edit", language=language, number=answer.number)
    page = desk.post(path, form_of(fresh(answer), **changes), follow=True)
    assert page.status_code == 200
    return unescape(page.content.decode())


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_other_language_is_named_to_be_looked_at(bertta, answer, language):
    told = corrected(signed_in(bertta), answer, language, **{"body-fi": "Toinen vastaus."})
    assert TOLD[language] in told
    assert fresh(answer).body == Wording({**WORDS, "fi": "Toinen vastaus."})


def test_nothing_is_told_where_all_changed_or_none(bertta, answer):
    desk = signed_in(bertta)
    assert "Muutit vain" not in corrected(desk, answer, **{"body-fi": "Toinen.", "body-sv": "Ett annat."})
    assert "Muutit vain" not in corrected(desk, answer)
    assert "Muutit vain" not in corrected(desk, answer, **{"body-en": "Another."})  # a new language
