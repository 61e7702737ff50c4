"""What others get of a released pack, and what those who write it are told."""

import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.launch import actions, material_views, shown
from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.launch.tests.scene import path_of, sent_picture
from yhdyspinta.launch.tests.test_launch import plan, release, save
from yhdyspinta.notices.delivery import letter
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Process, ProcessRole, Stage
from yhdyspinta.processes.preview import preview_token
from yhdyspinta.processes.short_links import round_link

pytestmark = pytest.mark.django_db
PARTS = ("news", "newsletter", "short_post", "post", "picture_post", "picture_text", "qr-png", "qr-svg", "link")


def page_of(activity, language="fi"):
    return Client().get(path_of(activity, "material", language)).content.decode()


def round_page(activity, language="fi"):
    return Client().get(activity_address(activity, "comment_rounds:round", language=language)).content.decode()


def file_of(activity, part, tag="fi"):
    return Client().get(path_of(activity, "material_file", language_tag=tag, part=part))


def assert_nothing_is_given(activity):
    assert file_of(activity, "news").status_code == 404
    assert Client().get(path_of(activity, "material_pack")).status_code == 404
    assert path_of(activity, "material") not in round_page(activity)


def test_nothing_of_it_is_there_before_its_time(desk, activity):
    save(desk, activity, picture=sent_picture())
    assert Client().get(path_of(activity, "material")).status_code == 404
    assert_nothing_is_given(activity)
    plan(desk, activity, clock.now() + timedelta(hours=2))
    assert Client().get(path_of(activity, "material")).status_code == 404
    assert_nothing_is_given(activity)


def test_others_copy_and_download_each_text_in_both_languages(desk, activity):
    save(desk, activity, picture=sent_picture())
    release(desk, activity)
    assert f'href="{path_of(activity, "material", "sv")}"' in round_page(activity, "sv")
    assert path_of(activity, "material") in Client().get(path_of(activity, "news")).content.decode()
    page = page_of(activity)
    for tag in ("fi", "sv"):
        assert round_link(activity, tag) in page
        for name in ("newsletter", "short_post", "post", "picture_post", "picture_text"):
            assert f"{name} {tag}" in page
        for part in PARTS:
            got = file_of(activity, part, tag)
            assert got.headers["Content-Disposition"].startswith("attachment"), (part, tag)
    assert page.count('alt="picture_text fi"') == 1
    assert file_of(activity, "short_post", "sv").content.decode() == f"short_post sv\n{round_link(activity, 'sv')}"
    assert file_of(activity, "qr-png").content.startswith(b"\x89PNG")
    with zipfile.ZipFile(BytesIO(Client().get(path_of(activity, "material_pack")).content)) as pack:
        assert {"fi/uutisteksti-fi.txt", "sv/kort-inlagg-sv.txt", "picture.png"} <= set(pack.namelist())
    for part, tag in (("news", "en"), ("news", "xx"), ("headline", "fi"), ("x", "fi")):
        assert file_of(activity, part, tag).status_code == 404


def test_o7_a_file_is_made_of_what_was_asked_and_each_line_gets_so_many(desk, activity, monkeypatch, settings):
    save(desk, activity)
    release(desk, activity)
    drawn = []
    for name in ("qr_address", "qr_svg", "qr_png"):
        monkeypatch.setattr(shown, name, lambda _link, name=name: drawn.append(name) or b"")
    assert file_of(activity, "news").status_code == 200
    assert file_of(activity, "x").status_code == 404
    assert drawn == []
    assert file_of(activity, "qr-png").status_code == 200
    assert drawn == ["qr_png"]
    drawn.clear()
    assert Client().get(path_of(activity, "material_pack")).status_code == 200
    assert sorted(drawn) == ["qr_png", "qr_png", "qr_svg", "qr_svg"]  # in the two languages; none for a page
    cache.clear()
    settings.API_REQUESTS_A_MINUTE = material_views._WORTH_OF_PACK + material_views._WORTH_OF_FILE
    assert Client().get(path_of(activity, "material_pack")).status_code == 200
    assert file_of(activity, "news").status_code == 200
    assert file_of(activity, "news").status_code == 429
    assert Client().get(path_of(activity, "material_pack")).status_code == 429
    assert Client().get(path_of(activity, "material")).status_code == 200
    cache.clear()


def test_w4_p3_a_picture_is_kept_by_caches_only_where_anybody_may_see_it(desk, activity):
    save(desk, activity, picture=sent_picture())
    release(desk, activity)
    path = path_of(activity, "picture", version=1)
    assert Client().get(path)["Cache-Control"] == "public, max-age=60"
    assert desk.get(path)["Cache-Control"] == "no-store, private"
    process = activity.process
    preview = f"{path}?preview={preview_token(process)}"
    Process.objects.filter(pk=process.pk).update(unpublished_at=clock.now())
    assert Client().get(path).status_code == 404
    assert desk.get(path)["Cache-Control"] == "no-store, private"
    shown_early = Client().get(preview)
    assert shown_early.status_code == 200
    assert "public" not in shown_early.headers.get("Cache-Control", "")


def test_what_is_being_written_is_not_given(desk, activity):
    save(desk, activity)
    release(desk, activity)
    save(desk, activity, 1, **{"news-fi": "Vasta luonnos"})
    assert "Vasta luonnos" not in page_of(activity)
    assert file_of(activity, "picture_text").status_code == 404  # there is no picture
    release(desk, activity, kind="correction")
    page = page_of(activity)
    assert "Vasta luonnos" in page
    assert "Korjattu" in page


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "ei voi enää osallistua"), ("sv", "inte längre delta"), ("en", "no longer open")],
)
def test_once_the_round_has_closed_nobody_is_given_texts_that_ask_to_comment(desk, activity, language, words):
    save(desk, activity)
    release(desk, activity)
    row = LaunchRelease.objects.get()
    Stage.objects.filter(activity=activity).update(
        opens_at=row.release_at - timedelta(days=2), closes_at=row.release_at + timedelta(microseconds=1)
    )
    page = page_of(activity, language)
    assert words in page
    assert "short_post" not in page
    assert_nothing_is_given(activity)


def test_a_pack_of_results_released_after_closing_is_given(desk, activity):
    at = clock.now()
    activity.stages.update(opens_at=at - timedelta(days=9), closes_at=at - timedelta(days=1))
    save(desk, activity)
    release(desk, activity)
    assert "short_post fi" in page_of(activity)


@pytest.mark.parametrize("stop", ["paused_at", "cancelled_at"])
def test_a_stopped_matter_gives_none(desk, activity, stop):
    save(desk, activity)
    release(desk, activity)
    Process.objects.filter(pk=activity.process_id).update(**{stop: clock.now()})
    assert "short_post" not in page_of(activity)
    assert_nothing_is_given(activity)


def test_the_pages_take_few_queries(desk, activity, django_assert_max_num_queries):
    save(desk, activity, picture=sent_picture())
    release(desk, activity)
    for path in (path_of(activity, "material"), activity_address(activity, "comment_rounds:round", language="fi")):
        with django_assert_max_num_queries(10):
            assert Client().get(path).status_code == 200


def out():
    return Notice.objects.filter(kind="launch.out").order_by("person")


def words_of(notice, language):
    notice.language = language
    with translation.override(language):
        return letter(notice).body


def test_those_who_write_the_pack_are_told_when_the_clock_lets_it_out(desk, activity, bertta):
    county, now = activity.process.owner, clock.now()
    helper = factories.person("seija@example.org")
    ProcessRole.objects.create(process=activity.process, person=helper, role="coordinator", given_at=now)
    for role in ("moderator", "viewer"):
        factories.staff(county, role=role, email=f"{role}@example.org")
    factories.staff(factories.authority("keski-suomi", code="13"), email="muualla@example.org")
    save(desk, activity, picture=sent_picture())
    plan(desk, activity, now + timedelta(hours=2))
    row = LaunchRelease.objects.get()
    assert not out().exists()
    late = row.release_at + timedelta(seconds=30)
    for _ in range(2):
        actions.let_out(at=late)
    assert [row.person for row in out()] == sorted([bertta, helper], key=lambda one: one.pk)
    expected = {
        "fi": ("Viestintäpaketti on julkaistu", "headline fi", "headline sv", "Aineistoa muille"),
        "sv": ("Ett kommunikationspaket har publicerats", "headline sv", "Material för andra"),
        "en": ("A launch pack is out", "The news is public", "Material for others"),
    }
    for language, words in expected.items():
        body = words_of(out()[0], language)
        assert [text for text in words if text not in body] == []
        assert path_of(activity, "material", language) in body
        assert path_of(activity, "news", "sv") in body
        assert path_of(activity, "preview") in body


def test_who_releases_by_hand_is_not_told_of_it_and_the_others_are(desk, activity, bertta):
    other = factories.staff(activity.process.owner, role="county_admin", email="paula@example.org")
    save(desk, activity)
    release(desk, activity)
    assert [row.person for row in out()] == [other]
    save(desk, activity, 1, **{"headline-fi": "Oikaistu"})
    release(desk, activity, kind="correction")
    assert out().count() == 2
    body = words_of(out().latest("pk"), "fi")
    assert "oikaisu" in body.lower()
    assert "Oikaistu" in body
