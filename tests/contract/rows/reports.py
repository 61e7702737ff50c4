"""Who gets in where: addresses of reports."""

from tests.contract.kind_sets import Rows

ROWS: Rows = {}
