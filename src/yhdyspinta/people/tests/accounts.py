"""Accounts that the tests sign in to."""

import re

from allauth.account.models import EmailAddress

from tests import factories

PASSWORD = "pitkä-ja-outo-salasana"


def known(email="aino@example.org", password=None, **fields):
    person = factories.person(email, **fields)
    person.set_password(password)
    person.save()
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person


def code_in(letter):
    return re.search(r"^([A-Z0-9-]{4,12})$", letter.body, re.MULTILINE).group(1)


def is_signed_in(client, person):
    return client.session.get("_auth_user_id") == str(person.pk)
