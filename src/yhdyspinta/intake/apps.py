from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "yhdyspinta.intake"
    label = "intake"
