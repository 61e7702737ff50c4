"""Votes and moderation from files; what is wrong is told with its line."""

import gzip
import io

import pytest

from civic_compute.opinions.problems import OpinionProblem
from civic_compute.opinions.reading import read_conversation, read_moderation
from civic_compute.problems import CalculationProblem
from civic_compute.reading import read_stream

MATRIX = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,10\n7,0,0,2,1,1,1,,-1\n12,,0,1,0,0,,0,\n"
EVENTS = "timestamp,datetime,comment-id,voter-id,vote\n30,x,10,7,-1\n10,x,0,7,-1\n20,x,0,7,1\n15,x,1,12,0\n"
COMMENTS = 'timestamp,comment-id,moderated,is-meta,comment-body\n1,0,1,false,a\n1,1,-1,true,b\n1,10,0,true,"c,\nd"\n'


def source(text, name="votes.csv"):
    return read_stream(io.BytesIO(text if isinstance(text, bytes) else text.encode()), name=name)


def as_cells(conversation):
    return {
        (person, conversation.statements[j]): int(vote)
        for place, person in enumerate(conversation.participants)
        for j, vote in zip(
            conversation.columns[conversation.starts[place] : conversation.starts[place + 1]],
            conversation.votes[conversation.starts[place] : conversation.starts[place + 1]],
            strict=True,
        )
    }


CELLS = {("7", "0"): 1, ("7", "10"): -1, ("12", "1"): 0}


@pytest.mark.parametrize("text", [MATRIX, EVENTS])
def test_both_forms_give_the_last_vote_of_each(text):
    conversation = read_conversation(source(text))
    assert conversation.participants == ("7", "12")
    assert conversation.statements == ("0", "1", "10")
    assert as_cells(conversation) == CELLS
    assert not conversation.moderated_out.any()


def test_without_timestamps_the_last_row_counts():
    text = "comment-id,voter-id,vote\n0,7,1\n0,7,-1\n"
    assert as_cells(read_conversation(source(text))) == {("7", "0"): -1}


def test_packed_with_byte_order_mark_other_line_ends_and_semicolons():
    text = b"\xef\xbb\xbf" + MATRIX.replace(",", ";").replace("\n", "\r\n").encode()
    assert as_cells(read_conversation(source(gzip.compress(text, mtime=0)))) == CELLS


def test_ids_that_are_not_numbers_stand_after_numbers():
    text = "comment-id,voter-id,vote\nb,x,1\n2,10,1\n2,9,0\na,9,-1\n"
    conversation = read_conversation(source(text))
    assert conversation.participants == ("9", "10", "x")
    assert conversation.statements == ("2", "a", "b")


@pytest.mark.parametrize(
    ("options", "out"),
    [({}, ["1"]), ({"meta": True}, ["1", "10"]), ({"strict": True}, ["1", "10"])],
)
def test_moderation(options, out):
    conversation = read_conversation(source(MATRIX), source(COMMENTS, "comments.csv"), **options)
    assert [s for s, hidden in zip(conversation.statements, conversation.moderated_out, strict=True) if hidden] == out


def test_a_statement_that_the_comments_do_not_name_takes_part_unless_strict():
    comments = source("comment-id,moderated\n0,1\n", "comments.csv")
    assert not read_conversation(source(MATRIX), comments).moderated_out.any()
    assert read_conversation(source(MATRIX), comments, strict=True).moderated_out.tolist() == [False, True, True]


def test_the_files_hashes_are_kept():
    votes, comments = source(MATRIX), source(COMMENTS)
    assert read_conversation(votes, comments).sha256 == (votes.sha256, comments.sha256)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (b"", "empty", None),
        (b"participant,0\n", "no_votes", None),
        (b"participant,0\n1,\n", "no_votes", None),
        (b"participant,n-votes\n1,2\n", "no_statements", 1),
        (b"participant,0\n1,2\n", "vote", 2),
        (b"participant,0\n1,1\n2,1.0\n", "vote", 3),
        (b"participant,0\n1,yes\n", "vote", 2),
        (b"participant,0,1\n1,1\n", "row_length", 2),
        (b"participant,0\n1,1\n1,0\n", "participant_twice", 3),
        (b"participant,0,0\n1,1,1\n", "two_columns", 1),
        (b"participant,0,\n1,1,1\n", "no_id", 1),
        (b"participant,0\n,1\n", "no_id", 2),
        (b"participant,0\n1,1\n\xff,0\n", "not_utf8", 3),
        (b'participant,0\n"1,1\n', "broken_quotes", 2),
        (b"participant,0\n1,\x00\n", "nul", 2),
        (b"comment-id,vote\n1,1\n", "no_column", 1),
        (b"comment-id,voter-id,vote\n1,1,\n", "vote", 2),
        (b"comment-id,voter-id,vote\n1,1,5\n", "vote", 2),
        (b"comment-id,voter-id,vote\n1,,1\n", "no_id", 2),
        (b"comment-id,voter-id,vote\n,1,1\n", "no_id", 2),
        (b"timestamp,comment-id,voter-id,vote\nnow,1,1,1\n", "timestamp", 2),
        (b"timestamp,comment-id,voter-id,vote\n99999999999999999999,1,1,1\n", "timestamp", 2),
        (gzip.compress(MATRIX.encode(), mtime=0)[:-9], "not_whole", None),
        ("participant,0\n1,\ud800\n".encode("utf-8", "surrogatepass"), "not_utf8", 2),
        (b"participant,0\n1," + b"x" * 1_000_000 + b"\n", "vote", 2),
    ],
)
def test_bad_votes_are_told_with_their_line(text, code, line):
    with pytest.raises(CalculationProblem) as told:
        read_conversation(source(text))
    assert (told.value.code, told.value.line, told.value.file) == (code, line, "votes.csv")
    assert str(told.value).startswith("votes.csv")
    assert len(str(told.value)) < 300


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("comment-id\n1\n", "no_column", 1),
        ("comment-id,moderated\n1,2\n", "moderated", 2),
        ("comment-id,moderated\n1,1\n1,0\n", "statement_twice", 3),
        ("comment-id,moderated\n,1\n", "no_id", 2),
        ("comment-id,moderated,is-meta\n1,1,perhaps\n", "meta", 2),
    ],
)
def test_bad_moderation_is_told_with_its_line(text, code, line):
    with pytest.raises(CalculationProblem) as told:
        read_moderation(source(text, "comments.csv"), meta=code == "meta")
    assert (told.value.code, told.value.line, told.value.file) == (code, line, "comments.csv")


def test_a_long_text_is_read():
    comments = source("comment-id,moderated,comment-body\n0,-1," + "ä" * 1_000_000 + "\n")
    assert read_moderation(comments).decisions == {"0": -1}


def test_every_problem_has_words():
    for code, sentence in OpinionProblem.SENTENCES.items():
        assert sentence, code
