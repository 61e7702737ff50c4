from django.db import migrations

from yhdyspinta.wording.fields import WordingField


class Migration(migrations.Migration):
    dependencies = [("reports", "0007_practices_are_changed")]

    operations = [
        migrations.AddField(model_name="practice", name="about", field=WordingField(blank=True, default=dict))
    ]
