"""Lists paged by key: the same cost on the first page and the hundredth, and nothing skipped when rows are added."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core import signing
from django.core.exceptions import BadRequest, ValidationError
from django.db.models import BooleanField, F, Func, Model, Q, QuerySet, Value
from django.http import HttpRequest
from django.utils.http import urlencode

Row = TypeVar("Row", bound=Model)
SALT = "ui.paging"
MOST = 200


@dataclass(frozen=True)
class Page(Generic[Row]):
    items: list[Row]
    next_token: str
    previous_token: str


def keyset(
    queryset: QuerySet[Row],
    *,
    order: Sequence[str],
    after: str = "",
    size: int = 50,
    whole: Callable[[QuerySet[Row]], QuerySet[Row]] | None = None,
) -> Page[Row]:
    """One page in the given order, which must end in a unique field and hold no nulls.

    `whole` makes of the few rows found, in the same query, rows with everything that the page shows: what is wide is
    then never sorted. `after` is a token of an earlier page; a token that is not ours, or is for another order, is a
    BadRequest (400).
    """
    size = max(1, min(size, MOST))
    values, backwards = _read(after, order) if after else (None, False)
    ways = [_turn(name) for name in order] if backwards else list(order)
    found = queryset.order_by(*ways)
    if values is not None:
        try:
            found = found.filter(beyond(found, ways, values))
        except (ValueError, TypeError, OverflowError, ValidationError):
            raise BadRequest("The page address is not valid.") from None
    some = found[: size + 1]
    rows = list(whole(some).order_by(*ways) if whole else some)
    more, rows = len(rows) > size, rows[:size]
    if backwards:
        rows.reverse()
    has_next = bool(rows) and (backwards or more)
    has_previous = bool(rows) and (more if backwards else values is not None)
    return Page(
        items=rows,
        next_token=_write(rows[-1], order, backwards=False) if has_next else "",
        previous_token=_write(rows[0], order, backwards=True) if has_previous else "",
    )


def paged(
    request: HttpRequest, queryset: QuerySet[Row], *, order: Sequence[str], size: int = 50, name: str = "after"
) -> tuple[list[Row], dict[str, str]]:
    """The page that the address asks for, and its ways on; `name` tells lists on the same page apart."""
    page = keyset(queryset, order=order, after=request.GET.get(name, ""), size=size)
    others = [(key, str(value)) for key, value in request.GET.items() if key != name]
    ways = {"previous_url": page.previous_token, "next_url": page.next_token}
    return page.items, {way: "?" + urlencode([*others, (name, token)]) if token else "" for way, token in ways.items()}


def _turn(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"


def beyond(found: QuerySet[Any], ways: Sequence[str], values: Sequence[Any]) -> Q:
    """What stands after the row with these values in this order.

    Names that all go the same way are compared as one row, which an index answers by going there at once; comparing
    them one after the other makes the database read every row before the place. Raises ValidationError.
    """
    fields = [_field(found, name) for name in ways]
    told = [field.to_python(value) for field, value in zip(fields, values, strict=True)]
    if len({name.startswith("-") for name in ways}) == 1:
        names = [F(name.lstrip("-")) for name in ways]
        rows = [Value(value, output_field=field) for value, field in zip(told, fields, strict=True)]
        return Q(_RowBeyond(*names, *rows, sign="<" if ways[0].startswith("-") else ">"))
    condition = Q()
    for place, name in enumerate(ways):
        same = {field.lstrip("-"): told[index] for index, field in enumerate(ways[:place])}
        comparison = "lt" if name.startswith("-") else "gt"
        condition |= Q(**same, **{f"{name.lstrip('-')}__{comparison}": told[place]})
    return condition


class _RowBeyond(Func):
    """(a, b) < (x, y), or >: the first half of the expressions beside the second (SQL:1999, row value comparison)."""

    output_field = BooleanField()
    conditional = True

    def as_sql(self, compiler: Any, connection: Any, *_args: Any, **_more: Any) -> tuple[str, Any]:
        parts = [compiler.compile(one) for one in self.get_source_expressions()]
        middle = len(parts) // 2
        left, right = (", ".join(sql for sql, _params in half) for half in (parts[:middle], parts[middle:]))
        params = [value for _sql, given in parts for value in given]
        return f"({left}) {self.extra['sign']} ({right})", params


def _field(found: QuerySet[Any], name: str) -> Any:
    """The field that a name of an order means: of the rows, of what they point to, or annotated."""
    bare = name.lstrip("-")
    if bare in found.query.annotations:
        return found.query.annotations[bare].output_field
    *others, last = bare.split("__")
    model: Any = found.model
    for other in others:
        model = model._meta.get_field(other).related_model  # noqa: SLF001
    meta = model._meta  # noqa: SLF001
    return meta.pk if last == "pk" else meta.get_field(last)


def _value(row: Model, name: str) -> Any:
    value: Any = row
    for part in name.lstrip("-").split("__"):
        value = getattr(value, part)
    return value if isinstance(value, int | float | str) else value.isoformat()


def _write(row: Model, order: Sequence[str], *, backwards: bool) -> str:
    """The place after a row. It carries no time: the same place has the same token, so a page's ETag holds."""
    place = [list(order), [_value(row, name) for name in order], backwards]
    return signing.Signer(salt=SALT).sign_object(place, compress=True)


def _read(token: str, order: Sequence[str]) -> tuple[list[Any], bool]:
    try:
        given_order, values, backwards = signing.Signer(salt=SALT).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError, UnicodeError):
        raise BadRequest("The page address is not valid.") from None
    if given_order != list(order):
        raise BadRequest("The page address is for another order.")
    return values, bool(backwards)
