"""From files to everything that is told of a conversation, with what is needed to repeat it."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from civic_compute.opinions.bridging import Bridging, bridging_of
from civic_compute.opinions.grouping import Plan
from civic_compute.opinions.mapping import OpinionMap, map_conversation, quiet
from civic_compute.opinions.matrix import matrix_of
from civic_compute.opinions.problems import OpinionProblem
from civic_compute.opinions.reading import read_conversation
from civic_compute.opinions.record import record_of
from civic_compute.opinions.stability import LEAST_PERSONS, Stability, stability_of
from civic_compute.opinions.telling import as_one_group
from civic_compute.reading import Source


@dataclass(frozen=True)
class Options:
    """What was chosen for a map; with the files' hashes and the version it repeats the result."""

    strict: bool = False  # statements that were not accepted are left out
    meta: bool = False  # statements about the conversation itself are left out
    starts: int = 0  # seeded starts of the groups beside the published rule's
    least_persons: int = 1  # a number of groups that leaves a smaller group is not taken
    runs: int = 20  # of the bootstrap
    seed: int = 0
    least: int = LEAST_PERSONS  # persons of the smallest group for groups to be told

    @property
    def plan(self) -> Plan:
        """How groups are looked for."""
        return Plan(self.starts, self.seed, self.least_persons)


@dataclass(frozen=True, eq=False)
class Whole:
    """A map, how stable its groups are, and what bridges them."""

    opinions: OpinionMap
    stability: Stability
    bridging: Bridging
    options: Options

    def record(self) -> dict[str, Any]:
        """All of it as plain data, for JSON; groups of which one is too small to be told are told as one."""
        told = as_one_group(self.opinions) if "tiny_group" in self.stability.refused else self.opinions
        found = record_of(told, stability=self.stability, bridging=self.bridging)
        return {**found, "options": asdict(self.options)}


def map_files(
    votes: Source, comments: Source | None, options: Options, *, progress: Callable[[str], None] = quiet
) -> Whole:
    """Read a conversation and calculate all that is told of it. Raises ReadingProblem and OpinionProblem."""
    progress("reading votes")
    conversation = read_conversation(votes, comments, strict=options.strict, meta=options.meta)
    opinions = map_conversation(conversation, plan=options.plan, progress=progress)
    progress("finding what bridges the groups")
    bridging = bridging_of(matrix_of(conversation), opinions.components)
    stability = stability_of(
        conversation,
        opinions.groups,
        runs=options.runs,
        seed=options.seed,
        plan=options.plan,
        least_persons=options.least,
        progress=progress,
    )
    return Whole(opinions, stability, bridging, options)


def options_of(record: Mapping[str, Any]) -> Options:
    """The options that a published record names. Raises OpinionProblem("options")."""
    found = record.get("options")
    kinds = {name: type(value) for name, value in asdict(Options()).items()}
    if not isinstance(found, dict) or set(found) != set(kinds):
        raise OpinionProblem("options", found=str(found)[:80])
    if any(type(found[name]) is not kind or found[name] < 0 for name, kind in kinds.items()):
        raise OpinionProblem("options", found=str(found)[:80])
    return Options(**found)
