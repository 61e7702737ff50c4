"""A lottery and its draw as plain data, as `--json` prints it: all that is told, so that all of it can be checked."""

from dataclasses import asdict
from typing import Any

from civic_compute.sortition.drawing import Drawn, commit
from civic_compute.sortition.numbered import NumberedPanels
from civic_compute.sortition.result import FairLottery
from civic_compute.sortition.summary import summary
from civic_compute.version import VERSION


def draw_data(
    fair: FairLottery, drawn: Drawn | None = None, numbered: NumberedPanels | None = None, *, file: str
) -> dict[str, Any]:
    """Everything that is published of a lottery, and of the panel drawn from it.

    `id` and `address` are the columns of the pool as it writes them; `id` is empty where its rows' numbers are the ids.
    """
    pool = fair.pool
    data: dict[str, Any] = {
        "file": file,
        "objective": fair.objective.value,
        "size": pool.size,
        "id": pool.id_column,
        "address": pool.address_column,
        "excluded": [person.id for person in pool.persons if person.excluded],
        "types": [_type(fair, place) for place in range(len(fair.types))],
        "lottery": [
            {"members": list(panel.members), "probability": panel.probability, "weight": panel.weight}
            for panel in fair.lottery
        ],
        "certified": fair.certified,
        "shortfall": fair.shortfall,
        "by": fair.by,
        "impossible": list(fair.impossible),
        "panel": list(drawn.members) if drawn else None,
        "proof": proof_data(fair, drawn),
        "summary": _summary(fair),
        "input_sha256": list(pool.sha256),
        "version": VERSION,
    }
    if numbered:
        data["numbered"] = {
            "panels": [list(panel) for panel in numbered.panels], "largest_error": numbered.largest_error,
            "mean_error": numbered.mean_error,
        }  # fmt: skip
    return data


def _type(fair: FairLottery, place: int) -> dict[str, Any]:
    """A type with names as written; under the rule of addresses also the values of everybody at the address."""
    pool, found = fair.pool, fair.types[place]
    values = [
        {
            pool.label(category): pool.label(category, value)
            for category, value in zip(pool.categories, one, strict=True)
        }
        for one in (found.kind.values, *found.kind.household)
    ]
    data: dict[str, Any] = {"values": values[0], "count": found.count, "probability": found.probability}
    return data | ({"household": values[1:]} if pool.one_per_address else {})


def proof_data(fair: FairLottery, drawn: Drawn | None) -> dict[str, Any]:
    """The commitment with its hash, and what the seed gave; `place` counts the lottery's panels from 1."""
    commitment = drawn.commitment if drawn else commit(fair)
    return commitment.fields() | {
        "commitment": commitment.sha256,
        "seed": drawn.seed if drawn else None,
        "number": drawn.number if drawn else None,
        "place": drawn.place + 1 if drawn else None,
    }


def _summary(fair: FairLottery) -> dict[str, Any]:
    found = asdict(summary(fair))
    return found | {"expected": list(found["expected"])}
