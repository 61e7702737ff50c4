"""From files to a record that can be repeated."""

import io
import json

import pytest

from civic_compute.opinions.problems import OpinionProblem
from civic_compute.opinions.whole import Options, map_files, options_of
from civic_compute.reading import read_stream


def source(text):
    return read_stream(io.BytesIO(text.encode()), name="votes.csv")


VOTES = "participant,0,1,2\n" + "".join(f"{i},{1 if i % 3 else -1},{-1 if i % 3 else 1},{i % 2}\n" for i in range(20))
COMMENTS = "comment-id,moderated\n0,1\n1,1\n2,-1\n"


def test_a_record_has_every_field_and_can_be_repeated():
    options = Options(runs=3, seed=5)
    votes, comments = source(VOTES), source(COMMENTS)
    record = map_files(votes, comments, options).record()
    assert {
        "participants", "statements", "center", "components", "projection", "extremity", "k", "groups",
        "silhouette_by_k", "counts", "group_consensus", "priority", "representative", "consensus", "stability",
        "moderated_out", "in_conversation", "divisive", "bridging", "options", "input_sha256", "version",
    } <= set(record)  # fmt: skip
    assert record["moderated_out"] == [2]
    assert record["input_sha256"] == [votes.sha256, comments.sha256]
    assert json.loads(json.dumps(record)) == map_files(votes, comments, options_of(record)).record()


def test_what_is_going_on_is_told():
    told = []
    map_files(source(VOTES), None, Options(runs=2), progress=told.append)
    assert told[0] == "reading votes"
    assert told[-1] == "mapping draw 2 of 2"


@pytest.mark.parametrize("options", [None, {}, {"runs": 3}, {"strict": 0, "meta": False}, "x"])
def test_options_that_are_damaged_are_refused(options):
    with pytest.raises(OpinionProblem) as told:
        options_of({"options": options})
    assert told.value.code == "options"


def test_options_below_nothing_are_refused():
    record = map_files(source(VOTES), None, Options(runs=0)).record()
    record["options"]["runs"] = -1
    with pytest.raises(OpinionProblem):
        options_of(record)
