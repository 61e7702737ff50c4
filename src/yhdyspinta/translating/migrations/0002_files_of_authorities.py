import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("authorities", "0001_initial"),
        ("processes", "0009_answers_promised_before"),
        ("translating", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="returnedfile",
            name="process",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="returned_files",
                to="processes.process",
            ),
        ),
        migrations.AddField(
            model_name="returnedfile",
            name="authority",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="returned_files",
                to="authorities.authority",
            ),
        ),
        migrations.AddIndex(
            model_name="returnedfile",
            index=models.Index(fields=["authority", "-read_at"], name="returned_newest_of_authority"),
        ),
        migrations.AddConstraint(
            model_name="returnedfile",
            constraint=models.CheckConstraint(
                condition=Q(process=None) ^ Q(authority=None), name="returned_file_has_one_holder"
            ),
        ),
    ]
