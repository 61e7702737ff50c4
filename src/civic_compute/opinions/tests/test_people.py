"""One person's standing, stability, the running conversation, and the map in words and tables."""

import string
from dataclasses import replace

import numpy as np
import pytest

from civic_compute.opinions import tables, words
from civic_compute.opinions.agreement import adjusted_rand
from civic_compute.opinions.chance import fractions, places
from civic_compute.opinions.incremental import NewVote, add_votes
from civic_compute.opinions.mapping import map_conversation
from civic_compute.opinions.person import standing_of
from civic_compute.opinions.problems import OpinionProblem
from civic_compute.opinions.record import record_of
from civic_compute.opinions.running import EQUAL_UPDATES, Running, update
from civic_compute.opinions.stability import stability_of
from civic_compute.opinions.tests.made_up import camps, conversation

CAMPS = camps(120, 15)
MAP = map_conversation(CAMPS)


def votes_of(votes, place):
    part = slice(votes.starts[place], votes.starts[place + 1])
    return {votes.statements[j]: int(v) for j, v in zip(votes.columns[part], votes.votes[part], strict=True)}


def test_where_a_participant_stands_is_where_the_map_has_them():
    for place in range(0, 120, 7):
        standing = standing_of(MAP, votes_of(CAMPS, place))
        assert (standing.x, standing.y) == pytest.approx(tuple(MAP.positions[place]), abs=1e-12)


def test_a_person_is_near_the_group_they_agree_with():
    leaning = {
        s: 1 if MAP.counts.agree[0, j] > MAP.counts.disagree[0, j] else -1 for j, s in enumerate(CAMPS.statements)
    }
    standing = standing_of(MAP, leaning)
    assert standing.nearest == 0
    assert standing.groups[0].alike == standing.groups[0].compared
    assert standing.apart == ()
    other = standing_of(MAP, {statement: -vote for statement, vote in leaning.items()})
    assert other.nearest == 1
    codes = [sentence.code for sentence in words.sentences_about(other)]
    assert codes[:2] == ["your_votes", "you_near"]


def test_nobody_yet_stands_in_the_middle():
    standing = standing_of(MAP, {})
    assert (standing.x, standing.y, standing.nearest) == (0, 0, None)
    assert [sentence.code for sentence in words.sentences_about(standing)] == ["you_no_votes"]


def test_votes_on_statements_moderated_out_do_not_place_a_person():
    hidden = map_conversation(replace(CAMPS, moderated_out=np.arange(15) == 3))
    assert standing_of(hidden, {"3": 1}).nearest is None


@pytest.mark.parametrize(("votes", "code"), [({"99": 1}, "unknown_statement"), ({"0": 2}, "vote")])
def test_a_persons_bad_vote_is_refused(votes, code):
    with pytest.raises(OpinionProblem) as told:
        standing_of(MAP, votes)
    assert told.value.code == code


@pytest.mark.parametrize(("vote", "code"), [(NewVote("1", "1", 3), "vote"), (NewVote("", "1", 1), "no_id")])
def test_a_bad_new_vote_is_refused(vote, code):
    with pytest.raises(OpinionProblem) as told:
        add_votes(CAMPS, [vote])
    assert told.value.code == code


def test_clear_camps_are_stable_and_the_draws_can_be_repeated():
    first = stability_of(CAMPS, MAP.groups, runs=8, seed=3)
    assert first == stability_of(CAMPS, MAP.groups, runs=8, seed=3, threads=1)
    assert first != stability_of(CAMPS, MAP.groups, runs=8, seed=4)
    assert first.same_k == 1
    assert first.adjusted_rand > 0.8
    assert first.tells


def test_noise_is_refused_as_unstable():
    chance = np.random.Generator(np.random.PCG64(9))
    votes = conversation(chance.integers(-1, 2, (80, 30)).tolist())
    stability = stability_of(votes, map_conversation(votes).groups, runs=8, seed=1)
    assert stability.refused == ("unstable",)


def test_a_tiny_group_is_refused():
    votes = conversation([[1, 1, 1, -1, -1, -1, 1]] * 20 + [[-1, -1, -1, 1, 1, 1, -1]] * 3)
    groups = map_conversation(votes).groups
    assert stability_of(votes, groups, runs=0, seed=0).refused == ("tiny_group",)
    assert stability_of(votes, groups, runs=0, seed=0, least_persons=3).refused == ()


def test_refused_groups_are_not_told_in_words_or_tables():
    stability = replace(stability_of(CAMPS, MAP.groups, runs=0, seed=0), refused=("tiny_group",))
    codes = {sentence.code for sentence in words.sentences_of(MAP, stability)}
    assert not codes & {"groups", "group", "represents_agree", "represents_disagree", "divides"}
    assert "tiny_group" in codes
    assert [table.title for table in tables.tables_of(MAP, tell_groups=False)] == ["statements"]


def test_every_code_has_english_and_its_values():
    stability = stability_of(CAMPS, MAP.groups, runs=2, seed=0)
    for sentence in words.sentences_of(MAP, stability):
        assert {name for _, name, _, _ in string.Formatter().parse(words.ENGLISH[sentence.code]) if name} <= set(
            sentence.values
        )
        assert "{" not in sentence.english
    for table in tables.tables_of(MAP):
        assert table.title in tables.ENGLISH
        assert all(len(row) == len(table.headings) for row in table.rows)
        assert all(heading.english for heading in table.headings)


def test_percents_are_rounded_half_up():
    assert [words.percent(part, 8) for part in (0, 1, 3, 8)] == [0, 13, 38, 100]
    assert words.percent(0, 0) == 0


def test_ids_that_are_whole_numbers_are_numbers_in_a_record():
    record = record_of(MAP)
    assert record["statements"] == list(range(15))
    assert sum(map(len, record["groups"].values())) == len(record["in_conversation"])
    other = add_votes(CAMPS, [NewVote("x", "01", 1)])
    assert record_of(map_conversation(other))["statements"][-1] == "14"


def test_a_running_conversation_drops_nobody_and_keeps_its_groups():
    opinions, running = update(CAMPS, Running())
    again, after = update(CAMPS, running)
    assert again.groups.labels.tolist() == opinions.groups.labels.tolist()
    fewer = add_votes(CAMPS, [NewVote("0", f"new {number}", 0) for number in range(30)])
    now, _after = update(fewer, after)
    assert set(opinions.groups.in_conversation) <= set(now.groups.in_conversation)
    both = (opinions.groups.labels >= 0) & (now.groups.labels[:120] >= 0)
    assert adjusted_rand(opinions.groups.labels[both], now.groups.labels[:120][both]) > 0.8


def test_the_number_of_groups_changes_after_four_equal_updates():
    _opinions, running = update(CAMPS, Running())
    wanted = running.wanted
    running = replace(running, k=wanted + 1, wanted=wanted + 1, times=9)
    used = []
    for _time in range(EQUAL_UPDATES):
        _opinions, running = update(CAMPS, running)
        used.append(running.k)
    assert used == [wanted + 1] * (EQUAL_UPDATES - 1) + [wanted]


def test_a_running_conversation_needs_votes():
    with pytest.raises(OpinionProblem):
        update(conversation([[None]]), Running())


def test_chance_from_a_seed():
    drawn = fractions(7, 0, 10_000)
    assert drawn.min() >= 0
    assert drawn.max() < 1
    assert abs(drawn.mean() - 0.5) < 0.02
    assert fractions(7, 0, 3).tolist() == drawn[:3].tolist()
    assert fractions(7, 1, 3).tolist() != drawn[:3].tolist()
    assert set(places(1, 2, 1000, 5).tolist()) == set(range(5))
    assert places(1, 2, 4, 1000).tolist() == places(1, 2, 4, 1000).tolist()
