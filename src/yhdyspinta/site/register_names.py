"""The name by which the authority knows who sent something: for the register only, never for a page of the public."""

from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from yhdyspinta.people.models import Person


def with_person(found: QuerySet[Any], person: str) -> QuerySet[Any]:
    """With the name of who sent it, where the path leads to a person."""
    told: QuerySet[Any] = found.annotate(account_name=F(f"{person}__name"), account_level=F(f"{person}__level"))
    return told


def with_names(comments: QuerySet[Any]) -> QuerySet[Any]:
    """Comments with every name that the authority knows of the sender."""
    told = comments.annotate(
        typed_name=F("receipt__entry__name"), approver_name=F("receipt__statement__approved_by__name")
    )
    return with_person(told, "sender__person")


def known_by(row: Any) -> dict[str, Any]:
    """The name and whence it is known; of a statement that of who approved it. Empty where the authority knows none."""
    found = {}
    if typed := getattr(row, "typed_name", None):
        found[typed] = _("Typed by staff from what was received")
    if getattr(row, "is_statement", False):
        if row.approver_name:
            found[row.approver_name] = _("Approved the organisation’s statement")
    elif row.account_name and row.account_name not in found:
        found[row.account_name] = _of_account(row.account_level)
    return {"known_name": "; ".join(found), "known_how": "; ".join(found.values())}


def _of_account(level: int) -> str:
    if level == Person.Level.STRONG:
        return _("Given in an account that is strongly identified")
    return _("Given by the sender in their account")
