"""The day of a measure in words: the one promised now and, where it has been moved, the one promised first."""

from django.utils.translation import gettext as _

from yhdyspinta.outcomes.models import Measure
from yhdyspinta.ui.dates import day


def due_words(measure: Measure, language: str) -> str:
    """As in: By 1.12.2027 (first promised: 1.12.2026). Empty where no day was ever promised."""
    first = measure.first_due_on
    if first is None or first == measure.due_on:
        return _("By %(day)s.") % {"day": day(measure.due_on, language)} if measure.due_on else ""
    if measure.due_on is None:
        return _("First promised by %(first)s, now without a day.") % {"first": day(first, language)}
    days = {"day": day(measure.due_on, language), "first": day(first, language)}
    return _("By %(day)s (first promised by %(first)s).") % days
