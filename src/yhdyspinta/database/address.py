"""Django's DATABASES entry, from DATABASE_URL or from the place of the embedded server."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from yhdyspinta.database.folders import DATABASE_NAME, DATABASE_USER, instance
from yhdyspinta.environment import env_flag

LIMITS = (
    "-c statement_timeout=10000 -c lock_timeout=3000 "
    "-c idle_in_transaction_session_timeout=15000 -c synchronous_commit=on"
)
#: For programs that nobody waits for at a page: on a busy machine they calculate for longer between two statements.
PATIENT_LIMITS = f"{LIMITS} -c idle_in_transaction_session_timeout=60000"  # the last one counts
DRIVER_OPTIONS = {"sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "channel_binding", "gssencmode"}
_NEVER_UNASKED = 1_000_000_000
FORM = "postgresql://user:password@host:5432/name"


def external_address() -> str | None:
    """The address of an external PostgreSQL, or None when the embedded one is used."""
    return os.environ.get("DATABASE_URL") or None


def database_settings(var_dir: Path, name: str = "demo") -> dict[str, Any]:
    """One entry of DATABASES; starts nothing.

    `name` chooses among the embedded servers (the demo's or the tests') and is
    not used with an external one.
    """
    address = external_address()
    place = _external(address) if address else _embedded(var_dir, name)
    options = place.pop("OPTIONS", {})
    test_name = os.environ.get("YHDYSPINTA_TEST_DATABASE", "test_yhdyspinta")
    pool_size = os.environ.get("YHDYSPINTA_DATABASE_POOL", "8")
    if not pool_size.isdecimal() or int(pool_size) < 1:
        raise ImproperlyConfigured(f"YHDYSPINTA_DATABASE_POOL is {pool_size!r}: write a whole number above 0.")
    return {
        "ENGINE": "yhdyspinta.database.engine",
        **place,
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": False,  # the engine looks itself that no request gets a connection that died
        "OPTIONS": {
            "options": LIMITS,
            "connect_timeout": "5",
            "application_name": "yhdyspinta",
            # Only what asks for it is prepared (database/prepared.py); None prepares nothing.
            "prepare_threshold": _NEVER_UNASKED if env_flag("YHDYSPINTA_DATABASE_PREPARES", default=True) else None,
            "pool": {"min_size": 1, "max_size": int(pool_size), "timeout": 10},
            **options,
        },
        "TEST": {"NAME": test_name},
    }


def _embedded(var_dir: Path, name: str) -> dict[str, Any]:
    place = instance(var_dir, name)
    return {"NAME": DATABASE_NAME, "USER": DATABASE_USER, "HOST": str(place.socket), "PORT": ""}


def _external(address: str) -> dict[str, Any]:
    parts = _split(address)
    query = dict(parse_qsl(parts.query))
    host = unquote(parts.hostname or "") or query.pop("host", "")
    unknown = set(query) - DRIVER_OPTIONS
    if unknown:
        raise ImproperlyConfigured(f"DATABASE_URL has options that are not known: {', '.join(sorted(unknown))}.")
    return {
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "OPTIONS": query,
    }


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 (a port that is no number is found only when read)
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: write {FORM}.") from error
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ImproperlyConfigured(f"DATABASE_URL must name a PostgreSQL database: {FORM}.")
    return parts
