"""The page of measurements says what the benchmarks printed."""

from tools import bench_page
from tools.bench import benchmarks


def test_the_page_is_written_from_the_lines_that_were_kept():
    assert bench_page.PAGE.read_text(encoding="utf-8") == bench_page.page()


def test_every_line_is_of_a_benchmark_that_can_be_run():
    kept = {file.stem for file in bench_page.RESULTS.glob("*.jsonl")}
    assert kept <= set(benchmarks())


def test_every_benchmark_says_what_it_measures():
    assert all(len(words) > 20 for words in benchmarks().values())
