"""Why a result cannot be verified at all; that a result does not hold is no problem but a finding."""

from typing import ClassVar

from civic_compute.problems import CalculationProblem


class VerificationProblem(CalculationProblem):
    SENTENCES: ClassVar = {
        "not_json": "it is not JSON: is it cut short?",
        "not_a_result": "it is JSON, but no result of count, map, draw or themes",
        "key_twice": "the result says {key} twice",
        "broken_character": "the result holds half a character, which no text has",
        "field_missing": "the result has no {field}",
        "field_wrong": "{field} of the result cannot be {value}",
        "inputs_number": "a result of {kind} is made from {expected}; {given} inputs were given",
    }
