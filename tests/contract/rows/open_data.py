"""Who gets in where: addresses of open_data."""

from tests.contract.kind_sets import EVERYBODY, NO_PAGE, OWNERS, TEAM, Rows

_READ = (EVERYBODY, NO_PAGE)

ROWS: Rows = {
    "api:answer": _READ,
    "api:answers": _READ,
    "api:authorities": _READ,
    "api:authority": _READ,
    "api:comment": _READ,
    "api:comments": _READ,
    "api:decisions": _READ,
    "api:documents": _READ,
    "api:measures": _READ,
    "api:openapi": _READ,
    "api:phases": _READ,
    "api:process": _READ,
    "api:processes": _READ,
    "api:reports": _READ,
    "api:root": _READ,
    "api:sections": _READ,
    "open_data:about": _READ,
    "open_data:bring_in_requests": (OWNERS, OWNERS),
    "open_data:card": _READ,
    "open_data:catalogue": _READ,
    "open_data:dataset": _READ,
    "open_data:file": _READ,
    "open_data:round": (EVERYBODY, EVERYBODY),
    "open_data:received_statements": (NO_PAGE, TEAM),
    "open_data:share": (TEAM, NO_PAGE),
    "open_data:statement_feed": _READ,
}
