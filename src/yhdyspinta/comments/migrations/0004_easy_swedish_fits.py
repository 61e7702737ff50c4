from django.db import migrations, models


class Migration(migrations.Migration):
    """The tag of easy Swedish is thirteen signs long."""

    dependencies = [("comments", "0003_sender_email_confirmed_at")]
    operations = [
        migrations.AlterField("quote", "language", models.CharField(max_length=16)),
    ]
