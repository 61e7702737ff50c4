"""What can be wrong with an election, and what cannot be counted."""

from typing import ClassVar

from civic_compute.problems import CalculationProblem


class BudgetingProblem(CalculationProblem):
    SENTENCES: ClassVar = {
        "section_missing": "there is no section {section}",
        "section_twice": "the section {section} is there twice",
        "section_order": "the section {section} comes too late: the order is META, PROJECTS, VOTES",
        "before_meta": "the file begins with something else than META",
        "header_missing": "the section {section} has no header row",
        "meta_row": "a row of META needs a key and a value, split by a semicolon",
        "meta_missing": "META has no {key}",
        "meta_twice": "META says {key} twice, and not the same",
        "kind_unknown": "the vote type {kind} is not known: use one of {kinds}",
        "not_a_number": "{field} is {text}, which is not a number",
        "thousands_or_decimals": "{field} is {text}: does the comma part thousands or decimals? Write thousands without a"
        " sign and decimals with a point",
        "negative": "{field} is {text}: it must not be negative",
        "number_too_long": "{field} has too many digits",
        "budget_zero": "the budget is 0",
        "no_projects": "there are no projects",
        "no_votes": "there are no votes",
        "id_missing": "the row has no {column}",
        "id_with_comma": "the project id {project} holds a comma, which parts projects on ballots",
        "project_twice": "the project {project} is there twice, first on line {first}",
        "voter_twice": "the voter of this row is there twice, first on line {first}",
        "projects_counted": "META says {said} projects, but there are {found}",
        "votes_counted": "META says {said} votes, but there are {found}: is the file cut short?",
        "vote_unknown": "the ballot names {project}, which is no project",
        "one_choice": "the ballot names {found} projects; with vote type choose-1 it may name one",
        "points_count": "the ballot names {choices} projects but gives {points} numbers of points",
        "cannot_be_written": "{text} holds a character that the file cannot hold",
        "utility_not_for_ballots": "ballots of type {kind} give no utility {utility}: choose {choices}",
        "rule_not_for_ballots": "the rule {rule} cannot count ballots of type {kind}",
        "completion_not_for_rule": "the completion {completion} belongs to equal-shares, not to {rule}",
        "variant_without_add1": "the variant {variant} is one of add1 and add1u: choose such a completion too",
        "too_large_numbers": "costs or points are too large to be counted together",
        "tie_order_unknown": "the order for ties names {project}, which is no project",
        "tie_order_twice": "the order for ties names {project} twice",
        "tie_order_misses": "the order for ties does not name {project}",
    }
