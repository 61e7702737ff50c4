from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    """The tag of easy Swedish is thirteen signs long."""

    dependencies = [("authorities", "0003_postal_address_in_each_language")]
    operations = [
        migrations.AlterField("authority", "languages", ArrayField(models.CharField(max_length=16), default=list)),
        migrations.AlterField("authority", "duty_languages", ArrayField(models.CharField(max_length=16), default=list)),
    ]
