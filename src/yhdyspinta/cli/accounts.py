"""Operators and the audit trail, from the machine itself."""

from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.core.validators import validate_email

from yhdyspinta.audit import clock
from yhdyspinta.cli.problems import Problem
from yhdyspinta.people.operators import make_operator


def create_admin(email: str, name: str) -> int:
    """Make a person an operator; they sign in with a code that is sent to the address."""
    try:
        validate_email(email)
    except ValidationError as error:
        raise Problem(f"{email!r} is no e-mail address: write it as name@example.org.") from error
    person = make_operator(actor=None, email=email, name=name, at=clock.now())
    print(f"{person} is an operator. They sign in with a code sent to {person.email}, and then add a second factor.")
    return 0


def verify_audit(noted: str) -> int:
    """Check every line and link of the audit trail, and that it still has a head noted earlier."""
    try:
        call_command("audit_verify", noted=noted)
    except CommandError as error:
        raise Problem(str(error)) from error
    return 0
