"""The calculations: count, map, draw, compare texts. Pure: no Django, no clock, no hidden randomness, no network.

One folder a family: `budgeting`, `opinions`, `sortition`, `texts`, `privacy`. Each takes frozen dataclasses and gives
frozen dataclasses; what cannot be calculated is a `CalculationProblem` with a code, values and a place.
"""
