from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "yhdyspinta.people"
    label = "people"
