"""Whether a claim is believed whose organization is inferred: only if another source names that body too.

Whom "the company", "we", a bare title or the main body of a document means is inferred, and often wrongly: it was the
newsletter's own name, a speaker, a place. Of a body that is there, some other source speaks too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping

from checker.entities.known import Known
from checker.entities.mentions import Mentions
from checker.model import Claim, Unbelieved
from checker.values.names import fold

INFERRED = 0.76  # confidence below which a claim's organization is inferred
SOURCES = 3  # of fewer sources nothing is asked: nobody is there who could name a body too

Bodies = Container[str]  # folded names of bodies that several sources name, or the user's file


def believed(claim: Claim, bodies: Bodies | None) -> bool:
    """Whether a claim (things under their names) is believed; all are where ``bodies`` is None: too few sources."""
    if bodies is None or not inferred(claim):
        return True
    name = body(claim)
    return not name or fold(name) in bodies


def sifted(claims: Iterable[Claim], bodies: Bodies | None) -> tuple[list[Claim], list[Claim]]:
    """The claims that are believed, and those that are not."""
    told: list[Claim] = []
    doubted: list[Claim] = []
    for claim in claims:
        (told if believed(claim, bodies) else doubted).append(claim)
    return told, doubted


def inferred(claim: Claim) -> bool:
    """Whether it is not said, but inferred, of whom a claim speaks."""
    return claim.confidence < INFERRED


def body(claim: Claim) -> str:
    """The organization that a claim is about, or says it of; "" for none."""
    if claim.subject.type == "organization":
        return claim.subject.name
    if claim.attribute == "employer" and claim.value.kind == "organization":
        return claim.value.text
    return claim.qualifiers.get("organization", "")


def corroborated(
    mentions: Mentions, names: Mapping[tuple[str, str], str], types: Mapping[str, str], known: Known
) -> frozenset[str] | None:
    """The bodies that several sources name in some claim, believed or not, and those of the user's file; None if there
    are too few sources."""
    if not _enough(mentions):
        return None
    first: dict[str, str] = {}
    several = set(known.aliases)
    for (kind, text), entry in mentions.items():
        held = types.get(fold(text), kind)
        if of_body(kind, held):
            name = fold(names.get((held, text), text))
            if any(first.setdefault(name, source) != source for source in entry.sources):
                several.add(name)
    return frozenset(several)


def of_body(kind: str, held: str) -> bool:
    """Whether a name that is written as of one kind, and taken for another, names an organization."""
    return "organization" in (kind, held)


def _enough(mentions: Mentions) -> bool:
    found: set[str] = set()
    for entry in mentions.values():
        found |= entry.sources
        if len(found) >= SOURCES:
            return True
    return False


def doubts(claims: Iterable[Claim]) -> tuple[Unbelieved, ...]:
    """Claims that are not believed, counted by source."""
    return doubts_of(Counter(claim.source for claim in claims))


def doubts_of(counts: Mapping[str, int]) -> tuple[Unbelieved, ...]:
    """How many claims of each source are not believed, in the order of the sources."""
    return tuple(Unbelieved(source, count) for source, count in sorted(counts.items()) if count > 0)
