"""A round is told of more than once: it opens, its last days come, its results are here; each is news of its own."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import translation

from yhdyspinta.audit import clock
from yhdyspinta.launch import actions
from yhdyspinta.launch.drafting import first_words
from yhdyspinta.launch.models import LaunchPack, LaunchRelease
from yhdyspinta.launch.tests.scene import path_of, sent_picture, typed
from yhdyspinta.launch.tests.test_launch import follow, plan, release, save
from yhdyspinta.notices.delivery import letter
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.short_links import round_link

pytestmark = pytest.mark.django_db
POSTS = ("newsletter", "short_post", "post", "picture_post")


def close(activity, at=None):
    at = at or clock.now()
    activity.stages.update(opens_at=at - timedelta(days=30), closes_at=at - timedelta(days=1))


def begin(desk, activity, kind, **words):
    """Press the button that begins from what there is to tell now, with what stands in the form."""
    revision = LaunchPack.objects.get(activity=activity).revision
    return desk.post(path_of(activity, "edit"), typed(revision, **words) | {"begin": kind}, follow=True)


def saved_from(desk, activity, page, kind, **words):
    """The fresh words as they were offered, saved; what was never released is given up knowingly."""
    first = first_words(activity, kind, at=clock.now())
    texts = {f"{name}-{tag}": text for name, words in vars(first).items() for tag, text in words.items()}
    sent = texts | {"revision": LaunchPack.objects.get().revision, "then": "preview", "replace": "on", **words}
    return desk.post(f"{path_of(activity, 'edit')}?begin={kind}", sent)


def told():
    return Notice.objects.filter(kind="launch.released").order_by("pk")


def test_a_round_opens_its_last_days_come_and_its_results_and_followers_hear_of_each_once(desk, activity):
    follow(activity)
    save(desk, activity, **{"headline-fi": "Kierros on auki"})
    release(desk, activity)
    page = begin(desk, activity, "last-days", **{"headline-fi": "Kierros on auki"}).content.decode()
    assert "Viimeiset päivät kommentoida: Järjestöyhteistyön" in page
    assert "De sista dagarna att kommentera: " in page
    assert saved_from(desk, activity, page, "last-days").status_code == 302
    assert release(desk, activity, kind="news").status_code == 302
    assert release(desk, activity, kind="news").status_code == 302  # the same again is the same release
    close(activity)
    page = begin(desk, activity, "results").content.decode()
    assert "Mitä kommenteista seurasi: " in page
    saved_from(desk, activity, page, "results")
    plan(desk, activity, clock.now() + timedelta(hours=2), kind="news")
    planned = LaunchRelease.objects.get(number=3)
    assert "seuraaville kerrotaan" in desk.get(path_of(activity, "preview")).content.decode()
    for _ in range(2):
        actions.let_out(at=planned.release_at + timedelta(seconds=30))
    assert [row.piece for row in LaunchRelease.objects.order_by("number")] == [1, 2, 3]
    assert [row.values["headline"]["fi"].partition(":")[0] for row in told()] == [
        "Kierros on auki", "Viimeiset päivät kommentoida", "Mitä kommenteista seurasi",
    ]  # fmt: skip
    links = []
    for row in told():
        with translation.override("fi"):
            links.append(letter(row).body)
    for number, body in enumerate(links, start=1):
        assert path_of(activity, "news_of", version=number) in body


def test_what_follows_is_begun_in_every_language_that_the_first_release_was_in(desk, activity):
    owner = activity.process.owner
    owner.duty_languages, owner.languages = ["fi"], ["fi", "sv", "en"]
    owner.save()
    save(desk, activity)
    assert "sv" not in first_words(activity, "last-days", at=clock.now()).headline
    release(desk, activity)
    assert "De sista dagarna att kommentera: " in begin(desk, activity, "last-days").content.decode()
    for kind in ("last-days", "results"):
        assert [set(words) for words in (vars(first_words(activity, kind, at=clock.now()))["news"],)] == [{"fi", "sv"}]


def three_pieces(desk, activity):
    """The opening with its correction, and the results."""
    save(desk, activity, **{"headline-fi": "Kierros on auki"})
    release(desk, activity)
    save(desk, activity, 1, **{"headline-fi": "Kierros on auki, korjattu"})
    release(desk, activity, kind="correction")
    close(activity)
    save(desk, activity, 2, **{"headline-fi": "Tulokset ovat täällä"})
    release(desk, activity, kind="news")


def news(activity, number=None, language="fi"):
    name, parts = ("news_of", {"version": number}) if number else ("news", {})
    return Client().get(path_of(activity, name, language, **parts)).content.decode()


def test_earlier_news_stays_with_its_correction_and_leads_to_the_newer(desk, activity):
    three_pieces(desk, activity)
    newest, corrected, first = news(activity), news(activity, 2), news(activity, 1)
    assert "<h1" in newest
    assert "Tulokset ovat täällä" in newest
    assert "Korjattu" not in newest
    assert "Kierros on auki, korjattu" in newest  # among the other news
    assert path_of(activity, "news_of", version=2) in newest
    assert path_of(activity, "news_of", version=1) not in newest
    assert "Asiasta on uudempi uutinen" in corrected
    assert "Siirry sivulle ja osallistu" not in newest + corrected  # it has closed
    assert "Tätä tekstiä on korjattu" in first
    assert path_of(activity, "news_of", version=2) in first
    page = Client().get(process_address(activity.process, language="fi")).content.decode()
    assert page.index("Tulokset ovat täällä") < page.index("Kierros on auki, korjattu")
    feed = Client().get(process_address(activity.process, "site:process_feed", language="fi")).content.decode()
    for number in (2, 3):
        assert path_of(activity, "news_of", version=number) in feed
    assert "Det finns en nyare nyhet" in news(activity, 2, "sv")
    assert "There is newer news" in news(activity, 2, "en")


def test_a_correction_after_other_news_corrects_that_and_tells_nobody(desk, activity):
    follow(activity)
    three_pieces(desk, activity)
    save(desk, activity, 3, **{"headline-fi": "Tulokset oikein"})
    preview = desk.get(path_of(activity, "preview")).content.decode()
    assert "Korvaa uutisen ”Tulokset ovat täällä”" in preview
    release(desk, activity, kind="correction")
    assert LaunchRelease.objects.get(number=4).piece == 3
    assert told().count() == 2
    assert "Kierros on auki, korjattu" in news(activity)


@pytest.mark.parametrize("when", ["now", "plan"])
def test_whoever_releases_again_says_which_it_is(desk, activity, when):
    save(desk, activity)
    release(desk, activity)
    save(desk, activity, 1, **{"headline-fi": "Uudet sanat"})
    send = release if when == "now" else lambda *who: plan(*who, clock.now() + timedelta(days=1))
    response = send(desk, activity)
    assert response.status_code == 422
    assert 'href="#id_kind"' in response.content.decode()
    assert LaunchRelease.objects.count() == 1


def test_the_piece_of_what_went_out_is_kept_by_the_database(desk, activity):
    three_pieces(desk, activity)
    with pytest.raises(IntegrityError), transaction.atomic():
        LaunchRelease.objects.filter(number=3).update(piece=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        LaunchRelease.objects.create(activity=activity, number=4, piece=5, words={}, release_at=clock.now())


def test_what_was_released_before_there_was_other_news_is_one_piece(activity):
    """The column's own first value is right for every former release: the later ones were corrections."""
    at = clock.now()
    rows = [LaunchRelease(activity=activity, number=number, words={}, release_at=at, told_at=at) for number in (1, 2)]
    LaunchRelease.objects.bulk_create(rows)
    assert [row.is_correction for row in LaunchRelease.objects.order_by("number")] == [False, True]


def test_fresh_words_replace_nothing_before_they_are_saved_and_what_was_typed_waits(desk, activity):
    save(desk, activity)
    page = begin(desk, activity, "last-days", **{"headline-fi": "Kirjoitettu, ei tallennettu"}).content.decode()
    assert "Kirjoitettu, ei tallennettu" not in page
    assert "Mitään ei ole vielä tallennettu" in page
    assert LaunchPack.objects.get().headline["fi"] == "headline fi"
    assert "Kirjoitettu, ei tallennettu" in desk.get(path_of(activity, "edit")).content.decode()
    refused = saved_from(desk, activity, page, "last-days", replace="")
    assert refused.status_code == 422  # it was never released: whoever gives it up says so
    assert 'href="#id_replace"' in refused.content.decode()
    assert saved_from(desk, activity, page, "last-days").status_code == 302
    page = desk.get(path_of(activity, "edit")).content.decode()
    assert "Kirjoitettu, ei tallennettu" not in page
    assert "Viimeiset päivät kommentoida" in page


def test_only_what_there_is_to_tell_now_is_offered(desk, activity):
    save(desk, activity)
    at = clock.now()
    shown = {}
    for name, opens, closes in (("before", 1, 9), ("open", -1, 9), ("closed", -9, -1)):
        activity.stages.update(opens_at=at + timedelta(days=opens), closes_at=at + timedelta(days=closes))
        page = desk.get(path_of(activity, "edit")).content.decode()
        shown[name] = [kind for kind in ("last-days", "results") if f'name="begin" value="{kind}"' in page]
    assert shown == {"before": [], "open": ["last-days"], "closed": ["results"]}
    asked = desk.get(path_of(activity, "edit") + "?begin=last-days").content.decode()
    assert "headline fi" in asked  # it has closed: the draft is shown


@pytest.mark.parametrize(("hour", "is_told"), [(20, True), (22, False)])
def test_the_promised_day_has_passed_by_the_clock_of_helsinki(activity, hour, is_told):
    """At 00.30 in Helsinki it is still the day before in UTC."""
    process = activity.process
    process.answers_promised_on = date(2026, 11, 23)
    at = datetime(2026, 11, 23, hour, 30, tzinfo=UTC)
    close(activity, at)
    news_text = first_words(activity, at=at).news["fi"]
    assert ("Kaikkiin kommentteihin vastataan" in news_text) is is_told


def test_a_post_that_is_empty_in_every_language_is_left_out_everywhere(desk, activity):
    """A county without Instagram, and one without a newsletter."""
    empty = {f"{name}-{tag}": "" for name in ("newsletter", "picture_post") for tag in ("fi", "sv")}
    assert save(desk, activity, picture=sent_picture(), **empty).status_code == 302
    preview = desk.get(path_of(activity, "preview")).content.decode()
    assert "Instagram" not in preview
    assert "Paketista puuttuvat" in preview
    assert release(desk, activity).status_code == 302
    page = Client().get(path_of(activity, "material")).content.decode()
    assert "picture_post" not in page
    assert "short_post fi" in page
    for part in ("picture_post", "newsletter"):
        assert Client().get(path_of(activity, "material_file", language_tag="fi", part=part)).status_code == 404
    with ZipFile(BytesIO(desk.get(path_of(activity, "download")).content)) as file:
        assert len([name for name in file.namelist() if name.startswith("fi/")]) == 7
    assert round_link(activity, "fi") in page


@pytest.mark.parametrize("name", POSTS)
def test_a_post_that_is_empty_in_one_language_only_is_still_a_mistake(desk, activity, name):
    response = save(desk, activity, **{f"{name}-sv": ""})
    assert response.status_code == 422
    assert f'href="#id_{name}-sv"' in response.content.decode()
