"""Public rounds as the statement service writes its requests: an Atom feed of Proposals."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from yhdyspinta.authorities.models import Authority
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.open_data.api.addresses import activity_page
from yhdyspinta.open_data.api.fields import stamp
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.markdown import render_markdown
from yhdyspinta.wording.fields import Wording

ATOM: Final = "http://www.w3.org/2005/Atom"
META: Final = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"
DATA: Final = "http://schemas.microsoft.com/ado/2007/08/dataservices"


def feed(
    authority: Authority, rounds: Iterable[Activity], *, here: str, following: str, language: str, at: datetime
) -> bytes:
    """A page of the authority's rounds."""
    for prefix, space in (("", ATOM), ("m", META), ("d", DATA)):
        register_namespace(prefix, space)
    root = Element(f"{{{ATOM}}}feed")
    _text(root, ATOM, "id", here)
    _text(root, ATOM, "title", "Proposals")
    _text(root, ATOM, "updated", stamp(at) or "")
    SubElement(root, f"{{{ATOM}}}link", rel="self", href=here)
    if following:
        SubElement(root, f"{{{ATOM}}}link", rel="next", href=following)
    for activity in rounds:
        _entry(root, authority, activity, language, at)
    body: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body


def _entry(root: Element, authority: Authority, activity: Activity, language: str, at: datetime) -> None:
    process = activity.process
    page, title = absolute(activity_page(activity, language)), Wording(process.title).text(language)
    closing = max((stage.closes_at for stage in activity.stages.all()), default=None)
    goals = Wording(process.background).text(language) or Wording(process.summary).text(language)
    entry = SubElement(root, f"{{{ATOM}}}entry")
    _text(entry, ATOM, "id", page)
    _text(entry, ATOM, "title", title)
    _text(entry, ATOM, "updated", stamp(process.published_at or at) or "")
    author = SubElement(entry, f"{{{ATOM}}}author")
    _text(author, ATOM, "name", Wording(authority.name).text(language))
    content = SubElement(entry, f"{{{ATOM}}}content", type="application/xml")
    properties = SubElement(content, f"{{{META}}}properties")
    for name, value in {
        "Id": page,
        "Name": title,
        "Goals": str(render_markdown(goals)),
        "Deadline": stamp(closing) or "",
        "PublishedOn": stamp(process.published_at) or "",
        "OrganizationName": Wording(authority.name).text(language),
        "RegisterNumber": process.case_number,
    }.items():
        _text(properties, DATA, name, value)


def _text(parent: Element, space: str, name: str, value: str) -> None:
    SubElement(parent, f"{{{space}}}{name}").text = value
