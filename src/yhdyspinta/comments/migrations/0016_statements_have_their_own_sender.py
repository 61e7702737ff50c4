from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0015_by_days_of_arrival")]

    operations = [
        migrations.AddField("sender", "is_statement", models.BooleanField(db_default=False, default=False)),
        migrations.RemoveConstraint("sender", "sender_once"),
        migrations.AddConstraint(
            "sender",
            models.UniqueConstraint(
                fields=["activity", "person"], condition=models.Q(is_statement=False), name="sender_once"
            ),
        ),
    ]
