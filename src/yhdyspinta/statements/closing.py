"""Until when a statement can be sent, told on each of its pages."""

import math
from datetime import datetime, timedelta
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import YES, Permit
from yhdyspinta.processes.taking_statements import statement_method_of
from yhdyspinta.ui.dates import in_helsinki

#: So long after closing is a statement kept that was not sent.
UNSENT_KEPT: Final = timedelta(days=30)
_LAST_HOUR: Final = timedelta(hours=1)


def closing_of(activity: Activity, at: datetime, permit: Permit = YES) -> dict[str, Any]:
    """When the round closes and how long is left; once it is too late, why, and until when an unsent draft is kept.

    `permit` is `rules.may_still_write` of the statement that is shown.
    """
    closes_at = statement_method_of(activity).closing_time(activity)
    told: dict[str, Any] = {"closes_at": closes_at, "now": at, "why_over": "" if permit else permit.words}
    if closes_at is None:
        return told
    if at >= closes_at:
        return told | {"is_grace": bool(permit), "kept_until": closes_at + UNSENT_KEPT}
    minutes = math.ceil((closes_at - at) / timedelta(minutes=1))
    return told | {"left": _days_left(closes_at, at), "minutes": minutes if closes_at - at <= _LAST_HOUR else 0}


def _days_left(closes_at: datetime, at: datetime) -> str:
    days = (in_helsinki(closes_at).date() - in_helsinki(at).date()).days
    return ngettext("%(count)s day left", "%(count)s days left", days) % {"count": days} if days else _("last day")
