"""The sign-in form: an e-mail address, and a password for those who have one; without it a code is sent."""

from allauth.account.forms import LoginForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):  # type: ignore[misc]
    def _setup_password_field(self) -> None:
        """Keep the password, but do not ask for it."""
        password = self.fields["password"]
        password.required = False
        password.label = _("Password (optional)")
        password.help_text = _("Leave empty, and we send a sign-in code to your e-mail.")
