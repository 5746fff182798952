"""Where the loss is: each missed or wrong claim of an annotated corpus by the stage that lost it, prose and tables apart.

    python -m tests.misses CORPUS [CORPUS ...] [--list]

Stages of a miss: ``value`` (no mention of the value's kind near the line), ``subject`` (the subject is no name there or of
another kind), ``attribute`` (the value is claimed of the subject under another attribute, or not at all), ``wrong subject``,
``qualifier`` (all but the key qualifier is right). A wrong claim is ``extra`` unless it is one of those.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from checker import packs
from checker.claims.extract import extract
from checker.claims.reading import compile_reading
from checker.mentions import find
from checker.model import Claim, Source
from checker.passages import Page
from checker.sources import read

DATES = (
    "joined_on left_on birth_date death_date founded_on round_date acquired_on released_on held_on opened_on".split()
)
MONEY = "valuation total_raised round_amount revenue acquisition_price price cost".split()
QUANTITIES = "direct_reports headcount users".split()
TABLES = (".csv", ".tsv", ".json", ".jsonl")


def main() -> int:
    """Print the counts (and with --list each miss) of the corpora named."""
    folders = [p for p in map(Path, (w for w in sys.argv[1:] if not w.startswith("--"))) if (p / "gold.json").is_file()]
    if not folders:
        print(__doc__)
        return 2
    reading = compile_reading(packs.load(None))
    counts: Counter[tuple[str, str]] = Counter()
    for folder in folders:
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        names = {a.casefold(): e["name"] for e in gold["entities"] for a in [e["name"], *e.get("aliases", [])]}
        for path in sorted((folder / "sources").iterdir()):
            for source in read(str(path)):
                if isinstance(source, Source):
                    page = find(source)
                    _count(page, extract(page, reading), gold["claims"], names, path.name, counts, "--list" in sys.argv)
    for (where, stage), count in sorted(counts.items()):
        print(f"{where:6} {stage:14} {count:5}")
    return 0


def _count(
    page: Page,
    said: list[Claim],
    gold: list[dict[str, Any]],
    names: dict[str, str],
    file: str,
    counts: Counter[tuple[str, str]],
    listed: bool,
) -> None:
    lines = page.source.raw.split("\n")
    for claim in gold:
        if claim["source"] != file or claim.get("optional"):
            continue
        text = lines[claim["line"] - 1].strip()
        where = "table" if file.endswith(TABLES) or text.startswith(("|", "<td", "<tr", "<th")) else "prose"
        stage = _stage(page, said, claim, names)
        counts[where, stage] += 1
        if listed and stage != "hit":
            print(f"{stage:14} {file}:{claim['line']}  {claim['subject']} . {claim['attribute']} = {claim['value']}")


def _stage(page: Page, said: list[Claim], gold: dict[str, Any], names: dict[str, str]) -> str:
    near = [c for c in said if abs(c.span.line - gold["line"]) <= 2]
    who = lambda name: names.get(name.casefold(), name).casefold()  # noqa: E731
    of_subject = [c for c in near if who(c.subject.name) == gold["subject"].casefold()]
    of_attribute = [c for c in near if c.attribute == gold["attribute"]]
    right = [c for c in of_subject if c in of_attribute]
    if right:
        key = {k: v for k, v in (gold.get("qualifiers") or {}).items() if k == "organization"}
        held = any(
            not key or who(c.qualifiers.get("organization", "")) in {who(v) for v in _texts(key["organization"])}
            for c in right
        )
        return "hit" if held else "qualifier"
    if of_attribute:
        return "wrong subject"
    kind = (
        "date"
        if gold["attribute"] in DATES
        else "money"
        if gold["attribute"] in MONEY
        else "quantity"
        if gold["attribute"] in QUANTITIES
        else "name"
    )
    if not _mentioned(page, kind, gold["line"]):
        return "value"
    known = {who(name.text) for name in page.names.values() if name.kind} | {
        who(name.full) for name in page.names.values() if name.full
    }
    return "attribute" if gold["subject"].casefold() in known else "subject"


def _texts(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def _mentioned(page: Page, kind: str, line: int) -> bool:
    wanted = {"name": ("name", "title"), "quantity": ("quantity",)}.get(kind, (kind,))
    starts = [0]
    for part in page.source.raw.split("\n"):
        starts.append(starts[-1] + len(part) + 1)
    low, high = starts[max(0, line - 2)], starts[min(len(starts) - 1, line + 1)]
    for passage in page.passages:
        for mention in passage.mentions:
            if mention.kind in wanted and low <= passage.block.origin(passage.tokens[mention.first].start) <= high:
                return True
    return False


if __name__ == "__main__":
    sys.exit(main())
