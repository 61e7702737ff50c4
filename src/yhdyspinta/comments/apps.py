from django.apps import AppConfig


class CommentsConfig(AppConfig):
    name = "yhdyspinta.comments"
    label = "comments"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.comments.refusals import WORDS
        from yhdyspinta.comments.trail import VERBS
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
