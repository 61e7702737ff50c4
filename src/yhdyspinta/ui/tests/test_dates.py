"""Times as people read them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils.translation import override

from yhdyspinta.ui import dates

CLOSING = datetime(2021, 9, 5, 20, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "su\xa05.9.2021 klo\xa023.59"),
        ("sv", "sö\xa05.9.2021 kl.\xa023.59"),
        ("en", "Sun\xa05\xa0Sep\xa02021, 23:59"),
    ],
)
def test_t4_a_moment_has_weekday_date_and_helsinki_time(language, words):
    assert dates.moment(CLOSING, language) == words
    assert dates.moment_tag(CLOSING, language) == f'<time datetime="2021-09-05T23:59+03:00">{words}</time>'


def test_easy_finnish_reads_like_finnish_and_unknown_languages_too():
    assert dates.moment(CLOSING, "fi-x-selko") == dates.moment(CLOSING, "fi") == dates.moment(CLOSING, "se")
    assert dates.day(date(2021, 9, 5), "sv-x-lattlast") == "sö\xa05.9.2021"


def test_the_repeated_hour_says_which():
    first = datetime(2021, 10, 31, 0, 30, tzinfo=UTC)
    assert dates.moment(first, "fi") == "su\xa031.10.2021 klo\xa03.30 (kesäaika)"
    assert dates.moment(first + timedelta(hours=1), "fi") == "su\xa031.10.2021 klo\xa03.30 (talviaika)"
    assert dates.moment(first + timedelta(hours=1), "sv").endswith("(vintertid)")
    assert "aika" not in dates.moment(first + timedelta(hours=2), "fi")


def test_a_time_without_zone_is_refused():
    with pytest.raises(ValueError, match="instant"):
        dates.moment(datetime(2021, 9, 5), "fi")


def test_how_long_ago():
    def told(language, **passed):
        return dates.ago(CLOSING - timedelta(**passed), language, now=CLOSING)

    assert told("fi", seconds=5) == "juuri nyt"
    assert told("fi", minutes=1) == "1 minuutti sitten"
    assert told("sv", hours=3) == "för 3 timmar sedan"
    assert told("en", days=2) == "2 days ago"
    assert told("fi", days=40) == "ti\xa027.7.2021"


def test_of_a_day_alone_no_hours_are_told():
    def told(language, days):
        on = dates.in_helsinki(CLOSING).date() - timedelta(days=days)
        return dates.ago(on, language, now=CLOSING)

    assert [told(language, 0) for language in ("fi", "sv", "en")] == ["tänään", "i dag", "today"]
    assert [told("fi", days) for days in (1, 5)] == ["1 päivä sitten", "5 päivää sitten"]
    assert told("fi", 40) == dates.day(dates.in_helsinki(CLOSING).date() - timedelta(days=40), "fi")


def test_numbers():
    assert dates.number(1234567, "fi") == "1\u202f234\u202f567"
    assert dates.number(Decimal("-2.5"), "sv") == "\u22122,5"
    assert dates.number(0.5, "en") == "0.5"


def test_filters_of_templates():
    with override("sv"):
        html = Template("{{ at|moment }} {{ at|day }} {{ at|moment_tag }} {{ n|number }} {{ none|moment }}").render(
            Context({"at": CLOSING, "n": 1000, "none": None})
        )
    assert html.startswith("sö\xa05.9.2021 kl.\xa023.59 sö\xa05.9.2021 <time")


@pytest.mark.parametrize(
    ("size", "fi", "sv", "en"),
    [
        (7, "1 kt", "1 kB", "1 kB"),
        (340_400, "340 kt", "340 kB", "340 kB"),
        (999_700, "1,0 Mt", "1,0 MB", "1.0 MB"),
        (5_000_000, "5,0 Mt", "5,0 MB", "5.0 MB"),
        (1_234_000_000, "1 234,0 Mt", "1 234,0 MB", "1 234.0 MB"),
    ],
)
def test_a_size_has_the_units_of_the_language(size, fi, sv, en):
    for language, told in (("fi", fi), ("sv", sv), ("en", en), ("fi-x-selko", fi)):
        plain = (
            dates.file_size(size, language).replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
        )
        assert plain == told
