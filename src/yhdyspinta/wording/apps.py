from django.apps import AppConfig


class WordingConfig(AppConfig):
    name = "yhdyspinta.wording"
    label = "wording"
