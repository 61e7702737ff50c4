"""What the trail says of processes."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "processes.created": _("created the process"),
    "processes.edited": _("edited the process"),
    "processes.published": _("published the process"),
    "processes.scheduled": _("set the time of publishing"),
    "processes.unpublished": _("took the process off the site"),
    "processes.paused": _("paused the process"),
    "processes.resumed": _("resumed the process"),
    "processes.cancelled": _("cancelled the process"),
    "processes.removed": _("removed a process that was never published"),
    "processes.archived": _("archived the process"),
    "processes.copied": _("copied the process"),
    "processes.handed_over": _("handed the process over"),
    "processes.partner_joined": _("added a partner"),
    "processes.partner_left": _("removed a partner"),
    "processes.phase_saved": _("saved a phase"),
    "processes.phase_removed": _("removed a phase"),
    "processes.phase_moved": _("moved a phase"),
    "processes.method_placed": _("added a way of taking part"),
    "processes.activity_saved": _("saved an activity"),
    "processes.stage_set": _("set when the activity is open"),
    "processes.preview_renewed": _("made a new preview link"),
    "processes.invited": _("invited somebody to a role"),
    "processes.invitation_revoked": _("revoked an invitation"),
    "processes.role_given": _("gave a role"),
    "processes.role_ended": _("ended a role"),
    "processes.followed": _("started to follow"),
    "processes.follow_confirmed": _("confirmed following"),
    "processes.unfollowed": _("stopped following"),
}
