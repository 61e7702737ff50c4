from django.db import migrations, models

import yhdyspinta.wording.fields


class Migration(migrations.Migration):

    dependencies = [("answers", "0005_joined_to_published_answers")]

    operations = [
        migrations.AddField(model_name="answer", name="unshown_at", field=models.DateTimeField(null=True)),
        migrations.AddField(
            model_name="answer",
            name="withheld_title",
            field=yhdyspinta.wording.fields.WordingField(blank=True, default=None, null=True),
        ),
        migrations.AddField(
            model_name="formeranswer", name="is_withheld", field=models.BooleanField(db_default=False, default=False)
        ),
        migrations.AddIndex(
            model_name="answer",
            index=models.Index(
                condition=models.Q(("unshown_at__isnull", False)), fields=["activity"], name="answer_unshown"
            ),
        ),
    ]
