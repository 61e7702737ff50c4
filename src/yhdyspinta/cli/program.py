"""Commands, their help, and what a person is told when one cannot be done."""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from yhdyspinta.cli import calculations
from yhdyspinta.cli.problems import Problem

Command = Callable[[argparse.Namespace], int]


def main(arguments: list[str] | None = None) -> int:
    """Run one command; a problem is one sentence and exit code 1."""
    given = parser().parse_args(arguments)
    if calculations.is_one(given):
        return calculations.run(given)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yhdyspinta.settings")
    from django.core.exceptions import ImproperlyConfigured

    from yhdyspinta.database import DatabaseProblem

    try:
        command: Command = given.command
        return command(given)
    except (Problem, DatabaseProblem, ImproperlyConfigured) as problem:
        sys.stderr.write(f"{problem}\n")
    except PermissionError as error:
        sys.stderr.write(f"{error.filename} cannot be read or written: give this user the permission.\n")
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return 1


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="yhdyspinta",
        description="Run and look after an installation of Yhdyspinta.",
        epilog="Settings come from the environment: docs/how-to/settings.md lists each.",
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(name: str, command: Command, help_text: str, *, more: str = "") -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help_text, description=f"{help_text[:1].upper()}{help_text[1:]}. {more}")
        made.set_defaults(command=command)
        return made

    _add_running(add)
    _add_care(add)
    calculations.add_commands(commands)
    return top


def _add_running(add: Callable[..., argparse.ArgumentParser]) -> None:
    serve = add("serve", _serve, "serve the web pages", more="Stops on Ctrl-C or SIGTERM.")
    _add_address(serve)
    serve.add_argument("--workers", type=_count, default=1, help="processes that answer requests (default 1)")
    serve.add_argument("--threads", type=_count, default=4, help="requests that one process answers at a time")
    worker = add("worker", _worker, "do the background work", more="Mail, exports and repeating jobs.")
    worker.add_argument("--concurrency", type=_count, default=2, help="jobs done at a time (default 2)")
    for made in (serve, worker):
        made.add_argument("--until-input-ends", action="store_true", help=argparse.SUPPRESS)
    demo = add("demo", _demo, "start everything with the demo world", more="Ctrl-C stops all that it started.")
    demo.add_argument("--port", type=_port, default=8000, help="port on this machine (default 8000)")
    reset = add("reset", _reset, "empty the demo", more="Refused in production.")
    reset.add_argument("--yes", action="store_true", help="do not ask")


def _add_address(made: argparse.ArgumentParser) -> None:
    made.add_argument("--host", default="127.0.0.1", help="address to bind to (default 127.0.0.1)")
    made.add_argument("--port", type=_port, default=8000, help="port to bind to (default 8000)")


def _add_care(add: Callable[..., argparse.ArgumentParser]) -> None:
    add("migrate", _migrate, "bring the database and the static files up to date", more="Safe to run again.")
    admin = add("createadmin", _createadmin, "make a person an operator of this installation")
    admin.add_argument("email", help="the person's e-mail address; they sign in with a code sent to it")
    admin.add_argument("--name", default="", help="the person's name")
    backup = add("backup", _backup, "write the database and all files into one file")
    backup.add_argument("file", type=Path, help="file to write (.tar); it may not exist yet")
    restore = add("restore", _restore, "read a backup into this installation", more="Stop web and worker first.")
    restore.add_argument("file", type=Path, help="file that `yhdyspinta backup` wrote")
    restore.add_argument("--into-non-empty", action="store_true", help="replace what this installation holds")
    tried = add("try-backup", _try_backup, "read a backup back into a database beside, and throw that away")
    tried.add_argument("file", type=Path, help="file that `yhdyspinta backup` wrote")
    add(
        "reindex",
        _reindex,
        "make the search anew from what is public",
        more="Safe to run again while pages are served.",
    )
    add("doctor", _doctor, "look for what is wrong, and say how to mend it", more="Exit code 1 if anything is.")
    urls = add("urls", _urls, "list every address pattern, with an example in the demo world")
    urls.add_argument("--json", action="store_true", help="as JSON")
    audit = add("audit-verify", _audit_verify, "check that the audit trail's chain is whole, and print its head")
    audit.add_argument("--noted", default="", help="a head that an earlier check printed: fails if the chain lost it")


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: write a number from 1 to 65535")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


@contextmanager
def _ready(*, database: bool = True, pool: bool = False) -> Iterator[None]:
    """Django is set up, and the database can be reached, inside the block; only the web needs a pool, and hurries."""
    import django
    from django.conf import settings
    from django.db import connections
    from django.db.utils import OperationalError, ProgrammingError

    from yhdyspinta.database import PATIENT_LIMITS, external_address, held, instance

    django.setup()
    if not pool:
        options = settings.DATABASES["default"]["OPTIONS"]
        options.pop("pool", None)
        options["options"] = PATIENT_LIMITS
    if not database:
        yield
        return
    try:
        if external_address():
            yield
        else:
            with held(instance(settings.VAR_DIR)):
                try:
                    yield
                finally:
                    connections.close_all()
    except OperationalError as error:
        raise Problem(f"The database cannot be reached: {str(error).strip().splitlines()[-1]}") from error
    except ProgrammingError as error:
        if "does not exist" not in str(error):
            raise
        raise Problem("The database is empty or out of date: run yhdyspinta migrate.") from error


def _serve(given: argparse.Namespace) -> int:
    from yhdyspinta.cli.running import check_port, serve

    check_port(given.host, given.port)
    with _ready(pool=True):
        return serve(given)


def _worker(given: argparse.Namespace) -> int:
    with _ready():
        from yhdyspinta.cli.running import work

        return work(given)


def _demo(given: argparse.Namespace) -> int:
    from yhdyspinta.cli.demo import name_address, run_demo
    from yhdyspinta.cli.running import check_port

    check_port("127.0.0.1", given.port, "make demo PORT=8001")
    name_address(given.port)
    with _ready():
        return run_demo(given.port)


def _reset(given: argparse.Namespace) -> int:
    with _ready(database=False):
        from yhdyspinta.cli.demo import reset_demo

        return reset_demo(ask=not given.yes)


def _migrate(given: argparse.Namespace) -> int:
    with _ready():
        from yhdyspinta.cli.running import bring_up_to_date

        bring_up_to_date()
    print("The database and the static files are up to date.")
    return 0


def _createadmin(given: argparse.Namespace) -> int:
    with _ready():
        from yhdyspinta.cli.accounts import create_admin

        return create_admin(given.email, given.name)


def _backup(given: argparse.Namespace) -> int:
    with _ready():
        from yhdyspinta.cli.backup import backup

        return backup(given.file)


def _restore(given: argparse.Namespace) -> int:
    with _ready():
        from yhdyspinta.cli.backup import restore

        return restore(given.file, into_non_empty=given.into_non_empty)


def _try_backup(given: argparse.Namespace) -> int:
    with _ready():
        from yhdyspinta.cli.backup import try_backup

        return try_backup(given.file)


def _reindex(given: argparse.Namespace) -> int:
    with _ready():
        from yhdyspinta.cli.search import reindex

        return reindex()


def _doctor(given: argparse.Namespace) -> int:
    from yhdyspinta.cli.doctor import doctor

    return doctor()


def _urls(given: argparse.Namespace) -> int:
    with _ready():
        from yhdyspinta.cli.addresses import print_addresses

        return print_addresses(as_json=given.json)


def _audit_verify(given: argparse.Namespace) -> int:
    with _ready():
        from yhdyspinta.cli.accounts import verify_audit

        return verify_audit(given.noted)
