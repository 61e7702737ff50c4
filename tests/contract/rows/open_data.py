"""Who gets in where: addresses of open_data."""

from tests.contract.kind_sets import Rows

ROWS: Rows = {}
