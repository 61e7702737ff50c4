from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "yhdyspinta.intake"
    label = "intake"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.intake.refusals import WORDS
        from yhdyspinta.intake.round_pages import ROUND_PAGES
        from yhdyspinta.intake.trail import VERBS
        from yhdyspinta.processes.round_pages import register_round_pages
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
        register_round_pages(*ROUND_PAGES)
