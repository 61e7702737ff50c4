"""Who gets in where: addresses of reports."""

from tests.contract.kind_sets import EDITORS, EVERYBODY, NO_PAGE, Rows

ROWS: Rows = {
    "reports:annex": (EVERYBODY, NO_PAGE),
    "reports:edit": (EDITORS, EDITORS),
    "reports:edit_practice": (EDITORS, EDITORS),
    "reports:file": (EVERYBODY, NO_PAGE),
    "reports:hearing": (EDITORS, EDITORS),
    "reports:hearing_file": (EDITORS, NO_PAGE),
    "reports:manage_practices": (EDITORS, EDITORS),
    "reports:newest": (EVERYBODY, NO_PAGE),
    "reports:practice_file": (EVERYBODY, NO_PAGE),
    "reports:practices": (EVERYBODY, NO_PAGE),
    "reports:preview": (EDITORS, EDITORS),
    "reports:reader": (EVERYBODY, NO_PAGE),
    "reports:remove_practice": (EDITORS, EDITORS),
    "reports:report": (EVERYBODY, NO_PAGE),
    "reports:version_annex": (EVERYBODY, NO_PAGE),
    "reports:version_annex_excel": (EVERYBODY, NO_PAGE),
    "reports:year": (EVERYBODY, NO_PAGE),
    "reports:year_figures": (EVERYBODY, NO_PAGE),
    "reports:year_file": (EVERYBODY, NO_PAGE),
    "reports:year_table": (EVERYBODY, NO_PAGE),
}
