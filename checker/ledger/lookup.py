"""The facts that a few claims touch: their claims, each thing under its name, as a check of everything would have
them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from checker.entities import renamed, sifted
from checker.facts import key_of
from checker.facts.group import Key
from checker.ledger import witnesses
from checker.ledger.bodies import bodies_of
from checker.ledger.corpus import Corpus
from checker.ledger.names import Names, Written
from checker.ledger.records import identified, unpack_claim, unpack_source
from checker.ledger.witnesses import Row
from checker.model import Claim, Source
from checker.packs import Packs
from checker.values.names import fold
from checker.values.qualifiers import qualifier


class Lookup:
    """Facts of a corpus. ``shown`` turns the ledger's name of a file into the path that a report shows."""

    def __init__(self, corpus: Corpus, packs: Packs, shown: Callable[[str], str]) -> None:
        self.corpus, self.packs, self.names = corpus, packs, Names(corpus)
        self._shown = shown
        self._new: set[int] = set()
        self.summed_up: set[str] = set()  # facts of which only witnesses were looked up
        self.doubted: list[Claim] = []  # what of the claims that were asked about is not believed
        self._sources: dict[int, tuple[str, Source]] = {}
        self._related = related(packs)
        self._alone = alone(packs)

    def of_files(self, files: Iterable[str]) -> list[Claim]:
        """The claims of these files, as written."""
        found: list[Claim] = []
        for file in sorted(files):
            for (number,) in self._all("SELECT id FROM source WHERE corpus = ? AND file = ?", (self.corpus.id, file)):
                rows = self._all(
                    "SELECT subject, attribute, source, number, data FROM claim WHERE source = ?", (number,)
                )
                self._new.add(number)
                found += [self._claim(row) for row in sorted(rows, key=lambda row: row[3])]
        return found

    def touched(self, claims: Iterable[Claim]) -> list[Claim]:
        """All claims of the facts that ``claims`` (as written, and held by the corpus) are about, and of the facts that
        rules relate them to, as far as they are believed; things under their names."""
        bodies = bodies_of(self.names, self._source)
        new, self.doubted = sifted(self.resolved(claims), bodies)
        keys = {key_of(claim, self.packs) for claim in new}
        wanted: dict[str, set[str]] = {}
        for claim in new:
            wanted.setdefault(fold(claim.subject.name), set()).update(
                self._related.get(claim.attribute, {claim.attribute})
            )
        found: dict[tuple[int, int], Claim] = {}
        for name in sorted(wanted):
            found |= self._of_thing(name, wanted[name], keys)
        for claim in new:
            if claim.attribute in self._across and claim.qualifiers.get("organization"):
                found |= self._of_holders(claim)
        return sifted(self.resolved(found.values()), bodies)[0]

    def resolved(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims with each thing under its name."""
        held = list(claims)
        names, types = self.names.naming(pair for claim in held for pair in written(claim))
        return [renamed(claim, names, types) for claim in held]

    def sources(self, claims: Iterable[Claim]) -> list[Source]:
        """The sources of these claims, and the newest of all, by which rules tell the day."""
        paths = {claim.source for claim in claims}
        held = {source.path: source for _, source in self._sources.values() if source.path in paths}
        row = self.corpus.db.execute(
            "SELECT id FROM source WHERE corpus = ? ORDER BY published DESC, id LIMIT 1", (self.corpus.id,)
        ).fetchone()
        if row:
            newest = self._source(row[0])
            held.setdefault(newest.path, newest)
        return [held[path] for path in sorted(held)]

    @property
    def _across(self) -> set[str]:
        return {
            attribute
            for rule in self.packs.rules.values()
            if rule.parameters.get("by") == "organization"
            for attribute in rule.attributes
        }

    def _of_thing(self, name: str, attributes: set[str], keys: set[Key]) -> dict[tuple[int, int], Claim]:
        """The claims about one thing: of attributes that rules compare alone, only those of the facts wanted."""
        kept: dict[tuple[int, int], Row] = {}
        spellings = [number for spelling in self.names.things(name) for number in spelling.ids]
        whole = True
        for number in spellings:
            for attribute in sorted(attributes):
                rows, all_of_them = witnesses.claims(self.corpus.db, number, attribute)
                kept |= {(row[2], row[3]): row for row in rows}
                if not all_of_them:
                    whole = False
                    self.summed_up.add(f"{attribute.replace('_', ' ')} of {name}")
        if not whole:  # what the sources that were taken say of the thing besides
            sources = {row[2] for row in kept.values()} | self._new
            for number in spellings:
                rows = [r for r in witnesses.of_sources(self.corpus.db, number, sources) if r[1] in attributes]
                kept |= {(row[2], row[3]): row for row in rows}
        found = {at: self._claim(row) for at, row in kept.items()}
        if not any(attribute in self._alone for attribute in attributes):
            return found
        organizations = {
            ("organization", c.qualifiers["organization"]) for c in found.values() if c.qualifiers.get("organization")
        }
        names, types = self.names.naming(organizations | {(c.subject.type, c.subject.name) for c in found.values()})
        return {
            at: claim
            for at, claim in found.items()
            if claim.attribute not in self._alone or key_of(renamed(claim, names, types), self.packs) in keys
        }

    def _of_holders(self, claim: Claim) -> dict[tuple[int, int], Claim]:
        """Who else holds a post at the organization of a claim."""
        place = qualifier("organization", claim.qualifiers["organization"])
        found: dict[tuple[int, int], Claim] = {}
        for spelling in self.names.things(fold(claim.qualifiers["organization"])):
            for number in spelling.ids:
                rows = self._all(
                    "SELECT c.subject, c.attribute, c.source, c.number, c.data FROM holder h JOIN claim c ON "
                    "c.subject = h.subject"
                    " AND c.attribute = h.attribute AND c.source = h.source AND c.number = h.number"
                    " WHERE h.organization = ? AND h.attribute = ?", (number, claim.attribute),
                )  # fmt: skip
                found |= {(row[2], row[3]): self._claim(row) for row in rows}
        return found if place else {}

    def _claim(self, row: Row) -> Claim:
        return unpack_claim(row[4], self._source(row[2]).path, identified)

    def files(self) -> dict[str, str]:
        """The files that were looked up, as the ledger and as a report names them."""
        return {file: self._shown(file) for file, _ in self._sources.values()}

    def _source(self, number: int) -> Source:
        if number not in self._sources:
            file, part, data = self.corpus.db.execute(
                "SELECT file, part, data FROM source WHERE id = ?", (number,)
            ).fetchone()
            path = self._shown(file) + part
            self._sources[number] = file, unpack_source(data, path)
        return self._sources[number][1]

    def _all(self, query: str, values: tuple[object, ...]) -> list[Any]:
        return self.corpus.db.execute(query, values).fetchall()


def written(claim: Claim) -> Iterator[Written]:
    """The names in a claim, as ``entities.mentions.gather`` takes them."""
    yield claim.subject.type, claim.subject.name
    if claim.value.kind in ("person", "organization") and claim.value.text:
        yield claim.value.kind, claim.value.text
    if claim.qualifiers.get("organization"):
        yield "organization", claim.qualifiers["organization"]


def related(packs: Packs) -> dict[str, set[str]]:
    """Each attribute with those that some rule relates it to, itself among them; posts with where somebody works."""
    found: dict[str, set[str]] = {}
    for name, attribute in packs.attributes.items():
        found[name] = {name, "employer"} if attribute.status else {name}
    for together in (*_told_together(packs), *(rule.attributes for rule in packs.rules.values())):
        for of in together:
            found.setdefault(of, {of}).update(together)
    return found


def _told_together(packs: Packs) -> list[list[str]]:
    """The attributes of one happening, each: who bought a firm, when, and for how much."""
    found: dict[str, list[str]] = {}
    for name, attribute in packs.attributes.items():
        if attribute.happening:
            found.setdefault(attribute.happening, []).append(name)
    return list(found.values())


def alone(packs: Packs) -> set[str]:
    """The attributes whose every rule looks at one fact at a time."""
    single = {"single-value", "tolerance", "range", "one-of", "corroboration", "required", "freshness", "reference"}
    mixed = {a for rule in packs.rules.values() if rule.check not in single for a in rule.attributes}
    mixed |= {name for together in _told_together(packs) for name in together}
    return set(packs.attributes) - mixed - {"employer"}
