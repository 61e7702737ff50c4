"""Look at everything an installation needs; for each thing that is wrong, say how to mend it."""

import os
import shutil
import smtplib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ImproperlyConfigured

from yhdyspinta.database import DatabaseProblem, external_address, held, instance

OLDEST_POSTGRESQL = 15
ROOM_NEEDED = 1_000_000_000  # bytes


class Wrong(Exception):
    """What is wrong, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.mend = mend


def doctor() -> int:
    """Print a line for each check; exit code 1 if anything is wrong."""
    try:
        check_settings()
    except Wrong as wrong:
        _print_wrong("settings", wrong)
        return 1
    print("ok     settings")
    if external_address():
        return run_checks()
    from django.conf import settings

    try:
        with held(instance(settings.VAR_DIR)):
            return run_checks()
    except DatabaseProblem as problem:
        _print_wrong("database", Wrong(str(problem), "Run make setup; then try again."))
        return 1


def run_checks() -> int:
    from django.db import connection

    healthy = True
    for name, check in CHECKS.items():
        try:
            print(f"ok     {name}: {check()}")
        except Wrong as wrong:
            healthy = False
            _print_wrong(name, wrong)
    connection.close()
    return 0 if healthy else 1


def _print_wrong(name: str, wrong: Wrong) -> None:
    print(f"WRONG  {name}: {wrong}\n       {wrong.mend}")


def check_settings() -> None:
    """All settings can be read; in production, Django's own deployment check has nothing to say."""
    import django
    from django.conf import settings
    from django.core.checks import WARNING, run_checks

    try:
        settings.DATABASES["default"]["OPTIONS"].pop("pool", None)
        django.setup()
    except ImproperlyConfigured as error:
        raise Wrong(str(error), "Each setting is described in docs/how-to/settings.md.") from error
    found = run_checks(include_deployment_checks=settings.PRODUCTION)
    serious = [message for message in found if message.level >= WARNING and not message.is_silenced()]
    if serious:
        raise Wrong(serious[0].msg, serious[0].hint or "Each setting is described in docs/how-to/settings.md.")


def check_database() -> str:
    from django.db import connection
    from django.db.utils import OperationalError

    try:
        connection.ensure_connection()
    except OperationalError as error:
        reason = str(error).strip().splitlines()[-1]
        raise Wrong(reason, "Check DATABASE_URL, and that PostgreSQL runs and lets this user in.") from error
    version = connection.pg_version // 10_000  # type: ignore[attr-defined]
    if version < OLDEST_POSTGRESQL:
        raise Wrong(f"PostgreSQL {version} is too old", f"Use PostgreSQL {OLDEST_POSTGRESQL} or newer.")
    return f"PostgreSQL {version}, {'external' if external_address() else 'embedded'}"


def check_migrations() -> str:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor
    from django.db.utils import Error

    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error as error:
        raise Wrong("the database could not be read", "Mend the database first.") from error
    if waiting:
        raise Wrong(f"{len(waiting)} migrations are not done", "Run yhdyspinta migrate.")
    return "all done"


def check_disk() -> str:
    from django.conf import settings

    for folder in (Path(settings.VAR_DIR), Path(settings.MEDIA_ROOT)):
        folder.mkdir(parents=True, exist_ok=True) if os.access(folder.parent, os.W_OK) else None
        if not os.access(folder, os.W_OK):
            raise Wrong(f"{folder} cannot be written", "Give this user write permission, or set YHDYSPINTA_VAR.")
    free = shutil.disk_usage(settings.VAR_DIR).free
    if free < ROOM_NEEDED:
        raise Wrong(f"only {free // 1_000_000} MB are free", "Make room: at least 1 GB is needed.")
    return f"{free // 1_000_000_000} GB free in {settings.VAR_DIR}"


def check_static() -> str:
    from django.conf import settings

    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        raise Wrong("the static files are not collected", "Run yhdyspinta migrate.")
    return "collected"


def check_mail() -> str:
    from django.conf import settings

    if settings.EMAIL_BACKEND != "django.core.mail.backends.smtp.EmailBackend":
        if settings.PRODUCTION:
            raise Wrong(
                "mail is not sent",
                "Set YHDYSPINTA_MAIL to django.core.mail.backends.smtp.EmailBackend and name the server.",
            )
        return "kept in the demo's mailbox"
    try:
        with smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT, timeout=5) as server:
            server.ehlo()
            if settings.EMAIL_USE_TLS:
                server.starttls()
            if settings.EMAIL_HOST_USER:
                server.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
    except (OSError, smtplib.SMTPException) as error:
        place = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
        raise Wrong(
            f"{place} does not take mail ({error})", "Check YHDYSPINTA_MAIL_HOST, _PORT, _USER and _TLS."
        ) from error
    return f"{settings.EMAIL_HOST} answers"


def check_uploads() -> str:
    """The virus check knows a clean file, where one is configured."""
    from django.conf import settings

    from yhdyspinta.ui.virus_check import NotChecked, is_harmful

    if not settings.VIRUS_CHECK:
        return "off, uploaded files are kept unchecked (YHDYSPINTA_VIRUS_CHECK)"
    try:
        if is_harmful([b"A clean file."]):
            raise Wrong("the virus check calls a clean file harmful", "Check YHDYSPINTA_VIRUS_CHECK.")
    except NotChecked as problem:
        raise Wrong(
            f"the virus check gives no answer ({problem})",
            "Start it, or mend YHDYSPINTA_VIRUS_CHECK: until then no file can be uploaded.",
        ) from problem
    return "the virus check answers"


def check_time() -> str:
    """Finnish summer and winter time are known, and our clock agrees with the database's."""
    from django.db.utils import Error

    from yhdyspinta.audit import clock

    try:
        zone = ZoneInfo("Europe/Helsinki")
    except ZoneInfoNotFoundError as error:
        raise Wrong(
            "the time zone Europe/Helsinki is not known", "Install the package tzdata again: make setup."
        ) from error
    hours = [datetime(2026, month, 1, tzinfo=zone).strftime("%z") for month in (1, 7)]
    if hours != ["+0200", "+0300"]:
        raise Wrong(f"Europe/Helsinki has wrong hours {hours}", "Install the package tzdata again: make setup.")
    try:
        apart = abs((datetime.now(UTC) - clock.now()).total_seconds())
    except Error as error:
        raise Wrong("the database's clock cannot be read", "Mend the database first.") from error
    if apart > 5:
        raise Wrong(f"this machine's clock is {apart:.0f} s off the database's", "Keep both machines' clocks with NTP.")
    return "Europe/Helsinki known, clocks agree"


CHECKS: dict[str, Callable[[], str]] = {
    "database": check_database,
    "migrations": check_migrations,
    "time zone": check_time,
    "disk": check_disk,
    "static files": check_static,
    "mail": check_mail,
    "virus check": check_uploads,
}
