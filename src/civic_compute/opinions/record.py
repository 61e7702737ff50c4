"""A map as plain data: what is published as JSON, and checked again later."""

from typing import Any

from civic_compute.opinions.bridging import Bridging
from civic_compute.opinions.components import Components
from civic_compute.opinions.mapping import OpinionMap
from civic_compute.opinions.representative import Representative
from civic_compute.opinions.stability import Stability


def record_of(
    opinions: OpinionMap, *, stability: Stability | None = None, bridging: Bridging | None = None
) -> dict[str, Any]:
    """The map as JSON holds it: lists in the order of `participants` and `statements`, groups named "0", "1", ...

    Ids that are all whole numbers are numbers, else all are texts. Names inside are those of the published files.
    """
    people, topics = _ids(opinions.conversation.participants), _ids(opinions.conversation.statements)
    return {
        "participants": people,
        "statements": topics,
        "moderated_out": [topics[j] for j in opinions.conversation.moderated_out.nonzero()[0]],
        **_positions(opinions, opinions.components),
        **_groups(opinions, people),
        **_statements(opinions, topics),
        "bridging": _bridging(bridging),
        "stability": _stability(stability),
        "input_sha256": list(opinions.conversation.sha256),
        "version": opinions.version,
    }


def _positions(opinions: OpinionMap, components: Components) -> dict[str, Any]:
    return {
        "center": components.centre.tolist(),
        "components": components.components.tolist(),
        "singular_values": components.singular_values.tolist(),
        "projection": opinions.positions.tolist(),
        "extremity": opinions.extremity.tolist(),
    }


def _groups(opinions: OpinionMap, people: list[Any]) -> dict[str, Any]:
    groups = opinions.groups
    return {
        "in_conversation": [people[i] for i in sorted(groups.in_conversation.tolist())],
        "base_clusters": len(groups.base.centres),
        "k": groups.k,
        "groups": {str(g): [people[i] for i in (groups.labels == g).nonzero()[0]] for g in range(groups.k)},
        "group_centers": groups.centres.tolist(),
        "silhouette_by_k": {str(k): score for k, score in groups.silhouette_by_k.items()},
    }


def _statements(opinions: OpinionMap, topics: list[Any]) -> dict[str, Any]:
    counts = opinions.counts
    parts = {"agree": counts.agree, "disagree": counts.disagree, "seen": counts.seen}
    consensus = {"agree": opinions.consensus.agree, "disagree": opinions.consensus.disagree}
    return {
        "counts": {str(g): {name: part[g].tolist() for name, part in parts.items()} for g in range(opinions.groups.k)},
        "group_consensus": {
            "agree": opinions.consensus_agree.tolist(),
            "disagree": opinions.consensus_disagree.tolist(),
        },
        "priority": opinions.priority.tolist(),
        "representative": {
            str(g): [_representative(one, topics) for one in ones] for g, ones in enumerate(opinions.representative)
        },
        "consensus": {side: [topics[one.statement] for one in ones] for side, ones in consensus.items()},
        "divisive": [
            {
                "statement": topics[one.statement],
                "groups": [one.most, one.least],
                "agree": [one.most_agree, one.least_agree],
                "spread": one.spread,
                "test": one.test,
                "significant": one.significant,
            }
            for one in opinions.divisive
        ],
    }


def _representative(one: Representative, topics: list[Any]) -> dict[str, Any]:
    return {
        "statement": topics[one.statement],
        "repful_for": one.direction,
        "best_agree": one.best_agree,
        "metric": one.metric,
        "na": one.agree,
        "nd": one.disagree,
        "ns": one.seen,
        "pa": one.pa,
        "pd": one.pd,
        "pat": one.pat,
        "pdt": one.pdt,
        "ra": one.ra,
        "rd": one.rd,
        "rat": one.rat,
        "rdt": one.rdt,
    }


def _bridging(bridging: Bridging | None) -> dict[str, Any] | None:
    if bridging is None:
        return None
    return {
        "statement": bridging.statement.tolist(),
        "side": bridging.statement_side.tolist(),
        "mean": bridging.mean,
        "rounds": bridging.rounds,
        "converged": bridging.converged,
    }


def _stability(stability: Stability | None) -> dict[str, Any] | None:
    if stability is None:
        return None
    return {
        "runs": stability.runs,
        "seed": stability.seed,
        "same_k": stability.same_k,
        "adjusted_rand": stability.adjusted_rand,
        "smallest_group": None if "tiny_group" in stability.refused else stability.smallest,
        "refused": list(stability.refused),
    }


def _ids(names: tuple[str, ...]) -> list[Any]:
    numbers = all(name.isascii() and name.isdecimal() and len(name) < 16 and str(int(name)) == name for name in names)
    return [int(name) for name in names] if numbers else list(names)
