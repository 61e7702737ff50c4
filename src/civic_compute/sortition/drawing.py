"""Draw a panel by lot so that anybody can repeat it: commit to the lottery, then take a seed that nobody chose.

Before the seed exists the commitment is published: a hash of the pool, the quotas, the lottery and the rule. The seed
comes afterwards from a public source. The number is an integer below 10^12 by `chance.Stream` (SHA-256 in counter
mode with rejection, in the manner of RFC 3797); panels in the order of the lottery are laid end to end by their
weights, and the panel that covers the number is drawn.
"""

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from civic_compute.canonical import canonical_sha256
from civic_compute.chance import Stream
from civic_compute.sortition.model import WHOLE, Panel, Pool
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.result import FairLottery
from civic_compute.version import VERSION

RULE: Final = (
    "Bytes: SHA-256(seed || label || counter) for counter = 0, 1, 2, ... as 8 bytes, big-endian, one after another. "
    "Number below n: as many bytes as n - 1 needs, as one big-endian integer, passed over when it is not below the "
    "largest multiple of n that so many bytes can hold; else its remainder by n. Panel: the first at which the sum of "
    "weights, taken in the lottery's order, exceeds the number below the total."
)
_SEED: Final = re.compile(r"[0-9a-f]{1,1024}")


@dataclass(frozen=True)
class Commitment:
    """What is published before the seed: hashes of canonical JSON, see `canonical`, and the rule."""

    pool_sha256: str
    quotas_sha256: str
    lottery_sha256: str
    files_sha256: tuple[str, ...]
    objective: str
    size: int
    label: str  # keeps the numbers of different draws from one seed apart
    total: int = WHOLE
    rule: str = RULE
    version: str = VERSION

    @property
    def sha256(self) -> str:
        """The hash to publish: of all the fields."""
        return canonical_sha256(self.fields())

    def fields(self) -> dict[str, Any]:
        """The fields by name, as they are hashed and shown."""
        return {
            "pool_sha256": self.pool_sha256, "quotas_sha256": self.quotas_sha256,
            "lottery_sha256": self.lottery_sha256, "files_sha256": list(self.files_sha256),
            "objective": self.objective, "size": self.size, "label": self.label, "total": self.total,
            "rule": self.rule, "version": self.version,
        }  # fmt: skip


@dataclass(frozen=True)
class Drawn:
    """A draw: the seed as given in lower case, the number it made, and the panel's place in the lottery."""

    commitment: Commitment
    seed: str
    number: int
    place: int
    members: tuple[str, ...]


def commit(fair: FairLottery) -> Commitment:
    """The commitment to a lottery."""
    pool = pool_hash(fair.pool)
    quotas = quotas_hash(fair.pool)
    return Commitment(
        pool, quotas, lottery_hash(fair.lottery), fair.pool.sha256, fair.objective.value, fair.pool.size,
        label=f"draw {canonical_sha256([pool, quotas, fair.objective.value])}",
    )  # fmt: skip


def pool_hash(pool: Pool) -> str:
    """Of [id, values in the order of the categories, address, whether excluded] of each person, in the order of ids."""
    return canonical_sha256(
        [[person.id, list(person.values), person.address, person.excluded] for person in pool.persons]
    )


def quotas_hash(pool: Pool) -> str:
    """Of the panel's size, whether one of each address, and [category, value, least, most] of each quota, sorted."""
    quotas = sorted([quota.category, quota.value, quota.least, quota.most] for quota in pool.quotas)
    return canonical_sha256({"size": pool.size, "one_per_address": pool.one_per_address, "quotas": quotas})


def lottery_hash(lottery: tuple[Panel, ...]) -> str:
    """Of [weight, ids] of each panel, in the lottery's order."""
    return canonical_sha256([[panel.weight, list(panel.members)] for panel in lottery])


def seed_bytes(seed: str) -> bytes:
    """Hexadecimal digits as bytes; an odd number of them gets a 0 in front. Raises SortitionProblem("not_a_seed")."""
    digits = seed.strip().lower().removeprefix("0x")
    if not _SEED.fullmatch(digits):
        raise SortitionProblem("not_a_seed", seed=ascii(seed.strip()[:80]))
    return bytes.fromhex(digits if len(digits) % 2 == 0 else f"0{digits}")


def draw(fair: FairLottery, seed: str) -> Drawn:
    """Draw a panel. Raises SortitionProblem("not_a_seed")."""
    commitment = commit(fair)
    data = seed_bytes(seed)
    number = Stream(data, commitment.label).below(commitment.total)
    place = panel_at(fair.lottery, number)
    return Drawn(commitment, data.hex(), number, place, fair.lottery[place].members)


def panel_at(lottery: tuple[Panel, ...], number: int) -> int:
    """The place of the panel that covers the number. Raises SortitionProblem("lottery_empty", "lottery_not_one")."""
    if not lottery:
        raise SortitionProblem("lottery_empty")
    sums = accumulate(panel.weight for panel in lottery)
    found = next((place for place, upto in enumerate(sums) if upto > number), None)
    if found is None:
        raise SortitionProblem("lottery_not_one", total=sum(panel.weight for panel in lottery) / WHOLE)
    return found
