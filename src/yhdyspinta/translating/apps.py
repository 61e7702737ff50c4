from django.apps import AppConfig


class TranslatingConfig(AppConfig):
    name = "yhdyspinta.translating"
    label = "translating"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.processes.round_pages import register_round_pages
        from yhdyspinta.translating.refusals import WORDS
        from yhdyspinta.translating.round_pages import ROUND_PAGES
        from yhdyspinta.translating.trail import VERBS
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
        register_round_pages(*ROUND_PAGES)
