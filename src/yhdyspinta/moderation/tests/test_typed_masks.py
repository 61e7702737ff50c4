"""Only what moderators have covered reads as covered: a sender who types the mark is shown as they typed it."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.personal import page_of
from yhdyspinta.comments.search_entries import follow_state
from yhdyspinta.moderation import actions
from yhdyspinta.moderation.masking import MASK_MARK, in_words
from yhdyspinta.moderation.models import Mask
from yhdyspinta.processes.models import SearchEntry
from yhdyspinta.site import registrar
from yhdyspinta.ui.text import clean_text

pytestmark = pytest.mark.django_db

COVERED = "viranomainen on peittänyt tämän katkelman"
TYPED = "[▒▒▒]"


@pytest.mark.parametrize("typed", [TYPED, MASK_MARK, "[\u200b▒▒▒]", "[\u2060▒▒▒]", "[▒▒▒\u2060\u2060]"])
def test_nobody_can_type_a_mask(typed):
    for multiline in (True, False):
        assert clean_text(f"Tässä {typed} näin", multiline=multiline) == f"Tässä {TYPED} näin"
    assert in_words(f"Tässä {TYPED} näin") == f"Tässä {TYPED} näin"


def test_a_typed_mark_is_shown_as_typed_and_a_real_one_in_words(section, bertta):
    words = clean_text(f"Ensin {MASK_MARK} itse, sitten salaisuus.", multiline=True)
    one = factories.comment(factories.guest(), section, words)
    follow_state(one, at=clock.now())
    own = f"/keski-suomi/fi/{page_of(one)}"
    pages = [own, own.replace(f"comments/{one.number}/", "feed/"), "/keski-suomi/fi/search/?q=sitten"]
    for address in pages:
        shown = Client().get(address, follow=True)
        assert (shown.status_code, address, TYPED in shown.content.decode()) == (200, address, True)
        assert COVERED not in shown.content.decode()
    assert [row.text for row in registrar.every(Authority.objects.get(), registrar.Choices())] == [words]
    start = words.index("salaisuus")
    actions.mask(actor=bertta, comment=one, spans=[(start, start + 9)], reason="spam", revision=1, at=clock.now())
    assert f"Ensin {TYPED} itse, sitten [{COVERED}]." in Client().get(pages[0]).content.decode()


def test_marks_from_before_are_put_where_the_masks_are(section, bertta):
    kept, gone, typed = (
        factories.comment(factories.guest(), section, f"{TYPED} ja Matti ja Maija ja 000.") for _number in range(3)
    )
    spans = [(9, 14), (18, 23), (21, 30)]
    for one in (kept, gone):
        actions.mask(actor=bertta, comment=one, spans=spans, reason="spam", revision=1, at=clock.now())
    before = f"{TYPED} ja {TYPED} ja {TYPED}"
    Comment.objects.filter(pk__in=[kept.pk, gone.pk]).update(public_text=before)
    Comment.objects.filter(pk=gone.pk).update(text=before)
    for mask, (start, end) in zip(gone.masks.order_by("start"), [(9, 14), (18, 23)], strict=True):
        Mask.objects.filter(pk=mask.pk).update(start=start, end=end)
    SearchEntry.objects.update(text=before)
    with connection.schema_editor() as editor:
        import_module("yhdyspinta.moderation.migrations.0003_marks_that_nobody_can_type").mark_anew(apps, editor)
    after = f"{TYPED} ja {MASK_MARK} ja {MASK_MARK}"
    rows = Comment.objects.order_by("pk").values_list("text", "public_text")
    assert list(rows) == [(kept.text, f"{after}."), (after, after), (typed.text, typed.text)]
    assert {gone_text(gone)[mask.start : mask.end] for mask in gone.masks.all()} == {MASK_MARK}
    assert SearchEntry.objects.get(target=f"comment:{gone.pk}").text == after


def gone_text(comment):
    comment.refresh_from_db()
    return comment.text
