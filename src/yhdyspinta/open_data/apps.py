from django.apps import AppConfig


class OpenDataConfig(AppConfig):
    name = "yhdyspinta.open_data"
    label = "open_data"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.open_data.refusals import WORDS
        from yhdyspinta.open_data.round_pages import ROUND_PAGES
        from yhdyspinta.open_data.trail import VERBS
        from yhdyspinta.processes.round_pages import register_round_pages
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
        register_round_pages(*ROUND_PAGES)
