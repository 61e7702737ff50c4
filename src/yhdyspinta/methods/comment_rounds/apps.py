from django.apps import AppConfig


class CommentRoundsConfig(AppConfig):
    name = "yhdyspinta.methods.comment_rounds"
    label = "comment_rounds"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.methods.comment_rounds.notices import KINDS, VERBS, WORDS
        from yhdyspinta.methods.comment_rounds.round_pages import ROUND_PAGES
        from yhdyspinta.notices.outbox import register_kinds
        from yhdyspinta.processes.round_pages import register_round_pages
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
        register_kinds(*KINDS)
        register_round_pages(*ROUND_PAGES)
