from typing import Any

from django.core.management.base import BaseCommand

from yhdyspinta.audit import clock
from yhdyspinta.demo import world


class Command(BaseCommand):
    help = "Fill the demo world through the real actions. Does nothing when it is filled already."

    def handle(self, *args: Any, **options: Any) -> None:
        if world.is_filled():
            return
        world.fill(now=clock.now(), tell=lambda what: self.stdout.write(f"Demo: {what}"))
