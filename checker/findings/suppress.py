"""Findings that a source itself asks to leave out, with a reason: ``<!-- factlint: ignore[T101] told both ways -->``.

In HTML and Markdown as a comment, in a text as a line that begins with "#" or "//", in front matter as a comment or a
key ``factlint-ignore``. At the end of a line it is for that line; on a line of its own, for the next line that says
something; ``ignore-file`` is for the whole source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from checker.model import Claim, Finding, Skipped

_MARK = "factlint"
_COMMENT = re.compile(
    r"(?P<open><!--|(?:^|\s)(?:#|//|%))\s*factlint:\s*(?P<verb>ignore(?:-file)?)\s*(?:\[(?P<rules>[^\]\n]{0,400})\])?"
    r"(?P<reason>[^\n]{0,400})"
)
_KEY = re.compile(r"^factlint-ignore:\s*(?P<rules>[A-Z][A-Z0-9, ]*?)\s*(?:\((?P<reason>[^)\n]{0,400})\))?\s*$")


class Suppression(Struct, frozen=True, order=True):
    """One wish of a source: which rules (none: all) to leave out, on which line (0: all), why, and where it stands."""

    source: str
    at: int
    line: int
    rules: tuple[str, ...]
    reason: str


def collect(path: str, raw: str) -> list[Suppression]:
    """What the text of a source asks for."""
    if _MARK not in raw:
        return []
    found: list[Suppression] = []
    lines = raw.split("\n")
    for number, line in enumerate(lines, 1):
        if _MARK not in line or len(line) > 100_000:
            continue
        key = _KEY.match(line)
        if key:
            found.append(Suppression(path, number, 0, _words(key["rules"]), (key["reason"] or "").strip()))
        for match in _COMMENT.finditer(line):
            reason = match["reason"].partition("-->")[0].strip(" -:–—\r")
            scope = 0 if match["verb"] == "ignore-file" else _scope(lines, number, match)
            found.append(Suppression(path, number, scope, _words(match["rules"] or ""), reason))
    return found


def _words(text: str) -> tuple[str, ...]:
    return tuple(sorted({word for word in re.split(r"[,\s]+", text) if word}))


def _scope(lines: Sequence[str], number: int, match: re.Match[str]) -> int:
    """The line a comment is for: its own, where that says something else; else the next that does."""
    line = lines[number - 1]
    rest = line[: match.start()] + (line[match.end() :] if match["open"] != "<!--" else line.partition("-->")[2])
    if rest.strip():
        return number
    return next((n for n in range(number + 1, len(lines) + 1) if lines[n - 1].strip()), number)


def apply(
    findings: Iterable[Finding], wishes: Sequence[Suppression]
) -> tuple[list[Finding], list[tuple[Finding, Suppression]], list[Skipped]]:
    """The findings that stay, those left out with the wish that did it, and a note on each wish without use or reason.

    A finding is left out where all claims of one position stand on lines that ask for it: one side is taken back.
    """
    if not wishes:
        return list(findings), [], []
    by_source: dict[str, list[Suppression]] = {}
    for wish in sorted(wishes):
        by_source.setdefault(wish.source, []).append(wish)
    stay: list[Finding] = []
    out: list[tuple[Finding, Suppression]] = []
    used: set[Suppression] = set()
    for finding in findings:
        hits = _hits(finding, by_source)
        if hits:
            out.append((finding, hits[0]))
            used.update(hits)
        else:
            stay.append(finding)
    return stay, out, _notes(wishes, used)


def _hits(finding: Finding, by_source: dict[str, list[Suppression]]) -> list[Suppression]:
    for position in finding.positions:
        each = [_hit(finding, claim, by_source.get(claim.source, [])) for claim in position.claims]
        if each and all(each):
            return [wish for wish in each if wish is not None]
    return []


def _hit(finding: Finding, claim: Claim, wishes: list[Suppression]) -> Suppression | None:
    for wish in wishes:
        named = not wish.rules or any(word in (finding.rule, finding.name, finding.attribute) for word in wish.rules)
        if wish.reason and named and (not wish.line or claim.span.line <= wish.line <= claim.span.end_line):
            return wish
    return None


def _notes(wishes: Sequence[Suppression], used: set[Suppression]) -> list[Skipped]:
    notes = []
    for wish in sorted(set(wishes)):
        if not wish.reason:
            notes.append(
                Skipped(wish.source, wish.at, "a suppression without a reason is not followed; say why behind it")
            )
        elif wish not in used:
            rules = f" of {', '.join(wish.rules)}" if wish.rules else ""
            notes.append(Skipped(wish.source, wish.at, f"a suppression{rules} that nothing needs; remove it"))
    return notes
