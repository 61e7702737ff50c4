from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "yhdyspinta.people"
    label = "people"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.people.operators import VERBS

        register_verbs(VERBS)
