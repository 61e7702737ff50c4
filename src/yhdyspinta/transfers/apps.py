"""Comments passed on to another authority and answered there."""

from django.apps import AppConfig


class TransfersConfig(AppConfig):
    name = "yhdyspinta.transfers"
    label = "transfers"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.notices.outbox import register_kinds
        from yhdyspinta.processes.language_versions import register_translatable
        from yhdyspinta.transfers.notices import KINDS
        from yhdyspinta.transfers.refusals import WORDS
        from yhdyspinta.transfers.trail import VERBS
        from yhdyspinta.transfers.translatable import KINDS as TEXTS
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
        register_kinds(*KINDS)
        register_translatable(*TEXTS)
