import hashlib
import json
from dataclasses import replace

import pytest
from scipy.stats import chi2

from civic_compute.sortition.drawing import commit, draw, panel_at, seed_bytes
from civic_compute.sortition.fair import fair_lottery
from civic_compute.sortition.model import WHOLE, Panel
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.tests.pools import pool_of

PEOPLE = "id,g,a\n" + "\n".join(f"{n},{'fm'[n % 2]},{'old' if n % 5 == 0 else 'young'}" for n in range(1, 31))
QUOTAS = "g,f,2,4\ng,m,2,4\na,old,2,3\na,young,3,4"


@pytest.fixture(scope="module")
def fair():
    return fair_lottery(pool_of(PEOPLE, QUOTAS, 6))


def test_a_draw_is_repeated_from_its_proof_by_plain_hashing(fair):
    drawn = draw(fair, "C0FFEE")
    label, seed = drawn.commitment.label.encode(), bytes.fromhex(drawn.seed)
    stream = b"".join(hashlib.sha256(seed + label + block.to_bytes(8, "big")).digest() for block in range(4))
    size = ((WHOLE - 1).bit_length() + 7) // 8
    numbers = (int.from_bytes(stream[place : place + size], "big") for place in range(0, len(stream) - size, size))
    number = next(number for number in numbers if number < 256**size // WHOLE * WHOLE) % WHOLE
    assert number == drawn.number
    upto = 0
    for panel in fair.lottery:
        upto += panel.weight
        if upto > number:
            break
    assert panel.members == drawn.members


def test_the_commitment_is_the_hash_of_its_fields_as_sorted_json(fair):
    commitment = commit(fair)
    text = json.dumps(commitment.fields(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert commitment.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_the_commitment_is_the_same_before_and_after_the_seed(fair):
    assert commit(fair) == draw(fair, "00").commitment


@pytest.mark.parametrize("change", ["person", "quota", "lottery"])
def test_any_change_changes_the_commitment(fair, change):
    pool = fair.pool
    if change == "person":
        pool = replace(pool, persons=(replace(pool.persons[0], values=("old", "m")), *pool.persons[1:]))
    elif change == "quota":
        pool = replace(pool, quotas=(replace(pool.quotas[0], most=5), *pool.quotas[1:]))
    lottery = fair.lottery[::-1] if change == "lottery" else fair.lottery
    assert commit(replace(fair, pool=pool, lottery=lottery)).sha256 != commit(fair).sha256


def test_the_same_seed_draws_the_same_panel_and_another_seed_mostly_another(fair):
    assert draw(fair, "0xAB").members == draw(fair, " ab ").members
    assert len({draw(fair, f"{seed:x}").members for seed in range(40)}) > 3


@pytest.mark.parametrize("seed", ["", "xyz", "12 34", "ä", "1" * 1025, "-1"])
def test_what_is_not_hexadecimal_is_no_seed(seed):
    with pytest.raises(SortitionProblem, match="is no seed"):
        seed_bytes(seed)


def test_an_odd_number_of_digits_gets_a_zero_in_front():
    assert seed_bytes("abc") == b"\x0a\xbc"


def test_drawn_frequencies_match_the_chances(fair):
    """Chi-square over panels at 1 in 10,000; the seeds are fixed."""
    draws = 1500
    counts = [0] * len(fair.lottery)
    for seed in range(draws):
        counts[draw(fair, f"{seed:08x}").place] += 1
    expected = [panel.probability * draws for panel in fair.lottery]
    statistic = sum((count - mean) ** 2 / mean for count, mean in zip(counts, expected, strict=True))
    assert statistic < chi2.ppf(0.9999, len(counts) - 1)


def test_the_panel_that_covers_a_number():
    lottery = (Panel(("1",), WHOLE - 10), Panel(("2",), 10))
    assert [panel_at(lottery, number) for number in (0, WHOLE - 11, WHOLE - 10, WHOLE - 1)] == [0, 0, 1, 1]


def test_a_lottery_that_does_not_make_one_is_refused():
    with pytest.raises(SortitionProblem, match="not one"):
        panel_at((Panel(("1",), 10),), 11)
    with pytest.raises(SortitionProblem, match="no panels"):
        panel_at((), 0)
