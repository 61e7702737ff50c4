"""How allauth works here: people sign in by e-mail code, passkey or password; mail is ours, in the person's language."""

import logging
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import clear_authentication_records, get_authentication_records
from allauth.core import context as allauth_context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.http import HttpRequest
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yhdyspinta.audit import clock
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.people.identification.providers import provider
from yhdyspinta.people.limits import Limit, allow
from yhdyspinta.people.models import Person
from yhdyspinta.people.networks import line_of
from yhdyspinta.ui.mail_addresses import plain_address
from yhdyspinta.wording.languages import page_language_of

_log = logging.getLogger(__name__)
_MAILS_AN_HOUR = 12


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    def new_user(self, request: HttpRequest) -> Person:
        return Person(created_at=clock.now(), language=_page_language())

    def format_email_subject(self, subject: str) -> str:
        return subject

    def clean_email(self, email: str) -> str:
        """Accounts have addresses in the one form that can be compared."""
        return plain_address(super().clean_email(email))

    def is_safe_url(self, url: str) -> bool:
        """Only our own pages: no other host, whatever the request says its host is."""
        return is_own_page(url)

    def get_client_ip(self, request: HttpRequest) -> str:
        """The network address as the nearest proxy of ours saw it, never what the sender wrote; limits count by it."""
        return line_of(client_address(request))

    def login(self, request: HttpRequest, user: Person) -> None:
        """Whoever holds only the address or a password of somebody identified strongly is asked to identify anew.

        An address may pass to another person; a second factor, a passkey and an identity do not.
        """
        if user.identity_hash is not None and provider("resident") and not _used_second_factor(request, user):
            clear_authentication_records(request)
            messages.info(request, _("You have identified yourself strongly before: identify yourself to sign in."))
            raise ImmediateHttpResponse(redirect("sign_in:identify"))
        super().login(request, user)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Failed sign-ins are counted per account, whatever host name the request used."""
        return f"sign-in:{str(credentials.get('email', '')).lower()}"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send account mail in its receiver's language, with links to the installation's own address.

        A mail server out of reach is said on the page, alike for known and unknown addresses.
        """
        if not allow(Limit(f"account-mail:{email}", _MAILS_AN_HOUR, timedelta(hours=1))):
            return
        with translation.override(_language_of(email, context)):
            mail = self.render_mail(template_prefix, email, {"email": email, **_own_links(context)})
        try:
            mail.send()
        except Exception as problem:  # noqa: BLE001 (whatever the mail server says, the person learns that nothing came)
            _log.warning("account mail was not sent: %s", type(problem).__name__)
            messages.error(
                allauth_context.request,
                _("The message could not be sent now. Try again in a moment, or use another way to sign in."),
            )

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        subject = " ".join(render_to_string(f"{template_prefix}_subject.txt", context).split())
        text = render_to_string(f"{template_prefix}_message.txt", context).strip()
        mail = EmailMultiAlternatives(subject, text, to=[email] if isinstance(email, str) else email)
        html = render_to_string(
            "notices/account_mail.html",
            {"subject": subject, "paragraphs": [part.strip() for part in text.split("\n\n") if part.strip()],
             "language": _page_language()},
        )  # fmt: skip
        mail.attach_alternative(html, "text/html")
        mail.extra_headers["Auto-Submitted"] = "auto-generated"
        return mail


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    def get_totp_label(self, user: Any) -> str:
        return str(user.email)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys belong to the installation's own name."""
        return {"id": urlsplit(settings.BASE_ADDRESS).hostname or "localhost", "name": "Yhdyspinta"}


def _used_second_factor(request: HttpRequest, user: Person) -> bool:
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, user))


def is_own_page(url: str | None) -> bool:
    """Whether the address is a page of ours: a path, or one on the installation's own host."""
    return url_has_allowed_host_and_scheme(
        url,
        allowed_hosts={urlsplit(settings.BASE_ADDRESS).netloc},
        require_https=settings.BASE_ADDRESS.startswith("https"),
    )


def client_address(request: HttpRequest) -> str:
    """The network address of the sender: behind our proxies, what the outermost of them saw."""
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    count = settings.TRUSTED_PROXIES
    if count and len(seen) >= count:
        return seen[-count]
    return str(request.META.get("REMOTE_ADDR") or "0.0.0.0")  # noqa: S104 (a name for "not known")


def _page_language() -> str:
    return page_language_of(get_language() or settings.LANGUAGE_CODE)


def _language_of(email: str, context: dict[str, Any]) -> str:
    person = context.get("user") or Person.objects.filter(email=email).first()
    return page_language_of(str(getattr(person, "language", "") or _page_language()))


def _own_links(context: dict[str, Any]) -> dict[str, Any]:
    """Links that were built from the request are built again from the installation's address."""
    return {name: _own_link(value) if name.endswith("_url") else value for name, value in context.items()}


def _own_link(url: str) -> str:
    parts = urlsplit(url)
    return absolute(parts.path + (f"?{parts.query}" if parts.query else ""))
