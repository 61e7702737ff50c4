import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.texts.duplicates import find_duplicates, search_duplicates
from civic_compute.texts.model import Text
from civic_compute.texts.ngrams import ngram_rows
from civic_compute.texts.normalising import normalised
from civic_compute.texts.problems import TextProblem

PAIRS = (
    ("Terveyskeskuksen aukioloaikoja pitää pidentää iltaisin.", "Terveyskeskusten aukioloaikoja pitäisi pidentää iltaisin!"),
    ("Bussit kulkevat liian harvoin sivukylille.", "Ungdomar behöver en egen plats i centrum."),
)  # fmt: skip


def texts(*words: str) -> list[Text]:
    return [Text(str(place), one) for place, one in enumerate(words)]


def test_texts_that_differ_in_signs_case_and_hidden_characters_only_are_the_same():
    found = find_duplicates(texts("Lähi\u00adjuna  takaisin!", "lähijuna takaisin", "LÄHIJUNA — TAKAISIN…"))
    assert [(pair.first, pair.second, pair.score, pair.exact) for pair in found] == [
        ("0", "1", 1.0, True),
        ("0", "2", 1.0, True),
    ]


def test_inflected_forms_are_alike_and_other_texts_are_not():
    found = find_duplicates(texts(*PAIRS[0], *PAIRS[1]))
    assert [(pair.first, pair.second, pair.exact) for pair in found] == [("0", "1", False)]
    assert 0.6 <= found[0].score < 1


def test_texts_without_words_are_like_nothing():
    assert find_duplicates(texts("", "!!!", "...", "   ")) == ()
    assert find_duplicates([]) == ()


def test_a_text_of_a_megabyte_is_compared_by_its_beginning():
    long = "hyvinvointialue " * 65_536
    found = find_duplicates(texts(long, long + "loppu", long))
    assert [(pair.first, pair.second, pair.exact) for pair in found] == [("0", "2", True), ("0", "1", False)]


def test_it_is_told_whether_only_blocks_were_compared():
    assert not search_duplicates(texts(*PAIRS[0])).in_blocks
    assert search_duplicates(texts(*PAIRS[0]), all_pairs=1).in_blocks


def test_half_a_character_and_an_id_twice_are_named():
    with pytest.raises(TextProblem, match="text 0 holds half a character"):
        find_duplicates(texts("hyvä \ud83d"))
    with pytest.raises(TextProblem, match="the id a is there twice"):
        find_duplicates([Text("a", "yksi"), Text("a", "kaksi")])


WORDS = st.sampled_from(
    ["tie", "silta", "koulu", "kirjasto", "uimahalli", "puisto", "bussi", "pysäkki", "valo", "katu", "terveys", "asema"]
)
MANY = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), min_size=2, max_size=25)


def every_pair(many: list[str], least: float) -> dict[tuple[int, int], float]:
    forms = sorted(set(map(normalised, many)), key=[normalised(one) for one in many].index)
    rows = ngram_rows(forms).toarray()
    scores = rows @ rows.T
    first = [[normalised(one) for one in many].index(form) for form in forms]
    return {
        (first[one], first[other]): scores[one, other]
        for one in range(len(forms))
        for other in range(one + 1, len(forms))
        if scores[one, other] >= least
    }


@settings(deadline=None, max_examples=60)
@given(many=MANY, least=st.sampled_from([0.6, 0.8]))
def test_no_pair_is_missed_and_none_is_invented(many, least):
    found = {(int(p.first), int(p.second)): p.score for p in find_duplicates(texts(*many), least=least) if not p.exact}
    expected = every_pair(many, least + 1e-7)
    assert set(expected) <= set(found) <= set(every_pair(many, least - 1e-6))
    assert all(abs(found[pair] - score) < 1e-5 for pair, score in expected.items())


@settings(deadline=None, max_examples=30)
@given(many=MANY)
def test_blocks_find_only_true_pairs(many):
    chosen = texts(*many)
    everything = {(pair.first, pair.second): pair.score for pair in find_duplicates(chosen)}
    in_blocks = {(pair.first, pair.second): pair.score for pair in find_duplicates(chosen, all_pairs=0)}
    assert in_blocks.items() <= everything.items()


def test_blocks_find_nearly_all_that_are_nearly_the_same():
    rng = np.random.default_rng(7)
    words = [f"{a}{b}{c}" for a in ("kunta", "liikenne", "terveys", "vanhus", "nuoriso") for b in ("palvelu", "asema", "tie")
             for c in ("", "t", "lle", "sta", "ssa", "iden")]  # fmt: skip
    many = [" ".join(rng.choice(words, 14)) for _ in range(400)]
    many += [f"{one} kiitos" for one in many[:100]]
    near = [pair for pair in find_duplicates(texts(*many)) if pair.score >= 0.8]
    found = {(pair.first, pair.second) for pair in find_duplicates(texts(*many), all_pairs=10)}
    assert len(near) >= 100
    assert sum((pair.first, pair.second) in found for pair in near) >= 0.98 * len(near)
