from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def set_apart(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Each sent statement gets a sender of its own: where its sender has said more, that stays with them."""
    receipts = apps.get_model("comments", "Receipt").objects
    senders = apps.get_model("comments", "Sender").objects
    comments = apps.get_model("comments", "Comment").objects
    activities = apps.get_model("processes", "Activity").objects
    sent = apps.get_model("statements", "Statement").objects.exclude(receipt=None)
    for statement in sent.select_related("receipt__sender").order_by("pk"):
        sender, receipt = statement.receipt.sender, statement.receipt
        if not receipts.filter(sender=sender).exclude(pk=receipt.pk).exists():
            senders.filter(pk=sender.pk).update(is_statement=True)
            continue
        shown = comments.filter(receipt=receipt, state="visible").count()
        own = senders.create(
            activity_id=sender.activity_id, person_id=sender.person_id, capacities=["organisation"], is_statement=True,
            organisation_id=statement.organisation_id, email=sender.email, language=statement.language,
            email_confirmed_at=sender.email_confirmed_at, first_at=receipt.at, visible_comments=shown,
        )  # fmt: skip
        receipts.filter(pk=receipt.pk).update(sender=own)
        comments.filter(receipt=receipt).update(sender=own)
        senders.filter(pk=sender.pk).update(visible_comments=models.F("visible_comments") - shown, listed_until=None)
        if shown and sender.visible_comments > shown:
            activities.filter(pk=sender.activity_id).update(sender_count=models.F("sender_count") + 1)


class Migration(migrations.Migration):
    dependencies = [("statements", "0003_the_whole_matter"), ("comments", "0016_statements_have_their_own_sender")]

    operations = [migrations.RunPython(set_apart, migrations.RunPython.noop)]
