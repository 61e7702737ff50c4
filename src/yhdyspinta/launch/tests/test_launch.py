import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.launch import actions
from yhdyspinta.launch.models import LaunchPack, LaunchPicture, LaunchRelease
from yhdyspinta.launch.tests.scene import path_of, sent_picture, typed
from yhdyspinta.launch.words import NAMES
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.models import Follow, Process
from yhdyspinta.processes.short_links import code_of, number_of_code, round_link
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def follow(activity):
    now = clock.now()
    return Follow.objects.create(
        process=activity.process,
        email="seuraaja@example.org",
        language="fi",
        nonce="n" * 22,
        since=now,
        confirmed_at=now,
    )


def save(desk, activity, revision=0, **changes):
    return desk.post(path_of(activity, "edit"), typed(revision, **changes))


def release(desk, activity, **changes):
    revision = LaunchPack.objects.get(activity=activity).revision
    return desk.post(path_of(activity, "preview"), {"revision": revision, "now": "yes", **changes})


def plan(desk, activity, at, **changes):
    local = timezone.localtime(at)
    parts = {"day": local.day, "month": local.month, "year": local.year, "time": f"{local.hour}.{local.minute:02}"}
    when = {f"release_at-{name}": str(value) for name, value in parts.items()}
    revision = LaunchPack.objects.get(activity=activity).revision
    return desk.post(path_of(activity, "preview"), {"revision": revision, "plan": "yes", **when, **changes})


def test_the_draft_begins_from_the_round_in_every_language_owed(desk, activity):
    page = desk.get(path_of(activity, "edit")).content.decode()
    assert "Järjestöyhteistyön ja osallisuuden toimintamallit" in page
    assert "Verksamhetsmodeller" in page
    assert "- Osallisuuden toimintamalli" in page
    assert "- Modell för delaktighet" in page
    assert not LaunchPack.objects.exists()


def test_the_draft_of_a_closed_round_tells_of_its_results_and_asks_nobody_to_comment(desk, activity):
    at = clock.now()
    activity.stages.update(opens_at=at - timedelta(days=9), closes_at=at - timedelta(days=1))
    page = desk.get(path_of(activity, "edit")).content.decode()
    assert "Sano mielipiteesi" not in page
    assert "Mitä kommenteista seurasi: " in page
    assert "Vad kommentarerna ledde till: " in page
    assert "Voit kommentoida" not in page


def test_from_draft_to_news_in_both_languages(desk, activity):
    follow(activity)
    assert save(desk, activity, picture=sent_picture(3_000)).status_code == 302
    picture = LaunchPicture.objects.get()
    assert (picture.width, picture.height) == (1_600, 800)
    preview = desk.get(path_of(activity, "preview")).content.decode()
    assert "Bluesky: " in preview
    assert round_link(activity, "sv") in preview
    assert "data:image/svg+xml" in preview
    assert Client().get(path_of(activity, "news")).status_code == 404
    assert release(desk, activity).status_code == 302
    assert release(desk, activity).status_code == 302  # the same again is the same release
    assert LaunchRelease.objects.count() == 1
    begins = '<p class="y-sub">%s'
    assert begins % "Tältä paketti näyttää." in preview
    assert begins % "Tämä paketti julkaistiin" in desk.get(path_of(activity, "preview")).content.decode()
    assert "headline fi" in Client().get(path_of(activity, "news")).content.decode()
    assert "headline sv" in Client().get(path_of(activity, "news", "sv")).content.decode()
    shown = Client().get(path_of(activity, "picture", version=1))
    assert shown.headers["Content-Type"] == "image/png"
    process = activity.process
    assert "headline fi" in Client().get(process_address(process, language="fi")).content.decode()
    for feed in ("site:process_feed",):
        assert "headline fi" in Client().get(process_address(process, feed, language="fi")).content.decode()
    assert "headline fi" in Client().get(f"/{process.owner.slug}/fi/feed/").content.decode()
    assert Notice.objects.filter(kind="launch.released").count() == 1


def test_a_correction_is_a_new_release_that_tells_nobody_anew(desk, activity):
    follow(activity)
    save(desk, activity)
    release(desk, activity)
    assert save(desk, activity, 1, **{"headline-fi": "Oikaistu"}).status_code == 302
    assert release(desk, activity, kind="correction").status_code == 302
    assert Notice.objects.filter(kind="launch.released").count() == 1
    newest = Client().get(path_of(activity, "news")).content.decode()
    assert "Oikaistu" in newest
    assert "headline fi" in Client().get(path_of(activity, "news_of", version=1)).content.decode()
    assert Client().get(path_of(activity, "news_of", version=9)).status_code == 404


@pytest.mark.parametrize(
    ("language", "planned", "out", "untrue"),
    [
        ("fi", "Oikaisu julkaistaan itsestään", "Oikaisu on julkaistu", "seuraaville kerrotaan"),
        ("sv", "En rättelse publiceras automatiskt", "Rättelsen har publicerats", "som följer ärendet"),
        ("en", "A correction goes out by itself", "The correction is out", "those who follow are told"),
    ],
)
def test_a_correction_never_promises_that_followers_are_told(desk, activity, language, planned, out, untrue):
    """M22: before the time was set the page said that nobody is told anew, afterwards that followers are."""
    path = path_of(activity, "preview", language)
    follow(activity)
    save(desk, activity)
    release(desk, activity)
    save(desk, activity, 1, **{"headline-fi": "Oikaistu"})
    desk.get(path)
    plan(desk, activity, clock.now() + timedelta(days=1), kind="correction")
    page = desk.get(path).content.decode()
    assert planned in page
    assert untrue not in page
    desk.post(path_of(activity, "take_back"), {"number": 2})
    desk.get(path)
    page = desk.post(path, {"revision": 2, "now": "yes", "kind": "correction"}, follow=True).content.decode()
    assert out in page
    assert untrue not in page
    assert Notice.objects.filter(kind="launch.released").count() == 1


def test_what_went_out_is_kept_by_the_database(desk, activity, bertta):
    save(desk, activity)
    release(desk, activity)
    row = LaunchRelease.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        LaunchRelease.objects.filter(pk=row.pk).update(words={})
    with pytest.raises(IntegrityError), transaction.atomic():
        row.delete()
    LaunchRelease.objects.filter(pk=row.pk).update(released_by=None)


@pytest.mark.parametrize(
    ("changes", "anchor"),
    [
        ({"news-sv": ""}, "id_news-sv"),
        ({"short_post-sv": "å" * 281}, "id_short_post-sv"),
        ({"headline-fi": ""}, "id_headline-fi"),
    ],
)
def test_what_is_missing_or_too_long_is_named_at_its_field_and_nothing_is_lost(desk, activity, changes, anchor):
    response = save(desk, activity, **{"post-fi": "Säilyvät sanat", **changes})
    page = response.content.decode()
    assert response.status_code == 422
    assert f'href="#{anchor}"' in page
    assert "Säilyvät sanat" in page
    assert ("å" * 281 in page) == ("short_post-sv" in changes)
    assert not LaunchPack.objects.exists()


def test_two_problems_of_one_field_are_both_named(desk, activity):
    page = save(desk, activity, **{"news-fi": "", "news-sv": ""}).content.decode()
    assert 'href="#id_news-fi"' in page
    assert 'href="#id_news-sv"' in page


def test_x_counts_an_emoji_as_two_and_any_link_as_23(desk, activity):
    room = (280 - 24) // 2
    assert save(desk, activity, **{"short_post-fi": "👩‍👩‍👧‍👦" * room}).status_code == 302
    page = save(desk, activity, 1, **{"short_post-fi": "👩‍👩‍👧‍👦" * (room + 1)})
    assert page.status_code == 422
    assert "X laskee linkin kanssa 282 merkkiä, ja 280 mahtuu" in page.content.decode()
    preview = desk.get(path_of(activity, "preview")).content.decode()
    assert "X: 280/280" in preview
    assert f"Bluesky: {room + 1 + len(round_link(activity, 'fi'))}/300" in preview


def test_the_counter_counts_to_what_fits_with_the_link(desk, activity):
    page = desk.get(path_of(activity, "edit")).content.decode()
    room = min(280 - 24, *(300 - 1 - len(round_link(activity, tag)) for tag in ("fi", "sv", "en")))
    assert page.count(f'data-maxlength="{room}"') == 3  # the short post in each language
    assert save(desk, activity, **{"short_post-fi": "a" * room}).status_code == 302
    assert save(desk, activity, 1, **{"short_post-fi": "a" * 257}).status_code == 422


def test_a_half_draft_is_kept_and_not_released(desk, activity):
    assert save(desk, activity, then="save", **{"news-sv": ""}).status_code == 302
    preview = desk.get(path_of(activity, "preview")).content.decode()
    assert f"{path_of(activity, 'edit')}#id_news-sv" in preview
    assert release(desk, activity).status_code == 422
    assert not LaunchRelease.objects.exists()


def test_a_picture_needs_its_words_and_must_be_one(desk, activity):
    empty = {"picture_text-fi": "", "picture_text-sv": ""}
    assert save(desk, activity, **empty).status_code == 302
    assert save(desk, activity, 1, picture=sent_picture(), **empty).status_code == 422
    wrong = sent_picture(name="kuva.jpg")
    response = save(desk, activity, 1, picture=wrong)
    assert response.status_code == 422
    assert 'href="#id_picture"' in response.content.decode()


def test_a_picture_that_never_went_out_goes_with_its_file(desk, activity, django_capture_on_commit_callbacks):
    save(desk, activity, picture=sent_picture())
    file = LaunchPicture.objects.get().file
    with django_capture_on_commit_callbacks(execute=True):
        assert save(desk, activity, 1, drop_picture="on").status_code == 302
    assert not LaunchPicture.objects.exists()
    assert not file.storage.exists(file.name)


def test_f10_two_editors_see_both_texts(desk, activity):
    save(desk, activity)
    response = save(desk, activity, 0, **{"headline-fi": "Toisen otsikko"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "Toisen otsikko" in page
    assert "headline fi" in page


def test_a_planned_pack_goes_out_by_the_clock_once(desk, activity):
    follow(activity)
    save(desk, activity)
    at = clock.now() + timedelta(hours=2)
    assert plan(desk, activity, at).status_code == 302
    row = LaunchRelease.objects.get()
    assert row.told_at is None
    assert Client().get(path_of(activity, "news")).status_code == 404
    assert actions.go_out(actor=None, release=row, at=clock.now()) is False
    late = row.release_at + timedelta(seconds=30)
    assert actions.go_out(actor=None, release=row, at=late) is True
    assert actions.go_out(actor=None, release=row, at=late) is False
    assert Notice.objects.filter(kind="launch.released").count() == 1


def test_a_planned_pack_is_taken_back_before_its_time(desk, activity):
    save(desk, activity)
    plan(desk, activity, clock.now() + timedelta(hours=2))
    save(desk, activity, 1, **{"headline-fi": "Muuttunut"})
    assert release(desk, activity, kind="news").status_code == 422  # one is planned already
    for _ in range(2):
        assert desk.post(path_of(activity, "take_back"), {"number": 1}).status_code == 302
    assert not LaunchRelease.objects.exists()
    assert release(desk, activity).status_code == 302
    desk.post(path_of(activity, "take_back"), {"number": 1})
    assert LaunchRelease.objects.count() == 1


def test_a_time_that_passed_and_a_process_that_is_not_public_are_refused(desk, activity):
    save(desk, activity)
    assert plan(desk, activity, clock.now() - timedelta(hours=1)).status_code == 422
    assert plan(desk, activity, clock.now(), **{"release_at-day": "x"}).status_code == 422
    Process.objects.filter(pk=activity.process_id).update(published_at=None)
    assert release(desk, activity).status_code == 422
    assert not LaunchRelease.objects.exists()


def test_a_process_taken_off_holds_its_planned_pack(desk, activity):
    save(desk, activity)
    plan(desk, activity, clock.now() + timedelta(hours=2))
    row = LaunchRelease.objects.get()
    Process.objects.filter(pk=activity.process_id).update(unpublished_at=clock.now())
    assert actions.go_out(actor=None, release=row, at=row.release_at + timedelta(minutes=1)) is False


def test_a_changed_pack_is_looked_at_again(desk, activity, bertta):
    save(desk, activity)
    with pytest.raises(Refusal, match="launch_pack_changed"):
        actions.release_pack(actor=bertta, activity=activity, revision=7, at=clock.now())


def test_partners_write_and_the_owner_releases(activity, desk):
    save(desk, activity)
    other = factories.authority("keski-suomi", code="13")
    activity.process.partnerships.create(authority=other, joined_at=clock.now())
    partner = factories.signed_in(factories.staff(other, email="pia@example.org"))
    assert partner.get(path_of(activity, "preview")).status_code == 200
    assert release(partner, activity).status_code == 403
    assert not LaunchRelease.objects.exists()


def test_everything_comes_in_one_file(desk, activity):
    save(desk, activity, picture=sent_picture())
    got = desk.get(path_of(activity, "download"))
    assert got.content == desk.get(path_of(activity, "download")).content
    with zipfile.ZipFile(BytesIO(got.content)) as file:
        names = set(file.namelist())
        assert {
            "fi/uutisteksti-fi.txt",
            "sv/kort-inlagg-sv.txt",
            "fi/lyhyt-linkki-ja-qr-koodi-fi.svg",
            "picture.png",
        } <= names
        assert not [name for name in names if "post" in name or "news" in name], "files are called in their language"
        assert round_link(activity, "sv") in file.read("sv/stycke-till-ett-nyhetsbrev-sv.txt").decode()
        assert file.read("fi/lyhyt-linkki-ja-qr-koodi-fi.png").startswith(b"\x89PNG")
        assert b"<svg" in file.read("fi/lyhyt-linkki-ja-qr-koodi-fi.svg")
    assert desk.get(path_of(activity, "download", "sv")).content == got.content


def in_the_file(desk, activity) -> list[str]:
    with zipfile.ZipFile(BytesIO(desk.get(path_of(activity, "download")).content)) as file:
        return [name for name in file.namelist() if name.startswith("en/")]


def test_a_further_language_with_a_headline_only_is_told_as_incomplete_and_left_out_of_the_file(desk, activity):
    save(desk, activity, **{"headline-en": "Have your say"})
    page = " ".join(desk.get(path_of(activity, "preview")).content.decode().split())
    assert "Tämä kieli on kesken." in page
    assert "Siitä puuttuu vielä: Uutisteksti," in page
    assert in_the_file(desk, activity) == []
    save(desk, activity, revision=1, **{f"{name}-en": f"{name} en" for name in NAMES})
    assert "Tämä kieli on kesken." not in desk.get(path_of(activity, "preview")).content.decode()
    assert "en/news-text-en.txt" in in_the_file(desk, activity)


def test_the_short_link_leads_to_the_round(activity):
    path = path_of_short(activity)
    got = Client().get(path)
    assert got.status_code == 302
    assert got.headers["Location"] == f"/pohjanmaa/sv/processes/{activity.process.slug}/comment-round/{activity.slug}/"
    for code in ("zzzzzz", "A1", "1" * 40, "-"):
        assert Client().get(path.replace(f"/{code_of(activity.pk)}/", f"/{code}/")).status_code == 404
    Process.objects.filter(pk=activity.process_id).update(published_at=None)
    assert Client().get(path).status_code == 404
    assert number_of_code(code_of(123_456_789)) == 123_456_789


def path_of_short(activity):
    from yhdyspinta.processes.addresses import address

    return address("launch:short", activity.process.owner, language="sv", code=code_of(activity.pk))


def test_pages_take_few_queries(desk, activity, django_assert_max_num_queries):
    save(desk, activity, picture=sent_picture())
    release(desk, activity)
    for number in range(2, 6):
        LaunchRelease.objects.create(
            activity=activity,
            number=number,
            words=LaunchRelease.objects.first().words,
            release_at=clock.now(),
            told_at=clock.now(),
        )
    for name, most in (("edit", 15), ("preview", 15)):
        with django_assert_max_num_queries(most):
            assert desk.get(path_of(activity, name)).status_code == 200
    with django_assert_max_num_queries(10):
        assert Client().get(path_of(activity, "news")).status_code == 200
    with django_assert_max_num_queries(10):
        assert Client().get(process_address(activity.process, language="fi")).status_code == 200
