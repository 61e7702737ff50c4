from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "yhdyspinta.demo"
    label = "demo"
