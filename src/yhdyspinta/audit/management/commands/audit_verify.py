import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from yhdyspinta.audit import trail


class Command(BaseCommand):
    help = "Seal the finished lines of the trail and check the whole chain; fails when anything was changed."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--noted", default="", help="a head that an earlier check printed, as number:hash")

    def handle(self, *args: Any, noted: str = "", **options: Any) -> None:
        while trail.seal() is not None:
            pass
        found = trail.problems()
        if found:
            raise CommandError("The trail is broken: " + "; ".join(found[:20]))
        try:
            if noted and not trail.holds(noted):
                raise CommandError("The trail is not the one whose head was noted: it was made anew.")
        except ValueError as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write("The trail is whole.")
        self.stdout.write(f"Head: {trail.head()}")
