"""What the product must survive, and the tests that prove it: python -m tests.repository.threats."""

import re
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PAGE: Final = ROOT / "docs" / "security.md"
HEAD: Final = """# Security: what must not break, and its tests

What the product must survive, and the tests that prove it. A test names its threat by number, so this page is made from
the tests: `make docs` writes it again, and a threat without a test, or a test of an unknown number, fails the build.

The timing of A1 is tried a few times at each door in every run (the medians within 1.6 times and 10 ms) and measured in
one of its own (`tests/contract/test_timing.py`, part of `make test-long`): 200 tries each, the fast tenth compared, at most
10 ms apart. Measured on 22.11.2026 on a busy machine of two cores: a wrong password 503 ms for a
known address, 501 ms for one without a password and 506 ms for an unknown one; asking for a sign-in code 82 and 85 ms.
"""

LEARNED_HEAD: Final = """## Learned from another product

Vulnerabilities that were published of a product of the same kind (Decidim), the number above that
stands for each, and the test that fails where it is found here.
"""

THREATS: Final = {
    "I1": "Hostile text in any field is shown as text wherever it is printed",
    "I2": "Hostile parameters of addresses are refused or ignored, never echoed",
    "I3": "Control signs, lone surrogates, invisible and reversing signs are cleaned or refused",
    "I4": "Right-to-left and four-byte text comes back whole and fits 320 px",
    "I5": "Huge texts, many fields, deep JSON and strange numbers are refused or read exactly",
    "I6": "Names cannot look the same, or pass for staff or the authority",
    "I7": "Markdown comes out harmless; there is no field for raw HTML",
    "I8": "Addresses of elsewhere are https, of the hosts that the installation lists, and shown as links; nothing is loaded from there",
    "I9": "Orders and filters come from a fixed list",
    "I10": "No SQL is put together from text; raw SQL stands in listed places",
    "I11": "Ways on stay on our own hosts",
    "I12": "A wrong host or forwarded address changes no link and no limit",
    "E1": "The type of a file is decided by its content; dangerous kinds are refused",
    "E2": "Empty, oversized and oddly named files are refused or renamed",
    "E3": "Pictures are made anew, without places and names; bombs are refused",
    "E4": "Files that unpack to much, name entities or call outside are refused, soon and in little memory",
    "E5": "Files are given out to be saved only, and wait for the virus check",
    "E6": "No cell of an export starts a formula",
    "E10": "Making a PDF fetches nothing",
    "E7": "A long export is made in parts in little memory; a full sheet goes on in another, a long cell says where the rest is",
    "E8": "What is not public is given to whoever is signed in and may; the copied address gives nothing, and no file of one person is kept",
    "E9": "No two exports share a file",
    "E11": "No personal field is in any export by default",
    "W1": "A strict content security policy, nothing inline",
    "W2": "Reading changes nothing",
    "W3": "A change without a token of ours, or from elsewhere, is refused",
    "W4": "Pages of persons are kept by no cache, and going back after signing out shows none of them",
    "W5": "Cookies are bound to the host; the session gets a new id when it rises",
    "W6": "No page may be framed but the card, which shows published things only",
    "W7": "The server calls out only to configured hosts, whatever an answer names",
    "W8": "What is secret looks like what is not there",
    "A1": "Known and unknown addresses are answered alike",
    "A2": "Links and codes work for their purpose, place and time only; a change is a POST",
    "A4": "Many people behind one address can take part",
    "A5": "Staff need a second factor; a removed role stops at the next request",
    "A6": "OpenID Connect refuses what does not fit; the identity code is kept nowhere",
    "A7": "A lost address does not give the account of an identified person away",
    "P1": "Each address, with GET and POST, for each kind of person, in one table",
    "P2": "The same role in another process or authority finds nothing",
    "P3": "Every way to a thing that is not public gives the same nothing",
    "P4": "Changing somebody's thing asks whose it is",
    "P5": "Fields that a person may not set are ignored",
    "P7": "Moderation hides with a reason, never edits, and can be appealed",
    "D1": "Every field is classed personal, internal or public",
    "D2": "My data holds all about me and nothing of others; erasing leaves totals",
    "D3": "No statistic tells of a small group, also not two of them subtracted",
    "D4": "Logs, tasks, subjects and addresses hold nothing personal",
    "D5": "Retention runs daily, is counted, and a skipped day is told",
    "D6": "Words about health warn before publishing, and wait for a check",
    "D7": "A minor's name is not asked, kept or shown; age is asked only where names are shown, and nobody can be written to",
    "T1": "Opening and closing are instants of the database's clock",
    "T2": "Who began before closing may finish within the grace",
    "T3": "Impossible and doubled hours are refused or asked about",
    "T4": "Dates are shown in Helsinki time with the weekday",
    "O4": "A page asks the database as often for many things as for three",
    "O6": "Bursts and one-address campaigns wait and are told to moderators with their number; copies are shown together",
    "O7": "What one request may cost is bounded: search, files, the interface, imports, and letters to one address",
    "H1": "Every journey works without scripts, by keyboard, at 320 px and with large text",
    "H2": "A failed form keeps every word and leads to what is wrong",
    "H3": "Nothing covers a button; nothing needs dragging, speed or colour",
    "H4": "Unsent, sent and changed words are told apart, with the way to change them",
    "H5": "Every page of taking part tells the phone and paper way",
    "V3": "A repeated request shows the first receipt",
    "V1": "What a person may do once is done once, also 200 times at once: an agreement (there are no votes yet)",
    "V10": "A changed line of the trail is found by the daily check",
    "F1": "Killed web processes lose nothing (twenty kills under 1,000 comments: `make faults`, `docs/benchmarks.md`)",
    "F2": "A killed database loses nothing: the embedded server is started again by itself, pages and worker go on (1,000 comments during kills: `make faults`, `docs/benchmarks.md`)",
    "F3": "What a worker left when it died is done by the next, and done once",
    "F4": "What always fails is parked, shown, and can be sent again",
    "F5": "A full disk, a database that takes nothing and a silent server have their page, and all goes on afterwards",
    "F6": "A slow query is ended, its asker told, and others are served meanwhile",
    "F7": "What is acknowledged has been kept, and after a failover nobody gets a dead connection (the standby is its operator's)",
    "F8": "A migration in an open round makes nobody wait over 2 s behind it, and an upgrade as the guide tells it gives no 5xx",
    "F9": "A backup comes back on an empty machine and is read back every night; a damaged one is noticed then",
    "F10": "Two editors never overwrite each other silently",
}
#: What no test names: a run of its own proves it, nothing of the kind exists yet, or it is not reached.
WITHOUT: Final = {
    "A3": (
        "Codes of events cannot be guessed",
        "There are no short codes of events: the link of an event's table is 128 bits, found by its hash, and ends with the event.",
    ),
    "P6": ("Nobody sees who voted what", "There are no votes yet."),
    "V2": ("Limited places are given once", "There are no limited places yet."),
    "V4": ("A ballot counts as a whole", "There are no votes yet."),
    "V5": ("Rules stand once voting is open", "There are no votes yet."),
    "V6": ("Ballots by channel add up", "There are no votes yet."),
    "V7": ("Anyone can recount", "There are no votes yet; counts and draws of files: `docs/algorithms/checking.md`."),
    "V8": ("A receipt never shows the choice", "There are no votes yet."),
    "V9": ("The tie of person and ballot is deleted", "There are no votes yet."),
    "V11": ("A draw can be repeated", "Draws of files: `src/civic_compute/sortition/tests`."),
    "D8": (
        "Copies for testing are scrubbed",
        "No copy for testing is ever made: the demo world and every test are invented, and a backup is for restoring only.",
    ),
    "T5": ("Statutory periods count working days", "No period of the comment round counts working days."),
    "O1": ("50 casts a second", "There are no votes yet; comments: `docs/benchmarks.md`."),
    "O2": ("The national set-up", "Not reached: it needs more than one machine."),
    "O3": ("Live connections", "There are no live sessions yet."),
    "O5": ("A waiting page for crowds", "Not reached: the server answers 503 when its queue is full."),
}
#: What was found in another product of the kind: the number of its threat, and the test that fails when it is here too.
LEARNED: Final = {
    "CVE-2026-23891": ("I1", "test_i1_no_page_gets_an_element_or_an_attribute_from_words"),
    "CVE-2024-41673": ("I1", "test_i1_no_page_gets_an_element_or_an_attribute_from_words"),
    "CVE-2024-32034": ("I1", "test_i1_no_page_gets_an_element_or_an_attribute_from_words"),
    "CVE-2024-32469": ("I2", "test_i2_i9_no_parameter_of_any_page_breaks_it_or_comes_back_as_it_was"),
    "CVE-2023-34089": ("I2", "test_i2_i9_no_parameter_of_any_page_breaks_it_or_comes_back_as_it_was"),
    "CVE-2023-32693": ("I2", "test_i2_i9_no_parameter_of_any_page_breaks_it_or_comes_back_as_it_was"),
    "CVE-2026-45572": ("I7", "test_i7_hostile_markdown_and_markup_come_out_harmless"),
    "CVE-2024-39910": ("I7", "test_i7_hostile_markdown_and_markup_come_out_harmless"),
    "CVE-2024-27095": ("I7", "test_i7_hostile_markdown_and_markup_come_out_harmless"),
    "CVE-2024-45594": ("I8", "test_i8_a_link_is_a_whole_https_address"),
    "CVE-2023-34090": ("I9", "test_unknown_order_is_refused_i9"),
    "CVE-2026-45376": ("I10", "test_i10_no_sql_is_put_together_from_text"),
    "CVE-2024-43415": ("I10", "test_i10_no_sql_is_put_together_from_text"),
    "CVE-2023-51447": ("E1", "test_e1_e2_files_that_are_not_what_they_say_are_refused"),
    "CVE-2026-45377": ("E8", "test_e8_a_copied_address_of_my_data_gives_another_nothing_of_mine"),
    "CVE-2026-45378": ("E8", "test_e8_the_address_of_an_attachment_gives_nothing_to_others"),
    "CVE-2025-65017": ("E9", "test_e9_two_hundred_orders_at_once_share_no_file_of_another_round"),
    "CVE-2023-47635": ("W2", "test_w2_reading_changes_nothing"),
    "CVE-2024-27090": ("W6", "test_w6_what_is_not_published_is_not_in_it_for_anybody"),
    "CVE-2026-45573": ("W7", "test_w7_a_description_leads_us_to_no_other_host"),
    "CVE-2023-48220": ("A2", "test_a2_late_revoked_and_for_somebody_else"),
    "CVE-2026-45414": ("A2", "test_a2_no_token_works_in_another_authority"),
    "CVE-2026-45330": ("P2", "test_p2_the_same_role_elsewhere_finds_nothing"),
    "CVE-2023-36465": ("P2", "test_p2_the_same_role_elsewhere_may_send_nothing"),
    "CVE-2026-45086": ("P2", "test_p2_the_same_role_elsewhere_finds_nothing"),
    "CVE-2026-45415": ("P2", "test_p2_the_same_role_elsewhere_may_send_nothing"),
    "CVE-2026-40870": ("P3", "test_p3_what_is_not_public_is_nowhere"),
    "CVE-2026-40869": ("P4", "test_p4_what_another_wrote_is_accepted_by_those_alone_whose_it_is_to_accept"),
    "CVE-2023-47634": ("V1", "test_v1_200_agreements_of_one_person_at_once_are_one"),
}
#: What the full list of threats asks under a number and its tests do not show, and why.
NARROWER: Final = {
    "E8": (
        "A download that works once and for 15 minutes",
        "No file of one person is kept: it is made anew for whoever is signed in and may have it.",
    ),
    "W8": (
        "The same time",
        "The pages are compared; only the times of signing in are measured (A1).",
    ),
    "H1": (
        "Every journey in each of these ways",
        "Every page is opened without the product's scripts and at 320 px. Twice the text and the reach of Tab are measured on the pages of readers, not of staff; with scripts turned off the journeys of a resident, a pile of paper, an approved answer and a statement are walked, the others are not.",
    ),
    "H2": (
        "A warning two minutes before a time-out, and each form in a browser",
        "No page has a time-out of its own: a session lasts 30 days. Of the forms of the later parts those of `LATER` in `test_refused_forms.py` are refused in a browser in `make test-long`; forms where nothing can be wrong are not.",
    ),
    "T4": (
        "The weekday in files for programs (CSV, JSON, the API); recurring events",
        "There a day is written as ISO 8601 says, with Helsinki's offset where it has an hour. No event recurs yet.",
    ),
    "O4": (
        "The statistics of 400,000 votes",
        "There are no votes yet.",
    ),
    "O7": (
        "99 of 100 requests under 2 s",
        "Not in the kept run of ten minutes at three quarters of the knee, on two slow cores in use by 90 %: 4.8 s. `docs/benchmarks.md` (`closing_hour`).",
    ),
    "E7": (
        "A million rows in under 200 MB",
        "Tried with 5,000 rows in each run, and with 100,000 in `docs/benchmarks.md` (`exports`).",
    ),
    "E9": (
        "10,000 made in parallel",
        "In each run 200 orders of 40 rounds at once, 10,000 in `make test-long`. A name has 122 bits of chance, and the database refuses the same one twice.",
    ),
    "F5": (
        "A lost cache",
        "There is none to lose: each web process keeps pieces of pages in its own memory and makes them anew.",
    ),
    "F7": (
        "A failover within 60 s",
        "The standby is its operator's; not measured here.",
    ),
    "F8": (
        "A table of a million rows",
        "The table of the test is small; what it tries is the waiting for locks. In containers a deploy pauses for seconds.",
    ),
    "F9": (
        "At most 60 s of data lost",
        "Not reached by the nightly backup: up to a day. `docs/how-to/backup.md` tells how PostgreSQL keeps its log elsewhere; no test does it.",
    ),
}
NUMBER: Final = re.compile(r"(?<=_)([a-z]\d{1,2})(?=_)", re.ASCII)


def named_by_tests() -> dict[str, list[tuple[str, str]]]:
    """The file and name of every test that names a threat, by number; numbers of no list are left in."""
    found: dict[str, list[tuple[str, str]]] = {}
    for file in sorted([*(ROOT / "src").rglob("test_*.py"), *(ROOT / "tests").rglob("test_*.py")]):
        for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE):
            for number in NUMBER.findall(f"{name}_"):
                found.setdefault(number.upper(), []).append((str(file.relative_to(ROOT)), name))
    return found


def threats_page() -> str:
    rows = []
    found = named_by_tests()
    for number, words in THREATS.items():
        files: dict[str, list[str]] = {}
        for file, name in found.get(number, []):
            files.setdefault(file, []).append(f"`{name}`")
        told = "<br>".join(f"[{Path(file).name}](../{file}): {', '.join(names)}" for file, names in files.items())
        rows.append(f"| {number} | {words} | {told} |")
    without = [f"| {number} | {words} | {why} |" for number, (words, why) in WITHOUT.items()]
    files_of = {name: file for tests in found.values() for file, name in tests}
    learned = [
        f"| {code} | {number} | {THREATS[number]} | [`{test}`](../{files_of.get(test, '')}) |"
        for code, (number, test) in LEARNED.items()
    ]
    narrower = [f"| {number} | {words} | {why} |" for number, (words, why) in NARROWER.items()]
    parts = [
        [HEAD, *_table("number", "statement", "tests"), *rows, ""],
        ["## What the tests do not show", "", *_table("number", "left out", "why"), *narrower, ""],
        ["## Without a test of its own", "", *_table("number", "statement", "why"), *without, ""],
        [LEARNED_HEAD, *_table("found", "number", "statement", "test that refuses it"), *learned],
    ]
    return "\n".join(line for part in parts for line in part) + "\n"


def _table(*names: str) -> tuple[str, str]:
    return f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}"


if __name__ == "__main__":
    PAGE.write_text(threats_page(), encoding="utf-8")
