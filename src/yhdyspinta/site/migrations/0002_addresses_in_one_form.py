"""E-mail addresses that were stored before they had one form: plain capital letters small, domains in their network form."""

from django.db import migrations

ADDRESSES = (
    ("people", "Person", "email"),
    ("comments", "Sender", "email"),
    ("processes", "Follow", "email"),
    ("processes", "Invitation", "email"),
    ("authorities", "AccessibilityFeedback", "email"),
    ("notices", "Notice", "address"),
    ("notices", "Letter", "to"),
)


def one_form(address: str) -> str:
    """The address in its one form; one that has none stays as it is, and is like no other."""
    name, _at, domain = address.rpartition("@")
    try:
        return f"{name}@{domain.encode('idna').decode('ascii')}".lower() if name.isascii() else address
    except UnicodeError:
        return address


def into_one_form(apps, _editor):
    for app, model, field in ADDRESSES:
        rows = apps.get_model(app, model).objects
        odd = rows.filter(**{f"{field}__regex": "[^!-@[-~]"})
        for pk, address in odd.values_list("pk", field).iterator():
            rows.filter(pk=pk).update(**{field: one_form(address)})


class Migration(migrations.Migration):
    dependencies = [
        ("site", "0001_retention_runs_and_trail_checks"),
        ("people", "0002_sessions_and_limits"),
        ("comments", "0004_easy_swedish_fits"),
        ("processes", "0005_easy_swedish_fits"),
        ("authorities", "0004_easy_swedish_fits"),
        ("notices", "0001_initial"),
    ]

    operations = [migrations.RunPython(into_one_form, migrations.RunPython.noop, elidable=True)]
