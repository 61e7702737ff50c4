from django.db import migrations, models

FORWARD = """
CREATE OR REPLACE FUNCTION launch_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.told_at IS NULL THEN RETURN OLD; END IF;
    ELSIF (OLD.told_at IS NULL OR OLD.told_at = NEW.told_at)
        AND (NEW.released_by_id IS NULL OR OLD.released_by_id = NEW.released_by_id)
        AND (OLD.id, OLD.activity_id, OLD.number, OLD.words, OLD.picture_id, OLD.release_at, OLD.piece)
            IS NOT DISTINCT FROM
            (NEW.id, NEW.activity_id, NEW.number, NEW.words, NEW.picture_id, NEW.release_at, NEW.piece)
    THEN RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A released launch pack never changes.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""
BACK = FORWARD.replace(", OLD.piece", "").replace(", NEW.piece", "")


class Migration(migrations.Migration):
    """News can be followed by other news. All that was released before was one piece: the first and its corrections."""

    dependencies = [("launch", "0003_failures_are_shown")]
    operations = [
        migrations.AddField("launchrelease", "piece", models.PositiveSmallIntegerField(db_default=1, default=1)),
        migrations.AddConstraint(
            "launchrelease",
            models.CheckConstraint(condition=models.Q(piece__lte=models.F("number")), name="launch_piece_is_released"),
        ),
        migrations.RunSQL(FORWARD, BACK),
    ]
