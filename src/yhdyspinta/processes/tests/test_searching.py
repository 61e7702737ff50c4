import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.processes import searching
from yhdyspinta.processes.models import Process, SearchEntry
from yhdyspinta.processes.searching import best, found, index, unindex

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries():
    process = factories.process(factories.authority())
    index(
        process,
        "comment",
        "comment:1",
        {"fi": ("Kommentti 1", "Terveyskeskuksen ovi on raskas.")},
        path="a/",
        at=clock.now(),
    )
    index(
        process,
        "comment",
        "comment:2",
        {"sv": ("Kommentar 2", "Hälsovårdscentralens dörr är tung.")},
        path="b/",
        at=clock.now(),
    )
    index(
        process,
        "comment",
        "comment:3",
        {"fi": ("Kommentti 3", "Yö on pitkä ja lapset odottavat terveyskeskus")},
        path="c/",
        at=clock.now(),
    )
    return SearchEntry.objects.all()


@pytest.mark.parametrize(
    ("words", "language", "targets"),
    [
        ("terveyskeskus", "fi", ["comment:3", "comment:1"]),
        ("TERVEYSKESKUKSEN ovi", "fi", ["comment:1"]),
        ("hälsovårdscentral", "sv", ["comment:2"]),
        ("lapsi", "fi", []),
        ("yö", "fi", ["comment:3"]),
        ("   ", "fi", []),
    ],
)
def test_inflected_words_are_found_exact_ones_first(entries, words, language, targets):
    assert [entry.target for entry in best(entries, words, language)[0]] == targets


def test_who_reads_in_another_language_finds_each_entry_in_its_own_inflection(entries):
    assert {entry.target for entry in found(entries, "terveyskeskus", "sv")} == {"comment:1", "comment:3"}
    assert [entry.target for entry in found(entries, "hälsovårdscentral", "fi")] == ["comment:2"]
    assert [entry.target for entry in found(entries, "hälsovårdscentral", "en")] == ["comment:2"]


def test_a_text_taken_out_is_not_found(entries):
    unindex(Process.objects.get(), "comment:3")
    assert [entry.target for entry in found(entries, "terveyskeskus", "fi")] == ["comment:1"]


def test_of_very_many_hits_the_newest_are_put_in_order_and_documents_are_not_crowded_out(entries, monkeypatch):
    monkeypatch.setattr(searching, "MOST_ORDERED", 1)
    process = Process.objects.get()
    texts = {"fi": ("Terveyskeskuksen ovi", "")}
    index(process, "document", "document:1", texts, path="d/", at=clock.now())
    index(process, "comment", "comment:4", {"fi": ("Kommentti 4", "Terveyskeskuksissa")}, path="e/", at=clock.now())
    rows, are_all = best(entries, "terveyskeskus", "fi")
    assert {entry.target for entry in rows} == {"comment:4", "document:1"}
    assert not are_all
    rows, are_all = best(entries, "terveyskeskus", "fi", kind="document")
    assert ([entry.target for entry in rows], are_all) == (["document:1"], True)


@given(st.text(max_size=300))
def test_no_query_breaks_search(text):
    list(found(SearchEntry.objects.all(), text, "fi"))
    list(best(SearchEntry.objects.all(), text, "fi")[0])
