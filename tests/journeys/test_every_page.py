"""Each page in each language, wide and narrow, with the product's scripts and without: axe finds nothing, the policy is kept."""

import pytest

from tests.journeys.visiting import SOME, every_page, problems_everywhere
from yhdyspinta.audit import clock
from yhdyspinta.documents.models import Section
from yhdyspinta.processes.addresses import activity_address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ALL = [
    (language, width, scripts) for language in ("fi", "sv", "en") for width in (1280, 320) for scripts in (True, False)
]


#: Refused in the demo world with reason: no identification service, no passkey, no logo, no second factor set.
WITH_REASON = {
    "account_reauthenticate",
    "mfa_deactivate_totp",
    "mfa_download_recovery_codes",
    "mfa_edit_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    "sign_in:identify",
    "sign_in:identify_back",
    "sign_in:staff",
    "sign_in:staff_back",
    "site:logo",
}


def test_every_address_with_an_example_answers_to_somebody(world):
    assert set(every_page().refused) <= WITH_REASON


def test_every_section_that_is_read_opens(world, client):
    """Also those that are a heading alone, or stand in one language."""
    now = clock.now()
    shown = Section.objects.filter(
        version__published_at__lte=now, version__document__activity__process__published_at__lte=now
    )
    refused = []
    for section in shown.select_related("version__document__activity__process__owner"):
        document = section.version.document
        names = {"document": document.slug, "version": section.version.number, "section": section.anchor}
        path = activity_address(document.activity, "comment_rounds:section", language="fi", **names)
        refused += [path] if client.get(path).status_code >= 400 else []
    assert shown
    assert refused == []


def test_w1_h1_every_page(walker):
    language, width, scripts = SOME["fi"]
    assert problems_everywhere(walker, language, width=width, scripts=scripts, also_narrow=True) == []


@pytest.mark.long
@pytest.mark.parametrize(("language", "width", "scripts"), [one for one in ALL if one != SOME["fi"]])
def test_w1_h1_every_page_in_every_way(walker, language, width, scripts):
    assert problems_everywhere(walker, language, width=width, scripts=scripts) == []
