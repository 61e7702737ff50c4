from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "yhdyspinta.documents"
    label = "documents"
