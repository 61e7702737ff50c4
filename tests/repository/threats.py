"""The threats that the product must survive and the tests that prove it: python -m tests.repository.threats."""

import re
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PAGE: Final = ROOT / "docs" / "threats.md"
HEAD: Final = """# Threats and their tests

What the product must survive, and the tests that prove it. A test names its threat by number, so this page is made from
the tests: `make docs` writes it again, and a threat without a test, or a test of an unknown number, fails the build.

The timing of A1 is tried a few times at each door in every run (the medians within 1.6 times and 10 ms) and measured in
one of its own (`tests/contract/test_timing.py`, part of `make test-long`): 200 tries each, the fast tenth compared, at most
10 ms apart. Measured on 22.11.2026 on a busy machine of two cores: a wrong password 503 ms for a
known address, 501 ms for one without a password and 506 ms for an unknown one; asking for a sign-in code 82 and 85 ms.
"""

THREATS: Final = {
    "I1": "Hostile text in any field is shown as text wherever it is printed",
    "I2": "Hostile parameters of addresses are refused or ignored, never echoed",
    "I3": "Control signs, lone surrogates, invisible and reversing signs are cleaned or refused",
    "I4": "Right-to-left and four-byte text comes back whole and fits 320 px",
    "I5": "Huge texts, many fields, deep JSON and strange numbers are refused or read exactly",
    "I6": "Names cannot look the same, or pass for staff or the authority",
    "I7": "Markdown comes out harmless; there is no field for raw HTML",
    "I9": "Orders and filters come from a fixed list",
    "I10": "No SQL is put together from text; raw SQL stands in listed places",
    "I11": "Ways on stay on our own hosts",
    "I12": "A wrong host or forwarded address changes no link and no limit",
    "E1": "The type of a file is decided by its content; dangerous kinds are refused",
    "E2": "Empty, oversized and oddly named files are refused or renamed",
    "E3": "Pictures are made anew, without places and names; bombs are refused",
    "E4": "Files that unpack to much, name entities or call outside are refused",
    "E5": "Files are given out to be saved only, and wait for the virus check",
    "E6": "No cell of an export starts a formula",
    "W1": "A strict content security policy, nothing inline",
    "W2": "Reading changes nothing",
    "W3": "A change without a token of ours, or from elsewhere, is refused",
    "W4": "Pages of persons are kept by no cache",
    "W5": "Cookies are bound to the host; the session gets a new id when it rises",
    "W6": "No page may be framed",
    "W7": "The server calls out only to configured places",
    "W8": "What is secret looks like what is not there",
    "A1": "Known and unknown addresses are answered alike",
    "A2": "Links and codes work for their purpose, place and time only; a change is a POST",
    "A4": "Many people behind one address can take part",
    "A5": "Staff need a second factor; a removed role stops at the next request",
    "A6": "OpenID Connect refuses what does not fit; the identity code is kept nowhere",
    "P1": "Each address, with GET and POST, for each kind of person, in one table",
    "P2": "The same role in another process or authority finds nothing",
    "P3": "Every way to a thing that is not public gives the same nothing",
    "P4": "Changing somebody's thing asks whose it is",
    "P5": "Fields that a person may not set are ignored",
    "P7": "Moderation hides with a reason, never edits, and can be appealed",
    "D1": "Every field is classed personal, internal or public",
    "D2": "My data holds all about me and nothing of others; erasing leaves totals",
    "D3": "No statistic tells of a small group",
    "D4": "Logs, tasks, subjects and addresses hold nothing personal",
    "D5": "Retention runs daily, is counted, and a skipped day is told",
    "T1": "Opening and closing are instants of the database's clock",
    "T2": "Who began before closing may finish within the grace",
    "T3": "Impossible and doubled hours are refused or asked about",
    "T4": "Dates are shown in Helsinki time with the weekday",
    "O6": "Bursts and one-address campaigns are held back or flagged",
    "O7": "What one request may cost is bounded, and so are letters to one address",
    "H1": "Every journey works without scripts, by keyboard, at 320 px and with large text",
    "H2": "A failed form keeps every word and leads to what is wrong",
    "H3": "Nothing covers a button; nothing needs dragging, speed or colour",
    "H4": "Unsent, sent and changed words are told apart, with the way to change them",
    "H5": "Every page of taking part tells the phone and paper way",
    "V3": "A repeated request shows the first receipt",
    "V10": "A changed line of the trail is found by the daily check",
    "F10": "Two editors never overwrite each other silently",
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
    return "\n".join([HEAD, "| number | statement | tests |", "| --- | --- | --- |", *rows]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(threats_page(), encoding="utf-8")
