from django.apps import AppConfig


class CommentRoundsConfig(AppConfig):
    name = "yhdyspinta.methods.comment_rounds"
    label = "comment_rounds"
