"""What the trail says of launch packs."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "launch.saved": _("saved the launch pack"),
    "launch.planned": _("set a time for the launch pack"),
    "launch.taken_back": _("took the planned launch pack back"),
    "launch.released": _("released the launch pack"),
    "launch.failed": _("could not release the launch pack at its time"),
}
