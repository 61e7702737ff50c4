from django.apps import AppConfig


class AnswersConfig(AppConfig):
    name = "yhdyspinta.answers"
    label = "answers"
