"""What the pages of a round read: a fixed, small number of queries however much was written."""

from yhdyspinta.methods.comment_rounds.queries.comments import (
    BESIDE_THE_TEXT,
    CommentsPage,
    all_comments,
    answers_of,
    comment_page,
    own_comments,
    page_that_shows,
    section_comments,
    thread_comments,
)
from yhdyspinta.methods.comment_rounds.queries.contents import DocumentLine, documents_of, is_read_at_once
from yhdyspinta.methods.comment_rounds.queries.overview import RoundCounts, counts_of, desk_rows
from yhdyspinta.methods.comment_rounds.queries.places import (
    Place,
    place_by_thread,
    place_of_item,
    places_of,
    section_place,
)
from yhdyspinta.methods.comment_rounds.queries.rounds import (
    AfterClosing,
    Status,
    after_closing,
    hidden_reasons,
    phases_of,
    status_of,
    summary_and_unsent,
)
from yhdyspinta.methods.comment_rounds.queries.sections import SectionPage, section_page

__all__ = [
    "BESIDE_THE_TEXT",
    "AfterClosing",
    "CommentsPage",
    "DocumentLine",
    "Place",
    "RoundCounts",
    "SectionPage",
    "Status",
    "after_closing",
    "all_comments",
    "answers_of",
    "comment_page",
    "counts_of",
    "desk_rows",
    "documents_of",
    "hidden_reasons",
    "is_read_at_once",
    "own_comments",
    "page_that_shows",
    "phases_of",
    "place_by_thread",
    "place_of_item",
    "places_of",
    "section_comments",
    "section_page",
    "section_place",
    "status_of",
    "summary_and_unsent",
    "thread_comments",
]
