"""What can be wrong with a conversation's votes."""

from typing import ClassVar

from civic_compute.problems import CalculationProblem


class OpinionProblem(CalculationProblem):
    SENTENCES: ClassVar = {
        "no_votes": "nobody has voted",
        "no_statements": "there are no statements: no column of votes",
        "vote": "a vote is 1 (agree), 0 (pass) or -1 (disagree), not {found!r}",
        "no_id": "the {column} is empty",
        "participant_twice": "the participant {participant} is there twice",
        "statement_twice": "the statement {statement} is there twice",
        "moderated": "moderated is 1 (accepted), 0 (not looked at) or -1 (rejected), not {found!r}",
        "meta": "is-meta is true or false, not {found!r}",
        "timestamp": "the timestamp is a whole number, not {found!r}",
        "unknown_statement": "there is no statement {statement}",
        "shape": "the votes do not fit the conversation's shape: {part}",
        "files": "there are {comments} files of comments for {votes} files of votes: give one for each, or none",
        "options": "the options of a map are not as they should be: {found}",
        "number": "a number to draw with is from 0 to below 2**64, not {found!r}",
    }
