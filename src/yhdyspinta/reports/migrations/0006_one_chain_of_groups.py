from datetime import datetime

from django.db import migrations


def keep_what_was_published(apps, schema_editor):
    """The groups of whatever told them last, a version or an attachment, are those that everybody is shown from now on."""
    last = {}
    for name in ("ReportVersion", "HearingSummary"):
        for row in apps.get_model("reports", name).objects.order_by("pk").only("activity_id", "figures").iterator():
            told = row.figures
            at = datetime.fromisoformat(told["taken_at"])
            if row.activity_id not in last or last[row.activity_id][0] < at:
                last[row.activity_id] = (at, told)
    kept = apps.get_model("comments", "KeptGroups")
    for activity, (_at, told) in last.items():
        kept.objects.get_or_create(
            activity_id=activity,
            defaults={
                "bands": {group["key"]: group["count"] for group in told["ages"] if group["count"]},
                "homes": {group["key"]: group["count"] for group in told["municipalities"] if group["count"]},
                "senders": told["groups_senders"],
                "limit": told["limit"],
                "taken_at": datetime.fromisoformat(told["groups_at"]),
            },
        )


class Migration(migrations.Migration):
    """Reports and attachments no longer look at each other's groups: all read those kept with the comments."""

    dependencies = [
        ("reports", "0005_annex_of_a_version"),
        ("comments", "0008_keptgroups"),
    ]

    operations = [
        migrations.RunPython(keep_what_was_published, migrations.RunPython.noop),
    ]
