"""Who gets in where: addresses of launch packs."""

from tests.contract.kind_sets import EDITORS, EVERYBODY, NO_PAGE, OWNERS, Rows

ROWS: Rows = {
    "launch:download": (EDITORS, NO_PAGE),
    "launch:edit": (EDITORS, EDITORS),
    "launch:material": (EVERYBODY, NO_PAGE),
    "launch:material_file": (EVERYBODY, NO_PAGE),
    "launch:material_pack": (EVERYBODY, NO_PAGE),
    "launch:news": (EVERYBODY, NO_PAGE),
    "launch:news_of": (EVERYBODY, NO_PAGE),
    "launch:picture": (EVERYBODY, NO_PAGE),
    "launch:preview": (EDITORS, OWNERS),
    "launch:short": (EVERYBODY, NO_PAGE),
    "launch:staff_picture": (EDITORS, NO_PAGE),
    "launch:take_back": (NO_PAGE, OWNERS),
}
