"""How findings are put into words, the same in every format that people read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from checker.model import Claim, Finding, Position, Report, Skipped, Unbelieved
from checker.reports.quotes import said

STANDING = {"error": "both cannot be right", "warning": "accounts differ", "info": "worth knowing"}
RANK = {"error": 0, "warning": 1, "info": 2}


def place(claim: Claim) -> tuple[str, int, int]:
    """Where a claim stands, to sort by."""
    return claim.source, claim.span.line, claim.span.column


def first(finding: Finding) -> tuple[str, int, int]:
    """Where a finding's first claim stands."""
    return min((place(c) for p in finding.positions for c in p.claims), default=("", 0, 0))


def about(attribute: str, qualifiers: dict[str, str]) -> str:
    """An attribute with its key qualifiers: ``title (Tesla)``."""
    inner = ", ".join(f"{qualifiers[key]}" for key in sorted(qualifiers))
    return attribute.replace("_", " ") + (f" ({inner})" if inner else "")


def sources(position: Position) -> list[str]:
    """The sources of a position, sorted."""
    return sorted({claim.source for claim in position.claims})


def shown(claim: Claim) -> str:
    """A claim's value with what qualifies it: ``CTO (former, reported)``, ``not CTO``."""
    notes = [claim.qualifiers.get("status", ""), claim.qualifiers.get("as_of", "")]
    notes.append(claim.modality if claim.modality in ("reported", "predicted") else "")
    inner = ", ".join(note for note in notes if note and note != "current")
    return ("not " if claim.modality == "denied" else "") + said(claim.value) + (f" ({inner})" if inner else "")


def versus(finding: Finding) -> str:
    """The values of a finding against each other: ``$72.3B v $7.5B``."""
    return " v ".join(unique(said(p.value) for p in finding.positions))


def unique(words: Iterable[str]) -> list[str]:
    """The words in order, each once."""
    return list(dict.fromkeys(words))


def counted(number: int, noun: str) -> str:
    """``1 conflict``, ``2 conflicts``."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def summary(report: Report) -> str:
    """The run in one sentence."""
    counts: Counter[tuple[str, str]] = Counter((f.verdict, f.severity) for f in report.findings if f.accepted is None)
    accepted = report.hidden + sum(f.accepted is not None for f in report.findings)
    doubted = sum(one.claims for one in report.unbelieved)
    return summed(counts, len(report.claims), len(report.sources), len(report.skipped), accepted, doubted)


def doubts(unbelieved: Iterable[Unbelieved]) -> list[Skipped]:
    """What was left out as it is not believed, a note a source."""
    why = "not believed: their organization is inferred, and no other source names it"
    return [Skipped(one.source, 0, f"{counted(one.claims, 'claim')} {why}") for one in unbelieved]


def summed(
    found: Counter[tuple[str, str]], claims: int, sources: int, skipped: int, accepted: int = 0, unbelieved: int = 0
) -> str:
    """A run in one sentence: what was found, by verdict and severity, of how many claims."""
    of = Counter[str]()
    for (verdict, _), count in found.items():
        of[verdict] += count
    conflicts = counted(of["conflict"], "conflict")
    if of["conflict"]:
        parts = [counted(n, noun) for noun in RANK if (n := found["conflict", noun])]
        conflicts += f" ({', '.join(parts)})"
    told = [conflicts, counted(of["agreement"], "agreement"), counted(of["notice"], "notice")]
    read = f"{counted(claims, 'claim')} in {counted(sources, 'source')}"
    doubted = f"; {counted(unbelieved, 'claim')} not believed" if unbelieved else ""
    unread = f"; {counted(skipped, 'part')} not read" if skipped else ""
    known = f"; {counted(accepted, 'accepted finding')} not counted" if accepted else ""
    return f"{', '.join(told)}: {read}{doubted}{unread}{known}."
