"""Public rounds as the statement service writes its requests: an Atom feed of Proposals and their Questions."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from yhdyspinta.authorities.models import Authority
from yhdyspinta.intake.codes import Place, parts_of_rounds
from yhdyspinta.intake.importing.own import round_key
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.open_data.api.addresses import activity_page
from yhdyspinta.open_data.api.fields import stamp
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.markdown import render_markdown
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language_of

ATOM: Final = "http://www.w3.org/2005/Atom"
META: Final = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"
DATA: Final = "http://schemas.microsoft.com/ado/2007/08/dataservices"
SCHEME: Final = "http://schemas.microsoft.com/ado/2007/08/dataservices/scheme"


def feed(authority: Authority, rounds: Iterable[Activity], *, here: str, following: str, at: datetime) -> bytes:
    """A page of the authority's rounds, an entry for each language that they are in."""
    root = new_feed("Proposals", here=here, following=following, at=at)
    listed = list(rounds)
    parts = parts_of_rounds(listed, authority.duty_languages)
    for activity in listed:
        add_proposals(root, authority, activity, at=at)
        for language, places in parts.get(activity.pk, {}).items():
            add_questions(root, activity, places, language, at=at)
    return as_bytes(root)


def new_feed(title: str, *, here: str, following: str, at: datetime) -> Element:
    """An empty list with its address and that of what follows."""
    for prefix, space in (("", ATOM), ("m", META), ("d", DATA)):
        register_namespace(prefix, space)
    root = Element(f"{{{ATOM}}}feed")
    _text(root, ATOM, "id", here)
    _text(root, ATOM, "title", title)
    _text(root, ATOM, "updated", stamp(at) or "")
    SubElement(root, f"{{{ATOM}}}link", rel="self", href=here)
    if following:
        SubElement(root, f"{{{ATOM}}}link", rel="next", href=following)
    return root


def as_bytes(root: Element) -> bytes:
    body: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body


def add_proposals(root: Element, authority: Authority, activity: Activity, *, at: datetime) -> None:
    """The request in each language that the authority owes and has written its title in."""
    title = Wording(activity.process.title)
    languages = [tag for tag in authority.duty_languages if title.get(tag)] or [next(iter(title), "fi")]
    for language in languages:
        _add_proposal(root, authority, activity, language, at)


def _add_proposal(root: Element, authority: Authority, activity: Activity, language: str, at: datetime) -> None:
    process = activity.process
    pages = page_language_of(language, authority.duty_languages)
    page, title = absolute(activity_page(activity, pages)), Wording(process.title).text(language)
    key = page if pages == language else f"{page}#{language}"  # a language without pages shares one with another
    closing = max((stage.closes_at for stage in activity.stages.all()), default=None)
    goals = Wording(process.background).text(language) or Wording(process.summary).text(language)
    fields = {
        "Id": round_key(activity),
        "Language": language,
        "Name": title,
        "Goals": str(render_markdown(goals)),
        "Deadline": stamp(closing) or "",
        "PublishedOn": stamp(process.published_at) or "",
        "OrganizationName": Wording(authority.name).text(language),
        "RegisterNumber": process.case_number,
    }
    author = Wording(authority.name).text(language)
    add_entry(root, "Proposal", fields, key=key, title=title, updated=process.published_at or at, author=author)


def add_questions(root: Element, activity: Activity, places: Iterable[Place], language: str, *, at: datetime) -> None:
    """The parts that can be commented on, in one language."""
    for order, place in enumerate(places, start=1):
        fields = {"Id": place.code, "Language": language, "Title": place.words, "Order": str(order)}
        add_part(
            root, activity, "Question", f"{place.code}-{language}", fields, updated=activity.process.published_at or at
        )


def add_part(
    root: Element, activity: Activity, kind: str, key: object, fields: Mapping[str, str], *, updated: datetime
) -> None:
    """An entry that belongs to a round."""
    whole, author = f"{round_key(activity)}#{kind}-{key}", str(Wording(activity.process.owner.name))
    told = {"Id": fields["Id"], "ProposalId": round_key(activity), **fields}
    add_entry(root, kind, told, key=whole, title=fields["Id"], updated=updated, author=author)


def add_entry(
    root: Element, kind: str, fields: Mapping[str, str], *, key: str, title: str, updated: datetime, author: str
) -> None:
    """An entry of a set, with its fields as OData writes them."""
    entry = SubElement(root, f"{{{ATOM}}}entry")
    _text(entry, ATOM, "id", key)
    SubElement(entry, f"{{{ATOM}}}category", term=f"Lausuntopalvelu.{kind}", scheme=SCHEME)
    _text(entry, ATOM, "title", title)
    _text(entry, ATOM, "updated", stamp(updated) or "")
    _text(SubElement(entry, f"{{{ATOM}}}author"), ATOM, "name", author)
    content = SubElement(entry, f"{{{ATOM}}}content", type="application/xml")
    properties = SubElement(content, f"{{{META}}}properties")
    for name, value in fields.items():
        _text(properties, DATA, name, value)


def _text(parent: Element, space: str, name: str, value: str) -> None:
    SubElement(parent, f"{{{space}}}{name}").text = value
