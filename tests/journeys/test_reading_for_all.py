"""Threats H1, H2, H3 and H5: large text, no pictures, and a way by phone and on paper beside every form."""

import pytest

from tests.browser import beyond_the_edge
from tests.journeys.visiting import every_page, in_language
from yhdyspinta.demo import examples
from yhdyspinta.demo.examples import pages
from yhdyspinta.processes.addresses import activity_address, address, process_address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

READ = ("home", "process", "round", "document", "section", "comment_form", "results", "accessibility", "privacy")

CUT = """() => [...document.querySelectorAll("body *")].filter((one) => {
    if (!one.getClientRects().length || one.closest(".govuk-visually-hidden, svg, .govuk-skip-link, textarea, select, input")) return false;
    const labelled = [...one.closest(".y-tab--rows")?.querySelectorAll("tbody td") ?? []].every((cell) => cell.dataset.label);
    if (one.closest(".y-tab--rows thead") && labelled) return false;  // each cell says its heading instead
    const style = getComputedStyle(one);
    const hidden = (value) => value === "hidden" || value === "clip";
    const ellipsis = style.textOverflow === "ellipsis" && one.scrollWidth > one.clientWidth + 1;
    const wide = hidden(style.overflowX) && one.scrollWidth > one.clientWidth + 2;
    const tall = hidden(style.overflowY) && one.scrollHeight > one.clientHeight + 2;
    return one.innerText?.trim() && (ellipsis || wide || tall);
}).map((one) => `${one.tagName} ${one.className}: ${one.innerText.slice(0, 40)}`)"""


@pytest.mark.parametrize("width", [1280, 640])
def test_h1_nothing_is_lost_when_text_is_twice_as_large(walker, width):
    reader = walker(width=width)
    lost = {}
    for name in READ:
        reader.go(pages()[name])
        reader.page.evaluate("document.documentElement.style.fontSize = '200%'")
        found = reader.page.evaluate(CUT) + beyond_the_edge(reader.page)
        if found:
            lost[name] = found
    assert lost == {}


#: What is pressed or filled in but stands outside the order of Tab; not what only the Enter key presses, unseen.
UNREACHED = """() => [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [onclick]")]
    .filter((one) => one.getClientRects().length && !one.disabled && one.tabIndex !== 0)
    .filter((one) => !one.closest(".govuk-visually-hidden[aria-hidden=true]"))
    .map((one) => `${one.tagName} ${one.className} ${one.name || one.innerText}`)"""


@pytest.mark.parametrize(("language", "width", "size"), [("fi", 320, "100%"), ("sv", 640, "200%")])
def test_h1_every_page_of_readers_without_scripts_by_keyboard_and_large(walker, language, width, size):
    """Scripts blocked, twice the text on half the width, 320 px: nothing is cut, and Tab reaches all that is pressed."""
    reader = walker(language=language, width=width, scripts=False)
    paths = every_page().pages[""]
    assert len(paths) > 30
    wrong = {}
    for path in paths:
        own = in_language(path, language)
        reader.go(own)
        reader.page.evaluate("size => document.documentElement.style.fontSize = size", size)
        found = reader.page.evaluate(CUT) + beyond_the_edge(reader.page) + reader.page.evaluate(UNREACHED)
        if found and "/gallery/" not in own:  # the gallery has a page of journeys of its own
            wrong[own] = found
    assert wrong == {}


def test_h1_everything_is_read_without_pictures(walker):
    reader = walker()
    reader.page.route("**/*.{png,jpg,svg,webp}", lambda route: route.abort())
    for name in ("home", "round", "section"):
        reader.go(pages()[name])
        unnamed = reader.page.locator("img:not([alt])").count()
        assert unnamed == 0, name
        assert reader.heading


def test_h5_phone_and_paper_stand_beside_every_form(walker):
    """The same deadline and the same number wherever residents write."""
    activity = examples.activity_at("open")
    process, owner = activity.process, activity.process.owner
    document = activity.documents.order_by("position")[0]
    writing = {
        "section": pages()["section"],
        "comment_form": pages()["comment_form"],
        "many": activity_address(activity, "comment_rounds:many", language="fi", document=document.slug),
        "about": activity_address(activity, "comment_rounds:about", language="fi"),
        "receipts": address("comment_rounds:my", owner, language="fi"),
        "lost": address("comment_rounds:lost", owner, language="fi"),
        "report": activity_address(activity, "moderation:report", language="fi", number=1),
        "follow": process_address(process, "follows:follow", language="fi"),
        "accessibility": pages()["accessibility"],
    }
    reader = walker(width=390, javascript=False)
    lacking = []
    for name, path in writing.items():
        reader.go(path)
        whole = reader.page.locator("body").inner_text()
        assert reader.page.locator("main form[method='post']").count(), name
        if not ("000 000 0000" in whole and ("Paperilomakkeen" in whole or "Esimerkkikatu 1" in whole)):
            lacking.append(name)
    assert lacking == []


@pytest.mark.parametrize("javascript", [True, False])
def test_h2_a_failed_form_leads_to_the_field(walker, javascript):
    """H2: the summary comes first, takes the focus, and each of its lines leads to a field."""
    reader = walker(width=390, javascript=javascript)
    reader.go(pages()["section"])
    reader.page.locator("form#write button[type='submit']").click()
    summary = reader.page.locator(".govuk-error-summary")
    assert summary.count() == 1
    for link in summary.locator("a").all():
        assert reader.page.locator(link.get_attribute("href")).count() == 1
    if javascript:
        reader.page.wait_for_function("document.activeElement.closest('.govuk-error-summary')")
        summary.locator("a").first.click()
        assert reader.page.evaluate("document.activeElement.name") == "text"


def test_h3_no_bar_is_fixed_over_the_buttons(walker):
    """H3: nothing stays over the page while it scrolls."""
    reader = walker(width=320)
    for name in READ:
        reader.go(pages()[name])
        fixed = reader.page.evaluate(
            """() => [...document.querySelectorAll("body *")]
                .filter((one) => ["fixed", "sticky"].includes(getComputedStyle(one).position))
                .filter((one) => one.getClientRects().length)
                .map((one) => `${one.tagName} ${one.className}`)"""
        )
        assert fixed == [], name
