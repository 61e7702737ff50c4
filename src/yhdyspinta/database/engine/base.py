"""Connections from the pool that are known to live, without asking the server at each request."""

import select
from contextlib import suppress
from typing import Any

from django.db.backends.postgresql import base
from psycopg import Connection, OperationalError
from psycopg_pool import ConnectionPool


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that the server closed (a restart, a failover) has word of it waiting in its socket.

    Only where something waits there, the connection is asked whether it lives; the pool replaces a dead one.
    """

    def get_new_connection(self, conn_params: dict[str, Any]) -> Connection[Any]:
        """A connection that lives. Raises OperationalError where the pool gets none in time."""
        while True:
            connection: Connection[Any] = super().get_new_connection(conn_params)
            if not self.pool or not _something_waits(connection) or _lives(connection):
                return connection
            with suppress(OperationalError):
                connection.close()
            self.pool.putconn(connection)  # which opens another in its place


def _something_waits(connection: Connection[Any]) -> bool:
    socket = select.poll()
    socket.register(connection.fileno(), select.POLLIN)
    return bool(socket.poll(0))


def _lives(connection: Connection[Any]) -> bool:
    try:
        ConnectionPool.check_connection(connection)
    except OperationalError:
        return False
    return True
