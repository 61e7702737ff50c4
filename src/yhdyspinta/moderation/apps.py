from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "yhdyspinta.moderation"
    label = "moderation"
