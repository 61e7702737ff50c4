"""Near-duplicates and themes of 20,000 and 200,000 comments, and whether blocks miss what comparing all pairs finds."""

import numpy as np

from bench.lines import Line, stopwatch, within
from civic_compute.texts.duplicates import ALIKE, find_duplicates
from civic_compute.texts.model import Text
from civic_compute.texts.themes import find_themes

_SYLLABLES = [c + v for c in "hjklmnprstv" for v in ("a", "e", "i", "o", "u", "y", "ä", "aa", "ii", "uo", "ie", "ai")]
_ENDINGS = ["", "t", "n", "lle", "sta", "ssa", "ien", "ja", "kin", "ksi", "lla", "tta"]
_STEMS = 4_000


def comments(number: int, *, seed: int = 11) -> list[Text]:
    """Invented comments of 8 to 40 words with the frequencies of a language (Zipf); each twentieth nearly repeats another."""
    rng = np.random.default_rng(seed)
    stems = ["".join(rng.choice(_SYLLABLES, int(rng.integers(2, 5)))) for _ in range(_STEMS)]
    words = np.array([stem + str(rng.choice(_ENDINGS)) for stem in stems for _ in range(6)])
    chances = 1 / np.arange(1, len(words) + 1)
    chances /= chances.sum()
    made: list[str] = []
    for place in range(number):
        if place % 20 == 19:
            made.append(made[int(rng.integers(place))] + " " + str(rng.choice(words)))
        else:
            made.append(" ".join(rng.choice(words, int(rng.integers(8, 41)), p=chances)))
    return [Text(str(place), text) for place, text in enumerate(made)]


def main() -> None:
    few = comments(20_000)
    with stopwatch() as taken:
        found = find_duplicates(few)
        find_themes(few)
    within("20,000 comments, near-duplicates and themes", taken[0], 10).show()
    each_with_each = find_duplicates(few, products=10**12)
    alike = {(pair.first, pair.second) for pair in each_with_each if pair.score >= ALIKE}
    blocks = {(pair.first, pair.second) for pair in found}
    share = len(alike & blocks) / len(alike)
    Line(
        "blocks find of the pairs at 0.8", round(share, 4), 1.0, "share", round(share, 4), ">= 0.98", share >= 0.98
    ).show()
    many = comments(200_000)
    with stopwatch() as taken:
        find_duplicates(many)
        find_themes(many)
    within("200,000 comments, near-duplicates (blocks) and themes", taken[0], 180).show()


if __name__ == "__main__":
    main()
