from django.apps import AppConfig


class CommentsConfig(AppConfig):
    name = "yhdyspinta.comments"
    label = "comments"
