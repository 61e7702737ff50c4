"""A draft measure is removed after asking; one that residents have read stays."""

import pytest

from tests.factories import signed_in
from tests.questions import assert_asks
from yhdyspinta.audit import clock
from yhdyspinta.outcomes import measures
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.outcomes.tests.making import measure
from yhdyspinta.processes.addresses import process_address


@pytest.mark.parametrize(
    ("language", "question", "promise", "button", "cancel"),
    [
        ("fi", "Poistetaanko luonnos?", "Otamme käyttöön.", "Poista luonnos", "Peruuta"),
        ("sv", "Ska utkastet tas bort?", "Vi tar i bruk.", "Ta bort utkastet", "Avbryt"),
        ("en", "Remove the draft?", "Otamme käyttöön.", "Remove the draft", "Cancel"),
    ],
)
def test_a_draft_is_removed_only_after_asking(bertta, process, language, question, promise, button, cancel):
    kept, desk = measure(bertta, process), signed_in(bertta)
    listed = process_address(process, "outcomes:staff", language=language)
    page = process_address(process, "outcomes:remove_measure", measure=kept.pk, language=language)
    assert f'href="{page}"' in desk.get(listed).content.decode()
    asked = desk.get(page).content.decode()
    assert_asks(asked, question=question, button=button, cancel=cancel, back=listed)
    assert promise in asked
    assert Measure.objects.exists()
    desk.post(page)
    assert not Measure.objects.exists()


@pytest.mark.parametrize(
    ("language", "told"),
    [("fi", "joten sitä ei voi poistaa"), ("sv", "kan därför inte tas bort"), ("en", "it cannot be removed")],
)
def test_of_a_published_measure_is_told_why_it_stays(bertta, process, language, told):
    kept = measures.publish_measure(actor=bertta, measure=measure(bertta, process), at=clock.now())
    page = process_address(process, "outcomes:remove_measure", measure=kept.pk, language=language)
    asked = signed_in(bertta).get(page).content.decode()
    assert told in asked
    assert "govuk-button--warning" not in asked
    assert signed_in(bertta).post(page).status_code == 409
    assert Measure.objects.exists()
