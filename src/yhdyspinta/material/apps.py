"""What a county does with the comments it received: the table, themes, colleagues, notes."""

from django.apps import AppConfig


class MaterialConfig(AppConfig):
    name = "yhdyspinta.material"
    label = "material"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.material.notices import KINDS
        from yhdyspinta.material.refusals import WORDS
        from yhdyspinta.material.round_pages import ROUND_PAGES
        from yhdyspinta.material.trail import VERBS
        from yhdyspinta.material.translatable import KINDS as TEXTS
        from yhdyspinta.notices.outbox import register_kinds
        from yhdyspinta.processes.language_versions import register_translatable
        from yhdyspinta.processes.round_pages import register_round_pages
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
        register_kinds(*KINDS)
        register_translatable(*TEXTS)
        register_round_pages(*ROUND_PAGES)
