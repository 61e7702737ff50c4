"""A web process that nobody uses a passkey in does not hold their cryptography."""

import subprocess
import sys

PROGRAM = """
import sys
from yhdyspinta.wsgi import application
from django.urls import reverse
reverse("mfa_login_webauthn")
assert not {"fido2", "cryptography"} & set(sys.modules)
from allauth.mfa.webauthn.internal import auth, flows
assert flows.auth is auth
assert auth.WebAuthn.__module__ == "allauth.mfa.webauthn.internal.auth"
assert auth.begin_authentication is flows.auth.begin_authentication
assert "fido2" in sys.modules
"""


def test_the_cryptography_of_passkeys_is_read_when_the_first_is_used():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
