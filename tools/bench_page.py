"""The table of docs/benchmarks.md, written from the lines that the benchmarks printed (bench/results/*.jsonl)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "bench" / "results"
PAGE = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- benchmarks -->", "<!-- end -->"


def page() -> str:
    """The page as it should be: what stands around the table is kept."""
    text = PAGE.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    rows = [
        "| what | ours | reference | ratio | limit | holds | command |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for file in sorted(RESULTS.glob("*.jsonl")):
        rows += [_row(json.loads(line), file.stem) for line in file.read_text(encoding="utf-8").splitlines()]
    return f"{before}{BEGIN}\n\n" + "\n".join(rows) + f"\n\n{END}{after}"


def _row(line: dict[str, Any], name: str) -> str:
    reference = _figure(line["reference"], line["unit"]) if line["reference"] is not None else "–"
    ratio = f"{line['ratio']:g}" if line["ratio"] is not None else "–"
    holds = "yes" if line["holds"] else "**no**"
    ours = _figure(line["ours"], line["unit"])
    return f"| {line['name']} | {ours} | {reference} | {ratio} | {line['limit']} | {holds} | `make bench NAME={name}` |"


def _figure(value: float, unit: str) -> str:
    return f"{value:.3g} {unit}" if abs(value) < 1000 else f"{value:,.0f} {unit}"


def save(name: str, lines: list[str]) -> None:
    """Keep what a benchmark printed, and write the page anew."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")
