from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "yhdyspinta.people"
    label = "people"

    def ready(self) -> None:
        from allauth.account.signals import authentication_step_completed, email_confirmed
        from allauth.mfa.signals import authenticator_added, authenticator_removed
        from django.contrib.auth.signals import user_logged_in

        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.authorities.permission import answered_by
        from yhdyspinta.notices.outbox import register_kinds
        from yhdyspinta.people import passkeys, signing_in
        from yhdyspinta.people.notices import KINDS
        from yhdyspinta.people.refusals import WORDS
        from yhdyspinta.people.rules import require_ability
        from yhdyspinta.people.trail import VERBS
        from yhdyspinta.wording.refusals import register_words

        passkeys.read_later()
        register_words(WORDS)
        register_verbs(VERBS)
        register_kinds(*KINDS)
        answered_by(require_ability)
        user_logged_in.connect(signing_in.after_sign_in)
        authentication_step_completed.connect(signing_in.after_step)
        authenticator_added.connect(signing_in.after_authenticator_added)
        authenticator_removed.connect(signing_in.after_authenticator_removed)
        email_confirmed.connect(signing_in.after_email_confirmed)
