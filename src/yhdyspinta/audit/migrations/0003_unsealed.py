import django.db.models.deletion
from django.db import migrations, models

FORWARD = """
INSERT INTO audit_unsealed (entry_id)
    SELECT id FROM audit_entry WHERE id NOT IN (SELECT unnest(entry_ids) FROM audit_seal);
CREATE FUNCTION audit_entry_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audit_unsealed (entry_id) VALUES (NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER audit_entry_waits AFTER INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_waits();
"""
BACK = """
DROP TRIGGER audit_entry_waits ON audit_entry;
DROP FUNCTION audit_entry_waits();
"""


class Migration(migrations.Migration):
    """Lines that wait for a seal are listed, so that sealing does not look through the whole trail."""

    dependencies = [("audit", "0002_refuse_change")]
    operations = [
        migrations.CreateModel(
            name="Unsealed",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="audit.entry",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(FORWARD, BACK),
        migrations.RemoveField(model_name="entry", name="written_by"),
    ]
