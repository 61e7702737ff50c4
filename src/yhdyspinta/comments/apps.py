from django.apps import AppConfig


class CommentsConfig(AppConfig):
    name = "yhdyspinta.comments"
    label = "comments"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.comments.refusals import WORDS
        from yhdyspinta.comments.search_entries import visible_comments
        from yhdyspinta.comments.trail import VERBS
        from yhdyspinta.processes.indexing import register_texts
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
        register_texts(visible_comments)
