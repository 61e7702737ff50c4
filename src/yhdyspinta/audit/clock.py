"""The database's clock: the only 'now' that opens and closes anything."""

from datetime import UTC, datetime

from django.db.models import DateTimeField, Func

from yhdyspinta.database.prepared import prepared_cursor


class ReadAt(Func):
    """The same clock, read with a row."""

    function = "clock_timestamp"
    template = "%(function)s()"
    arity = 0
    output_field = DateTimeField()


def now() -> datetime:
    """The instant by the database's clock, in UTC."""
    with prepared_cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        moment: datetime = cursor.fetchone()[0]
    return moment.astimezone(UTC)
