"""I10: no SQL is put together from text; raw SQL stands only in the listed places, each reviewed and with its reason."""

import ast

from tests.repository.sources import calls, name_of, trees

RAW: dict[str, str] = {
    "audit/clock.py": "the database's clock",
    "audit/trail.py": "one sealer at a time",
    "processes/searching.py": "all of a process made anew and changes of single texts take turns",
    "audit/migrations/0001_initial.py": "the same default",
    "audit/migrations/0002_refuse_change.py": "triggers that refuse change",
    "audit/migrations/0003_unsealed.py": "the trigger that lists a new line for sealing",
    "comments/endorsements.py": "a mark is stored and counted in one statement",
    "comments/migrations/0011_unanswered_are_counted.py": "the first count of what waits",
    "comments/migrations/0012_whose_change_it_is.py": "whose change each earlier one was",
    "comments/migrations/0014_lists_begin.py": "the first lists of those who told a municipality",
    "comments/migrations/0017_words_in_easy_swedish_fit.py": "a column is wider, its triggers stay as they were",
    "documents/migrations/0002_published_versions_stand.py": "triggers that keep published versions",
    "documents/migrations/0003_descent_stands_and_texts_count_their_revisions.py": "triggers of revisions",
    "documents/migrations/0005_letters_are_kept.py": "the letters so far, and the trigger that gives the next one",
    "intake/migrations/0009_waiting_notes_are_counted.py": "the first count of waiting notes",
    "intake/migrations/0012_rounds_held_elsewhere_are_marked.py": "which rounds were brought in from elsewhere",
    "launch/migrations/0002_released_packs_stand.py": "the trigger of released packs",
    "launch/migrations/0004_news_after_news.py": "the same trigger, which keeps the piece of news too",
    "reports/migrations/0002_published_reports_stand.py": "the triggers of published reports",
    "reports/migrations/0012_words_withheld_since.py": "their trigger lets files be made anew",
    "reports/migrations/0005_annex_of_a_version.py": "the trigger of annexes of published reports",
    "open_data/migrations/0006_changes_are_noted.py": "triggers that note what files hold no more",
    "open_data/migrations/0007_final_answers_are_noted.py": "another of them",
    "open_data/migrations/0009_claimed_comments_are_noted.py": "another of them",
    "open_data/migrations/0010_words_of_answers_are_noted.py": "another of them",
    "open_data/migrations/0012_brought_files_are_noted.py": "another of them",
    "open_data/migrations/0013_names_of_authorities_are_noted.py": "another of them",
    "open_data/migrations/0014_translations_are_noted.py": "another of them",
    "open_data/migrations/0017_stances_are_noted.py": "another of them",
    "open_data/migrations/0018_stances_are_noted_once_a_statement.py": "the same ones, for all rows of a statement at once",
    "open_data/migrations/0015_what_was_taken_away.py": "others, of what leaves the files at once",
    "open_data/migrations/0011_drafts_elsewhere_change_nothing.py": "one of them, for published words only",
    "people/organisations.py": "keeps what is named from being removed, and lets others name it too",
    "people/limits.py": "counts a try in one statement",
    "people/migrations/0003_counts_of_tries_need_no_journal.py": "a table without journal",
    "cli/demo.py": "empties the demo's schema",
    "cli/running.py": "the time that migrations may take",
    "database/baseline.py": "makes the tables of a new database from the file that was written of them",
    "database/prepared.py": "sends what Django built, with values apart",
    "database/prepared_writes.py": "the same for rows that are stored and changed",
    "database/server.py": "makes the embedded server's database",
    "site/health.py": "asks whether the database answers",
}
NAMES = {"raw", "extra", "RunSQL", "RawSQL"}
CURSORS = {"execute", "executemany", "copy"}


def _uses_raw(tree: ast.AST) -> bool:
    for name, call in calls(tree):
        if name in NAMES:
            return True
        if name in CURSORS and isinstance(call.func, ast.Attribute) and _is_cursor(call.func.value):
            return True
    return False


def _is_cursor(node: ast.AST) -> bool:
    return name_of(node) in {"cursor", "connection"}


def test_i10_raw_sql_stands_only_where_it_is_listed() -> None:
    used = {path for path, tree in trees().items() if _uses_raw(tree)}
    assert sorted(used - set(RAW)) == []
    assert sorted(path for path in RAW if path in trees() and path not in used) == []


def test_i10_no_sql_is_put_together_from_text() -> None:
    """An executed statement is one constant text, or one made with psycopg.sql."""
    found = []
    for path, tree in trees().items():
        for name, call in calls(tree):
            is_sql = name in CURSORS and isinstance(call.func, ast.Attribute) and _is_cursor(call.func.value)
            if (is_sql or name in NAMES) and call.args and isinstance(call.args[0], ast.JoinedStr | ast.BinOp):
                found.append(f"{path}:{call.lineno}")
    assert found == []
