from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "yhdyspinta.documents"
    label = "documents"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.documents.notices import KINDS
        from yhdyspinta.documents.refusals import WORDS
        from yhdyspinta.documents.round_pages import ROUND_PAGES
        from yhdyspinta.documents.trail import VERBS
        from yhdyspinta.documents.translatable import KINDS as TEXTS
        from yhdyspinta.notices.outbox import register_kinds
        from yhdyspinta.processes.language_versions import register_translatable
        from yhdyspinta.processes.round_pages import register_round_pages
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
        register_kinds(*KINDS)
        register_translatable(*TEXTS)
        register_round_pages(*ROUND_PAGES)
