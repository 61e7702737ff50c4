"""(l) Communications tell of a round in two languages at once, and a visitor comes by the short link."""

import os

import pytest

from tests import factories
from tests.browser import axe, beyond_the_edge, sign_in, small_text
from yhdyspinta.launch.tests.scene import sent_picture
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.processes.short_links import code_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_pack_is_written_looked_at_and_released(live_server, open_page, settings, tmp_path):
    settings.BASE_ADDRESS, settings.MEDIA_ROOT = live_server.url, tmp_path
    county = factories.authority("pohjanmaa", code="15", bilingual=True)
    activity = factories.activity(factories.process(county))
    factories.document(activity)
    bertta = open_page()
    sign_in(bertta, live_server.url, factories.staff(county))
    bertta.goto(live_server.url + activity_address(activity, "launch:edit", language="fi"))
    bertta.locator("[name=picture]").set_input_files(
        {"name": "kuva.png", "mimeType": "image/png", "buffer": sent_picture(900).read()}
    )
    bertta.locator("button[value=preview]").click()
    assert bertta.locator(".govuk-error-summary a").count() == 2  # what the picture shows, in both languages
    bertta.locator("[name=picture_text-fi]").fill("Vihreä niitty")
    bertta.locator("[name=picture_text-sv]").fill("En grön äng")
    bertta.locator("[name=picture]").set_input_files(
        {"name": "kuva.png", "mimeType": "image/png", "buffer": sent_picture(900).read()}
    )
    bertta.locator("button[value=preview]").click()
    assert bertta.locator(".y-launch__sheet").count() == 2
    _shot(bertta, "preview-fi")
    bertta.locator("button[name=now]").click()
    aino = open_page()
    aino.goto(live_server.url + activity_address(activity, "launch:news", language="sv"))
    assert "Verksamhetsmodeller" in aino.locator("h1").inner_text()
    _shot(aino, "news-sv")
    aino.locator("a", has_text="Material för andra").click()
    assert aino.locator(".y-launch__sheet").count() == 2
    with aino.expect_download() as got:
        aino.locator("a", has_text="Ladda ner bilden").first.click()
    assert got.value.suggested_filename.endswith(".png")
    _shot(aino, "material-sv")
    for width in (1280, 320):
        aino.set_viewport_size({"width": width, "height": 900})
        assert axe(aino) + beyond_the_edge(aino) + small_text(aino) == []
    aino.goto(live_server.url + activity_address(activity, "launch:material", language="fi"))
    _shot(aino, "material-fi")
    _tell_of_last_days(bertta, live_server.url, activity)
    aino.goto(live_server.url + activity_address(activity, "launch:news_of", language="fi", version=1))
    assert "Viimeiset päivät" in aino.locator(".govuk-inset-text").inner_text()
    _shot(aino, "earlier-fi")
    aino.goto(live_server.url + address("launch:short", county, language="sv", code=code_of(activity.pk)))
    assert aino.url.endswith(f"/pohjanmaa/sv/processes/{activity.process.slug}/comment-round/{activity.slug}/")


def _tell_of_last_days(bertta, base, activity):
    """The same pack again, as news of its own; what is typed meanwhile is not lost."""
    edit = base + activity_address(activity, "launch:edit", language="fi")
    bertta.goto(edit)
    bertta.locator("[name=headline-fi]").fill("Kesken jäänyt otsikko")
    bertta.locator("button[name=begin]").click()
    assert "begin=last-days" in bertta.url
    _shot(bertta, "begun-fi")
    bertta.locator(".govuk-inset-text a").click()
    assert bertta.locator("[name=headline-fi]").input_value() == "Kesken jäänyt otsikko"
    _shot(bertta, "edit-fi")
    bertta.goto(f"{edit}?begin=last-days")
    bertta.locator("button[value=preview]").click()
    for language in ("sv", "fi"):
        bertta.goto(base + activity_address(activity, "launch:preview", language=language))
        _shot(bertta, f"again-{language}")
    assert axe(bertta) == []
    bertta.locator("button[name=now]").click()
    assert bertta.locator(".govuk-error-summary a").count() == 1  # which it is
    bertta.locator("[name=kind][value=news]").check()
    bertta.locator("button[name=now]").click()
    assert bertta.locator("[name=kind]").count() == 0


def _shot(page, name):
    if folder := os.environ.get("LAUNCH_SHOTS"):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)
        page.set_viewport_size({"width": 390, "height": 800})
        page.screenshot(path=f"{folder}/{name}-390.png", full_page=True)
