from typing import Any

from django.db import migrations


def load(apps: Any, schema_editor: Any) -> None:
    """Bring in the carried division and populations; later refreshes come with `yhdyspinta migrate`."""
    from yhdyspinta.places.loading import load_areas

    load_areas()


class Migration(migrations.Migration):
    dependencies = [("places", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
