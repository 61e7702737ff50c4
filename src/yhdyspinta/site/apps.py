from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "yhdyspinta.site"
    label = "site"
