import django.db.models.deletion
from django.db import migrations, models

FORWARD = """
CREATE TRIGGER report_annex_stands BEFORE UPDATE OR DELETE ON reports_reportannex
    FOR EACH ROW EXECUTE FUNCTION reports_refuse_change();
"""
BACK = "DROP TRIGGER report_annex_stands ON reports_reportannex;"


class Migration(migrations.Migration):
    """The rows that a version counts are kept with it, and never change."""

    dependencies = [
        ('reports', '0004_figures_of_a_draft'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReportAnnex',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', models.BinaryField()),
                ('version', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='annex', to='reports.reportversion')),
            ],
        ),
        migrations.RunSQL(FORWARD, BACK),
    ]
