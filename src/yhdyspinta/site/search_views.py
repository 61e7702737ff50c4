"""Search over what is public in the authority: matters, documents, comments and answers."""

from datetime import datetime
from typing import Any, Final

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.loading import authority_of
from yhdyspinta.processes.methods import methods
from yhdyspinta.processes.models import SearchEntry
from yhdyspinta.processes.searching import best, matching, words_of
from yhdyspinta.site import asking
from yhdyspinta.site.front import public_processes
from yhdyspinta.ui.paging import keyset
from yhdyspinta.wording.languages import html_lang, page_language
from yhdyspinta.wording.marking import name_of
from yhdyspinta.wording.reader import is_fallback, reading_order

_KINDS: Final[dict[str, Promise | str]] = {
    "process": gettext_lazy("Matters"),
    "document": gettext_lazy("Documents"),
    "comment": gettext_lazy("Comments"),
    "answer": gettext_lazy("Answers"),
}
_SIZE: Final = 20
_ORDER: Final = ("-rank", "-pk")
_AROUND: Final = 110


def kinds() -> dict[str, Promise | str]:
    """What can be found, with its heading: what every process has, then what single methods add."""
    return _KINDS | {kind: words for method in methods().values() for kind, words in method.search_kinds.items()}


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Find texts in any inflection."""
    authority = authority_of(request)
    language, at = page_language(), clock.now()
    text = asking.short_text(request, "q")
    kind = asking.one_of(request, "kind", kinds())
    context: dict[str, Any] = {
        "text": text,
        "kinds": [{"value": "", "text": _("All"), "selected": not kind}]
        + [{"value": key, "text": str(words), "selected": key == kind} for key, words in kinds().items()],
        "clear_url": request.path if text or kind else "",
        "searched": bool(words_of(text)),
    }
    if context["searched"]:
        rows, context["are_all"] = best(_visible(authority, at), text, language, kind=kind)
        page = keyset(rows, order=_ORDER, after=asking.page_token(request), size=_SIZE)
        context["results"] = _grouped([_shown(row, text, language) for row in page.items])
        context["pager"] = asking.pager_urls(request, page, {"q": text, "kind": kind})
    return render(request, "site/search.html", context)


def _visible(authority: Authority, at: datetime) -> QuerySet[SearchEntry]:
    """Only what everybody may see now in the authority: the process decides, again, on each search."""
    return SearchEntry.objects.filter(process__in=public_processes(authority, at)).select_related("process__owner")


def _grouped(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The page's hits by kind; what was found in several languages is shown once, in the one nearest to the reader's."""
    best: dict[str, dict[str, Any]] = {}
    for row in rows:
        if row["target"] not in best or row["place"] < best[row["target"]]["place"]:
            best[row["target"]] = row
    groups = [(words, [row for row in best.values() if row["kind"] == key]) for key, words in kinds().items()]
    return [{"words": words, "rows": own} for words, own in groups if own]


def _shown(entry: SearchEntry, text: str, language: str) -> dict[str, Any]:
    process, order = entry.process, reading_order(language)
    return {
        "kind": entry.kind,
        "target": entry.target,
        "title": marked(entry.title, text, entry.language, whole=True),
        "excerpt": marked(entry.text, text, entry.language),
        "lang": html_lang(entry.language),
        "language_name": name_of(entry.language) if is_fallback(entry.language, language) else "",
        "path": f"/{process.owner.slug}/{language}/{entry.path}",
        "process": process.title if entry.kind != "process" else "",
        "at": entry.at,
        "place": order.index(entry.language) if entry.language in order else len(order),
    }


def marked(text: str, query: str, language: str, *, whole: bool = False) -> SafeString:
    """The text around the first word that was found, with found words marked."""
    spans = matching(text, query, language)
    start, end = 0, len(text)
    if not whole:
        middle = spans[0][0] if spans else 0
        start = max(0, middle - _AROUND)
        end = min(len(text), middle + 2 * _AROUND)
        start = text.find(" ", start, middle) + 1 if start and " " in text[start:middle] else start
    pieces: list[tuple[str, str, str]] = []
    at = start
    for first, last in (span for span in spans if span[0] >= start and span[1] <= end):
        pieces.append((text[at:first], "<mark>", text[first:last]))
        at = last
    marked_up = format_html_join("", "{}{}{}{}", ((a, SafeString(b), c, SafeString("</mark>")) for a, b, c in pieces))
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    return format_html_join("", "{}", ((part,) for part in (before, marked_up, text[at:end], after)))
