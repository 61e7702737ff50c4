import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A deed tells into which answer it put its comments."""

    dependencies = [
        ("answers", "0005_joined_to_published_answers"),
        ("material", "0006_assigned_comments_by_day"),
    ]

    operations = [
        migrations.AddField(
            "bulkaction",
            "answer",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="answers.answer"
            ),
        ),
    ]
