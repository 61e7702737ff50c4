"""Names of authorities in the form that a sentence needs; where it is unknown, the sentence does without."""

from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.authorities.names import inflected
from yhdyspinta.notices.delivery import letter
from yhdyspinta.notices.models import Notice
from yhdyspinta.people.visitors import VISITOR
from yhdyspinta.site.accessibility_actions import send_feedback
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


def text(path):
    response = Client().get(path)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def county():
    made = factories.authority()
    made.name_inflected = inflected(made.name)
    made.save()
    return made


def mail(county, language):
    send_feedback(
        actor=VISITOR, authority=county, key=uuid4(), text="Kontrasti", page_address="", email="a@example.org",
        language=language, at=clock.now(),
    )  # fmt: skip
    notice = Notice.objects.select_related("authority").get(kind="site.feedback_received")
    made = letter(notice)
    return [made.body, str(made.alternatives[0][0])]


@pytest.mark.parametrize(
    ("language", "service", "officer"),
    [
        (
            "fi",
            "Keski-Suomen hyvinvointialueen osallistumispalvelua",
            "Keski-Suomen hyvinvointialueen tietosuojavastaava",
        ),
        (
            "sv",
            "Mellersta Finlands välfärdsområdes deltagandetjänst",
            "Mellersta Finlands välfärdsområdes dataskyddsombud",
        ),
    ],
)
def test_sentences_use_the_genitive(county, language, service, officer):
    process = factories.process(county)
    assert service in text(f"/keski-suomi/{language}/accessibility/")
    assert officer in text(f"/keski-suomi/{language}/privacy/")
    assert officer in text(f"/keski-suomi/{language}/processes/{process.slug}/privacy/")


@pytest.mark.parametrize(
    ("language", "sender"),
    [
        ("fi", "Keski-Suomen hyvinvointialueen osallistumispalvelu"),
        ("sv", "Mellersta Finlands välfärdsområdes tjänst för deltagande"),
    ],
)
def test_mails_are_signed_with_the_genitive(county, language, sender):
    assert all(sender in part for part in mail(county, language))


def test_a_name_without_its_form_reads_well_too(county):
    county.name, county.name_inflected = Wording(fi="Esimerkkilä"), Wording()
    county.save()
    assert "osallistumispalvelua, jonka järjestää Esimerkkilä." in text("/keski-suomi/fi/accessibility/")
    assert "Esimerkkilä, 000 000 0000" in text("/keski-suomi/fi/privacy/")
    assert all("Tämän viestin lähetti osallistumispalvelu." in part for part in mail(county, "fi"))


def test_a_form_of_another_language_is_not_put_into_a_sentence(county):
    county.name_inflected = Wording(fi="Keski-Suomen hyvinvointialueen")
    county.save()
    assert "hyvinvointialueen" not in text("/keski-suomi/sv/accessibility/")
    assert "deltagandetjänsten som ordnas av" in text("/keski-suomi/sv/accessibility/")
