"""What every check is given, and what it gives back.

A check is a module of this folder with ``check(case, rule, parameters) -> Iterator[Finding]``; it sees all facts of one
subject (or, for what is counted by organization, of one organization) at once, and the world they stand in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property, lru_cache

from checker.model import Claim, Fact, Source, Subject
from checker.packs import Attribute, Packs

STOPPED = "unverifiable: the rule was stopped"  # how the reason of a notice begins on what a rule could not judge
SPEAKING = frozenset(("asserted", "reported"))


class Days:
    """The days of sources by their paths, looked up and not held: there may be a million."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self._sources = sources

    def get(self, path: str) -> tuple[date, date] | None:
        """The first and the last day; None where they are not known."""
        source = self._sources.get(path)
        return _days(source.published) if source and source.published else None

    def __contains__(self, path: str) -> bool:
        return self.get(path) is not None

    def __getitem__(self, path: str) -> tuple[date, date]:
        found = self.get(path)
        if found is None:
            raise KeyError(path)
        return found


class World:
    """What holds for all facts of a run: the packs, and the sources' dates and publishers.

    ``newest`` is given where the sources are not all of the run's; sources by their paths may stand for each other.
    """

    def __init__(
        self, packs: Packs, sources: Iterable[Source] | dict[str, Source] = (), newest: date | None = None
    ) -> None:
        self.packs, self._newest = packs, newest
        self.sources = sources if isinstance(sources, dict) else {source.path: source for source in sources}

    @cached_property
    def published(self) -> Days:
        """First and last day on which each source can have been published, where that is known."""
        return Days(self.sources)

    @cached_property
    def newest(self) -> date | None:
        """The day on which the newest source was published."""
        days = (_days(source.published) for source in self.sources.values() if source.published)
        return self._newest or max((known[1] for known in days if known), default=None)

    def attribute(self, name: str) -> Attribute:
        """The attribute, or a plain one for a name that no pack has."""
        return self.packs.attributes.get(name) or Attribute(subject="thing", value="text", name=name)


class Case:
    """All facts of one subject."""

    def __init__(self, subject: Subject, facts: Iterable[Fact], world: World) -> None:
        self.subject, self.world = subject, world
        self.facts = list(facts)
        self.by_attribute: dict[str, list[Fact]] = {}
        for fact in self.facts:
            self.by_attribute.setdefault(fact.attribute, []).append(fact)

    def of(self, attributes: Iterable[str]) -> Iterable[Fact]:
        """The facts of these attributes."""
        for name in attributes:
            yield from self.by_attribute.get(name, ())

    @cached_property
    def at_work(self) -> dict[tuple[str, str], set[str]]:
        """(source, organization folded) -> the statuses of the subject as its employee that the source gives."""
        from checker.values.names import fold

        found: dict[tuple[str, str], set[str]] = {}
        for fact in self.by_attribute.get("employer", ()):
            for claim in fact.claims:
                if claim.modality in SPEAKING:
                    found.setdefault((claim.source, fold(claim.value.text)), set()).add(
                        claim.qualifiers.get("status", "")
                    )
        return found

    @cached_property
    def namesakes(self) -> set[tuple[str, str]]:
        """Pairs of sources that speak of two people of this name."""
        from checker.findings.namesakes import namesakes

        births, deaths = ([c for f in self.of((name,)) for c in f.claims] for name in ("birth_date", "death_date"))
        return namesakes(births, deaths) if births and deaths else set()

    @cached_property
    def happenings(self) -> dict[str, int]:
        """Claim id -> of which of several happenings of one sort it is: which sale of a firm that was sold twice."""
        from checker.findings.happenings import happenings

        told: dict[str, list[Claim]] = {}
        for fact in self.facts:
            told.setdefault(self.world.attribute(fact.attribute).happening, []).extend(fact.claims)
        return {claim: n for sort, claims in told.items() if sort for claim, n in happenings(claims).items()}


def speaking(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that say something of how things are: no predictions, no denials."""
    return [claim for claim in claims if claim.modality in SPEAKING]


def days_of(edtf: str) -> tuple[date | None, date | None]:
    """First and last day of an EDTF date, "about" widened; (None, None) for what is no date."""
    from checker.errors import UserError
    from checker.values.dates.edtf import widened

    try:
        return widened(edtf)
    except UserError:
        return None, None


@lru_cache(maxsize=4096)
def _days(edtf: str) -> tuple[date, date] | None:
    first, last = days_of(edtf)
    return (first, last) if first and last else None


class Held:
    """Packs as a key that is equal for equal digests."""

    def __init__(self, packs: Packs) -> None:
        self.packs = packs

    def __hash__(self) -> int:
        return hash(self.packs.digest or id(self.packs))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and (
            other.packs is self.packs or (bool(self.packs.digest) and other.packs.digest == self.packs.digest)
        )
