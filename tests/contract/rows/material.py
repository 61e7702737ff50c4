"""Who gets in where: addresses of material."""

from tests.contract.kind_sets import Rows

ROWS: Rows = {}
