from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('open_data', '0002_brought_requests'),
    ]

    operations = [
        migrations.AddField(
            model_name='export',
            name='seen',
            field=models.CharField(blank=True, default='', max_length=64),
            preserve_default=False,
        ),
    ]
