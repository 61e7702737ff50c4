"""An outcome as plain data, as `--json` prints it: exact numbers as text, so that nothing is rounded."""

from fractions import Fraction
from typing import Any, Final

from civic_compute.budgeting.certificate import Certificate
from civic_compute.budgeting.model import Election, Rule
from civic_compute.budgeting.result import Outcome
from civic_compute.budgeting.ties import tie_order
from civic_compute.canonical import exact

_MOST_BITS: Final = 13_000  # Python reads and writes whole numbers of 4,300 digits


def outcome_data(election: Election, outcome: Outcome, certificate: Certificate, *, file: str) -> dict[str, Any]:
    """Everything that a count gave, and all that is needed to repeat it.

    `tie_order` is None where the usual order decided: ids by code point.
    """
    return {
        "file": file,
        "rule": outcome.rule.value,
        "utility": None if outcome.rule is Rule.PHRAGMEN else outcome.utility.value,
        "completion": outcome.completion.value,
        "variant": outcome.variant or None,
        "winners": list(outcome.winners),
        "rounds": rounds_data(outcome),
        "ties": [{"round": tie.round, "projects": list(tie.projects), "chosen": tie.chosen} for tie in outcome.ties],
        "certificate": certificate_data(certificate),
        "vote_type": election.kind.value,
        "projects": len(election.projects),
        "voters": election.ballots.voters,
        "budget": exact(outcome.budget),
        "money_left": exact(outcome.money_left),
        "share": exact(outcome.share) if outcome.rule is Rule.EQUAL_SHARES else None,
        "increments": outcome.increments,
        "tie_order": None if outcome.tie_order == tie_order(election) else list(outcome.tie_order),
        "input_sha256": outcome.input_sha256,
        "version": outcome.version,
    }


def rounds_data(outcome: Outcome) -> list[dict[str, Any]]:
    return [
        {
            "round": each.number,
            "step": each.step,
            "project": each.project,
            "cost": exact(each.cost),
            "price": text_of(each.price),
            "supporters": each.supporters,
            "payers": each.payers,
            "paid_in_full": each.paid_in_full,
            "payment": _or_none(each.payment),
            "effective_votes": _or_none(each.effective_votes),
            "money_left": exact(each.money_left),
        }
        for each in outcome.rounds
    ]


def certificate_data(certificate: Certificate) -> dict[str, Any]:
    return {
        "share": exact(certificate.share),
        "payments": [
            {
                "project": each.project,
                "price": text_of(each.price),
                "in_full": each.in_full,
                "all_they_had": each.all_they_had,
                "in_full_sum": text_of(each.in_full_sum),
                "all_they_had_sum": text_of(each.all_they_had_sum),
            }
            for each in certificate.payments
        ],
        "in_turn": list(certificate.in_turn),
        "unchosen": [
            {"step": each.step, "project": each.project, "reason": each.reason, "amount": _or_none(each.amount)}
            for each in certificate.unchosen
        ],
    }


def _or_none(number: Fraction | None) -> str | None:
    return None if number is None else text_of(number)


def text_of(number: Fraction) -> str:
    """An exact number as text; one of thousands of digits, which no program reads as a decimal, in hexadecimal."""
    if max(abs(number.numerator), number.denominator).bit_length() < _MOST_BITS:
        return exact(number)
    return f"{number.numerator:#x}/{number.denominator:#x}"
