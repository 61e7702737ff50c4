from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "yhdyspinta.reports"
    label = "reports"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.comments.following import register_follower
        from yhdyspinta.notices.outbox import register_kinds
        from yhdyspinta.processes.language_versions import register_translatable
        from yhdyspinta.processes.round_pages import register_round_pages
        from yhdyspinta.reports.actions.withholding import follow_words
        from yhdyspinta.reports.notices import KINDS
        from yhdyspinta.reports.refusals import WORDS
        from yhdyspinta.reports.round_pages import ROUND_PAGES
        from yhdyspinta.reports.trail import VERBS
        from yhdyspinta.reports.translatable import KINDS as TEXTS
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
        register_kinds(*KINDS)
        register_translatable(*TEXTS)
        register_follower(follow=follow_words)
        register_round_pages(*ROUND_PAGES)
