from tests.work import work_within
from yhdyspinta.documents.line_changes import LineChange, line_changes, plain_lines, word_pieces


def said(change: LineChange) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in change.pieces]


def test_words_are_compared_one_by_one():
    pieces = [(piece.kind, piece.text) for piece in word_pieces("Vastataan pian.", "Vastataan 30 päivässä.")]
    assert pieces == [("same", "Vastataan "), ("removed", "pian"), ("added", "30 päivässä"), ("same", ".")]


def test_a_rewritten_paragraph_is_removed_and_then_added():
    changes = list(line_changes([(False, "Toinen katkelma")], [(False, "Kokonaan uusi kappale")]))
    assert [said(change) for change in changes] == [
        [("removed", "Toinen katkelma")],
        [("added", "Kokonaan uusi kappale")],
    ]


def test_both_sides_keep_their_whole_text():
    old = [(False, "yksi kaksi kolme"), (False, "neljä"), (False, "viisi kuusi seitsemän")]
    new = [(True, "otsikko"), (False, "yksi kaksi neljä"), (False, "viisi kuusi")]
    changes = list(line_changes(old, new))
    assert "".join(piece.text for change in changes for piece in change.older) == "".join(text for _h, text in old)
    assert "".join(piece.text for change in changes for piece in change.newer) == "".join(text for _h, text in new)


def test_list_items_and_table_rows_are_lines_of_their_own():
    assert plain_lines("- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |") == ["• a", "• b", "x | y", "1 | 2"]


def test_a_long_rewritten_text_is_compared_quickly():
    with work_within(5):
        changes = list(
            line_changes([(False, f"a{i} b" * 40) for i in range(400)], [(False, f"c{i} d" * 40) for i in range(400)])
        )
        changes += list(line_changes([(False, "sana " * 20_000)], [(False, "toinen " * 20_000)]))
        assert len(changes) == 802
