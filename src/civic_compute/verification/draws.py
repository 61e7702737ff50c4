"""Verify a draw: the proof commits to the pool and the quotas, the seed draws the panel, and all is calculated again."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from civic_compute.reading import Source
from civic_compute.sortition.data import draw_data, proof_data
from civic_compute.sortition.drawing import commit, draw, pool_hash, quotas_hash
from civic_compute.sortition.fair import fair_lottery
from civic_compute.sortition.model import WHOLE, Objective, Panel, Pool
from civic_compute.sortition.numbered import numbered_panels
from civic_compute.sortition.reading import read_excluded, read_pool
from civic_compute.sortition.result import FairLottery
from civic_compute.verification.claims import Claims
from civic_compute.verification.findings import Finding, differences_of, finding, shown, without_names

_LARGEST: Final = 10**6


def verify_draw(
    claims: Claims, inputs: Sequence[Source], published: str, progress: Callable[[str], None]
) -> Iterator[Finding]:
    """The findings about a draw; `published` is the commitment that was published before the seed, if it is known.

    A third input is the list of those who must not be drawn, to compare with the result's own. Raises
    VerificationProblem, ReadingProblem and SortitionProblem.
    """
    objective, size, proof = claims.one_of("objective", Objective), claims.whole("size"), claims.object("proof")
    if not 0 < size <= _LARGEST:
        raise claims.wrong("size")
    lottery = tuple(Panel(each.texts("members"), each.whole("weight")) for each in claims.objects("lottery"))
    pool = read_pool(
        inputs[0], inputs[1], size=size, id_column=claims.text("id"), address_column=claims.text("address"),
        excluded=claims.texts("excluded"),
    )  # fmt: skip
    yield finding(
        "pool", "The pool and the quotas are those that the proof commits to.",
        "The pool or the quotas are not those that the proof commits to.", tuple(_wrong_pool(proof, pool, inputs[2:])),
    )  # fmt: skip
    progress("checking each panel of the lottery")
    yield finding(
        "panels", "Every panel of the lottery meets the quotas.", "Not every panel of the lottery meets the quotas.",
        tuple(_wrong_panels(pool, lottery)),
    )  # fmt: skip
    claimed = FairLottery(pool, objective, (), lottery, certified=False, shortfall=0.0, by="")
    yield _commitment(proof, published)
    yield finding(
        "draw", "The seed draws this panel." if "seed" in proof else "The commitment is to this lottery; nothing is drawn.",
        "The commitment is to another lottery, or the seed draws another panel.", tuple(_wrong_draw(claims, claimed)),
    )  # fmt: skip
    again = _again(claims, pool, objective, progress)
    yield finding(
        "repeat", f"Calculated again, all of its {len(again)} fields are the same: {', '.join(again)}.",
        "Calculated again, it gives something else.", differences_of(without_names(claims.fields), again),
    )  # fmt: skip


def _commitment(proof: Claims, published: str) -> Finding:
    told = shown(proof.text("commitment"))
    if not published:
        sentence = f"The commitment is {told}: compare it with the one published before the seed existed."
        return finding("commitment", sentence, "")
    return finding(
        "commitment", f"The commitment is the one that was published: {told}.", "The commitment is not the published one.",
        () if published.strip().lower() == told else (f"the result has {told}, published was {shown(published)}",),
    )  # fmt: skip


def _again(claims: Claims, pool: Pool, objective: Objective, progress: Callable[[str], None]) -> dict[str, Any]:
    """Everything that the draw publishes, from its inputs and its seed."""
    fair = fair_lottery(pool, objective, progress=progress)
    proof = claims.object("proof")
    drawn = draw(fair, proof.text("seed")) if "seed" in proof else None
    numbered = numbered_panels(fair) if "numbered" in claims.fields else None
    found: dict[str, Any] = json.loads(json.dumps(draw_data(fair, drawn, numbered, file="")))
    return without_names(found)


def _wrong_pool(proof: Claims, pool: Pool, others: Sequence[Source]) -> Iterator[str]:
    for name, found in (("pool_sha256", pool_hash(pool)), ("quotas_sha256", quotas_hash(pool))):
        if proof.text(name) != found:
            yield f"proof.{name} is {shown(proof.text(name))}, found again {found}"
    excluded = {person.id for person in pool.persons if person.excluded}
    for source in others:
        for name in sorted(excluded ^ set(read_excluded(source))):
            yield f"{shown(name)} is left out only by {'the result' if name in excluded else source.name}"


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


def _wrong_draw(claims: Claims, claimed: FairLottery) -> Iterator[str]:
    proof = claims.object("proof")
    drawn = draw(claimed, proof.text("seed")) if "seed" in proof else None
    commitment = replace(drawn.commitment if drawn else commit(claimed), version=proof.text("version"))
    found = proof_data(claimed, drawn) | commitment.fields() | {"commitment": commitment.sha256}
    yield from differences_of(proof.fields, found, "proof")
    yield from differences_of(claims.fields.get("panel"), list(drawn.members) if drawn else None, "panel")
