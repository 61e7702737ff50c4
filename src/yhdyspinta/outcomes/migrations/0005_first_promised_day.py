import django.db.models.deletion
import yhdyspinta.wording.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("outcomes", "0004_former_promises"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="formerpromise",
            name="owner",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="formerpromise",
            name="owner_name",
            field=yhdyspinta.wording.fields.WordingField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="measure",
            name="first_due_on",
            field=models.DateField(null=True),
        ),
    ]
