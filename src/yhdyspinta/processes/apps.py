from django.apps import AppConfig


class ProcessesConfig(AppConfig):
    name = "yhdyspinta.processes"
    label = "processes"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.notices.outbox import register_kinds
        from yhdyspinta.processes.language_versions import register_translatable
        from yhdyspinta.processes.notices import KINDS
        from yhdyspinta.processes.refusals import WORDS
        from yhdyspinta.processes.team_notices import KINDS as TEAM_KINDS
        from yhdyspinta.processes.team_refusals import WORDS as TEAM_WORDS
        from yhdyspinta.processes.trail import VERBS
        from yhdyspinta.processes.translatable import KINDS as TEXTS
        from yhdyspinta.processes.translatable_authority import KINDS as AUTHORITY_TEXTS
        from yhdyspinta.wording.refusals import register_words

        register_words({**WORDS, **TEAM_WORDS})
        register_verbs(VERBS)
        register_kinds(*KINDS, *TEAM_KINDS)
        register_translatable(*TEXTS, *AUTHORITY_TEXTS)
