"""What can be wrong with a pool, its quotas, a panel or a draw."""

from typing import ClassVar

from civic_compute.problems import CalculationProblem


class SortitionProblem(CalculationProblem):
    SENTENCES: ClassVar = {
        "quota_not_whole": "{column} is {found}: a whole number from 0 is needed",
        "quota_upside_down": "the quota of {category}: {value} is from {least} to {most}: the first may not be larger",
        "quota_twice": "{category}: {value} has a quota on line {first} already",
        "quota_unnamed": "the quota has no {column}",
        "no_quotas": "there are no quotas",
        "category_not_asked": "{category} is no column of the pool: its columns are {columns}",
        "value_missing": "the person has no value in {category}",
        "value_without_quota": "{category} is {value}, which has no quota: the quotas know {known}",
        "nobody_has": "at least {least} members are to have {category}: {value}, and nobody who may be drawn has it;"
        " the least change that helps: {changes}",
        "too_few_have": "at least {least} members are to have {category}: {value}, and only {found} who may be drawn"
        " have it; the least change that helps: {changes}",
        "least_over_size": "the least numbers of {category} make {total}, more than the panel of {size};"
        " the least change that helps: {changes}",
        "most_under_size": "the greatest numbers of {category} make {total}, fewer than the panel of {size};"
        " the least change that helps: {changes}",
        "id_missing": "the person has no id in column {column}",
        "id_twice": "the id {id} is on line {first} already",
        "nobody": "there are no persons who may be drawn",
        "size_not_positive": "a panel of {size} cannot be drawn: one member is the least",
        "size_over_pool": "a panel of {size} is larger than the pool of {pool}",
        "excluded_unknown": "{id} must not be drawn, but is nobody in the pool",
        "infeasible": "no panel of {size} meets the quotas together: {conflict}; the least change that helps: {changes}",
        "no_panel": "no panel of {size} meets the quotas even in fractions",
        "too_few_addresses": "with one person of each address no panel of {size} can be filled, whatever the quotas",
        "greedy_stuck": "the greedy draw got stuck nearly always, in {tries} tries",
        "not_in_panel": "{id} is not in the panel",
        "not_a_seed": "{seed} is no seed: hexadecimal digits are needed, from 1 to 1024",
        "lottery_empty": "the lottery has no panels",
        "lottery_not_one": "the chances of the lottery make {total}, not one",
        "member_unknown": "{id} is nobody in the pool",
        "not_calculated": "the calculation of {what} did not come to an end",
    }
