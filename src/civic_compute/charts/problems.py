"""What a chart cannot be drawn from."""

from collections.abc import Mapping
from typing import ClassVar

from civic_compute.problems import CalculationProblem


class ChartProblem(CalculationProblem):
    SENTENCES: ClassVar[Mapping[str, str]] = {
        "bad_id": "the picture's id {id!r} is not a letter followed by letters, digits, - or _",
        "too_narrow": "a picture is at least {least} units wide, not {width}",
        "not_finite": "the number {number} of {what} is not finite",
        "lengths_differ": "{positions} positions came with the groups of {groups} persons",
        "unknown_group": "a person is of group {group}, and there are {groups}",
        "not_a_quota": "a quota from {least} to {most} is impossible",
        "negative": "{what} is negative: {number}",
    }
