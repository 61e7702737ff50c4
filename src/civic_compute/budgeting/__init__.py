"""Participatory budgeting: read an election, count it by a rule, certify and explain the outcome."""
