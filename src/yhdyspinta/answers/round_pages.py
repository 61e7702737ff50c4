"""The pages of answering in the menu of a round."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.processes.round_pages import AFTER, RoundPage

ROUND_PAGES: Final = (
    RoundPage("answers", _("Answers"), "answers:work", "answer", place=1, states=AFTER, under=("answers:",)),
    RoundPage("answers", _("Summary of the comments"), "answers:summary", "answer", place=2),
    RoundPage("answers", _("Finish the round"), "answers:finish", "answer", place=3),
)
