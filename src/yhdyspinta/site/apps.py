from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "yhdyspinta.site"
    label = "site"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.notices.outbox import register_kinds
        from yhdyspinta.site.notices import KINDS
        from yhdyspinta.site.refusals import WORDS
        from yhdyspinta.site.trail import VERBS
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
        register_kinds(*KINDS)
