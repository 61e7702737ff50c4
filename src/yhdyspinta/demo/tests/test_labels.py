"""What themes of the demo's comments are called: measured over every round, so that a worse choice of words is seen."""

from functools import cache
from typing import Any

from yhdyspinta.demo.remarks import remarks_of
from yhdyspinta.demo.stories import STORIES
from yhdyspinta.material.similar import CommentText
from yhdyspinta.material.tasks import find_themes

#: Words of these comments that tell nobody what a theme is about: deeds and qualities, as people wrote them.
NOTHING = """
lausuu lausua päätellä valmistella luvatkaa ilmoittaa ilmoitetaan puhuu puhutaan julkaiskaa osallistua arvioi saimme
katsomaan nimetä helppo helpompi etukäteen kutsuttu kutsuttiin päättää päätetään kommentoin ändrat ordna ordnas arbetar
bättre seurasi
"""


@cache
def rounds() -> dict[str, tuple[list[str], list[Any]]]:
    """The comments and themes of each round that has enough of them."""
    found = {}
    for key, story in STORIES.items():
        said = [remark for document in story.documents for remark in remarks_of(story.key, document)]
        texts = [one.text for remark in said for one in (remark, *remark.replies) for _ in range(one.times)]
        if len(texts) > 12:
            found[key] = (
                texts,
                list(find_themes([CommentText(place, text, "und") for place, text in enumerate(texts)])),
            )
    return found


def test_no_theme_is_called_by_a_word_that_names_nothing():
    labels = [word for _texts, themes in rounds().values() for theme in themes for word in theme.label]
    assert len(labels) > 50
    assert set(labels) & set(NOTHING.split()) == set()


def test_every_theme_has_a_name_and_its_comments_hold_it():
    held = []
    for texts, themes in rounds().values():
        for theme in themes:
            beginnings = tuple(word[:4] for word in theme.label)
            held += [any(part in texts[int(member)].casefold() for part in beginnings) for member in theme.members]
            assert theme.label
    assert sum(held) > 0.9 * len(held)  # some hold another form, which begins otherwise


def test_most_comments_of_a_large_round_are_in_a_theme():
    texts, themes = rounds()["open"]
    assert len(themes) >= 10
    assert len({member for theme in themes for member in theme.members}) > 0.55 * len(texts)
