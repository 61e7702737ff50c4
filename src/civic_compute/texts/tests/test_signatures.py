"""Signatures: alike texts are found among kept ones, others are not, whatever the company."""

from random import Random

import pytest

from civic_compute.texts.normalising import normalised
from civic_compute.texts.signatures import bunches, signatures

LINE = "Kirjatkaa jokaiselle vastaukselle määräaika, jotta tiedämme milloin asia on ratkaistu ja kuka siitä vastaa."
OTHER = "Linja-auton pysäkki puuttuu koulun kohdalta, ja lapset ylittävät tien pimeässä ilman suojatietä joka aamu."


def test_alike_texts_follow_the_first_of_them():
    texts = [LINE, OTHER, LINE.upper(), LINE.replace("Kirjatkaa", "Merkitkää"), OTHER + " Kiitos.", "", "???"]
    found = bunches([], signatures(texts))
    assert [pair and pair[0] for pair in found] == [None, None, 0, 0, 1, None, None]
    assert found[2] is not None
    assert found[2][1] == 1.0


def test_new_texts_are_compared_with_kept_signatures_only():
    kept = signatures([OTHER, LINE])
    assert bunches(kept, signatures(["Aivan toinen asia kokonaan.", LINE + "!"])) == [None, (1, 1.0)]


def test_a_thousand_copies_have_one_leader():
    found = bunches([], signatures([LINE] * 1_000))
    assert found[0] is None
    assert {pair[0] for pair in found[1:] if pair} == {0}


def test_a_signature_is_the_same_in_any_company():
    alone = signatures([LINE])
    assert signatures([OTHER, LINE, ""])[1] == alone[0]
    assert len(alone[0]) == 480
    assert signatures(["?!"]) == [b""]


def _shared(one: str, other: str) -> float:
    first, second = ({f" {normalised(text)} "[at : at + 5] for at in range(len(text) - 3)} for text in (one, other))
    return len(first & second) / len(first | second)


@pytest.mark.parametrize("kept", [0.95, 0.8, 0.5])
def test_the_score_estimates_what_is_shared(kept):
    chance = Random(5)
    words = [f"{chance.choice('aeiouäö')}{chance.choice('kstlnr')}{number}sana" for number in range(300)]
    one = words[:100]
    other = [word if chance.random() < kept else words[100 + place] for place, word in enumerate(one)]
    texts = [" ".join(one), " ".join(other)]
    pair = bunches([], signatures(texts), least=0.05)[1]
    assert pair is not None
    assert abs(pair[1] - _shared(*texts)) < 0.13
