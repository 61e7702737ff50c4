from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "yhdyspinta.places"
    label = "places"
