import django.db.models.deletion
from django.db import migrations, models

FORWARD = """
CREATE FUNCTION open_data_note(round bigint) RETURNS void LANGUAGE sql AS $$
    INSERT INTO open_data_datachange (activity_id, deed)
        SELECT round, pg_current_xact_id()::text::bigint WHERE round IS NOT NULL
        ON CONFLICT DO NOTHING;
$$;
CREATE FUNCTION open_data_row_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM open_data_note(CASE TG_OP WHEN 'DELETE' THEN OLD.activity_id ELSE NEW.activity_id END);
    RETURN NULL;
END $$;
CREATE FUNCTION open_data_of_comment_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM open_data_note(activity_id) FROM comments_comment
        WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.comment_id ELSE NEW.comment_id END;
    RETURN NULL;
END $$;
CREATE FUNCTION open_data_answer_grew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM open_data_note(activity_id) FROM answers_answer
        WHERE published_at IS NOT NULL
        AND id = CASE TG_OP WHEN 'DELETE' THEN OLD.answer_id ELSE NEW.answer_id END;
    RETURN NULL;
END $$;
CREATE FUNCTION open_data_theme_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM open_data_note(theme.activity_id) FROM material_theme theme
        WHERE theme.id = CASE TG_OP WHEN 'DELETE' THEN OLD.theme_id ELSE NEW.theme_id END
        AND EXISTS (SELECT 1 FROM reports_reportversion told WHERE told.activity_id = theme.activity_id);
    RETURN NULL;
END $$;
CREATE FUNCTION open_data_speaker_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM open_data_note(activity_id) FROM comments_sender
        WHERE organisation_id = CASE TG_OP WHEN 'DELETE' THEN OLD.organisation_id ELSE NEW.organisation_id END
        AND person_id = CASE TG_OP WHEN 'DELETE' THEN OLD.person_id ELSE NEW.person_id END;
    RETURN NULL;
END $$;
CREATE FUNCTION open_data_organisation_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM open_data_note(activity_id) FROM comments_sender WHERE organisation_id = NEW.id;
    RETURN NULL;
END $$;
CREATE FUNCTION open_data_process_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM open_data_note(id) FROM processes_activity WHERE process_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER open_data_comment AFTER UPDATE OF state, public_text, thread_id, language, handling, channel, arrived_at
    ON comments_comment FOR EACH ROW WHEN (
        (OLD.state = 'visible' OR NEW.state = 'visible')
        AND (OLD.state, OLD.public_text, OLD.thread_id, OLD.language, OLD.handling, OLD.channel, OLD.arrived_at)
        IS DISTINCT FROM
        (NEW.state, NEW.public_text, NEW.thread_id, NEW.language, NEW.handling, NEW.channel, NEW.arrived_at))
    EXECUTE FUNCTION open_data_row_changed();
CREATE TRIGGER open_data_agreement AFTER UPDATE OF agree_count, well_argued_count ON comments_comment
    FOR EACH ROW WHEN (NEW.agree_count < OLD.agree_count OR NEW.well_argued_count < OLD.well_argued_count)
    EXECUTE FUNCTION open_data_row_changed();
CREATE TRIGGER open_data_comment_gone AFTER DELETE ON comments_comment
    FOR EACH ROW WHEN (OLD.state = 'visible') EXECUTE FUNCTION open_data_row_changed();
CREATE TRIGGER open_data_quote AFTER UPDATE OR DELETE ON comments_quote
    FOR EACH ROW EXECUTE FUNCTION open_data_of_comment_changed();
CREATE TRIGGER open_data_sender AFTER UPDATE OF capacities, organisation_id, person_id ON comments_sender
    FOR EACH ROW WHEN (
        (OLD.capacities, OLD.organisation_id) IS DISTINCT FROM (NEW.capacities, NEW.organisation_id)
        OR (OLD.organisation_id IS NOT NULL AND OLD.person_id IS DISTINCT FROM NEW.person_id))
    EXECUTE FUNCTION open_data_row_changed();
CREATE TRIGGER open_data_answer AFTER UPDATE OF published_at, number, handling, reason ON answers_answer
    FOR EACH ROW WHEN (
        (OLD.published_at IS NOT NULL OR NEW.published_at IS NOT NULL)
        AND (OLD.published_at, OLD.number, OLD.handling, OLD.reason)
        IS DISTINCT FROM (NEW.published_at, NEW.number, NEW.handling, NEW.reason))
    EXECUTE FUNCTION open_data_row_changed();
CREATE TRIGGER open_data_answered AFTER INSERT OR UPDATE OR DELETE ON answers_answeredcomment
    FOR EACH ROW EXECUTE FUNCTION open_data_answer_grew();
CREATE TRIGGER open_data_closure AFTER INSERT OR UPDATE OR DELETE ON answers_closure
    FOR EACH ROW EXECUTE FUNCTION open_data_of_comment_changed();
CREATE TRIGGER open_data_transfer AFTER UPDATE OF state, answer, receiver_id, outside_name ON transfers_transfer
    FOR EACH ROW WHEN (
        (OLD.state, OLD.answer, OLD.receiver_id, OLD.outside_name)
        IS DISTINCT FROM (NEW.state, NEW.answer, NEW.receiver_id, NEW.outside_name))
    EXECUTE FUNCTION open_data_of_comment_changed();
CREATE TRIGGER open_data_passed AFTER INSERT OR DELETE ON transfers_transfer
    FOR EACH ROW EXECUTE FUNCTION open_data_of_comment_changed();
CREATE TRIGGER open_data_report AFTER INSERT ON reports_reportversion
    FOR EACH ROW EXECUTE FUNCTION open_data_row_changed();
CREATE TRIGGER open_data_theme AFTER INSERT OR DELETE ON material_commenttheme
    FOR EACH ROW EXECUTE FUNCTION open_data_theme_changed();
CREATE TRIGGER open_data_theme_named AFTER UPDATE OF name ON material_theme
    FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION open_data_row_changed();
CREATE TRIGGER open_data_speaker AFTER INSERT OR UPDATE OF confirmed_at OR DELETE ON people_representation
    FOR EACH ROW EXECUTE FUNCTION open_data_speaker_changed();
CREATE TRIGGER open_data_organisation AFTER UPDATE OF name, verified_at ON people_organisation
    FOR EACH ROW WHEN ((OLD.name, OLD.verified_at) IS DISTINCT FROM (NEW.name, NEW.verified_at))
    EXECUTE FUNCTION open_data_organisation_changed();
CREATE TRIGGER open_data_process AFTER UPDATE OF title, slug, owner_id ON processes_process
    FOR EACH ROW WHEN ((OLD.title, OLD.slug, OLD.owner_id) IS DISTINCT FROM (NEW.title, NEW.slug, NEW.owner_id))
    EXECUTE FUNCTION open_data_process_changed();
CREATE TRIGGER open_data_document AFTER UPDATE OF slug ON documents_document
    FOR EACH ROW WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION open_data_row_changed();
"""
BACK = """
DROP TRIGGER open_data_comment ON comments_comment;
DROP TRIGGER open_data_agreement ON comments_comment;
DROP TRIGGER open_data_comment_gone ON comments_comment;
DROP TRIGGER open_data_quote ON comments_quote;
DROP TRIGGER open_data_sender ON comments_sender;
DROP TRIGGER open_data_answer ON answers_answer;
DROP TRIGGER open_data_answered ON answers_answeredcomment;
DROP TRIGGER open_data_closure ON answers_closure;
DROP TRIGGER open_data_transfer ON transfers_transfer;
DROP TRIGGER open_data_passed ON transfers_transfer;
DROP TRIGGER open_data_report ON reports_reportversion;
DROP TRIGGER open_data_theme ON material_commenttheme;
DROP TRIGGER open_data_theme_named ON material_theme;
DROP TRIGGER open_data_speaker ON people_representation;
DROP TRIGGER open_data_organisation ON people_organisation;
DROP TRIGGER open_data_process ON processes_process;
DROP TRIGGER open_data_document ON documents_document;
DROP FUNCTION open_data_row_changed(), open_data_of_comment_changed(), open_data_answer_grew(),
    open_data_theme_changed(), open_data_speaker_changed(), open_data_organisation_changed(),
    open_data_process_changed();
DROP FUNCTION open_data_note(bigint);
"""


class Migration(migrations.Migration):
    """The database itself notes that what the files of a round hold has changed, whoever changes it and however."""

    dependencies = [
        ("open_data", "0005_requests_outlive_drafts"),
        ("answers", "0004_corrections_wait_for_approval"),
        ("comments", "0008_keptgroups"),
        ("documents", "0004_easy_swedish_fits"),
        ("material", "0002_translations_beside_comments"),
        ("people", "0003_counts_of_tries_need_no_journal"),
        ("processes", "0009_answers_promised_before"),
        ("reports", "0006_one_chain_of_groups"),
        ("transfers", "0002_correction_waits_for_approval"),
    ]
    operations = [
        migrations.AddField("export", "last_number", models.PositiveIntegerField(default=0)),
        migrations.CreateModel(
            name="DataChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("deed", models.BigIntegerField()),
                (
                    "activity",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.activity",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("activity", "deed"), name="data_change_once"),
                ],
            },
        ),
        migrations.RunSQL(FORWARD, BACK),
    ]
