import django.db.models.deletion
import yhdyspinta.wording.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('outcomes', '0003_owner_is_the_person_named'),
    ]

    operations = [
        migrations.CreateModel(
            name='FormerPromise',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('we_decided', yhdyspinta.wording.fields.WordingField()),
                ('promise', yhdyspinta.wording.fields.WordingField()),
                ('due_on', models.DateField(null=True)),
                ('total_count', models.PositiveSmallIntegerField(null=True)),
                ('until', models.DateTimeField()),
                ('measure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former', to='outcomes.measure')),
            ],
        ),
    ]
