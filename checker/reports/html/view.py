"""What the page is about, worked out once: who takes which position, what is disputed, who disagrees with whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property

from checker.digests import sha256
from checker.model import Claim, Fact, Finding, Report, Source, Subject, Value
from checker.reports.matrix import short_names
from checker.reports.quotes import said
from checker.reports.words import RANK, first, sources

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
TONES = 6  # colours of positions; a seventh begins again
_VERDICTS = {"conflict": 0, "notice": 1, "agreement": 2}
_PRETTY = {"organization": "at {}", "round": "{}", "period": "{}", "scope": "of {}"}

Stand = tuple[Finding, int]  # a conflict, and which of its positions


class View:
    """A report as the page needs it."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.short = short_names([source.path for source in report.sources])
        self.sources: dict[str, Source] = {source.path: source for source in report.sources}
        self.contexts = report.contexts
        self.reasons = {rule.id: rule.why for rule in report.rules}
        self.findings = sorted(report.findings, key=_gravest)
        self.conflicts = [f for f in self.findings if f.verdict == "conflict" and f.accepted is None]

    @cached_property
    def stands(self) -> dict[object, Stand]:
        """For each claim in conflict (by ``key``) the gravest conflict it is in, and its position there."""
        found: dict[object, Stand] = {}
        for finding in self.conflicts:
            for number, position in enumerate(finding.positions):
                for claim in position.claims:
                    found.setdefault(key(claim), (finding, number))
        return found

    @cached_property
    def agreed(self) -> dict[object, Finding]:
        """For each claim that another source agrees with, the agreement."""
        agreements = [finding for finding in self.findings if finding.verdict == "agreement"]
        return {key(c): finding for finding in agreements for p in finding.positions for c in p.claims}

    @cached_property
    def disputes(self) -> Counter[Subject]:
        """How many conflicts each subject has."""
        return Counter(finding.subject for finding in self.conflicts)

    @cached_property
    def subjects(self) -> list[Subject]:
        """The subjects, those with the most conflicts first, then those that most is said of."""
        said_of: Counter[Subject] = Counter()
        for fact in self.report.facts:
            said_of[fact.subject] += len(fact.claims)
        known = {*said_of, *self.disputes}
        return sorted(known, key=lambda s: (-self.disputes[s], -said_of[s], s))

    @cached_property
    def facts(self) -> dict[Subject, list[Fact]]:
        """The facts of each subject: those in conflict first."""
        found: dict[Subject, list[Fact]] = defaultdict(list)
        for fact in self.report.facts:
            found[fact.subject].append(fact)
        for facts in found.values():
            facts.sort(key=lambda f: (not self.disputed(f), f.attribute, sorted(f.qualifiers.items())))
        return found

    def disputed(self, fact: Fact) -> bool:
        """Whether a claim of the fact is in a conflict."""
        return any(key(claim) in self.stands for claim in fact.claims)

    @cached_property
    def pairs(self) -> dict[tuple[str, str], list[int]]:
        """For two sources (sorted): the findings in which both speak, by [agreeing, disagreeing]."""
        found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        for finding in self.findings:
            if finding.verdict != "notice":
                for pair, disagrees in _sides(finding):
                    found[pair][disagrees] += 1
        return found

    @cached_property
    def contrary(self) -> Counter[str]:
        """How many disagreements with other sources each source is in."""
        found: Counter[str] = Counter()
        for (one, other), (_, against) in self.pairs.items():
            found[one] += against
            found[other] += against
        return found

    def name(self, path: str) -> str:
        """A source's short name."""
        return self.short.get(path, path)


def key(claim: Claim) -> tuple[object, ...]:
    """What tells a claim from all others."""
    return claim.id, claim.source, claim.span


def anchor(finding: Finding) -> str:
    """The permanent link of a finding, without the #."""
    return "f-" + "".join(c for c in finding.id.removeprefix("f") if c.isalnum() or c in "-_")


def subject_anchor(subject: Subject) -> str:
    """The permanent link of a subject, without the #."""
    return "s-" + sha256(repr((subject.name, subject.type)).encode("utf-8", "surrogatepass")).hexdigest()[:10]


def topic(attribute: str, qualifiers: dict[str, str]) -> str:
    """An attribute and what narrows it, as one would say it: ``title at Tesla``."""
    words = [attribute.replace("_", " ")]
    words += [_PRETTY.get(name, "({})").format(qualifiers[name]) for name in sorted(qualifiers)]
    return " ".join(words)


def shown(value: Value) -> str:
    """A value as written, or as its kind is shown where nobody wrote it; cut where it is very long."""
    from checker.values import show

    words = said(value) if value.text.strip() else show(value)
    return words if len(words) <= 140 else words[:137] + "…"


def letter(number: int) -> str:
    """A, B, C … of a position."""
    return LETTERS[number] if number < len(LETTERS) else str(number + 1)


def tone(number: int) -> str:
    """The class that colours a position."""
    return f"p{number % TONES}"


def _gravest(finding: Finding) -> tuple[object, ...]:
    weight = len({s for p in finding.positions for s in sources(p)})
    return (
        finding.accepted is not None,
        _VERDICTS[finding.verdict],
        RANK[finding.severity],
        -weight,
        finding.subject,
        finding.attribute,
        *first(finding),
        finding.rule,
        finding.id,
    )


def _sides(finding: Finding) -> list[tuple[tuple[str, str], int]]:
    """Pairs of sources that both speak here, and whether (1) or not (0) they share no position."""
    held: dict[str, set[int]] = defaultdict(set)
    for number, position in enumerate(finding.positions):
        for source in sources(position):
            held[source].add(number if finding.verdict == "conflict" else 0)
    names = sorted(held)[:40]  # pairs of more are beyond what a matrix shows
    return [
        ((one, other), int(not held[one] & held[other])) for at, one in enumerate(names) for other in names[at + 1 :]
    ]
