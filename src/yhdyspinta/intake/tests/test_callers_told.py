"""What a caller or a letter tells of its sender: where they live and how old they are, as a pile and the web ask."""

import pytest

from tests.factories import signed_in
from yhdyspinta.comments.models import Sender
from yhdyspinta.intake.tests.typing_in import ENTER, typed
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.processes.models import Activity

pytestmark = pytest.mark.django_db
TOLD = {"municipality": "Jyväskylä", "age_group": "75_over"}


def test_a_caller_may_tell_where_they_live_and_how_old_they_are(bertta, section):
    client = signed_in(bertta)
    for language, age in (("fi", "75 tai yli"), ("sv", "75 eller äldre"), ("en", "75 or over")):
        page = client.post(ENTER.replace("/fi/", f"/{language}/"), typed(section, **TOLD)).content.decode()
        read = page.partition("<dl")[2].partition("</dl>")[0]
        assert age in read
        assert "Jyväskylä" in read
    wrong = client.post(ENTER, typed(section, **{**TOLD, "municipality": "Jyväskyllä"}))
    assert (wrong.status_code, "Onko se ”Jyväskylä”?" in wrong.content.decode()) == (422, True)
    assert client.post(ENTER, typed(section, **TOLD, step="send", read_back="on")).status_code == 302
    sender = Sender.objects.get()
    assert (sender.municipality.name["fi"], sender.age_group) == ("Jyväskylä", "75_over")


def test_a_letter_that_tells_nothing_of_its_sender_is_typed_as_it_is(bertta, section):
    untold = {**typed(section, channel="paper"), "capacities": []}
    assert signed_in(bertta).post(ENTER, untold).status_code == 302
    sender = Sender.objects.get()
    assert (list(sender.capacities), sender.municipality, sender.age_group) == ([], None, "")


def test_d7_no_name_of_a_minor_is_kept_of_a_call(bertta, section):
    Activity.objects.update(settings=RoundSettings(naming="named").stored())
    named = typed(section, display_name="Aino Nuori", of_age="on", age_group="15_17", step="send", read_back="on")
    answer = signed_in(bertta).post(ENTER, named)
    assert (answer.status_code, Sender.objects.exists()) == (422, False)
    assert "Alle 18-vuotiaan nimeä ei näytetä" in answer.content.decode()
