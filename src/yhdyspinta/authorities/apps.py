from django.apps import AppConfig


class AuthoritiesConfig(AppConfig):
    name = "yhdyspinta.authorities"
    label = "authorities"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.authorities.refusals import WORDS
        from yhdyspinta.authorities.trail import VERBS
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
