"""Who says what: for each subject a table of facts by sources."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence

from checker.model import Fact, Finding, Report
from checker.reports.words import about, shown, unique

COLUMNS = 6  # sources beside each other; more are listed in the cell of their value
Table = tuple[str, list[str], list[list[str]]]


def tables(report: Report, conflicts: Sequence[Finding]) -> list[Table]:
    """For each subject of a conflict: its name, the headers and the rows (facts; those in conflict first, marked)."""
    disputed = {(f.subject, f.attribute, _key(f.qualifiers)) for f in conflicts}
    facts: dict[object, list[Fact]] = defaultdict(list)
    for fact in report.facts:
        facts[fact.subject].append(fact)
    result: list[Table] = []
    for subject in sorted({f.subject for f in conflicts}):
        rows = sorted(
            facts[subject],
            key=lambda f: (
                (f.subject, f.attribute, _key(f.qualifiers)) not in disputed,
                f.attribute,
                _key(f.qualifiers),
            ),
        )
        marks = ["⚡ " if (f.subject, f.attribute, _key(f.qualifiers)) in disputed else "" for f in rows]
        if rows:
            result.append(_table(subject.name, rows, marks))
    return result


def short_names(paths: Sequence[str]) -> dict[str, str]:
    """The paths without the folder that they share."""
    folder = (
        os.path.commonpath([os.path.dirname(p) for p in paths]) if paths and not any(map(os.path.isabs, paths)) else ""
    )
    cut = len(folder) + 1 if folder else 0
    return {path: path[cut:] for path in paths}


def _table(name: str, facts: Sequence[Fact], marks: Sequence[str]) -> Table:
    paths = sorted({claim.source for fact in facts for claim in fact.claims})
    names = short_names(paths)
    labels = [mark + about(f.attribute, f.qualifiers) for f, mark in zip(facts, marks, strict=True)]
    if len(paths) <= COLUMNS:
        rows = [[label, *(_said(f, path) for path in paths)] for f, label in zip(facts, labels, strict=True)]
        return name, ["", *(names[path] for path in paths)], rows
    long = [[label, value, who] for f, label in zip(facts, labels, strict=True) for value, who in _positions(f, names)]
    return name, ["", "value", "sources"], long


def _said(fact: Fact, path: str) -> str:
    return "; ".join(unique(shown(c) for c in sorted(fact.claims, key=lambda c: c.span) if c.source == path))


def _positions(fact: Fact, names: dict[str, str]) -> list[tuple[str, str]]:
    by_value: dict[str, list[str]] = defaultdict(list)
    for claim in sorted(fact.claims, key=lambda c: (c.source, c.span)):
        by_value[shown(claim)].append(names[claim.source])
    return [(value, ", ".join(unique(who))) for value, who in by_value.items()]


def _key(qualifiers: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(qualifiers.items()))
