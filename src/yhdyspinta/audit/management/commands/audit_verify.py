from typing import Any

from django.core.management.base import BaseCommand, CommandError

from yhdyspinta.audit import trail


class Command(BaseCommand):
    help = "Seal the finished lines of the trail and check the whole chain; fails when anything was changed."

    def handle(self, *args: Any, **options: Any) -> None:
        while trail.seal() is not None:
            pass
        found = trail.problems()
        if found:
            raise CommandError("The trail is broken: " + "; ".join(found[:20]))
        self.stdout.write("The trail is whole.")
