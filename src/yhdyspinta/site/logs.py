"""Logs without personal data: JSON lines in production, short lines for people in the demo."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

HIDDEN = "(hidden)"
PERSONAL = (
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"),  # e-mail address
    re.compile(r"\b\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]\b"),  # personal identity code
    re.compile(r"(?<![\w.:-])(?:\+358|0)[ -]?\d{1,3}(?:[ -]?\d){5,9}\b"),  # phone number
    re.compile(r"(?<=/)(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9_-]{12,}(?=/|$|\s|\?)"),  # codes and tokens in addresses
    re.compile(r"(?m)^DETAIL:.*$"),  # PostgreSQL repeats the row's values here
    re.compile(r"\?[^\s\"']*"),  # what was searched for or filled in
)
#: What may stand in a log line; everything else is dropped.
KEPT = {
    "event",
    "level",
    "logger",
    "timestamp",
    "exception",
    "status_code",
    "method",
    "task",
    "queue",
    "seconds",
    "count",
}

Event = MutableMapping[str, Any]


def hide_personal(_logger: object, _method: str, event: Event) -> Event:
    """Keep the known keys, and hide what looks personal inside their texts."""
    return {
        key: hide(value) if isinstance(value, str) else value
        for key, value in event.items()
        if key in KEPT or key.startswith("_")
    }


def hide(text: str) -> str:
    for pattern in PERSONAL:
        text = pattern.sub(HIDDEN, text)
    return text


def configure(settings: dict[str, bool]) -> None:
    """Send every log line of this process to the standard error, through the hiding (called by Django)."""
    as_json = settings["as_json"]
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.add_log_level, structlog.stdlib.add_logger_name],
        processors=[
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            hide_personal,
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            renderer,
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO if as_json else logging.WARNING)
    logging.getLogger("procrastinate").setLevel(logging.WARNING)
