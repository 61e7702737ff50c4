from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "yhdyspinta.ui"
    label = "ui"
