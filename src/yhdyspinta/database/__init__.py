"""The database: an external PostgreSQL by address, or an embedded one of our own.

Importing this package starts nothing. `python -m yhdyspinta.database start|stop|status`
controls the embedded server; `held` shares it between several programs.
"""

from yhdyspinta.database.address import PATIENT_LIMITS, database_settings, external_address
from yhdyspinta.database.folders import DatabaseProblem, Instance, instance
from yhdyspinta.database.server import held, is_running, remove, start, stop

__all__ = [
    "PATIENT_LIMITS",
    "DatabaseProblem",
    "Instance",
    "database_settings",
    "external_address",
    "held",
    "instance",
    "is_running",
    "remove",
    "start",
    "stop",
]
