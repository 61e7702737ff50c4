from django.db import migrations

FORWARD = """
CREATE FUNCTION reports_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A published report never changes.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER report_version_stands BEFORE UPDATE OR DELETE ON reports_reportversion
    FOR EACH ROW EXECUTE FUNCTION reports_refuse_change();
CREATE TRIGGER hearing_summary_stands BEFORE UPDATE OR DELETE ON reports_hearingsummary
    FOR EACH ROW EXECUTE FUNCTION reports_refuse_change();
CREATE TRIGGER report_file_stands BEFORE UPDATE OR DELETE ON reports_reportfile
    FOR EACH ROW EXECUTE FUNCTION reports_refuse_change();
"""
BACK = """
DROP TRIGGER report_version_stands ON reports_reportversion;
DROP TRIGGER hearing_summary_stands ON reports_hearingsummary;
DROP TRIGGER report_file_stands ON reports_reportfile;
DROP FUNCTION reports_refuse_change();
"""


class Migration(migrations.Migration):
    """The database itself keeps a published report, and an attachment for an agenda, as they were."""

    dependencies = [("reports", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
