"""Which findings are reported: those that ``select``, ``ignore`` and ``per-file-ignores`` leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from checker import globs
from checker.config import Settings, did_you_mean
from checker.errors import UserError
from checker.model import Claim, Fact, Finding, Source
from checker.packs import Packs

Choose = Callable[[Iterable[Finding], Sequence[Fact], Sequence[Source]], list[Finding]]


def chooser(settings: Settings, rules: Packs) -> Choose:
    """What leaves of findings those that are reported. Raises UserError for a word that names no rule or attribute."""
    of_files = [word for words in settings.per_file_ignores.values() for word in words]
    _known((*settings.select, *settings.ignore, *of_files), rules)

    def choose(findings: Iterable[Finding], facts: Sequence[Fact], sources: Sequence[Source]) -> list[Finding]:
        kept: list[Finding] = []
        for finding in findings:
            if (not settings.select or _names(settings.select, finding)) and not _names(settings.ignore, finding):
                kept += _left(finding, settings.per_file_ignores, facts, rules, sources)
        return kept

    return choose


def _known(words: Iterable[str], rules: Packs) -> None:
    known = {word for rule in rules.rules.values() for word in (rule.id, rule.name)} | set(rules.attributes)
    for word in words:
        if word not in known and not any(rule.startswith(word) for rule in rules.rules):
            raise UserError(f"no rule or attribute {word!r}{did_you_mean(word, known)}; factlint rules lists them")


def _names(words: Iterable[str], finding: Finding) -> bool:
    return any(word in (finding.name, finding.attribute) or finding.rule.startswith(word) for word in words)


def _left(
    finding: Finding,
    of_files: dict[str, tuple[str, ...]],
    facts: Sequence[Fact],
    rules: Packs,
    sources: Sequence[Source],
) -> Iterator[Finding]:
    """The finding, or what is left of it without the files for which its rule is ignored."""
    patterns = [pattern for pattern, words in of_files.items() if _names(words, finding)]
    gone = [claim for at in finding.positions for claim in at.claims if _in(claim, patterns)] if patterns else []
    sides = sum(not all(_in(claim, patterns) for claim in at.claims) for at in finding.positions)
    if not gone:
        yield finding
    elif sides >= (2 if len(finding.positions) > 1 else 1):
        from checker.findings.again import without

        yield from without(finding, gone, facts, rules, sources)


def _in(claim: Claim, patterns: list[str]) -> bool:
    return globs.named(claim.source, patterns)
