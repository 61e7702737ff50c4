from django.apps import AppConfig


class LaunchConfig(AppConfig):
    name = "yhdyspinta.launch"
    label = "launch"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.launch.notices import KINDS
        from yhdyspinta.launch.refusals import WORDS
        from yhdyspinta.launch.round_pages import ROUND_PAGES
        from yhdyspinta.launch.trail import VERBS
        from yhdyspinta.launch.translatable import KINDS as TEXTS
        from yhdyspinta.notices.outbox import register_kinds
        from yhdyspinta.processes.language_versions import register_translatable
        from yhdyspinta.processes.round_pages import register_round_pages
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
        register_kinds(*KINDS)
        register_translatable(*TEXTS)
        register_round_pages(*ROUND_PAGES)
