"""O7: the cost of reading a text grows with its length, whatever is written in it."""

import pytest

from tests.work import work_within
from yhdyspinta.documents.importing.markdown import parts_of_markdown
from yhdyspinta.documents.importing.paste import parts_of_paste
from yhdyspinta.ui.markdown import LONGEST, render_markdown

HEAVY = ("a-\n", "*a_ ", "[a](", "[", "![", "a", "a\u00ad", "ab-", "**a", "<a ", "[^a]:")
LENGTH = 60_000  # characters
SOON = 2.0


@pytest.mark.parametrize("words", HEAVY)
@pytest.mark.parametrize("read", [parts_of_markdown, parts_of_paste, render_markdown])
def test_o7_no_text_takes_long_to_read(read, words):
    text = words * (LENGTH // len(words))
    with work_within(SOON):
        read(text)


def test_o7_a_paragraph_of_nothing_but_marks_is_shown_as_written():
    assert render_markdown("[" * 9_000).count("[") == 9_000
    assert "<strong>lihava</strong>" in render_markdown("**lihava**")
    assert render_markdown("<b>" * LONGEST).startswith("<p>&lt;b&gt;")
