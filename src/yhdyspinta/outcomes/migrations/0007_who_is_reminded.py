import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Who of the staff is reminded of a measure is chosen, not read from the name that residents see."""

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("outcomes", "0006_done_is_told_once"),
    ]

    operations = [
        migrations.AddField(
            model_name="measure",
            name="reminded",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]
