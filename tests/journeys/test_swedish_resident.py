"""(g) Svea lives in a bilingual county: everything she meets is in Swedish."""

import re

import pytest

from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.models import Activity

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = "Skriv in att svaren ges på den språk som kommentaren är skriven på."
#: Words of the Finnish interface that no Swedish page has outside a text marked as Finnish.
FINNISH = re.compile(
    r"\b(ja|tai|sinun|kommentti\w*|kommentoi\w*|osallistu\w*|etusivu|jatka|lähetä|takaisin|puhelimitse|vastaus\w*|kierros)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(r"\b(the|and|your|comments?|open|draft|answers?|follow|commenting)\b", re.IGNORECASE)

SWEDISH_TEXT = """() => {
    const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const holder = walker.currentNode.parentElement;
        const marked = holder.closest("[lang]").lang;
        if (marked === "sv" && !holder.closest("script, [hidden]")) texts.push(walker.currentNode.textContent.trim());
    }
    return texts.filter(Boolean).join("\\n");
}"""


def _only_swedish(svea):
    assert svea.language == "sv"
    text = svea.page.evaluate(SWEDISH_TEXT)
    assert FINNISH.findall(text) == [], f"{svea.path}\n{text}"
    assert ENGLISH.findall(text) == [], f"{svea.path}\n{text}"
    assert not ENGLISH.search(svea.page.title().replace("Yhdyspinta", ""))


def test_from_the_front_page_to_the_receipt(walker):
    svea = walker("swedish_resident", language="sv", width=390)
    assert svea.path.startswith("/pohjanmaa/sv/")
    _only_swedish(svea)
    activity = Activity.objects.get(process__owner__slug="pohjanmaa")
    title = activity.process.title["sv"]
    svea.press(title, exact=False)
    _only_swedish(svea)
    svea.sees(title)
    svea.page.locator("main a[href*='/v1/']").first.click()
    _only_swedish(svea)
    svea.write("text", TEXT)
    svea.press("Continue")
    _only_swedish(svea)
    # She was asked before, and may change it.
    svea.page.locator("main button[name='first'][value='about']").first.click()
    _only_swedish(svea)
    svea.choose("capacities", "service_user")
    svea.press("Continue")
    _only_swedish(svea)
    svea.page.locator("form[action$='/send/'] button").click()
    _only_swedish(svea)
    svea.sees("Your code", TEXT)
    assert Comment.objects.get(text=TEXT).language == "sv"
    for page in (
        "accessibility",
        "search/?q=delaktighet",
        "processes",
        "results",
        "licences",
        "my-data",
        "receipt/lost",
    ):
        svea.go(f"/pohjanmaa/sv/{page}{'' if '?' in page else '/'}")
        _only_swedish(svea)
