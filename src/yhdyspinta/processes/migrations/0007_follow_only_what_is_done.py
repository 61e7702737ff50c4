from django.db import migrations, models


class Migration(migrations.Migration):
    """Followers may choose to hear only when something is done."""

    dependencies = [("processes", "0006_stages_count_their_revisions")]
    operations = [
        migrations.AlterField(
            model_name="follow",
            name="what",
            field=models.CharField(
                choices=[("everything", "Everything"), ("results", "Results"), ("done", "Done")],
                default="everything",
                max_length=10,
            ),
        )
    ]
