import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import edit_comment
from yhdyspinta.moderation import actions
from yhdyspinta.moderation.masking import MASK_MARK, in_words, lines_of, masked, occurrences, sentences
from yhdyspinta.moderation.models import Mask
from yhdyspinta.moderation.tests.scene import TEXT, counts
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_p7_no_action_writes_the_senders_words(bertta, comment):
    """P7: whatever moderators do, the original stays as its sender wrote it."""
    start = TEXT.index("Matti")
    actions.mask(
        actor=bertta, comment=comment, spans=[(start, start + 15)], reason="personal_data", revision=1, at=clock.now()
    )
    comment.refresh_from_db()
    assert comment.text == TEXT
    assert comment.public_text == TEXT.replace("Matti Esimerkki", MASK_MARK)
    assert "Matti" not in in_words(comment.public_text)
    actions.decide_hide(actor=bertta, comment=comment, reason="insult", at=clock.now())
    actions.decide_show(actor=bertta, comment=comment, at=clock.now())
    actions.unmask(actor=bertta, comment=comment, mask_ids=[Mask.objects.get().pk], at=clock.now())
    comment.refresh_from_db()
    assert comment.text == comment.public_text == TEXT


def test_masks_stay_inside_the_text_and_leave_something(bertta, comment):
    now = clock.now()
    for spans, why in [
        ([], "mask_outside_text"),
        ([(5, 5)], "mask_outside_text"),
        ([(0, 999)], "mask_outside_text"),
        ([(0, len(TEXT))], "mask_everything"),
    ]:
        with pytest.raises(Refusal, match=why):
            actions.mask(actor=bertta, comment=comment, spans=spans, reason="insult", revision=1, at=now)
    with pytest.raises(Refusal, match="edited_meanwhile"):
        actions.mask(actor=bertta, comment=comment, spans=[(0, 4)], reason="insult", revision=7, at=now)
    assert not Mask.objects.exists()


def test_sentences_can_be_masked_without_a_script():
    assert [TEXT[start:end] for start, end in sentences(TEXT)] == [
        "Hyvä luonnos.",
        "Matti Esimerkki sairastaa.",
        "Kirjatkaa määräaika.",
    ]
    assert masked("abcdef", [(1, 3), (2, 4)]) == f"a{MASK_MARK}ef"


def test_the_same_words_are_found_wherever_they_stand():
    text = "Matti soitti. Matti  Esimerkki\nja matti. (a.b)"
    assert occurrences(text, "Matti") == [(0, 5), (14, 19)]
    assert [text[start:end] for start, end in occurrences(text, "Matti Esimerkki ja")] == ["Matti  Esimerkki\nja"]
    assert [text[start:end] for start, end in occurrences(text, "(a.b)")] == ["(a.b)"]
    assert occurrences(text, "a?b") == occurrences(text, " ") == []


def test_places_that_overlap_are_all_covered():
    assert masked("Aku Aku Aku", occurrences("Aku Aku Aku", "Aku Aku")) == MASK_MARK
    assert masked("sanana", occurrences("sanana", "ana")) == f"s{MASK_MARK}"
    assert lines_of(" Matti \n\nMatti  Esimerkki\nMatti") == ["Matti", "Matti Esimerkki"]


def test_masking_a_waiting_comment_shows_the_rest(section, bertta):
    waiting = factories.comment(factories.guest(), section, TEXT, waits=True)
    actions.mask(actor=bertta, comment=waiting, spans=[(0, 4)], reason="identity_code", revision=1, at=clock.now())
    waiting.refresh_from_db()
    assert (waiting.state, counts(waiting)) == ("visible", (1, 0, 0, 1))


def test_an_edit_lifts_masks(bertta, comment):
    actions.mask(actor=bertta, comment=comment, spans=[(0, 4)], reason="identity_code", revision=1, at=clock.now())
    aino = comment.sender.person
    edit_comment(actor=aino, comment=comment, text="Uusi.", revision=1, waits=True, warnings=(), check=clock.now)
    assert actions.lift_after_edit(actor=aino, comment=comment, at=clock.now())
    assert not actions.is_masked(comment)
    comment.refresh_from_db()
    assert comment.public_text == "Uusi."
