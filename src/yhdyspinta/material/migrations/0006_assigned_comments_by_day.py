from django.db import migrations, models


class Migration(migrations.Migration):
    """Reminders and the desk look for assigned comments by the day that they are due."""

    dependencies = [("material", "0005_themes_have_their_own_field")]

    operations = [
        migrations.AddIndex(
            "commentwork",
            models.Index(
                fields=["due_on"],
                name="assigned_due",
                condition=models.Q(assignee__isnull=False, due_on__isnull=False),
            ),
        ),
    ]
