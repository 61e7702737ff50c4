from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('open_data', '0003_seen_deeds'),
    ]

    operations = [
        migrations.AddField(
            model_name='export',
            name='changed',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='export',
            name='named',
            field=models.JSONField(default=list),
        ),
    ]
