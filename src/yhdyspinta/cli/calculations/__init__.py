"""The commands that calculate: no settings, no database, a quick start.

Each command is a module here with `HELP`, `add_arguments(parser)` and `tasks(given)`: one task for each input, which
gives a `Result`. A module imports `civic_compute` inside its functions, so that `--help` loads none of it.
"""

import argparse
from typing import Any, Final

from yhdyspinta.cli.calculations.frame import run_tasks

COMMANDS: Final[tuple[str, ...]] = ("count", "themes", "map", "draw", "verify", "recount-script")


def add_commands(commands: Any) -> None:
    """Add each command to the program's subparsers."""
    from importlib import import_module

    for name in COMMANDS:
        module = import_module(f"{__name__}.{name.replace('-', '_')}")
        parser = commands.add_parser(name, help=module.HELP, description=module.DESCRIPTION)
        module.add_arguments(parser)
        parser.add_argument("--json", action="store_true", help="one JSON object per input, each on its own line")
        parser.set_defaults(calculation=module)


def is_one(given: argparse.Namespace) -> bool:
    """Whether the command that was given calculates."""
    return hasattr(given, "calculation")


def run(given: argparse.Namespace) -> int:
    """Run it; gives the exit code: 0 done, 2 bad input."""
    return run_tasks(given.calculation.tasks(given), as_json=given.json)
