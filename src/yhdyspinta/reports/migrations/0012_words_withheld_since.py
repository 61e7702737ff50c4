import django.db.models.deletion
from django.db import migrations, models

FORWARD = """
CREATE FUNCTION reports_refuse_change_of_files() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM reports_withheldwords WHERE version_id = OLD.version_id) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'A published report never changes.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
DROP TRIGGER report_file_stands ON reports_reportfile;
CREATE TRIGGER report_file_stands BEFORE UPDATE OR DELETE ON reports_reportfile
    FOR EACH ROW EXECUTE FUNCTION reports_refuse_change_of_files();
"""
BACK = """
DROP TRIGGER report_file_stands ON reports_reportfile;
CREATE TRIGGER report_file_stands BEFORE UPDATE OR DELETE ON reports_reportfile
    FOR EACH ROW EXECUTE FUNCTION reports_refuse_change();
DROP FUNCTION reports_refuse_change_of_files();
"""


class Migration(migrations.Migration):
    """Words of a comment that nobody may read are left out of a published report, and its files are made anew."""

    dependencies = [("reports", "0011_drawings_are_counted")]

    operations = [
        migrations.CreateModel(
            name="WithheldWords",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=60)),
                ("since", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="withheld", to="reports.reportversion"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("version", "place"), name="withheld_words_once")],
            },
        ),
        migrations.RunSQL(FORWARD, BACK),
    ]
