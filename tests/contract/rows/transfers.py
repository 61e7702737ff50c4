"""Who gets in where: addresses of transfers."""

from tests.contract.kind_sets import ANSWERERS, ANSWERERS_OF_AUTHORITY, NO_PAGE, Rows

ROWS: Rows = {
    "transfers:give_back": (NO_PAGE, ANSWERERS_OF_AUTHORITY),
    "transfers:list": (ANSWERERS_OF_AUTHORITY, NO_PAGE),
    "transfers:pass_on": (ANSWERERS, ANSWERERS),
    "transfers:pass_many_on": (ANSWERERS, ANSWERERS),
    "transfers:received": (ANSWERERS_OF_AUTHORITY, ANSWERERS_OF_AUTHORITY),
    "transfers:take_out": (NO_PAGE, ANSWERERS_OF_AUTHORITY),
    "transfers:together": (NO_PAGE, ANSWERERS_OF_AUTHORITY),
    "transfers:take_record_back": (NO_PAGE, ANSWERERS),
    "transfers:take_many_back": (ANSWERERS, ANSWERERS),
    "transfers:take_back": (NO_PAGE, ANSWERERS),
}
