"""How allauth works here: people sign in by e-mail code, passkey or password; guests are claimed."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

from yhdyspinta.audit import clock
from yhdyspinta.people.models import Person


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    def new_user(self, request: HttpRequest) -> Person:
        return Person(created_at=clock.now())


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    def get_totp_label(self, user: Any) -> str:
        return str(user.email)


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    pass
