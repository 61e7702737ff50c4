from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "yhdyspinta.moderation"
    label = "moderation"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.moderation.notices import KINDS
        from yhdyspinta.moderation.refusals import WORDS
        from yhdyspinta.moderation.round_pages import ROUND_PAGES
        from yhdyspinta.moderation.trail import VERBS
        from yhdyspinta.notices.outbox import register_kinds
        from yhdyspinta.processes.round_pages import register_round_pages
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
        register_kinds(*KINDS)
        register_round_pages(*ROUND_PAGES)
