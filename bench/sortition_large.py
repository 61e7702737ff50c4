"""A generated pool of 20,000 persons: chances under 10 s, a lottery within 1e-3 in 2 minutes."""

from bench.lines import stopwatch, within
from civic_compute.chance import Stream
from civic_compute.sortition.fair import fair_lottery, leximin_chances
from civic_compute.sortition.model import Person, Pool, Quota

PERSONS, SIZE = 20_000, 100
VALUES = (2, 5, 9, 4, 3, 4)  # of each category


def main() -> None:
    pool = generated_pool(PERSONS, SIZE)
    with stopwatch() as taken:
        leximin_chances(pool)
    within(f"leximin chances of {PERSONS} persons", taken[0], 10).show()
    with stopwatch() as taken:
        fair = fair_lottery(pool)
    within(f"lottery for {PERSONS} persons, end to end", taken[0], 120).show()
    within(
        f"largest difference of the lottery from leximin, {PERSONS} persons", fair.shortfall, 1e-3, "probability"
    ).show()


def generated_pool(persons: int, size: int, seed: bytes = b"pool") -> Pool:
    """Persons whose values are drawn apart from the population's, up to three times as often; quotas by the population."""
    stream = Stream(seed)
    population = [[1 + stream.below(9) for _ in range(number)] for number in VALUES]
    willing = [[share * (1 + stream.below(3)) for share in shares] for shares in population]
    categories = tuple(f"c{place}" for place in range(len(VALUES)))
    people = tuple(
        Person(str(number + 1), tuple(f"v{drawn(shares, stream)}" for shares in willing)) for number in range(persons)
    )
    quotas = tuple(
        Quota(category, f"v{place}", size * share // sum(shares), size * share // sum(shares) + 1)
        for category, shares in zip(categories, population, strict=True)
        for place, share in enumerate(shares)
    )
    return Pool(categories, quotas, people, size)


def drawn(shares: list[int], stream: Stream) -> int:
    number = stream.below(sum(shares))
    for place, share in enumerate(shares):
        number -= share
        if number < 0:
            return place
    raise AssertionError


if __name__ == "__main__":
    main()
