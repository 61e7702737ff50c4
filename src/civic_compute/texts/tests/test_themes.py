import random

import pytest

from civic_compute.texts.model import Text
from civic_compute.texts.problems import TextProblem
from civic_compute.texts.themes import find_themes

SUBJECTS = {
    "bussi": "bussi pysäkki vuoro reitti aikataulu joukkoliikenne lippu kuljettaja",
    "koulu": "koulu oppilas opettaja luokka kouluruoka välitunti lukio oppitunti",
    "hoito": "terveyskeskus lääkäri jono hoitaja ajanvaraus päivystys neuvola resepti",
}


def comments(each: int = 20) -> list[Text]:
    rng = random.Random(3)
    made = []
    for name, words in SUBJECTS.items():
        made += [
            Text(f"{name}{n}", "Olisi hyvä, että " + " ja ".join(rng.sample(words.split(), 4))) for n in range(each)
        ]
    return made


def test_texts_of_one_subject_come_together_under_their_own_words():
    themes = find_themes(comments(), number=3).themes
    assert len(themes) == 3
    for theme in themes:
        subjects = {member.rstrip("0123456789") for member in theme.members}
        assert len(subjects) == 1
        assert set(theme.label) <= set(SUBJECTS[subjects.pop()].split())
        assert len(theme.central) == 3
        assert set(theme.central) <= set(theme.members)


def test_the_order_of_lines_changes_nothing_but_the_order_within_a_theme():
    made = comments()
    mixed = random.Random(9).sample(made, len(made))
    one, other = find_themes(made), find_themes(mixed)
    assert [theme.label for theme in one.themes] == [theme.label for theme in other.themes]
    assert [set(theme.members) for theme in one.themes] == [set(theme.members) for theme in other.themes]


def test_forms_of_a_word_come_together_by_their_stem_and_the_label_is_a_word_that_people_wrote():
    texts = [
        Text(str(n), words)
        for n, words in enumerate(
            ["bussit myöhässä", "bussin vuorot", "bussi ei tullut", "koulut kiinni", "koulun piha", "koulun ruoka"]
        )
    ]
    themes = find_themes(texts, number=2, stem=lambda word: word[:5].rstrip("itn")).themes
    assert {theme.label[0][:5] for theme in themes} == {"bussi", "koulu"}
    assert sorted(len(theme.members) for theme in themes) == [3, 3]


def test_nothing_one_and_empty_texts_have_an_answer():
    assert find_themes([]).themes == ()
    assert find_themes([Text("a", "!!!"), Text("b", "")]).without == ("a", "b")
    lone = find_themes([Text("a", "koulun piha on liian pieni")])
    assert (lone.themes, lone.without) == ((), ("a",))  # nothing is shared with another
    same = find_themes([Text(str(n), "lisää valoja puistoon") for n in range(5)])
    assert sum(len(theme.members) for theme in same.themes) + len(same.without) == 5


def patterned() -> list[Text]:
    first = ("bike lanes are nice", "more trees please", "fix the bus stop", "library open longer")
    last = ("now", "soon", "today")
    return [Text(str(n), f"{first[n % 4]} {last[n % 3]}") for n in range(24)]


def test_texts_after_a_pattern_have_the_same_themes_each_time_and_in_any_order():
    found = [find_themes(random.Random(turn).sample(patterned(), 24)) for turn in range(6)]
    told = [[(theme.label, set(theme.members), theme.central) for theme in one.themes] for one in found]
    assert all(one == told[0] for one in told)


def test_central_texts_hold_a_word_of_the_label():
    for theme in find_themes(comments(), number=2).themes:
        words = {text.id: text.words.split() for text in comments()}
        assert all(set(words[text]) & set(theme.label) for text in theme.central)


def test_what_is_too_long_to_be_a_word_names_no_theme():
    themes = find_themes([Text(str(n), "valoja " + "x" * 20_000) for n in range(4)]).themes
    assert {word for theme in themes for word in theme.label} == {"valoja"}


def test_a_number_of_themes_that_is_none_is_refused():
    with pytest.raises(TextProblem, match="0 is not a number of themes"):
        find_themes(comments(), number=0)


def test_one_word_alone_is_a_theme_without_ado():
    themes = find_themes([Text(str(n), "valoja") for n in range(4)]).themes
    assert sum(len(theme.members) for theme in themes) == 4


FILLERS = {
    "fi": "eikä yhteiseen meille vastaa vasta samaa silloin mitään maksaa kolmea vuotta",
    "sv": "inte någon också samma vilka därför alltid berätta vecka andra hos oss",
    "en": "because always another which should nothing second people something",
}


def test_words_that_name_nothing_name_no_theme():
    rng = random.Random(5)
    fillers = FILLERS["fi"].split() + FILLERS["sv"].split() + FILLERS["en"].split()
    texts = [Text(one.id, f"{one.words} {' '.join(rng.choices(fillers, k=6))}") for one in comments()]
    found = find_themes(texts).themes
    assert found
    assert {word for theme in found for word in theme.label} & set(fillers) == set()


def test_a_compound_counts_as_the_words_it_is_made_of_and_stems_of_one_word_as_one():
    texts = ["kokouskutsu myöhästyi", "lautakunnan kokous siirtyi", "kokouksen esityslista", "järjestöjen kokoukset"]
    found = find_themes([Text(str(n), words) for n, words in enumerate(texts)], number=1, stem=_cut)
    assert [theme.label for theme in found.themes] == [("kokous",)]
    assert len(found.themes[0].members) == 4


def _cut(word: str) -> str:
    return word.removesuffix("en").removesuffix("et")


def test_a_group_is_neither_an_accident_nor_everything():
    rng = random.Random(7)
    alone = [Text(f"oma{n}", f"aihe{n} seikka{n} toive{n}") for n in range(40)]
    wide = [Text(f"laaja{n}", "kirjasto " + rng.choice(["aukioloaika", "remontti", "kokoelma"])) for n in range(60)]
    found = find_themes([*alone, *wide])
    assert all(3 <= len(theme.members) <= 50 for theme in found.themes)
    assert {text.id for text in alone} <= set(found.without)


def test_every_text_of_a_theme_holds_a_word_of_its_label():
    words = {text.id: set(text.words.split()) for text in comments()}
    for theme in find_themes(comments()).themes:
        assert all(words[member] & set(theme.label) for member in theme.members)
