"""Every form of every page of the world, each found where somebody who may send it is shown it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import resolve

from tests.contract.addresses import addresses
from tests.contract.asking import ask
from tests.contract.forms_of_pages import PageForm, forms_of
from tests.contract.kinds import World
from tests.contract.permission_table import TABLE

#: In this order: whoever may see a page of them asks for it.
WHO = ("coordinator", "receipt_holder", "county_admin", "operator", "organisation", "strongly_identified", "visitor")


#: Posted to from no page of this world (what they are for has not come that far, or a script sends them), with the
#: fields of their forms: text is typed, the others are sent as they are.
BY_HAND: Final[dict[str, dict[str, str]]] = {
    "answers:finish": {},
    "answers:join": {"comments": "1"},
    "answers:many": {"drafts": "1"},
    "answers:regroup": {"text": "textarea"},
    "answers:take_out": {"comments": "1"},
    "comment_rounds:draft": {"text": "textarea"},
    "comment_rounds:remove": {"place": "1"},
    "comment_rounds:send": {"key": "1"},
    "documents:autosave": {"heading_fi": "text", "body_fi": "textarea"},
    "documents:new_version": {},
    "intake:check_sheet": {},
    "intake:earlier": {},
    "intake:earlier_discard": {},
    "intake:earlier_import": {},
    "intake:letters_sent": {"letter": "1"},
    "intake:reopen": {},
    "intake:upload_import": {},
    "launch:preview": {},
    "launch:take_back": {},
    "material:apart": {},
    "material:remove_view": {},
    "moderation:appeal": {"text": "textarea"},
    "moderation:authority_undo": {"comments": "1"},
    "moderation:undo": {"comments": "1"},
    "moderation:unmask": {"words": "textarea"},
    "outcomes:take_back_outcome": {},
    "people:read_messages": {},
    "processes:publish": {},
    "processes:remove": {},
    "reports:hearing": {},
    "reports:preview": {},
    "site:extend_feedback": {"reason": "textarea"},
    "site:feedback": {"reply": "textarea"},
    "statements:give_back": {"text": "textarea"},
    "statements:join": {},
    "statements:send": {"revision": "1"},
    "statements:start": {"organisation": "1"},
    "team:speaker_invitation": {},
    "transfers:pass_many_on": {"reason-fi": "textarea", "reason-sv": "textarea"},
    "transfers:take_back": {"reason": "textarea"},
    "transfers:take_out": {},
    "transfers:take_record_back": {"reason": "textarea"},
    "transfers:together": {},
}


@dataclass(frozen=True)
class Found:
    """A form, who was shown it, and the address that it posts to."""

    name: str
    path: str
    kind: str
    client: Client
    form: PageForm


def every_form(world: World) -> list[Found]:
    """The biggest form of each address that is posted to."""
    clients = {kind: world.client(kind) for kind in WHO}
    biggest: dict[str, Found] = {}
    for one in addresses():
        who = TABLE[one.label][0] or ()
        for kind in [kind for kind in WHO if kind in who][: 2 if "visitor" in who else 1]:
            for found in _on_page(kind, clients[kind], one.path(world.things)):
                known = biggest.get(found.name)
                if known is None or len(known.form.fields) < len(found.form.fields):
                    biggest[found.name] = found
    return [*biggest.values(), *_by_hand(world, clients, set(biggest))]


def _by_hand(world: World, clients: Mapping[str, Client], shown: set[str]) -> Iterator[Found]:
    for one in addresses():
        who = TABLE[one.label][1] or ()
        if one.name in BY_HAND and one.name not in shown and who:
            form = PageForm("")
            for name, value in BY_HAND[one.name].items():
                form.kinds[name] = value if value.startswith("text") else "hidden"
                form.fields.append((name, "" if value.startswith("text") else value))
            kind = next(kind for kind in WHO if kind in who)
            yield Found(one.name, one.path(world.things), kind, clients[kind], form)


def _on_page(kind: str, client: Client, path: str) -> Iterator[Found]:
    response = ask(client, "GET", path)
    if response.status_code != 200 or response.streaming or not response["Content-Type"].startswith("text/html"):
        return
    for form in forms_of(response.content.decode()):
        to = form.action or path
        if to.startswith("/"):
            to = to.split("#")[0]
            yield Found(resolve(to.split("?")[0]).view_name, to, kind, client, form)


def names_posted_to() -> set[str]:
    """The name of every address of ours that takes a form from somebody of this world; the account library has its own."""
    names = {one.name for one in addresses() if TABLE[one.label][1]}
    return {name for name in names if not name.startswith(("account_", "mfa_"))}


@contextmanager
def posted(found: Found, data: Mapping[str, object]) -> Iterator[HttpResponseBase]:
    """The answer while what was written still stands; then everything is as before."""
    cache.clear()
    kept = {name: morsel.value for name, morsel in found.client.cookies.items()}
    found.client.raise_request_exception = False
    with transaction.atomic():
        yield found.client.post(found.path, data)
        transaction.set_rollback(True)
    found.client.cookies.clear()
    for name, value in kept.items():
        found.client.cookies[name] = value


def filled_in(form: PageForm, words: str, email: str) -> dict[str, list[str]]:
    """The form with every empty field filled: each text with the words, each choice with its first."""
    sent = {name: values for name, values in form.sent.items() if any(values)}
    for name, kind in form.kinds.items():
        if kind in {"text", "textarea", "email", "tel"} and (name not in sent or kind != "text"):
            sent[name] = [_SHORT.get(name.rpartition("-")[2], email if kind == "email" else words)]
        elif name not in sent and kind in {"radio", "checkbox", "select", "button", "submit"}:
            sent[name] = [value for value in form.choices.get(name, []) if value][:1]
    return sent


#: What is not words, by the last part of a field's name.
_SHORT = {"table": "3", "day": "1", "month": "12", "year": "2026", "time": "12.00"}
