"""A2: addresses that look alike are one address or none."""

import pytest
from django.core.exceptions import ValidationError

from yhdyspinta.ui import forms
from yhdyspinta.ui.mail_addresses import plain_address, same_address


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("Aino.Virtanen@Example.ORG", "aino.virtanen@example.org"),
        ("ａｉｎｏ@example.org", "aino@example.org"),
        ("aino@äiti.example", "aino@xn--iti-pla.example"),
        ("aino+kommentit@example.org", "aino+kommentit@example.org"),
    ],
)
def test_a2_an_address_has_one_form(given, stored):
    assert plain_address(given) == stored == plain_address(stored)


@pytest.mark.parametrize("given", ["a\u0131no@example.org", "äiti@example.org", "aino@", "@example.org", "a@b@c", "a@.b",
                                   "aino@" + "a" * 70 + ".fi", "аino@example.org"])  # fmt: skip
def test_a2_letters_that_only_look_plain_are_refused(given):
    class Form(forms.Form):
        email = forms.EmailField(label="E-mail")

    form = Form({"email": given})
    assert not form.is_valid()
    with pytest.raises(ValidationError):
        plain_address(given)


def test_a2_nothing_is_the_same_as_no_address():
    assert not same_address("", "")
    assert not same_address(None, None)
    assert not same_address("aino@example.org", "a\u0131no@example.org")
    assert same_address("Aino@example.org", "aino@EXAMPLE.org")
