from django.apps import AppConfig


class StatementsConfig(AppConfig):
    name = "yhdyspinta.statements"
    label = "statements"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.comments.organisations import register_gave_statement
        from yhdyspinta.comments.receivers import register_also_told
        from yhdyspinta.notices.outbox import register_kinds
        from yhdyspinta.people.organisations import register_ending
        from yhdyspinta.statements.given import gave_statement
        from yhdyspinta.statements.notices import KINDS
        from yhdyspinta.statements.receivers import representatives_behind
        from yhdyspinta.statements.refusals import WORDS
        from yhdyspinta.statements.representing import leave_statements
        from yhdyspinta.statements.trail import VERBS
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
        register_kinds(*KINDS)
        register_gave_statement(gave_statement)
        register_also_told(representatives_behind)
        register_ending(leave_statements)
