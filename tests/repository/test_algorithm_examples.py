"""What the pages of docs/algorithms work out by hand stands here beside the same number from the program."""

import hashlib
import re
from fractions import Fraction
from math import ceil, exp

import numpy as np
import pytest

from civic_compute.budgeting.add_opt import exact_equal_shares
from civic_compute.budgeting.margins import margins
from civic_compute.budgeting.model import Utility
from civic_compute.budgeting.overspending import bounded_overspending
from civic_compute.chance import Stream
from civic_compute.opinions.agreement import adjusted_rand
from civic_compute.opinions.bridging import bridging_of
from civic_compute.opinions.matrix import matrix_of
from civic_compute.opinions.stability import LEAST_AGREEMENT, LEAST_PERSONS, stability_of
from civic_compute.privacy.suppression import SMALLEST_GROUP
from civic_compute.sortition.model import WHOLE, Panel
from civic_compute.sortition.replacing import refill
from civic_compute.texts.duplicates import ALIKE, ALL_PAIRS, OFFERED
from civic_compute.texts.languages import guess_language
from civic_compute.texts.ngrams import _grams
from civic_compute.texts.readability import SCALES, measure
from civic_compute.texts.themes import find_themes
from tools import algorithm_examples as examples
from tools.algorithm_pages import PAGES


def said(page: str, *words: str) -> None:
    """The page says these words, wherever its lines are broken."""
    text = " ".join((PAGES / page).read_text(encoding="utf-8").split())
    missing = [one for one in words if one not in text]
    assert not missing, f"docs/algorithms/{page} does not say: {missing}"


def near(number: float, written: str) -> bool:
    """Whether the number, rounded as it is written, is what is written."""
    places = len(written.partition(".")[2])
    return f"{number:.{places}f}" == written


# ---------------------------------------------------------------------------------------------- budgeting


def test_greedy() -> None:
    outcome = examples.counted("greedy")
    assert [each.money_left for each in outcome.rounds] == [640, 330, 30]
    assert [(tie.round, tie.projects) for tie in outcome.ties] == [(1, ("park", "path"))]
    said("greedy.md", "Park and path tie in round 1", "1000 − 360 = 640 left", "640 − 310 = 330", "330 − 300 = 30")


def test_equal_shares() -> None:
    outcome = examples.counted("equal-shares")
    park, playground = outcome.rounds
    assert (park.project, park.payment, park.effective_votes) == ("park", 60, 6)
    assert (playground.project, playground.payment, playground.effective_votes) == ("playground", 85, 4)
    assert outcome.money_left == 300
    assert [tie.projects for tie in outcome.ties] == [("park", "path")]
    said("equal-shares.md", "360 / 6 = 60 and has 40 left", "6 × 40 = 240", "340 / 4 = 85: 4 effective votes")
    said("equal-shares.md", "3 × 15 = 45", "ends with 300 left")


def test_equal_shares_another_order_of_ties_gives_another_outcome() -> None:
    order = ("path", "park", "benches", "books", "playground")
    first, *rest = examples.counted("equal-shares", order=order).rounds
    assert first.project == "path"
    assert near(float(first.payment), "51.67")
    assert "park" not in [each.project for each in rest]
    assert near(float(6 * (100 - first.payment)), "290")
    said("equal-shares.md", "paid 51.67 each for the path, and 6 × 48.33 = 290")


def test_equal_shares_add_one_stops_before_overspending() -> None:
    outcome = examples.counted("equal-shares", "add1")
    assert (outcome.share, outcome.increments) == (111, 11)
    said("equal-shares.md", "raises the part from 100 to 111", "6 × 52 = 312 ≥ 310", "cost 1010, more than 1000")
    assert 360 + 310 + 340 == 1010


def test_equal_shares_by_cardinality() -> None:
    prices = [(each.project, each.payment) for each in examples.counted("equal-shares", utility="cardinality").rounds]
    assert prices == [("path", Fraction(310, 6)), ("books", Fraction(190, 3))]
    said("equal-shares.md", "the path (51.67 each) and then the books (63.33 each)")


def test_phragmen() -> None:
    outcome = examples.counted("phragmen")
    assert [each.project for each in outcome.rounds] == ["path", "books", "benches"]
    assert [tie.projects for tie in outcome.ties] == [("benches", "park")]
    loads = [float(each.price) for each in outcome.rounds]
    assert all(near(*pair) for pair in zip(loads, ("51.67", "63.33", "111.67"), strict=True))
    assert (340 + 3 * Fraction(190, 3)) / 4 == Fraction("132.5")
    said("phragmen.md", "(360 + 6 × 51.67) / 6 = 111.67", "(340 + 3 × 63.33) / 4 = 132.5", "200 is left")
    assert outcome.money_left == 200


@pytest.mark.parametrize(
    ("page", "thousand"),
    [("residents.fi.md", "1 000 euroa"), ("residents.sv.md", "1 000 euro"), ("residents.en.md", "1,000 euros")],
)
def test_residents_read_the_same_count(page: str, thousand: str) -> None:
    park, playground, benches = examples.counted("equal-shares", "util").rounds
    said(page, thousand, *(f"{amount} euro" for amount in (park.payment, 100 - park.payment, playground.payment)))
    said(page, f"{playground.money_left} euro", f"{6 * (100 - park.payment)} euro")
    voters = {"park": "1–6", "path": "1–6", "benches": "1–5", "playground": "7–10", "books": "7–9"}
    for project in examples.district().projects:
        said(page, f"| {project.cost} | {voters[project.id]}: ")
    left = 100 - playground.payment
    said(page, f"{5 * (100 - park.payment)} euro", f"3 × {left}", f"{3 * left} euro")
    assert [tie.projects for tie in examples.counted("equal-shares", "util").ties] == [("park", "path")]
    assert (benches.project, benches.step) == ("benches", "util")
    greedy = examples.counted("greedy")
    said(page, f"{sum(each.cost for each in greedy.rounds)} euro")
    assert greedy.money_left < examples.district().budget / 20
    assert set(greedy.winners) == {"park", "path", "benches"}


def test_bounded_overspending() -> None:
    park, path, books = bounded_overspending(examples.district())
    assert (park.project, park.part, park.tied) == ("park", 1, ("path",))
    assert (path.project, path.part, path.paid) == ("path", Fraction(240, 310), 240)
    assert near(float(1 / path.measure), "4.65")
    assert (books.project, books.paid / 3) == ("books", Fraction(190, 3))
    assert park.paid + path.paid + books.paid == 790
    assert park.cost + path.cost + books.cost == 860
    said(
        "overspending.md", "240 / 310 = 0.77", "6 × 0.77 = 4.65", "1000 − 360 − 310 = 330", "the voters pay 790 of 860"
    )


def test_add_opt() -> None:
    found = examples.optimal("cardinality")
    assert found.complete
    assert near(float(found.outcome.share), "111.67")
    assert found.outcome.winners == ("path", "benches", "books")
    assert found.outcome.cost == 800
    after = exact_equal_shares(examples.district(), Utility.CARDINALITY, found.outcome.share + found.outcome.change)
    assert near(float(after.share), "148.33")
    assert after.cost == 1140
    assert len(range(100, ceil(after.share) + 1)) == 50
    assert near((100 - 20) / 3, "26.67")
    said(
        "add-opt.md",
        "60 − 48.33 = 11.67",
        "100 + 11.67 = 111.67",
        "is 148.33",
        "costs 1140",
        "for 50 shares, from 100 to 149",
    )
    said("add-opt.md", "(100 − 20) / 3 = 26.67 each", "310 + 300 + 190 = 800", "85 − 36.67 = 48.33")


def test_comparing() -> None:
    greedy, shares, _phragmen = examples.compared().standings
    assert (greedy.average_number, greedy.with_nothing) == (Fraction("1.7"), 4)
    assert (shares.average_number, shares.with_nothing) == (Fraction("1.5"), 0)
    versus = examples.compared().pairs[0]
    assert (versus.more_by_number, versus.less_by_number) == (6, 4)
    lacking = {each.project: each.votes for each in margins(examples.district(), examples.counted("greedy"))}
    assert lacking["playground"] == 3
    said("comparing.md", "(5 × 3 + 2) / 10 = 1.7", "(5 × 2 + 1 + 4) / 10 = 1.5", "It lacks 3.")


# ----------------------------------------------------------------------------------------------- opinions


def test_opinion_map() -> None:
    found = examples.evening_bus()
    assert found.components.centre.tolist() == [0, 0, 0, 1]
    assert near(found.positions[0][0], "1.732")
    assert near(found.positions[15][0], "-1.732")
    assert near(found.extremity[0], "1.155")
    assert found.extremity[3] == pytest.approx(0)
    assert found.groups.labels.tolist() == [0] * 8 + [1] * 8
    said("opinion-map.md", "(0.577, 0.577, −0.577, 0)", "0.577 × (1 + 1 + 1) = 1.732", "√4 × (1 − 0) × 0.577 = 1.155")


def test_statements() -> None:
    found = examples.evening_bus()
    assert near(found.consensus_agree[3], "0.81")
    assert near(found.consensus_agree[0], "0.09")
    agreed = found.consensus.agree[0]
    assert near(agreed.likelihood, "0.944")
    assert near(agreed.test, "4.123")
    first = found.representative[0][0]
    assert first.ra == pytest.approx(9)
    assert first.pat == pytest.approx(3)
    assert near(first.rat, "3.795")
    assert near(found.divisive[0].spread, "0.8")
    assert near(found.priority[3], "2.784")
    assert near(found.priority[0], "3.622")
    liked = bridging_of(matrix_of(found.conversation), found.components).statement
    assert liked.argmax() == 3
    said("statements.md", "17/18 = 0.944", "4.123", "3.795", "0.9 − 0.1 = 0.8", "squared 2.784", "squared 3.622")
    said("statements.md", "gives the ratio 9", "z = 2√9 × ½ = 3", "Statement 4 has the highest")


def test_stability() -> None:
    found = examples.evening_bus()
    told = stability_of(found.conversation, found.groups, runs=20, seed=0)
    assert (told.same_k, told.adjusted_rand, told.refused) == (1, 1, ())
    assert near(adjusted_rand(np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 1, 1, 1, 1])), "0.324")
    said("stability.md", "(4 − 2.8) / (6.5 − 2.8) = 0.324", f"fewer than {LEAST_PERSONS} persons")
    said("stability.md", f"the mean index is below {LEAST_AGREEMENT}")


# ---------------------------------------------------------------------------------------------- sortition


def test_lotteries() -> None:
    leximin, nash = examples.chances("leximin"), examples.chances("nash")
    assert leximin["woman, under 40"] == pytest.approx(1 / 4, abs=1e-6)
    assert leximin["man, under 40"] == pytest.approx(3 / 4, abs=1e-6)
    assert nash["woman, under 40"] == pytest.approx(1 / 3, abs=1e-6)
    assert nash["woman, 40 or over"] == pytest.approx(2 / 9, abs=1e-6)
    said("lotteries.md", "so a = 1/2", "Women under 40 then have 1/3, older women 2/9")


def test_draw() -> None:
    digest = hashlib.sha256(bytes.fromhex("2026") + b"example" + bytes(8)).hexdigest()
    assert digest.startswith("f1fcf459")
    assert (0xF1FC, 0xF459) == (61_948, 62_553)
    stream = Stream(bytes.fromhex("2026"), "example")
    assert [stream.below(1000), stream.below(1000)] == [948, 553]
    said("draw.md", "begins with `f1fc f459`", "f1fc is 61,948", "**948**", "f459 is 62,553", "**553**", "10¹²")
    assert WHOLE == 10**12


def test_draw_the_panel_that_covers_the_number() -> None:
    from civic_compute.sortition.drawing import panel_at

    lottery = tuple(Panel((name,), weight) for name, weight in (("a", 500), ("b", 300), ("c", 200)))
    assert [panel_at(lottery, number) for number in (948, 553)] == [2, 1]


def test_replacements() -> None:
    one = refill(examples.pool(), ("1", "3", "9", "11"), ("3",), "2026")
    chances = {kind.kind.values: (kind.count, kind.probability) for kind in one.lottery.types if kind.probability}
    assert chances == {("40 or over", "woman"): (5, pytest.approx(1 / 5))}
    two = refill(examples.pool(), ("1", "3", "9", "11"), ("1", "11"), "2026")
    chances = {name: kind.probability for kind in two.lottery.types for name in kind.kind.persons}
    assert (one.way, two.way) == ("conditioned", "conditioned")
    assert {name: Fraction(chance).limit_denominator(1000) for name, chance in chances.items()} == {
        "2": Fraction(1, 17),
        "10": Fraction(16, 17),
        "12": Fraction(1, 17),
        **dict.fromkeys("45678", Fraction(16, 85)),
    }
    other = refill(examples.pool(), ("3", "4", "9", "10"), ("9",), "2026")
    assert other.way == "anew"
    assert [sorted({each.limit.category for each in equal}) for equal in other.as_small] == [["age"]]
    assert [(each.limit.value, each.limit.least, each.limit.number, each.becomes) for each in other.missed] == [
        ("man", True, 2, 1),
        ("woman", False, 2, 3),
    ]
    said("replacements.md", "4–8, each with the chance 1/5", "at least 2 men becomes 1, at most 2 women becomes 3")


# ---------------------------------------------------------------------------------------- texts and privacy


def test_similar_texts() -> None:
    sizes = [len(gram) for gram in _grams("bussi")]
    assert [sizes.count(size) for size in (3, 4, 5)] == [5, 4, 3]
    found = find_themes(examples.comments(), number=2)
    assert [theme.members for theme in found.themes] == [("1", "2", "3"), ("4", "5")]
    assert found.without == ("6",)
    said("similar-texts.md", "gives 12 pieces: 5 of three characters", f"from {OFFERED} on", f"From {ALIKE} on")
    said("similar-texts.md", f"Up to {ALL_PAIRS:,} different texts", *(text.words for text in examples.comments()))


def test_languages() -> None:
    page = " ".join((PAGES / "languages.md").read_text(encoding="utf-8").split())
    finnish, swedish, english = re.findall(r"\*([^*]{20,}?)\*", page.partition("By example.")[2])[:3]
    assert [guess_language(text).language for text in (finnish, swedish, english)] == ["fi", "sv", "en"]
    easy = measure(page.partition("By hand.** *")[2].partition("*")[0], "fi")
    assert (easy.words, easy.sentences, easy.lix, easy.warnings) == (14, 3, 40.38, ())
    rows = {
        "words in a sentence, more than": [f"{SCALES[code].words_in_sentence:g}" for code in SCALES],
        "letters in a word, more than": [f"{SCALES[code].letters_in_word:g}" for code in SCALES],
        "share of words of 12 letters or more, more than": [f"{SCALES[code].long_share:.0%}" for code in SCALES],
        "LIX, more than": [f"{SCALES[code].lix:g}" for code in SCALES],
    }
    assert {scale.long_word for scale in SCALES.values()} == {12}
    said("languages.md", *(f"| {name} | {' | '.join(limits)} |" for name, limits in rows.items()))


def test_privacy() -> None:
    table = examples.visits()
    assert SMALLEST_GROUP == 5
    rows = [(centre, *(table.value((centre, age)) for age in ("young", "old", None))) for centre in ("North", "South")]
    said("privacy.md", *(f"| {' | '.join(map(str, row))} |" for row in rows))
    a = exp(-0.5)
    chance = [(1 - a) / (1 + a) * a ** abs(noise) for noise in range(-5, 6)]
    assert near(chance[5], "0.245")
    assert near(sum(chance), "0.938")
    said("privacy.md", "right with the chance 0.245, and off by no more than 5 with 0.938")
