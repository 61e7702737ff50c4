from django.apps import AppConfig


class OutcomesConfig(AppConfig):
    name = "yhdyspinta.outcomes"
    label = "outcomes"
