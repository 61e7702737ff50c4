"""What the pages of a round show of its documents, short and long."""

from datetime import timedelta

import pytest

from tests import factories
from yhdyspinta.comments.models import Comment, Quote
from yhdyspinta.methods.comment_rounds.queries import contents
from yhdyspinta.processes.models import Phase

pytestmark = pytest.mark.django_db


def test_a_short_round_is_read_on_its_own_page(world, aino):
    factories.comment(factories.guest(), world.section)
    page = aino.get(world.path()).content.decode()
    assert "y-read__head" in page
    assert f'class="y-pin" href="{world.section_path()}"' in page
    assert f"{world.section_path()}#write" in page
    assert "/print/" in page


def test_a_long_round_is_chosen_from_by_section(world, aino, monkeypatch):
    monkeypatch.setattr(contents, "MOST_READ_AT_ONCE", 1)
    page = aino.get(world.path()).content.decode()
    assert "y-contents__lead" in page
    assert "y-read__head" not in page
    assert f'class="govuk-button" href="{world.section_path()}"' in page


def test_a_lead_is_cut_between_words():
    words = " ".join(f"sana{number}" for number in range(60))
    lead = contents._lead(contents.passages(words))
    assert lead.endswith(" …")
    assert words.startswith(lead.removesuffix(" …"))
    assert contents._lead(()) == ""


def test_a_passage_that_comments_quote_is_marked_in_the_language_they_quote(world, aino):
    comment = factories.comment(factories.guest(), world.section)
    Quote.objects.create(comment=comment, language="fi", version=1, passage=1, words="sana")
    assert aino.get(world.section_path()).content.decode().count("y-passage--quoted") == 1
    Quote.objects.update(language="sv")
    assert "y-passage--quoted" not in aino.get(world.section_path()).content.decode()


def test_a_hidden_comment_marks_nothing(world, aino):
    comment = factories.comment(factories.guest(), world.section)
    Comment.objects.update(state="hidden")
    Quote.objects.create(comment=comment, language="fi", version=1, passage=1, words="sana")
    assert "y-passage--quoted" not in aino.get(world.section_path()).content.decode()


def test_a_section_lists_its_neighbours_and_marks_itself(world, aino):
    page = aino.get(world.section_path()).content.decode()
    assert page.count('aria-current="page"') >= 1
    for section in world.document.versions.get(number=1).sections.all():
        assert world.section_path(section) in page


def test_a_phone_sees_what_goes_on_now_and_the_way_to_all_phases(world, aino):
    at = factories.EPOCH
    Phase.objects.filter(process=world.activity.process).update(starts_at=at, ends_at=at + timedelta(days=36_500))
    page = aino.get(world.section_path()).content.decode()
    assert "y-phases--brief" in page
    assert 'class="y-phases-all"' in page
    assert "#phases" in page


def test_phases_stand_in_the_order_of_time(world, aino):
    at = factories.EPOCH
    process = world.activity.process
    names = {"Vastaukset": 40, "Työpajat": 80, "Seuranta": None, "Foorumi": 20}
    for position, (name, days) in enumerate(names.items(), start=20):
        starts = at + timedelta(days=days) if days else None
        Phase.objects.create(process=process, position=position, kind="words", title={"fi": name}, starts_at=starts)
    page = aino.get(world.section_path()).content.decode()
    places = [page.index(name) for name in ("Foorumi", "Vastaukset", "Työpajat", "Seuranta")]
    assert places == sorted(places)
