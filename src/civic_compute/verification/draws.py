"""Verify a draw: the proof commits to the pool and the quotas, the lottery is as told, the seed draws the panel."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Any, Final

from civic_compute.canonical import canonical_sha256
from civic_compute.reading import Source, read_table
from civic_compute.sortition.drawing import commit, draw, pool_hash, quotas_hash
from civic_compute.sortition.fair import fair_lottery
from civic_compute.sortition.model import WHOLE, Objective, Panel, Pool
from civic_compute.sortition.numbered import numbered_panels
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.reading import read_excluded, read_pool
from civic_compute.sortition.result import FairLottery
from civic_compute.verification.claims import Claims
from civic_compute.verification.findings import Finding, differences_of, finding, shown

_NEAR: Final = 1e-5  # of a chance
_LARGEST: Final = 10**6


def verify_draw(claims: Claims, inputs: Sequence[Source], progress: Callable[[str], None]) -> Iterator[Finding]:
    """The findings about a draw; a third input is the list of those who must not be drawn.

    Raises VerificationProblem, ReadingProblem and SortitionProblem.
    """
    objective, size, proof = claims.one_of("objective", Objective), claims.whole("size"), claims.object("proof")
    if not 0 < size <= _LARGEST:
        raise claims.wrong("size")
    lottery = tuple(Panel(each.texts("members"), each.whole("weight")) for each in claims.objects("lottery"))
    pool = _pool(inputs, proof, size)
    yield finding(
        "pool", "The pool and the quotas are those that the proof commits to.",
        "The pool or the quotas are not those that the proof commits to.",
        () if pool else ("no choice of columns gives the hash: is the list of those who must not be drawn missing?",),
    )  # fmt: skip
    if pool is None:
        return
    progress("checking each panel of the lottery")
    yield finding(
        "panels", "Every panel of the lottery meets the quotas, and the chances of the types are those told.",
        "The lottery is not what is told of it.", (*_wrong_panels(pool, lottery), *_wrong_chances(claims, pool, lottery)),
    )  # fmt: skip
    claimed = FairLottery(pool, objective, (), lottery, certified=False, shortfall=0.0, by="")
    yield finding(
        "draw", "The commitment is to this lottery, and the seed draws this panel."
        if proof.fields.get("seed") is not None else "The commitment is to this lottery; nothing is drawn yet.",
        "The commitment is to another lottery, or the seed draws another panel.", tuple(_wrong_draw(claims, claimed)),
    )  # fmt: skip
    again = fair_lottery(pool, objective, progress=progress)
    said = [[panel.weight, list(panel.members)] for panel in lottery]
    yield finding(
        "repeat", "Calculated again, the lottery is the same.", "Calculated again, the lottery is another.",
        differences_of(said, [[panel.weight, list(panel.members)] for panel in again.lottery], "panel"),
    )  # fmt: skip
    if "numbered" in claims:
        panels = [list(panel) for panel in numbered_panels(again).panels]
        yield finding(
            "numbered", "Numbered again, the panels of equal chance are the same.",
            "Numbered again, the panels of equal chance are others.",
            differences_of(claims.object("numbered").fields.get("panels"), panels, "numbered panel"),
        )  # fmt: skip


def _pool(inputs: Sequence[Source], proof: Claims, size: int) -> Pool | None:
    """The pool with the columns for ids and addresses that the proof's hash is of; None when there are none."""
    excluded = read_excluded(inputs[2]) if len(inputs) > 2 else ()
    columns = ("", *read_table(inputs[0])[0])
    wanted = proof.text("pool_sha256"), proof.text("quotas_sha256")
    unread: SortitionProblem | None = None
    read = False
    for address, ids in product(columns, columns):
        try:
            pool = read_pool(inputs[0], inputs[1], size=size, id_column=ids, address_column=address, excluded=excluded)
        except SortitionProblem as problem:
            unread = unread or problem
            continue
        read = True
        if (pool_hash(pool), quotas_hash(pool)) == wanted:
            return pool
    if unread is not None and not read:
        raise unread
    return None


def _wrong_panels(pool: Pool, lottery: Sequence[Panel]) -> Iterator[str]:
    persons = {person.id: person for person in pool.persons}
    places = {category: place for place, category in enumerate(pool.categories)}
    if sum(panel.weight for panel in lottery) != WHOLE or any(panel.weight < 1 for panel in lottery):
        yield f"the weights of the panels are not {WHOLE} together, each at least 1"
    for number, panel in enumerate(lottery, 1):
        unknown = [member for member in panel.members if member not in persons or persons[member].excluded]
        if unknown:
            yield f"panel {number}: {shown(unknown[0])} may not be drawn"
            continue
        if not len(panel.members) == len(set(panel.members)) == pool.size:
            yield f"panel {number} has not {pool.size} members"
        homes = [persons[member].address for member in panel.members if persons[member].address]
        if pool.one_per_address and len(homes) != len(set(homes)):
            yield f"panel {number} has two members of one address"
        counts = Counter((place, persons[m].values[place]) for m in panel.members for place in places.values())
        for quota in pool.quotas:
            found = counts[places[quota.category], quota.value]
            if not quota.least <= found <= quota.most:
                value = pool.label(quota.category, quota.value)
                yield f"panel {number} has {found} of {value}, and the quota is {quota.least} to {quota.most}"


def _wrong_chances(claims: Claims, pool: Pool, lottery: Sequence[Panel]) -> Iterator[str]:
    """Types whose persons the lottery does not give the chance that is told; with addresses types are finer: left out."""
    if pool.one_per_address:
        return
    chance: Counter[str] = Counter()
    for panel in lottery:
        chance.update(dict.fromkeys(panel.members, panel.weight))
    kinds: dict[str, list[float]] = {}
    for person in pool.persons:
        if not person.excluded:
            kinds.setdefault(_name(pool, person.values), []).append(chance[person.id] / WHOLE)
    for each in claims.objects("types"):
        values = each.object("values").fields
        found = kinds.pop(canonical_sha256({str(key): str(value) for key, value in values.items()}), [])
        told = each.fields.get("probability")
        if len(found) != each.whole("count") or not isinstance(told, int | float) or isinstance(told, bool):
            yield f"of type {shown(values)} there are {len(found)} persons"
        elif max(abs(one - told) for one in found) > _NEAR + _shortfall(claims):
            yield f"the chance of {shown(values)} is told as {told}; the lottery gives {min(found)} to {max(found)}"
    if kinds:
        yield f"{len(kinds)} types of the pool are not told of"


def _name(pool: Pool, values: tuple[str, ...]) -> str:
    """One text for the values of a type, as written in the result."""
    pairs = zip(pool.categories, values, strict=True)
    return canonical_sha256({pool.label(category): pool.label(category, value) for category, value in pairs})


def _shortfall(claims: Claims) -> float:
    """What an uncertified lottery says that it misses; a certified one misses nothing."""
    told = claims.fields.get("shortfall")
    uncertified = claims.fields.get("certified") is False and isinstance(told, float) and 0 <= told <= 1
    return float(told) if uncertified and isinstance(told, float) else 0.0


def _wrong_draw(claims: Claims, claimed: FairLottery) -> Iterator[str]:
    proof = claims.object("proof")
    commitment = replace(commit(claimed), version=proof.text("version"))
    found: dict[str, Any] = commitment.fields() | {
        "commitment": commitment.sha256,
        "seed": None,
        "number": None,
        "place": None,
    }
    panel = None
    if proof.fields.get("seed") is not None:
        drawn = draw(claimed, proof.text("seed"))
        found |= {"seed": drawn.seed, "number": drawn.number, "place": drawn.place}
        panel = list(drawn.members)
    yield from differences_of(proof.fields, found, "proof")
    yield from differences_of(claims.fields.get("panel"), panel, "panel")
