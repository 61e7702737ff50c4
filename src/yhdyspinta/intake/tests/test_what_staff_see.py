"""What the pages of intake tell staff: of a typed sheet, of the links of tables; and the paper form of one document."""

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.intake.models import Batch
from yhdyspinta.intake.table_links import whole_link
from yhdyspinta.intake.tests.test_piles import ROUND, activity, begun, sheet  # noqa: F401
from yhdyspinta.intake.tests.test_tables import batch, event, links  # noqa: F401

pytestmark = pytest.mark.django_db
FORM = "/keski-suomi/{}/processes/toimintamallit/activities/kommentointi/paper-form/"


@pytest.mark.parametrize(
    ("language", "told"),
    [("fi", ("Paperi", "Kirjannut", "Asukas", "lomake 1")), ("sv", ("Papper", "Inmatad av", "Invånare", "blankett 1")),
     ("en", ("Paper", "Typed by", "Resident", "sheet 1"))],
)  # fmt: skip
def test_a_receipt_tells_its_channel_pile_typist_and_sender(
    bertta, section, language, told, django_assert_max_num_queries
):
    client = signed_in(bertta)
    here = f"{ROUND}piles/{begun(client).pk}/"
    client.post(here, sheet(capacities=["resident"], municipality="Jyväskylä", age_group="30_44"))
    receipt = Batch.objects.get().sheets.get().receipt_id
    with django_assert_max_num_queries(15):
        page = client.get(f"/keski-suomi/{language}/desk/processes/toimintamallit/intake/{receipt}/").content.decode()
    for words in (*told, "Jyväskylä", "30–44", "Kirjaston laatikko", bertta.name):
        assert words in page, words


def test_the_links_of_tables_can_be_read_and_copied(bertta, batch, links):
    page = signed_in(bertta).get(event(batch, "tables/"))
    assert "no-store" in page["Cache-Control"]
    for link in links:
        assert whole_link(link) in page.content.decode()
        assert f'data-copy="link-{link.pk}"' in page.content.decode()
    other = factories.staff(batch.activity.process.owner, "viewer", "v@example.org")
    assert signed_in(other).get(event(batch, "tables/")).status_code == 403


def test_one_document_can_be_printed_alone_and_a_day_is_told_for_paper(section, activity):
    one = Client().get(FORM.format("fi")).content.decode()
    assert "Vain tämä asiakirja" not in one
    factories.document(activity, slug="toinen")
    both = Client().get(FORM.format("fi")).content.decode()
    assert both.count("Vain tämä asiakirja") == 2
    alone = Client().get(FORM.format("fi") + "?document=2").content.decode()
    assert "B1" in alone
    assert ">A1<" not in alone
    assert Client().get(FORM.format("fi") + "?document=3").status_code == 404
    for language, words in (("fi", "perillä viimeistään"), ("sv", "framme senast"), ("en", "at the latest")):
        assert words in Client().get(FORM.format(language)).content.decode()
    assert "klo 23.59" not in one
