from django.db import migrations

FORWARD = """
CREATE TRIGGER open_data_file_brought AFTER UPDATE OF imported_at ON intake_upload
    FOR EACH ROW WHEN (OLD.imported_at IS NULL AND NEW.imported_at IS NOT NULL)
    EXECUTE FUNCTION open_data_row_changed();
"""
BACK = "DROP TRIGGER open_data_file_brought ON intake_upload;"


class Migration(migrations.Migration):
    """Comments of a file have lower numbers than some that were sent while it was brought in, so the last number tells
    nothing of them."""

    dependencies = [("open_data", "0011_drafts_elsewhere_change_nothing"), ("intake", "0011_numbers_of_files")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
