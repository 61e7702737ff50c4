"""Front page, list of processes, results: what everybody sees first."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import authority_of, moment_of
from yhdyspinta.processes.methods import methods
from yhdyspinta.processes.values import INFLUENCE_LEVELS, PROCESS_STATES
from yhdyspinta.site import asking, front
from yhdyspinta.site.listing import ORDERS, SIZE, Choices, process_cards, processes_chosen
from yhdyspinta.site.loops import named_loop_of
from yhdyspinta.site.results_list import result_rows
from yhdyspinta.site.states import PUBLIC_STATES
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.ui.paging import keyset
from yhdyspinta.wording.languages import page_language


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What is open now, what changed because people took part, and what comes next."""
    authority = authority_of(request)
    language, at = page_language(), moment_of(request)
    activities, measures = front.open_activities(authority, at), front.measures_told(authority, at)
    phases = front.upcoming_phases(authority, at)
    front.with_owners([row.process for row in (*activities, *measures, *phases)], authority)
    has_any = bool(activities) or front.public_processes(authority, at).exists()
    context = {
        "hero_actions": _hero_actions(authority, is_open=bool(activities), has_any=has_any),
        "open_cards": [front.activity_card(row, authority, language, at) for row in activities],
        "news": [front.news_card(row, authority, language) for row in front.fresh_news(authority, at)],
        "loops": [named_loop_of(row, language) for row in measures],
        "upcoming": front.phase_cards(phases, authority, language),
        "processes_path": address("site:processes", authority),
        "results_path": address("site:results", authority),
        "feed_path": address("site:feed", authority),
        "authority": authority,
    }
    return render(request, "site/home.html", context)


def _hero_actions(authority: Authority, *, is_open: bool, has_any: bool) -> list[dict[str, str]]:
    if not has_any:
        return [{"text": _("Your right to take part"), "href": address("site:rights", authority)}]
    first = {"text": _("See what you can influence now"), "href": "#open-now"}
    rest = {"text": _("See results"), "href": address("site:results", authority)}
    return [first, rest] if is_open else [{**rest}]


@require_safe
def processes(request: HttpRequest) -> HttpResponse:
    """Everything that residents can or could take part in."""
    authority = authority_of(request)
    language, at = page_language(), moment_of(request)
    choices = Choices(
        state=asking.one_of(request, "state", PUBLIC_STATES),
        method=asking.one_of(request, "method", methods()),
        influence=asking.one_of(request, "influence", INFLUENCE_LEVELS),
        keyword=asking.short_text(request, "keyword", most=100),
        sort=asking.one_of(request, "sort", ORDERS),
    )
    rows = processes_chosen(authority, choices, language, at)
    page = keyset(rows, order=ORDERS[choices.sort or "newest"], after=asking.page_token(request), size=SIZE)
    context = {
        "cards": process_cards(page.items, authority, language),
        "choices": choices,
        "has_choices": choices.is_narrowed,
        "pager": asking.pager_urls(request, page, choices.kept()),
        "selects": _selects(choices),
        "clear_url": request.path if choices.is_narrowed else "",
        "feed_path": address("site:feed", authority),
        "search_path": address("site:search", authority),
    }
    return render(request, "site/processes.html", context)


def _selects(choices: Choices) -> list[dict[str, object]]:
    kinds = {key: method.name for key, method in methods().items()}
    orders = {"newest": _("Newest first"), "closing": _("Closing soonest first")}
    return [
        _select("state", _("State"), {key: PROCESS_STATES[key] for key in PUBLIC_STATES}, choices.state),
        _select("method", _("Way of taking part"), kinds, choices.method),
        _select("influence", _("Level of influence"), INFLUENCE_LEVELS, choices.influence),
        _select("sort", _("Order"), orders, choices.sort or "newest", first=""),
    ]


def _select(
    name: str, label: str, words: Mapping[str, object], chosen: str, *, first: str | None = None
) -> dict[str, object]:
    items = [{"value": key, "text": str(text), "selected": key == chosen} for key, text in words.items()]
    if first is None:
        items.insert(0, {"value": "", "text": _("All"), "selected": not chosen})
    return {"id": f"filter-{name}", "name": name, "label": {"text": label}, "items": items}


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Processes that have answers, decisions or measures."""
    authority = authority_of(request)
    language, at = page_language(), moment_of(request)
    page, rows = result_rows(authority, asking.page_token(request), language, at)
    context = {
        "rows": rows,
        "pager": asking.pager_urls(request, page, {}),
        "processes_path": address("site:processes", authority),
        "year_path": address("reports:year", authority, year=in_helsinki(at).year),
        "is_first": not asking.page_token(request),
    }
    return render(request, "site/results.html", context)
