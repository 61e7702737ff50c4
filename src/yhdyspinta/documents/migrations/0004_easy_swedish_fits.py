from django.db import migrations, models


class Migration(migrations.Migration):
    """The tag of easy Swedish is thirteen signs long."""

    dependencies = [("documents", "0003_descent_stands_and_texts_count_their_revisions")]
    operations = [
        migrations.AlterField("sectiontext", "language", models.CharField(max_length=16)),
        migrations.AlterField("documentdraftimport", "language", models.CharField(max_length=16)),
        migrations.AlterField("attachment", "language", models.CharField(max_length=16, blank=True)),
    ]
