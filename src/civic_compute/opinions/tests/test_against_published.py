"""Every formula on every open conversation, against what was computed elsewhere."""

import numpy as np
import pytest

from civic_compute.opinions.agreement import adjusted_rand
from civic_compute.opinions.components import components_of, extremities, projections, statement_positions
from civic_compute.opinions.consensus import consensus_of, group_consensus
from civic_compute.opinions.counts import count_everybody, count_groups
from civic_compute.opinions.mapping import map_conversation
from civic_compute.opinions.matrix import matrix_of
from civic_compute.opinions.priorities import priorities
from civic_compute.opinions.reading import read_conversation
from civic_compute.opinions.representative import representative_of
from civic_compute.opinions.tests.open_conversations import (
    FIXTURES,
    NAMES,
    conversation,
    expected,
    published_labels,
    service_conversation,
    service_labels,
    service_numbers,
)
from civic_compute.reading import read_source
from tests.open_data import open_data

VALUES = ("pa", "pd", "pat", "pdt", "ra", "rd", "rat", "rdt")


@pytest.mark.parametrize("name", NAMES)
def test_means_components_and_positions(name):
    published, votes = expected(name), conversation(name)
    matrix = matrix_of(votes)
    found = components_of(matrix)
    positions = projections(matrix, found)
    people = [votes.participants.index(str(person)) for person in published["participants_order"]]
    assert [int(s) for s, out in zip(votes.statements, votes.moderated_out, strict=True) if out] == published[
        "moderated_out"
    ]
    assert found.centre == pytest.approx(np.array(published["pca"]["center"]), abs=1e-9)
    assert found.components == pytest.approx(np.array(published["pca"]["components"]), abs=1e-8)
    assert found.singular_values == pytest.approx(np.array(published["pca"]["singular_values"][:2]), abs=1e-9)
    assert positions[people] == pytest.approx(np.array(published["projection"]), abs=1e-9)
    assert extremities(statement_positions(votes, found)) == pytest.approx(
        np.array(published["statement_extremity"]), abs=1e-9
    )


@pytest.mark.parametrize("name", NAMES)
def test_groups_are_those_of_the_reference_run_and_as_near_to_the_published(name):
    published = expected(name)
    groups = map_conversation(conversation(name)).groups
    run = published["cold_start"]
    assert len(groups.in_conversation) == run["in_conversation"]
    assert len(groups.base.centres) == run["base_clusters"]
    assert groups.k == run["k"]
    assert groups.sizes.tolist() == run["group_sizes"]
    assert {str(k): round(score, 6) for k, score in groups.silhouette_by_k.items()} == run["silhouette_by_k"]
    labels = published_labels(name)
    both = (labels >= 0) & (groups.labels >= 0)
    reached = adjusted_rand(labels[both], groups.labels[both])
    assert round(reached, 4) >= published["agreement_with_published"]["reference_cold_start"]["adjusted_rand"]


@pytest.mark.parametrize("name", NAMES)
def test_what_follows_from_the_published_groups(name):
    votes, published = conversation(name), expected(name)
    given = published["given_published_groups"]
    matrix = matrix_of(votes)
    counts = count_groups(matrix, published_labels(name), published["published"]["k"])
    for group in range(published["published"]["k"]):
        for part in ("agree", "disagree", "seen"):
            assert getattr(counts, part)[group].tolist() == given["votes"][str(group)][part]
    agree, disagree = group_consensus(counts)
    assert agree == pytest.approx(np.array(given["group_aware_consensus_agree"]), abs=1e-9)
    assert disagree == pytest.approx(np.array(given["group_aware_consensus_disagree"]), abs=1e-9)
    extremity = extremities(statement_positions(votes, components_of(matrix)))
    assert priorities(counts, extremity, votes.meta) == pytest.approx(np.array(given["priority"]), abs=1e-9)
    for group, chosen in enumerate(representative_of(counts, votes.moderated_out)):
        wanted = given["representative"][str(group)]
        assert [(int(votes.statements[one.statement]), one.direction, one.best_agree) for one in chosen] == [
            (one["statement"], one["repful_for"], one["best_agree"]) for one in wanted
        ]
        for one, other in zip(chosen, wanted, strict=True):
            assert [getattr(one, value) for value in VALUES] == pytest.approx(
                [other[value] for value in VALUES], abs=1e-9
            )
            assert one.metric == pytest.approx(other["metric"], rel=1e-9)


@pytest.mark.parametrize("name", NAMES)
def test_consensus_over_everybody(name):
    votes = conversation(name)
    found = consensus_of(count_everybody(matrix_of(votes)), votes.moderated_out)
    assert {
        "agree": [int(votes.statements[one.statement]) for one in found.agree],
        "disagree": [int(votes.statements[one.statement]) for one in found.disagree],
    } == expected(name)["consensus"]


@pytest.mark.parametrize("name", NAMES)
def test_both_forms_of_the_votes_say_the_same(name):
    path = open_data("opinions") / name / "votes.csv.gz"
    if not path.exists():
        pytest.skip("only the matrix was published")
    matrix, events = conversation(name), read_conversation(read_source(path))
    rows = {person: (columns, votes) for person, columns, votes in _rows(matrix) if len(votes)}
    assert {person: (columns, votes) for person, columns, votes in _rows(events)} == rows


@pytest.mark.parametrize("name", FIXTURES)
def test_the_numbers_of_the_service_itself(name):
    votes, numbers = service_conversation(name), service_numbers(name)
    matrix = matrix_of(votes)
    found = components_of(matrix)
    assert -found.centre == pytest.approx(np.array(numbers["pca"]["center"]), abs=1e-9)
    for ours, theirs in zip(found.components, np.array(numbers["pca"]["comps"]), strict=True):
        assert ours * np.sign(ours @ theirs) == pytest.approx(theirs, abs=1e-8)
    extremity = extremities(statement_positions(votes, found))
    assert extremity == pytest.approx(np.array(numbers["pca"]["comment-extremity"]), abs=1e-9)
    counts = count_groups(matrix, service_labels(name), len(numbers["group-clusters"]))
    for group, stored in numbers["group-votes"].items():
        for part, key in (("agree", "A"), ("disagree", "D"), ("seen", "S")):
            assert getattr(counts, part)[int(group)].tolist() == [stored["votes"][s][key] for s in votes.statements]
    agree, _disagree = group_consensus(counts)
    assert agree == pytest.approx([numbers["group-aware-consensus"][s] for s in votes.statements], abs=1e-9)
    weights = priorities(counts, extremity, votes.meta)
    assert weights == pytest.approx([numbers["comment-priorities"][s] for s in votes.statements], abs=1e-9)
    for group, chosen in enumerate(representative_of(counts, votes.moderated_out)):
        wanted = numbers["repness"][str(group)]
        assert [(int(votes.statements[one.statement]), one.direction) for one in chosen] == [
            (one["tid"], one["repful-for"]) for one in wanted
        ]
    consensus = consensus_of(count_everybody(matrix), votes.moderated_out)
    for side in ("agree", "disagree"):
        listed = [int(votes.statements[one.statement]) for one in getattr(consensus, side)]
        assert listed == [one["tid"] for one in numbers["consensus"][side]]


@pytest.mark.parametrize("name", FIXTURES)
def test_positions_are_where_the_service_has_its_base_clusters(name):
    votes, numbers = service_conversation(name), service_numbers(name)
    matrix = matrix_of(votes)
    positions = projections(matrix, components_of(matrix))
    places = {person: place for place, person in enumerate(votes.participants)}
    base = numbers["base-clusters"]
    centres = np.array([positions[[places[str(one)] for one in members]].mean(axis=0) for members in base["members"]])
    for axis, side in enumerate(("x", "y")):
        theirs = np.array(base[side])
        assert centres[:, axis] * np.sign(centres[:, axis] @ theirs) == pytest.approx(theirs, abs=1e-9)


def _rows(votes):
    for place, person in enumerate(votes.participants):
        part = slice(votes.starts[place], votes.starts[place + 1])
        yield person, tuple(votes.statements[j] for j in votes.columns[part]), tuple(votes.votes[part].tolist())
