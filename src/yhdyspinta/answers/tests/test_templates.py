"""Templates that answers begin with."""

import pytest
from django.db import transaction

from tests import factories
from tests.questions import assert_asks
from yhdyspinta.answers import phrases
from yhdyspinta.answers.models import AnswerTemplate
from yhdyspinta.answers.tests.scene import form_of, fresh, path_of, start
from yhdyspinta.audit import clock
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_a_template_goes_after_what_was_typed(desk, bertta, section, county):
    answer = start(bertta, factories.comment(factories.guest(), section))
    template = keep(bertta, county, "Kiitos", Wording(fi="Kiitos kommentista.", sv="Tack."))
    page = path_of(answer.activity, "edit", number=answer.number)
    typed = form_of(answer, then="template", template=str(template.pk), **{"body-fi": "Omat sanani.", "body-sv": ""})
    assert desk.post(page, typed).status_code == 302
    assert fresh(answer).body == {"fi": "Omat sanani.\n\nKiitos kommentista.", "sv": "Tack."}


def test_every_template_can_be_chosen_by_its_name_however_many_there_are(desk, bertta, section, county):
    AnswerTemplate.objects.bulk_create(
        AnswerTemplate(authority=county, name=f"Pohja {n:03}", body={"fi": f"Sanat {n}.", "sv": "Ord."}, saved_at=clock.now())
        for n in range(120)
    )  # fmt: skip
    answer = start(bertta, factories.comment(factories.guest(), section))
    page = path_of(answer.activity, "edit", number=answer.number)
    shown = desk.get(page).content.decode()
    assert all(f">Pohja {n:03}</option>" in shown for n in range(120))
    last = AnswerTemplate.objects.get(name="Pohja 119")
    desk.post(page, form_of(answer, then="template", template=str(last.pk), **{"body-fi": "Omat.", "body-sv": ""}))
    assert fresh(answer).body["fi"] == "Omat.\n\nSanat 119."
    none = desk.post(page, form_of(fresh(answer), then="template", template=""), follow=True).content.decode()
    assert "Valitse vastauspohja." in none
    home = f"/{county.slug}/fi/desk/answer-templates/"
    names = [
        row["template"].name
        for query in ("", desk.get(home).context["ways"]["next_url"])
        for row in desk.get(home + query).context["rows"]
    ]
    assert names == [f"Pohja {n:03}" for n in range(100)]


def keep(who, county, name, body, template=None, revision=0):
    return phrases.save_template(
        actor=who, authority=county, template=template, name=name, body=body, revision=revision, at=clock.now()
    )


def test_templates_are_written_changed_and_removed_by_those_who_answer(desk, bertta, county):
    home = f"/{county.slug}/fi/desk/answer-templates/"
    assert "Vastauspohjia ei ole vielä" in desk.get(home).content.decode()
    assert desk.post(f"{home}new/", {"name": "Kiitos"}).status_code == 422
    assert desk.post(f"{home}new/", {"name": "Kiitos", "body-fi": "Kiitos."}).status_code == 302
    template = AnswerTemplate.objects.get()
    desk.post(f"{home}{template.pk}/", {"name": "Kiitos", "body-fi": "Kiitos paljon.", "revision": 1})
    late = desk.post(f"{home}{template.pk}/", {"name": "Kiitos", "body-fi": "Vanhat.", "revision": 1})
    assert late.status_code == 409
    assert "Vanhat." in late.content.decode()
    assert fresh(template).body == {"fi": "Kiitos paljon."}
    assert desk.post(f"{home}{template.pk}/remove/").status_code == 302
    assert not AnswerTemplate.objects.exists()


@pytest.mark.parametrize(
    ("language", "question", "button", "cancel"),
    [
        ("fi", "Poistetaanko vastauspohja?", "Poista vastauspohja", "Peruuta"),
        ("sv", "Ska mallen tas bort?", "Ta bort mallen", "Avbryt"),
        ("en", "Remove the template?", "Remove the template", "Cancel"),
    ],
)
def test_a_template_is_removed_only_after_asking(desk, bertta, county, language, question, button, cancel):
    template = keep(bertta, county, "Kiitos", Wording(fi="Kiitos.", sv="Tack."))
    written = f"/{county.slug}/{language}/desk/answer-templates/{template.pk}/"
    assert f'href="{written}remove/"' in desk.get(written).content.decode()
    asked = desk.get(f"{written}remove/").content.decode()
    assert_asks(asked, question=question, button=button, cancel=cancel, back=written)
    assert "<strong>Kiitos</strong>" in asked
    assert AnswerTemplate.objects.exists()
    desk.post(f"{written}remove/")
    assert not AnswerTemplate.objects.exists()


def test_a_template_has_a_name_of_its_own_and_is_kept_once(bertta, county):
    body = Wording(fi="Kiitos.")
    assert keep(bertta, county, "Kiitos", body) == keep(bertta, county, "kiitos", body)
    with pytest.raises(Refusal, match="template_name_taken"), transaction.atomic():
        keep(bertta, county, "Kiitos", Wording(fi="Muut."))
