"""What the trail says of translations."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, Promise | str] = {
    "translating.read": _("brought a translator's file in"),
    "translating.taken": _("took the texts of a translator's file"),
}
