"""The whole way from files to a report. Read this first: ``check`` calls the steps in order, each in its own folder.

read → find → extract (source by source) → resolve → group → judge (over all); ``reports.render`` shows the outcome.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from checker import baseline, contract, intake, packs
from checker.config import Settings, did_you_mean
from checker.errors import UserError
from checker.intake import Progress
from checker.model import Claim, Fact, Finding, Report, RuleNote, Skipped, Source

if TYPE_CHECKING:
    from checker.packs import Packs


class Request(Struct, frozen=True):
    """What somebody asked to be checked: files and folders ("-" is standard input), or a file of claims."""

    paths: tuple[str, ...] = ()
    claims: str = ""
    stdin_format: str = "text"
    statistics: bool = False


def check(request: Request, settings: Settings, progress: Progress = intake.silent) -> Report:
    """Check what the request names: the report, the same for the same input whatever the order of the files.

    Raises UserError for bad settings, packs or claims; a source that cannot be read is in the report's ``skipped``.
    """
    from checker import entities, facts, findings

    rules = load_packs(settings)
    chosen = _chooser(settings, rules)
    sources, claims, skipped = read(request, settings, rules, progress)
    claims = entities.resolve(claims, entities.load(settings.entities))
    grouped = facts.group(claims, rules)
    judge = getattr(findings, "judge", lambda *_: [])
    found = [finding for finding in judge(grouped, rules) if chosen(finding)]
    report = replace(_report(sources, claims, grouped, found, skipped), rules=_rules(rules, found))
    report = baseline.apply(report, baseline.load(settings.baseline), settings.baseline, baseline.today())
    return replace(report, statistics=_statistics(report)) if request.statistics else report


def load_packs(settings: Settings) -> Packs:
    """The packs that ship (unless the settings leave them out) and those of the settings."""
    shipped = [str(packs.shipped())] if settings.shipped_rules else []
    return packs.load([*shipped, *settings.rules])


def read(
    request: Request, settings: Settings, rules: Packs, progress: Progress = intake.silent
) -> tuple[list[Source], list[Claim], list[Skipped]]:
    """The sources (without their text), their claims as read, and what was not read."""
    sources: list[Source] = []
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    if request.claims:
        sources, claims = contract.read_claims(_bytes(request.claims), request.claims)
        if not request.paths:
            return sources, claims, []
    reader = _reader(rules)
    for item in intake.documents(request.paths, settings, request.stdin_format, progress):
        if isinstance(item, Source):
            found = reader(item)
            claims += found if isinstance(found, list) else []
            skipped += item.notes if isinstance(found, list) else [found]
            sources.append(replace(item, raw="", parts=[], notes=()))
        else:
            skipped.append(item)
    return sources, claims, skipped


def _reader(rules: Packs) -> Callable[[Source], list[Claim] | Skipped]:
    """What gives the claims of a source; a fault of ours in one source does not cost the others."""
    from checker.claims.extract import extract
    from checker.claims.reading import compile_reading
    from checker.mentions import find

    reading = compile_reading(rules)

    def claims_of(source: Source) -> list[Claim] | Skipped:
        try:
            return extract(find(source), reading)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is said, and the exit code is 2
            reason = f"a fault of factlint itself while reading ({type(error).__name__}: {error}); please report it"
            return Skipped(source.path, 0, reason, fatal=True)

    return claims_of


def _bytes(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", path) from None


def _chooser(settings: Settings, rules: Packs) -> Callable[[Finding], bool]:
    """Which findings ``select`` and ``ignore`` leave. Raises UserError for a word that names no rule or attribute."""
    known = {word for rule in rules.rules.values() for word in (rule.id, rule.name)} | set(rules.attributes)
    for word in (*settings.select, *settings.ignore):
        if word not in known and not any(rule.startswith(word) for rule in rules.rules):
            raise UserError(f"no rule or attribute {word!r}{did_you_mean(word, known)}; factlint rules lists them")

    def names(words: tuple[str, ...], finding: Finding) -> bool:
        return any(word in (finding.name, finding.attribute) or finding.rule.startswith(word) for word in words)

    return lambda finding: (
        (not settings.select or names(settings.select, finding)) and not names(settings.ignore, finding)
    )


def _report(
    sources: list[Source], claims: list[Claim], grouped: list[Fact], found: list[Finding], skipped: list[Skipped]
) -> Report:
    """Everything in an order of its own."""
    return Report(
        sources=tuple(sorted(sources, key=lambda s: s.path)),
        claims=tuple(sorted(claims, key=lambda c: (c.source, c.span, c.attribute, c.id))),
        findings=tuple(
            sorted(found, key=lambda f: (f.subject, f.attribute, sorted(f.qualifiers.items()), f.rule, f.id))
        ),
        facts=tuple(grouped),
        skipped=tuple(sorted(set(skipped), key=lambda s: (s.path, s.line, s.reason))),
    )


def _rules(rules: Packs, found: list[Finding]) -> tuple[RuleNote, ...]:
    """What reports say of the rules that found something."""
    used = [rules.rules[id_] for id_ in sorted({f.rule for f in found} & rules.rules.keys())]
    return tuple(RuleNote(r.id, r.name, r.message, r.why.strip(), r.severity, r.pack) for r in used)


def _statistics(report: Report) -> tuple[tuple[str, str, int], ...]:
    from collections import Counter

    groups = (
        ("claims by attribute", Counter(c.attribute for c in report.claims)),
        ("claims by modality", Counter(c.modality for c in report.claims)),
        ("findings by rule", Counter(f"{f.rule} {f.name} {f.verdict}" for f in report.findings)),
    )
    return tuple((group, name, count) for group, counts in groups for name, count in sorted(counts.items()))
