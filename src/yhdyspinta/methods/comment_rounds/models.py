from django.db import models

from yhdyspinta.comments.models import Thread
from yhdyspinta.processes.models import Activity


class RoundThread(models.Model):
    """Where comments on a round as a whole go."""

    activity = models.OneToOneField(Activity, models.CASCADE, related_name="round_thread")
    thread = models.OneToOneField(Thread, models.PROTECT, related_name="round")
