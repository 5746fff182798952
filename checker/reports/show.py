"""What every source says of one subject: found by a name that need not be exact, shown as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from checker.model import Claim, Fact, Finding, Report, Subject
from checker.reports.html.view import View, key, letter, shown, topic
from checker.reports.safety import markdown, plain
from checker.reports.words import STANDING

FORMATS = ("table", "markdown", "json")
COLUMNS = 6  # sources beside each other; of more, each value is listed with who gives it
ALIKE = 80.0  # per cent: how near a name has to be to what was asked for
NARROWEST = 12  # characters of a column


class Match(Struct, frozen=True):
    """A subject and how near its name is to the name asked for, in per cent."""

    subject: Subject
    score: float


def find(report: Report, name: str) -> list[Match]:
    """The subjects whose names are near, the nearest first; of equals the one that more is said of."""
    from rapidfuzz import fuzz, utils

    weight = Counter(dict.fromkeys({f.subject for f in report.findings}, 0))
    for fact in report.facts:
        weight[fact.subject] += len(fact.claims)
    asked = utils.default_process(name[:300])
    found = [Match(subject, _score(asked, utils.default_process(subject.name[:300]), fuzz)) for subject in weight]
    return sorted(found, key=lambda m: (-m.score, -weight[m.subject], m.subject))


def _score(asked: str, name: str, fuzz: object) -> float:
    """All words of the shorter name in the longer one ("karpathy") is nearly as good as equal; else likeness of the
    whole."""
    if asked == name:
        return 100.0
    if not asked or not name:
        return 0.0
    whole = float(fuzz.token_sort_ratio(asked, name))  # type: ignore[attr-defined]
    words, others = set(asked.split()), set(name.split())
    return max(whole, 95.0 + whole / 25) if words <= others else max(whole, _by_word(words, others, fuzz))


def _by_word(words: set[str], others: set[str], fuzz: object) -> float:
    """A misspelt part of a name ("Karpaty"): the least likeness of its words to the nearest ones of the name, a little
    less."""
    return 0.95 * min(max(float(fuzz.ratio(w, o)) for o in others) for w in words)  # type: ignore[attr-defined]


def render_show(report: Report, subject: Subject, format: str, width: int = 100) -> str:
    """The accounts of the subject in one of ``FORMATS``; ``width`` is the terminal's, in columns."""
    view = View(report)
    if format == "json":
        return _json(view, subject)
    facts = view.facts.get(subject, [])
    headers, rows = _table(view, facts)
    conflicts = [finding for finding in view.conflicts if finding.subject == subject]
    return (
        _markdown(subject, headers, rows, conflicts)
        if format == "markdown"
        else _text(subject, headers, rows, conflicts, width)
    )


def _table(view: View, facts: Sequence[Fact]) -> tuple[list[str], list[list[str]]]:
    paths = sorted({claim.source for fact in facts for claim in fact.claims})
    labels = [("⚡ " if view.disputed(f) else "") + topic(f.attribute, f.qualifiers) for f in facts]
    if len(paths) <= COLUMNS:
        return ["", *map(view.name, paths)], [
            [label, *(_said(view, [c for c in fact.claims if c.source == path]) for path in paths)]
            for label, fact in zip(labels, facts, strict=True)
        ]
    rows = []
    for label, fact in zip(labels, facts, strict=True):
        for words, claims in _values(view, fact.claims).items():
            rows.append([label, words, ", ".join(sorted({view.name(c.source) for c in claims}))])
            label = ""
    return ["", "value", "sources"], rows


def _values(view: View, claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """The claims by what they say, with the letter of their position in a conflict."""
    found: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.source, c.span)):
        stand = view.stands.get(key(claim))
        notes = [claim.qualifiers.get("status", ""), claim.qualifiers.get("as_of", "")]
        notes.append(claim.modality if claim.modality in ("reported", "predicted") else "")
        inner = ", ".join(n for n in notes if n and n != "current")
        words = ("not " if claim.modality == "denied" else "") + shown(claim.value) + (f" ({inner})" if inner else "")
        found.setdefault((f"{letter(stand[1])}: " if stand else "") + words, []).append(claim)
    return found


def _said(view: View, claims: Sequence[Claim]) -> str:
    return "; ".join(_values(view, claims)) or "–"


def _text(subject: Subject, headers: list[str], rows: list[list[str]], conflicts: Sequence[Finding], width: int) -> str:
    from tabulate import tabulate

    room = max((width - 3 * len(headers) - 1) // max(len(headers), 1), NARROWEST)
    safe = [[_broken(plain(cell), room) for cell in row] for row in rows]
    head = [_broken(plain(cell), room) for cell in headers]
    table = tabulate(safe, head, tablefmt="simple_grid", disable_numparse=True)
    said = [f"⚡ {f.rule} {f.severity} [{STANDING[f.severity]}] {plain(f.message)}" for f in conflicts]
    return "\n".join([f"{plain(subject.name)} ({subject.type})", "", table, *([""] if said else []), *said]) + "\n"


def _broken(text: str, room: int) -> str:
    """The text in lines of at most ``room`` characters."""
    from textwrap import wrap

    return "\n".join(wrap(text if len(text) <= 600 else text[:599] + "…", room)) or text


def _markdown(subject: Subject, headers: list[str], rows: list[list[str]], conflicts: Sequence[Finding]) -> str:
    from checker.reports.markdown import grid

    parts = [
        f"# {markdown(subject.name)}",
        grid(list(map(markdown, headers)), [list(map(markdown, row)) for row in rows]),
    ]
    said = [f"- **{f.severity}**: {markdown(f.message)} ({markdown(f.rule)})" for f in conflicts]
    return "\n\n".join([*parts, *(["## Conflicts", "\n".join(said)] if said else [])]) + "\n"


def _json(view: View, subject: Subject) -> str:
    from checker.contract import claim_entry, finding_entry

    entry = {
        "subject": {"name": subject.name, "type": subject.type},
        "facts": [
            {
                "attribute": fact.attribute,
                "qualifiers": dict(sorted(fact.qualifiers.items())),
                "disputed": view.disputed(fact),
                "claims": [claim_entry(claim) for claim in fact.claims],
            }
            for fact in view.facts.get(subject, [])
        ],
        "findings": [finding_entry(finding) for finding in view.findings if finding.subject == subject],
    }
    return msgspec.json.format(msgspec.json.encode(entry), indent=1).decode() + "\n"
