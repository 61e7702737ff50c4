"""Who gets in where: addresses of intake."""

from tests.contract.kind_sets import EDITORS, EVERYBODY, NO_PAGE, Rows

ROWS: Rows = {
    "intake:begin_event": (EDITORS, EDITORS),
    "intake:finish_event": (NO_PAGE, EDITORS),
    "intake:notes": (EDITORS, EDITORS),
    "intake:end_table_link": (NO_PAGE, EDITORS),
    "intake:table": (EVERYBODY, EVERYBODY),
    "intake:table_links": (EDITORS, EDITORS),
    "intake:table_sheets": (EDITORS, NO_PAGE),
    "intake:waiting_notes": (EDITORS, EDITORS),
    "intake:paper": (EDITORS, NO_PAGE),
    "intake:paper_form": (EVERYBODY, NO_PAGE),
    "intake:earlier": (EDITORS, EDITORS),
    "intake:earlier_discard": (NO_PAGE, EDITORS),
    "intake:earlier_file": (EDITORS, NO_PAGE),
    "intake:earlier_import": (NO_PAGE, EDITORS),
    "intake:earlier_mistakes": (EDITORS, NO_PAGE),
    "intake:mapping": (EDITORS, EDITORS),
    "intake:template": (EDITORS, NO_PAGE),
    "intake:upload": (EDITORS, NO_PAGE),
    "intake:upload_discard": (NO_PAGE, EDITORS),
    "intake:upload_import": (NO_PAGE, EDITORS),
    "intake:upload_mistakes": (EDITORS, NO_PAGE),
    "intake:uploads": (EDITORS, EDITORS),
    "intake:begin_pile": (EDITORS, EDITORS),
    "intake:channels": (EDITORS, NO_PAGE),
    "intake:check": (EDITORS, EDITORS),
    "intake:check_sheet": (EDITORS, EDITORS),
    "intake:finish": (NO_PAGE, EDITORS),
    "intake:pile": (EDITORS, EDITORS),
}
