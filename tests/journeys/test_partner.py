"""(f) Pekka works in a municipality that is a partner in the county's process: he prepares, the owner publishes."""

import pytest

from yhdyspinta.demo import examples
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.models import Process

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_partner_prepares_and_the_owner_publishes(walker):
    process = examples.activity_at("open").process
    title = process.title["fi"]
    resident = walker()
    resident.go("/jyvaskyla/fi/")
    resident.sees(title)

    pekka = walker("partner_coordinator")
    pekka.page.locator("header nav a[href$='/desk/processes/']:visible").click()
    pekka.sees(title)
    overview = process_address(process, "processes:overview", language="fi")
    pekka.page.locator(f"main a[href*='/keski-suomi/fi/desk/processes/{process.slug}/']").first.click()
    pekka.go(overview)
    pekka.sees(title)
    pekka.misses("Publishing", "Partners")
    pekka.press("Texts and facts")
    pekka.write("summary-fi", "Kommentoi luonnoksia myös kunnan näkökulmasta.")
    pekka.press("Save")
    assert Process.objects.get(pk=process.pk).summary["fi"] == "Kommentoi luonnoksia myös kunnan näkökulmasta."
    resident.go(process_address(process, language="fi"))
    resident.sees("Kommentoi luonnoksia myös kunnan näkökulmasta.")

    for name in ("publish", "partners", "hand_over"):
        pekka.may_not(process_address(process, f"processes:{name}", language="fi"))
    for how in ("pause", "cancel"):
        pekka.may_not(process_address(process, "processes:stop", language="fi", how=how))
    other = examples.activity_at("answering").process
    pekka.may_not(process_address(other, "processes:overview", language="fi"))
