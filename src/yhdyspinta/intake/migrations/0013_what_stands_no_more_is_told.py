import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0012_whose_change_it_is"),
        ("intake", "0012_rounds_held_elsewhere_are_marked"),
    ]

    operations = [
        migrations.CreateModel(
            name="Unsaid",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "what",
                    models.CharField(
                        choices=[("answer", "Answer"), ("closed", "Closed"), ("passed", "Passed")], max_length=6
                    ),
                ),
                ("since", models.DateTimeField()),
                ("at", models.DateTimeField()),
                (
                    "comment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="unsaid", to="comments.comment"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="unsaid", to="intake.entry"
                    ),
                ),
            ],
        ),
    ]
