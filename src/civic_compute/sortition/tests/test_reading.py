import gzip
import io

import pytest

from civic_compute.problems import CalculationProblem
from civic_compute.reading import ReadingProblem, Source, read_stream
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.reading import read_excluded, read_pool, read_quotas
from civic_compute.sortition.tests.pools import pool_of, source

PEOPLE = "id,g\n1,f\n2,m\n3,f"
QUOTAS = "g,f,1,1\ng,m,1,1"


def ids(pool):
    return [person.id for person in pool.persons]


def test_names_and_values_compare_without_case_and_space():
    pool = pool_of("ID, Gender ,shoe\n1, FEMALE ,40\n2,male,41", "gender,Female,1,1\nGENDER, male,1,1", 2)
    assert [person.values for person in pool.persons] == [("female",), ("male",)]
    assert pool.label("gender") == "gender"
    assert pool.label("gender", "female") == "Female"


def test_columns_that_no_quota_names_are_passed_over():
    assert pool_of("id,name,g\n1,Aino,f\n2,Bertta,m", QUOTAS, 2).categories == ("g",)


@pytest.mark.parametrize(
    ("header", "more", "expected"),
    [
        ("id", {}, ["7", "8"]),
        ("Unique_ID", {}, ["7", "8"]),
        ("number", {}, ["1", "2"]),
        ("number", {"id_column": " NUMBER "}, ["7", "8"]),
    ],
)
def test_ids_come_from_the_column_asked_for_or_id_or_the_rows_number(header, more, expected):
    assert ids(pool_of(f"{header},g\n8,f\n7,m", QUOTAS, 2, **more)) == expected


def test_ids_are_in_order_numbers_by_value_first():
    assert ids(pool_of("id,g\nb,f\n10,f\n9,m\na,m", QUOTAS, 2)) == ["9", "10", "a", "b"]


def test_an_id_of_thousands_of_digits_is_a_text_and_no_fault():
    long = "7" * 5_000
    assert ids(pool_of(f"id,g\n{long},f\n9,m", QUOTAS, 2)) == ["9", long]


def test_the_older_names_of_the_columns_are_known():
    assert len(read_quotas(source("q.csv", "name,value,min,max\ng,f,0,1")).quotas) == 1


def test_packed_files_and_other_delimiters_are_read():
    packed = read_stream(io.BytesIO(gzip.compress(b"\xef\xbb\xbfid;g\r\n1;f\r\n2;m\r\n")), name="people.csv.gz")
    pool = read_pool(packed, source("quotas.csv", f"category,feature,min,max\n{QUOTAS}"), size=2)
    assert ids(pool) == ["1", "2"]


def test_excluded_persons_stay_in_the_pool_as_excluded():
    names = read_excluded(source("out.txt", "2\n\n 3 \n"))
    pool = pool_of("id,g\n1,f\n2,m\n3,f\n4,m", QUOTAS, 2, excluded=names)
    assert [person.id for person in pool.persons if person.excluded] == ["2", "3"]


def test_an_address_is_compared_folded():
    pool = pool_of("id,g,Home\n1,f,Katu 1\n2,m,KATU  1 \n3,f,", QUOTAS, 2, address_column="home")
    assert [person.address for person in pool.persons] == ["katu 1", "katu 1", ""]


@pytest.mark.parametrize(
    "other", ["Katu\u200b 1", "KA\u00adTU 1", "Katu １", "Katu 1.", "katu, 1", " Katu\u00a01 ", "\ufeffKatu 1"]
)
def test_invisible_characters_and_full_stops_make_no_other_address(other):
    pool = pool_of(f'id,g,home\n1,f,Katu 1\n2,m,"{other}"', QUOTAS, 1, address_column="home")
    assert len({person.address for person in pool.persons}) == 1


def test_the_columns_that_were_used_are_told_as_the_table_writes_them():
    pool = pool_of("Unique_ID,g,Home\n7,f,a\n8,m,b", QUOTAS, 2, address_column="home")
    assert (pool.id_column, pool.address_column) == ("Unique_ID", "Home")
    assert (pool_of("g\nf\nm", QUOTAS, 2).id_column, pool.one_per_address) == ("", True)


@pytest.mark.parametrize(
    ("people", "quotas", "size", "code", "file", "line"),
    [
        (PEOPLE, "g,f,x,1\ng,m,1,1", 2, "quota_not_whole", "quotas.csv", 2),
        (PEOPLE, "g,f,-1,1\ng,m,1,1", 2, "quota_not_whole", "quotas.csv", 2),
        (PEOPLE, "g,f,1.5,2\ng,m,1,1", 2, "quota_not_whole", "quotas.csv", 2),
        (PEOPLE, "g,f,1,\ng,m,1,1", 2, "quota_not_whole", "quotas.csv", 2),
        (PEOPLE, "g,f,1,1\ng,m,2,1", 2, "quota_upside_down", "quotas.csv", 3),
        (PEOPLE, "g,f,1,1\nG, F ,1,1", 2, "quota_twice", "quotas.csv", 3),
        (PEOPLE, "g,,1,1", 2, "quota_unnamed", "quotas.csv", 2),
        (PEOPLE, "", 2, "no_quotas", "quotas.csv", None),
        (PEOPLE, "g,f,1,1\nage,m,1,1", 2, "category_not_asked", "quotas.csv", 3),
        ("id,g\n1,f\n2,", QUOTAS, 1, "value_missing", "people.csv", 3),
        ("id,g\n1,f\n2,n", QUOTAS, 1, "value_without_quota", "people.csv", 3),
        ("id,g\n1,f\n2,m\n1,f", QUOTAS, 2, "id_twice", "people.csv", 4),
        ("id,g\n1,f\n,m", QUOTAS, 2, "id_missing", "people.csv", 3),
        (PEOPLE, QUOTAS, 4, "size_over_pool", "people.csv", None),
        (PEOPLE, QUOTAS, 0, "size_not_positive", "", None),
        (PEOPLE, QUOTAS, -3, "size_not_positive", "", None),
        ("id,g", QUOTAS, 1, "no_rows", "people.csv", None),
        ("id,g\n1,f,x", QUOTAS, 1, "row_length", "people.csv", 2),
        ('id,g\n1,"f', QUOTAS, 1, "broken_quotes", "people.csv", 2),
        ("id,g,g\n1,f,f", QUOTAS, 1, "two_columns", "people.csv", 1),
        ("id,g, G \n1,f,m", QUOTAS, 1, "two_columns", "people.csv", 1),
    ],
)
def test_bad_input_names_the_file_and_the_line(people, quotas, size, code, file, line):
    with pytest.raises(CalculationProblem) as problem:
        pool_of(people, quotas, size)
    assert (problem.value.code, problem.value.file, problem.value.line) == (code, file, line)
    assert problem.value.sentence


def test_an_excluded_id_that_nobody_has_is_refused():
    with pytest.raises(SortitionProblem, match="9 must not be drawn, but is nobody"):
        pool_of(PEOPLE, QUOTAS, 2, excluded=["9"])


def test_everybody_excluded_is_refused():
    with pytest.raises(SortitionProblem, match="no persons who may be drawn"):
        pool_of(PEOPLE, QUOTAS, 1, excluded=["1", "2", "3"])


def test_a_file_in_another_encoding_is_refused_with_its_line():
    with pytest.raises(ReadingProblem) as problem:
        read_pool(Source("p.csv", b"id,g\n1,\xe4", ""), source("q.csv", f"category,feature,min,max\n{QUOTAS}"), size=1)
    assert (problem.value.code, problem.value.line) == ("not_utf8", 2)


def test_a_value_of_a_megabyte_is_refused_shortly():
    with pytest.raises(SortitionProblem) as problem:
        pool_of(f"id,g\n1,{'x' * 1_000_000}", QUOTAS, 1)
    assert len(str(problem.value)) < 400
