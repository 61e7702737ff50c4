from django.apps import AppConfig


class AuthoritiesConfig(AppConfig):
    name = "yhdyspinta.authorities"
    label = "authorities"
