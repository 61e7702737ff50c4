from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0002_receipt_once_in_activity")]

    operations = [
        migrations.AddField(
            model_name="sender",
            name="email_confirmed_at",
            field=models.DateTimeField(null=True),
        ),
    ]
