"""Rows of a translator's file that are left out, that changed meanwhile, or that give one name twice."""

import re

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.material.models import Theme
from yhdyspinta.processes.models import Process
from yhdyspinta.translating import actions
from yhdyspinta.translating.files import RowBack, code_of
from yhdyspinta.translating.models import ReturnedFile
from yhdyspinta.translating.tests.taking import shown_on, take
from yhdyspinta.translating.texts import texts_of
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return factories.authority("pohjanmaa", code="15", bilingual=True)


@pytest.fixture
def bertta(county):
    return factories.staff(county)


@pytest.fixture
def process(county) -> Process:
    made = factories.process(county, published=False)
    Process.objects.filter(pk=made.pk).update(
        title={"fi": "Asia", "sv": "Sak"}, summary={"fi": "Tiivistelmä."}, background={"fi": "Tausta."}
    )
    made.refresh_from_db()
    return made


def keep(who, process, name_of=lambda text: f"På svenska: {text.source}") -> ReturnedFile:
    texts = [text for text in texts_of(process, "fi", "sv") if text.is_missing]
    rows = [RowBack(number, code_of(text, "fi", "sv"), name_of(text)) for number, text in enumerate(texts, start=3)]
    return actions.keep_returned(actor=who, of=process, name="sv.xlsx", content=b"x", rows=rows, at=clock.now())


def look_at(client, kept) -> str:
    of = kept.process
    path = f"/{of.owner.slug}/fi/desk/processes/{of.slug}/translations/returned/{kept.pk}/"
    return " ".join(client.get(path).content.decode().split())


def sent(client, kept, page: str, left):
    """What comes of pressing the button of a page with these ticks."""
    of = kept.process
    path = f"/{of.owner.slug}/fi/desk/processes/{of.slug}/translations/returned/{kept.pk}/"
    return client.post(path, {"seen": shown_on(page), "left": left}, follow=True)


def ticked(page: str) -> list[str]:
    return re.findall(r'name="left" value="([^"]+)" id="left-\d+" checked', page)


def test_after_taking_the_page_goes_on_between_the_languages_of_the_file(process, bertta):
    text = texts_of(process, "fi", "en")[0]
    rows = [RowBack(3, code_of(text, "fi", "en"), "The matter")]
    kept = actions.keep_returned(actor=bertta, of=process, name="en.xlsx", content=b"x", rows=rows, at=clock.now())
    desk = signed_in(bertta)
    done = sent(desk, kept, look_at(desk, kept), [])
    assert done.redirect_chain[-1][0].endswith("/translations/?from=fi&to=en")
    assert "Puuttuu kielellä English" in done.content.decode()


def test_a_row_is_left_out_and_the_others_are_taken(process, bertta):
    kept, desk = keep(bertta, process), signed_in(bertta)
    page = look_at(desk, kept)
    assert ticked(page) == []
    done = sent(desk, kept, page, [f"process/{process.pk}/background"]).content.decode()
    assert "1 teksti muuttui. 1 jäi pois." in done
    process.refresh_from_db()
    assert process.summary["sv"] == "På svenska: Tiivistelmä."
    assert "sv" not in process.background
    after = look_at(desk, kept)
    assert after.count("jätetty pois") == 1
    assert "Ota tekstit" not in after


def test_everything_left_out_is_refused_and_the_file_stays(process, bertta):
    kept = keep(bertta, process)
    with pytest.raises(Refusal, match="everything_left_out"):
        take(bertta, kept, left=[row["key"] for row in kept.rows])
    desk = signed_in(bertta)
    page = look_at(desk, kept)
    answer = sent(desk, kept, page, [row["key"] for row in kept.rows])
    assert answer.status_code == 422
    assert len(ticked(" ".join(answer.content.decode().split()))) == 2  # the ticks stay


def test_what_somebody_wrote_meanwhile_is_shown_and_left_out_to_begin_with(process, bertta):
    kept, desk = keep(bertta, process), signed_in(bertta)
    Process.objects.filter(pk=process.pk).update(summary={"fi": "Tiivistelmä.", "sv": "Egna ord."})
    page = look_at(desk, kept)
    assert "Egna ord." in page
    assert "tähän on kirjoitettu välillä" in page
    assert ticked(page) == [f"process/{process.pk}/summary"]
    assert sent(desk, kept, page, ticked(page)).redirect_chain
    process.refresh_from_db()
    assert (process.summary["sv"], process.background["sv"]) == ("Egna ord.", "På svenska: Tausta.")


def test_what_changes_between_the_look_and_the_press_is_shown_and_one_more_press_is_enough(process, bertta):
    kept, desk = keep(bertta, process), signed_in(bertta)
    page = look_at(desk, kept)
    Process.objects.filter(pk=process.pk).update(summary={"fi": "Tiivistelmä.", "sv": "Egna ord."})
    refused = sent(desk, kept, page, [])
    again = " ".join(refused.content.decode().split())
    assert refused.status_code == 409
    assert "Egna ord." in again
    assert ticked(again) == [f"process/{process.pk}/summary"]
    assert sent(desk, kept, again, ()).redirect_chain  # overwritten knowingly
    process.refresh_from_db()
    assert process.summary["sv"] == "På svenska: Tiivistelmä."


def test_an_original_that_changed_after_the_file_was_read_is_marked_and_left_out(process, bertta):
    kept = keep(bertta, process)
    Process.objects.filter(pk=process.pk).update(summary={"fi": "Uusi."})
    page = look_at(signed_in(bertta), kept)
    assert "alkuteksti on muuttunut sen jälkeen" in page
    assert "Uusi." in page
    assert ticked(page) == [f"process/{process.pk}/summary"]


def test_what_stands_there_already_needs_no_tick(process, bertta):
    kept = keep(bertta, process)
    Process.objects.filter(pk=process.pk).update(summary={"fi": "Tiivistelmä.", "sv": "På svenska: Tiivistelmä."})
    page = look_at(signed_in(bertta), kept)
    assert page.count('name="left"') == 1
    assert "sama teksti on jo paikallaan" in page


def test_one_name_for_two_themes_of_a_round_is_told_at_the_row(process, bertta):
    activity = factories.activity(process)
    for name in ("Kulku", "Matkat", "Ruoka"):
        Theme.objects.create(activity=activity, name={"fi": name}, made_at=clock.now())
    Theme.objects.create(activity=activity, name={"fi": "Koti", "sv": "Hem"}, made_at=clock.now())
    other = factories.activity(process, slug="toinen")
    Theme.objects.create(activity=other, name={"fi": "Kyyti"}, made_at=clock.now())
    names = {"Kulku": "Resor", "Matkat": "resor", "Ruoka": "Hem", "Kyyti": "Resor"}
    kept = keep(bertta, process, lambda text: names.get(text.source, text.source))
    page = look_at(signed_in(bertta), kept)
    assert page.count("sama nimi kahdesti") == 3
    assert re.findall(r'sama nimi kahdesti.*?<span class="y-quiet" lang="fi">(.*?)</span>', page) == [
        "Matkat", "Kulku", "Koti",
    ]  # fmt: skip


def test_a_name_that_is_taken_tells_its_row_and_the_rest_is_taken_without_it(process, bertta):
    activity = factories.activity(process)
    Theme.objects.create(activity=activity, name={"fi": "Koti", "sv": "Hem"}, made_at=clock.now())
    food = Theme.objects.create(activity=activity, name={"fi": "Ruoka"}, made_at=clock.now())
    kept = keep(bertta, process, lambda text: "hem" if text.source == "Ruoka" else f"På svenska: {text.source}")
    row = next(one["row"] for one in kept.rows if one["key"] == f"theme/{food.pk}/name")
    desk = signed_in(bertta)
    page = sent(desk, kept, look_at(desk, kept), ())
    words = page.content.decode()
    assert page.status_code == 422
    assert f"Rivi {row}, sarake D (Teema: Teeman nimi): Kierroksen toisella teemalla on sama nimi." in words
    process.refresh_from_db()
    assert "sv" not in process.summary
    sent(desk, kept, words, [f"theme/{food.pk}/name"])
    process.refresh_from_db()
    assert process.summary["sv"] == "På svenska: Tiivistelmä."
