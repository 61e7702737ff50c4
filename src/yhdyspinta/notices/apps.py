from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "yhdyspinta.notices"
    label = "notices"
