"""Who gets in where: addresses of intake."""

from tests.contract.kind_sets import Rows

ROWS: Rows = {}
