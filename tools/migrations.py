"""Fail when a model differs from its migrations; asks no database."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yhdyspinta.settings")


def main() -> None:
    from django.conf import settings

    settings.DATABASES = {"default": {"ENGINE": "django.db.backends.dummy"}}
    import django
    from django.core.management import call_command

    django.setup()
    call_command("makemigrations", check_changes=True, dry_run=True, skip_checks=True)


if __name__ == "__main__":
    sys.exit(main())
