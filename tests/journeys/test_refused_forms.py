"""A refused form is as good to read as the page was: axe finds nothing, every word stands, each line leads to its field."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest

from tests.browser import axe, beyond_the_edge
from tests.journeys.visiting import in_language
from tests.journeys.walking import Walker
from yhdyspinta.audit import clock
from yhdyspinta.cli.addresses import all_addresses
from yhdyspinta.demo import examples
from yhdyspinta.processes.models import Process

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BAD_ADDRESS = {"email": "ei-osoite"}


@dataclass(frozen=True)
class Sent:
    """Somebody sends a page's largest form, or one whose action ends so, with these words and nothing else."""

    part: str
    name: str
    typed: dict[str, str] = field(default_factory=dict)
    action: str = ""


SENT = [
    Sent("", "account_login", {"login": "aino.asukas@example.org", "password": "arvaus"}),
    Sent("", "account_signup", BAD_ADDRESS),
    Sent("", "account_request_login_code", BAD_ADDRESS),
    Sent("", "account_reset_password", BAD_ADDRESS),
    Sent("", "site:accessibility", {**BAD_ADDRESS, "page_address": "Etusivu"}),
    Sent("", "follows:follow", BAD_ADDRESS),
    Sent("", "moderation:report", {"words": "Tässä on toisen nimi."}),
    Sent("", "moderation:appeal"),
    Sent("", "comment_rounds:my", {"code": "ABCD-1234"}),
    Sent("", "comment_rounds:lost", BAD_ADDRESS),
    Sent("", "comment_rounds:section"),
    Sent("", "comment_rounds:comment_form"),
    Sent("", "comment_rounds:many"),
    Sent("resident", "account_email", BAD_ADDRESS),
    Sent("resident", "account_set_password", {"password1": "lyhyt"}),
    Sent("resident", "people:settings"),
    Sent("resident", "people:erase"),
    Sent("resident", "comment_rounds:edit"),
    Sent("coordinator", "processes:create", {"opens_on-day": "31", "opens_on-month": "2"}),
    Sent("coordinator", "processes:edit", {"summary-sv": "Bara på svenska."}),
    Sent("coordinator", "processes:new_phase", {"title-sv": "Beredning"}),
    Sent("coordinator", "processes:place_method", {"opens_at-day": "31", "opens_at-month": "2"}),
    Sent("coordinator", "comment_rounds:staff_settings"),
    Sent("coordinator", "comment_rounds:staff_times"),
    Sent("coordinator", "documents:new_document", {"summary-fi": "Mitä luonnoksessa ehdotetaan."}),
    Sent("coordinator", "documents:new_section"),
    Sent("coordinator", "documents:import", {"text": "1 Johdanto"}),
    Sent("coordinator", "documents:attachments", {"name-fi": "Vaikutusten arviointi"}),
    Sent("coordinator", "documents:publish", {"what_changed-fi": "Lupauksia tarkennettiin."}),
    Sent("coordinator", "answers:work", {"title-fi": "Matkat ja etäisyydet"}, "/group/"),
    Sent("coordinator", "answers:edit"),
    Sent("coordinator", "outcomes:new_outcome", {"title-fi": "Aluehallitus hyväksyi mallin"}),
    Sent("coordinator", "outcomes:measure"),
    Sent("coordinator", "outcomes:progress", {"words-fi": "Työ on alkanut."}),
    Sent("coordinator", "moderation:comment", {"words": "Toisen ihmisen nimi."}, "/decide/"),
    Sent("coordinator", "moderation:authority_queue", {}, "/decide/"),
    Sent("coordinator", "intake:enter", {"text_2": "Soittajan sanat."}),
    Sent("coordinator", "intake:find", {"code": "ABCD-1234"}),
    Sent("coordinator", "team:people", BAD_ADDRESS),
    Sent("coordinator", "team:block", {"reason": "Sama teksti satoja kertoja."}),
    Sent("county_admin", "authorities:group", BAD_ADDRESS),
    Sent("county_admin", "site:feedback"),
    Sent("operator", "installation:national", {"slug": "Väärä muoto"}),
]
#: Forms of the comment round's later parts: in the long run, in each language and width.
LATER = [
    Sent("coordinator", "intake:begin_pile", {"name": "Kirjaston laatikko"}),
    Sent("coordinator", "intake:pile", {"municipality": "Laukka"}),
    Sent("coordinator", "intake:begin_event", {"name": "Foorumi"}),
    Sent("coordinator", "intake:notes", {"text": "Iltaisin."}),
    Sent("coordinator", "intake:people_present", {"people": "monta"}),
    Sent("coordinator", "intake:mend_note"),
    Sent("coordinator", "intake:table_links"),
    Sent("coordinator", "intake:uploads"),
    Sent("coordinator", "intake:earlier"),
    Sent("coordinator", "intake:check_sheet"),
    Sent("coordinator", "intake:mend"),
    Sent("coordinator", "intake:add"),
    Sent("coordinator", "material:themes"),
    Sent("coordinator", "material:theme"),
    Sent("coordinator", "material:translation"),
    Sent("coordinator", "material:bunch"),
    Sent("coordinator", "material:table"),
    Sent("coordinator", "reports:manage_practices"),
    Sent("coordinator", "reports:edit_practice"),
    Sent("coordinator", "transfers:pass_on"),
    Sent("coordinator", "open_data:bring_in_requests"),
    Sent("coordinator", "answers:template"),
    Sent("coordinator", "answers:summary"),
    Sent("coordinator", "outcomes:new_measure"),
    Sent("organisation", "statements:represent"),
]
SENT += [
    Sent("coordinator", "intake:waiting_notes"),
    Sent("coordinator", "material:comment", {}, "/note/"),
]
IN_PARTS = [("fi", 1280, SENT[::2]), ("sv", 320, SENT[1::2])]
IN_FULL = [
    ("sv", 320, SENT[::2]), ("fi", 1280, SENT[1::2]), ("en", 320, SENT), ("en", 1280, SENT),
    ("fi", 1280, LATER), ("sv", 320, LATER), ("en", 320, LATER),
]  # fmt: skip

SEND = """([typed, action]) => {
    const forms = [...document.querySelectorAll("main form")].filter((one) => one.method === "post")
        .filter((one) => (one.getAttribute("action") || "").endsWith(action))
        .map((one) => [[...one.elements].filter((field) => field.type !== "hidden").length, one]);
    const form = forms.sort(([one], [other]) => other - one)[0]?.[1];
    if (!form) throw new Error("no form");
    for (const field of form.elements) {
        if (["text", "email", "password", "textarea", "tel"].includes(field.type)) field.value = typed[field.name] || "";
        if (["radio", "checkbox"].includes(field.type)) field.checked = false;
    }
    const missing = Object.keys(typed).filter((name) => !form.elements[name]);
    if (missing.length) throw new Error(`no field ${missing}`);
    form.requestSubmit(form.querySelector("[value=hide], button:not([name])") || form.querySelector("button"));
}"""
ANSWER = """() => {
    const summary = document.querySelector(".govuk-error-summary");
    const links = [...document.querySelectorAll(".govuk-error-summary a")].map((one) => one.getAttribute("href"));
    const takes = (href) => document.querySelector(`main [id="${href.slice(1)}"]`)
        ?.matches("input, select, textarea, [tabindex]");
    const field = document.querySelector("main form[method=post] :is(input:not([type=hidden]), select, textarea)");
    return {
        summaries: document.querySelectorAll(".govuk-error-summary").length,
        focused: summary !== null && summary.contains(document.activeElement),
        first: summary !== null && field !== null
            && Boolean(summary.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING),
        lines: document.querySelectorAll(".govuk-error-summary li").length,
        links, dead: links.filter((href) => !href.startsWith("#") || !takes(href)),
    };
}"""


@cache
def _paths() -> dict[str, str]:
    """An example of each address in the demo world, in Finnish; of two by one name the first."""
    return {one.name: one.example for one in reversed(all_addresses()) if one.example}


def _sends(one: Walker, sent: Sent) -> Any:
    with one.page.expect_navigation() as answer:
        one.page.evaluate(SEND, [sent.typed, sent.action])
    return answer.value


def _problems_of_answer(one: Walker, sent: Sent, status: int) -> list[str]:
    """What is wrong with the page that answers a refused form."""
    page, found = one.page, one.page.evaluate(ANSWER)
    if found["summaries"] != 1:
        return [f"{found['summaries']} summaries (status {status}): {one.text[:300]}"]
    right = {200} if sent.name.startswith(("account_", "mfa_")) else {422}
    checks = {
        f"status {status}": status in right,
        f"title {page.title()}": page.title().startswith(f"{one.said('Error')}: "),
        "no focus on the summary": found["focused"],
        "the summary is not first": found["first"],
        f"{found['lines']} lines, {len(found['links'])} links": found["lines"] == len(found["links"]) > 0,
        f"{found['dead']} lead to no field": not found["dead"],
    }
    problems = [name for name, right in checks.items() if not right]
    for name, words in sent.typed.items():
        kept = page.locator(f"main form[method=post] [name='{name}']").evaluate_all(
            "all => all.map((one) => one.value)"
        )
        if "password" not in name and words not in kept:
            problems.append(f"{name} held {words!r}, and now {kept}")
    problems += [f"{one} beyond the edge" for one in beyond_the_edge(page)]
    problems += axe(page)
    return problems


def _problems(walker: Any, language: str, width: int, sent: list[Sent]) -> list[str]:
    walkers: dict[str, Walker] = {}
    problems = []
    for each in sent:
        if each.part not in walkers:
            walkers[each.part] = walker(each.part, language=language, width=width)
        one = walkers[each.part]
        one.go(in_language(_paths()[each.name], language))
        answer = _sends(one, each)
        problems += [f"{each.name}: {what}" for what in _problems_of_answer(one, each, answer.status)]
    return problems


@pytest.mark.parametrize(("language", "width", "sent"), IN_PARTS, ids=["fi", "sv"])
def test_h2_a_refused_form_can_be_read_and_mended(walker, language, width, sent):
    problems = _problems(walker, language, width, sent)
    assert not problems, "\n".join(problems)


@pytest.mark.long
@pytest.mark.parametrize(("language", "width", "sent"), IN_FULL)
def test_h2_a_refused_form_can_be_read_and_mended_in_every_way(walker, language, width, sent):
    problems = _problems(walker, language, width, sent)
    assert not problems, "\n".join(problems)


def test_h2_a_comment_that_cannot_be_sent_any_more_stands_on_its_check_page(walker):
    """The process is paused between checking and sending."""
    one = walker(language="sv", width=320)
    one.go(in_language(_paths()["comment_rounds:comment_form"], "sv"))
    one.write("text", "Kaksi viikkoa riittää.")
    one.press("Continue")
    one.choose("capacities", "resident")
    one.press("Continue")
    process = examples.activity_at("open").process
    Process.objects.filter(pk=process.pk).update(paused_at=clock.now())
    with one.page.expect_navigation() as answer:
        one.page.locator("form[action$='/send/'] button").click()
    assert answer.value.status == 403
    one.sees("Kaksi viikkoa riittää.", "There is a problem")
    assert one.page.title().startswith(f"{one.said('Error')}: ")
    assert one.page.evaluate("document.activeElement.className") == "govuk-error-summary"
    assert axe(one.page) + beyond_the_edge(one.page) == []
