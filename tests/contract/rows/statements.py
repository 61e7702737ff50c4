"""Who gets in where: addresses of organisations' statements."""

from tests.contract.kind_sets import ACCOUNTS, EVERYBODY, INVITED, NO_PAGE, SPEAKERS, Rows

ROWS: Rows = {
    "statements:ask": (NO_PAGE, SPEAKERS),
    "statements:download": (SPEAKERS, NO_PAGE),
    "statements:draft": (SPEAKERS, NO_PAGE),
    "statements:give_back": (NO_PAGE, SPEAKERS),
    "statements:invite": (NO_PAGE, SPEAKERS),
    "statements:join": (EVERYBODY, INVITED),
    "statements:leave": (SPEAKERS, ACCOUNTS),
    "statements:matter": (SPEAKERS, SPEAKERS),
    "statements:note": (NO_PAGE, SPEAKERS),
    "statements:part": (SPEAKERS, SPEAKERS),
    "statements:remove": (SPEAKERS, SPEAKERS),
    "statements:represent": (ACCOUNTS, ACCOUNTS),
    "statements:send": (NO_PAGE, SPEAKERS),
    "statements:start": (EVERYBODY, SPEAKERS),
    "statements:whole": (SPEAKERS, SPEAKERS),
}
