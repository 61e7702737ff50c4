from django.apps import AppConfig


class OutcomesConfig(AppConfig):
    name = "yhdyspinta.outcomes"
    label = "outcomes"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.comments.following import register_follower
        from yhdyspinta.notices.outbox import register_kinds
        from yhdyspinta.outcomes.notices import KINDS
        from yhdyspinta.outcomes.refusals import WORDS
        from yhdyspinta.outcomes.round_pages import ROUND_PAGES
        from yhdyspinta.outcomes.trail import VERBS
        from yhdyspinta.outcomes.translatable import KINDS as TEXTS
        from yhdyspinta.outcomes.unshown import follow_words, hold_measures
        from yhdyspinta.processes.language_versions import register_translatable
        from yhdyspinta.processes.round_pages import register_round_pages
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
        register_kinds(*KINDS)
        register_translatable(*TEXTS)
        register_follower(hold=hold_measures, follow=follow_words)
        register_round_pages(*ROUND_PAGES)
