"""One sentence, analysed: its atoms, chunks and clauses, and what the readers of claims share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from checker.claims.discourse.references import resolve, resolve_all
from checker.claims.discourse.scene import Referent, Scene
from checker.claims.draft import Draft
from checker.claims.syntax import wordings
from checker.claims.syntax.atoms import IMPLIED, Atom, atomise
from checker.claims.syntax.chunks import Chunk, Mark, Phrase, chunk
from checker.claims.syntax.clauses import Clause, analyse, imply_subject, tell_participles
from checker.claims.syntax.groups import group
from checker.claims.syntax.modality import Tone, modality, settled, tone
from checker.model import Found, Modality, Value
from checker.packs.vocabulary import Vocabulary
from checker.passages import Name, Page, Passage


class Sentence(Struct):
    """A sentence of a passage with its structure, and the scene it is read in."""

    passage: Passage
    first: int
    last: int
    atoms: list[Atom]
    chunks: list[Chunk]
    clauses: list[Clause]
    scene: Scene
    tags: frozenset[str] = frozenset()  # of its atoms: what cannot be in it need not be looked for
    words: frozenset[str] = frozenset()  # its atoms in small letters
    found: list[Phrase] | None = None
    main: list[Clause] | None = None
    names: list[tuple[Atom, Name]] | None = None
    ahead: dict[int, list[Phrase]] = {}  # token -> the phrases that begin before it
    tone: Tone | None = None
    bound: dict[int, list[tuple[Any, dict[str, Any]]]] = {}  # identity of a clause -> what patterns bind in it

    def phrases(self) -> list[Phrase]:
        """Every noun phrase, those in parentheses and possessors too."""
        if self.found is None:
            self.found = list(_phrases(self.chunks))
        return self.found

    def told(self) -> list[Clause]:
        """The finite clauses with a subject that are no relatives: what the sentence tells."""
        if self.main is None:
            self.main = [
                c for c in self.clauses if c.subject is not None and c.verb.form == "finite" and not c.relative
            ]
        return self.main

    def named(self, kind: str) -> list[tuple[Atom, Name]]:
        """The names of one kind, in order, each with its atom."""
        if self.names is None:
            self.names = [(a, a.name) for a in self.atoms if a.tag == "NAME" and a.name is not None]
        return [found for found in self.names if found[1].kind == kind]

    def before(self, phrase: Phrase) -> list[Phrase]:
        """The phrases of the sentence that stand before ``phrase``."""
        limit = phrase.atoms[0].first
        barred = (
            next((c.subject for c in self.clauses if phrase in c.objects or phrase in c.phrases), None)
            if phrase.head.tag == "PRON"
            else None
        )
        found = self.ahead.get(limit)
        if found is None:
            found = [item for item in self.chunks if isinstance(item, Phrase) and item.atoms[0].first < limit]
            self.ahead[limit] = found
        return found if barred is None else [item for item in found if item is not barred]

    def resolve(self, phrase: Phrase, kind: str) -> Referent | None:
        """Who or what ``phrase`` is, as a ``kind``."""
        return resolve(phrase, kind, self.scene, self.before(phrase))

    def behind(self, phrase: Phrase) -> list[Phrase]:
        """The prepositional phrases right behind ``phrase``, those that hang on one another too."""
        i = phrase.start + 1
        if not (phrase.start < len(self.chunks) and self.chunks[phrase.start] is phrase):
            return phrase.attached
        while i < len(self.chunks) and isinstance(item := self.chunks[i], Phrase) and item.prep:
            i += 1
        return [item for item in self.chunks[phrase.start + 1 : i] if isinstance(item, Phrase)]

    def town(self, phrase: Phrase) -> Atom:
        """The head of a place's phrase; of a house or street with a town behind a comma that of the town."""
        head, rest = phrase.head, self.chunks[phrase.start + 1 : phrase.start + 3]
        known = head.is_a("place") and not any(a.tag == "QTY" for a in phrase.atoms)
        part = not known or head.lower.split()[-1] in self.scene.words.words["site_nouns"]
        if part and len(rest) == 2 and isinstance(rest[0], Mark) and rest[0].tag == "COMMA":
            after = rest[1]
            if isinstance(after, Phrase) and after.head.name is not None and after.head.name.kind in ("place", ""):
                return after.head
        return head

    def meant_ahead(self, phrase: Phrase) -> Phrase | None:
        """What "its" in an opening phrase points forward to: "Since its foundation in 1952, the Board has …"."""
        if not phrase.prep or any(item.head.tag == "NAME" for item in self.before(phrase)):
            return None
        for clause in self.clauses:
            if phrase in clause.phrases and clause.subject is not None and clause.subject.start > phrase.start:
                return clause.subject if clause.subject.head.tag != "PRON" else None
        return None

    def resolve_strictly(self, phrase: Phrase | None) -> Referent | None:
        """The organization that ``phrase`` names, or that its pronoun stands for, and no person."""
        found = self.resolve(phrase, "organization") if phrase is not None else None
        named = phrase is not None and phrase.head.name is not None and phrase.head.name.kind != "organization"
        return None if named else found

    def resolve_all(self, phrase: Phrase, kind: str) -> list[Referent]:
        """All whom ``phrase`` stands for: both people that "they" are."""
        return resolve_all(phrase, kind, self.scene, self.before(phrase))

    def clause_of(self, phrase: Phrase) -> Clause | None:
        """The clause that ``phrase`` belongs to: as subject, object, or within its stretch."""
        found = None
        for clause in self.clauses:
            if phrase is clause.subject or phrase in clause.objects or phrase in clause.phrases:
                return clause
            if clause.first <= phrase.start <= clause.last:
                found = clause
        return found

    def modality(self, clause: Clause | None) -> Modality | None:
        """How ``clause`` is said; without a clause, asserted unless the sentence asks."""
        if clause is None:
            return None if self.passage.tokens[self.last - 1].text == "?" else "asserted"
        if self.tone is None:
            self.tone = tone(self.chunks, self.scene.words)
        return modality(clause, self.chunks, self.clauses, self.scene.words, self.tone)

    def settled(self, clause: Clause | None) -> bool:
        """Whether what the clause foresees is agreed or announced."""
        return clause is not None and settled(clause, self.clauses)

    def employed(
        self, first: int, last: int, person: str, body: str, rule: str, sure: float, *, status: str,
        how: Modality = "asserted",
    ) -> Draft:  # fmt: skip
        """The claim that a person works (or worked) for an organization."""
        value = Value("organization", body)
        return self.draft(first, last, person, "person", "employer", value, how, rule, sure, status=status)

    def draft(
        self,
        atom_first: int,
        atom_last: int,
        subject: str,
        kind: str,
        attribute: str,
        value: Value,
        how: Modality,
        rule: str,
        sure: float = 1.0,
        **qualifiers: str,
    ) -> Draft:
        """A claim whose value stands at the tokens given."""
        tokens = self.passage.tokens
        kept = {key: text for key, text in qualifiers.items() if text}
        return Draft(
            self.passage.block,
            tokens[atom_first].start,
            tokens[atom_last - 1].end,
            subject,
            kind,
            attribute,
            value,
            kept,
            how,
            rule,
            sure,
        )


def analyse_sentence(passage: Passage, first: int, last: int, page: Page, scene: Scene, words: Vocabulary) -> Sentence:
    """The structure of the tokens ``first:last``."""
    _count_again(passage, first, last, scene)
    atoms = _dated_lead(_without_concessions(atomise(passage, first, last, page, words)), passage)
    chunks = chunk(atoms)
    tell_participles(chunks)
    group(chunks, words)
    clauses = analyse(chunks)
    _headline_passives(clauses)
    wordings.mend(chunks, clauses)
    if passage.sentences and passage.sentences[0][0] == first:
        _under_date(atoms, chunks, clauses)
    if scene.headed is not None:
        imply_subject(chunks, clauses, Phrase([Atom("PRON", IMPLIED, first, first)], 0))
    tags, lowers = frozenset([a.tag for a in atoms]), frozenset([a.lower for a in atoms])
    return Sentence(passage, first, last, atoms, chunks, clauses, scene, tags, lowers)


def _dated_lead(atoms: list[Atom], passage: Passage) -> list[Atom]:
    """ "**1999** Membership passes 500.": a date in bold stands apart from what it dates, as behind a colon."""
    lead = passage.block.lead
    if lead is None or len(atoms) < 3 or atoms[0].tag != "DATE" or atoms[0].first > 1:
        return atoms
    end = passage.tokens[atoms[0].last - 1].end
    if atoms[1].tag in ("COLON", "DASH", "COMMA", "STOP") or not end <= lead[1] <= end + 2:
        return atoms
    return [atoms[0], Atom("COLON", ":", atoms[0].last, atoms[0].last), *atoms[1:]]


_CONCEDING = frozenset(("whatever", "whichever", "whoever", "wherever"))


def _without_concessions(atoms: list[Atom]) -> list[Atom]:
    """Without ", whatever you may have read," between commas or at the end: it changes nothing of what is said."""
    i = next((k for k, a in enumerate(atoms) if k > 1 and a.lower in _CONCEDING and atoms[k - 1].tag == "COMMA"), 0)
    if not i:
        return atoms
    end = next((k for k in range(i, len(atoms)) if atoms[k].tag in ("COMMA", "STOP", "SEMI", "DASH")), len(atoms))
    goes_on = end + 1 < len(atoms) and atoms[end].tag == "COMMA" and atoms[end + 1].tag == "CONJ"
    return [*atoms[: i - 1], *atoms[end + goes_on :]]


def _under_date(atoms: list[Atom], chunks: list[Chunk], clauses: list[Clause]) -> None:
    """ "9 April 2014: Corvina Air is incorporated": the date that opens a line is of what the line says."""
    if len(atoms) < 3 or atoms[0].tag != "DATE" or atoms[1].tag not in ("COLON", "DASH"):
        return
    opening = chunks[0]
    if not isinstance(opening, Phrase) or opening.head is not atoms[0]:
        return
    for clause in clauses:
        if clause.verb.form == "finite" and not clause.relative and not clause.dates and not clause.subjunct:
            clause.dates.append(opening)


_NAMING = frozenset("appoint name elect promote re-elect reappoint nominate install hire".split())


def _headline_passives(clauses: list[Clause]) -> None:
    """ "A appointed director of X": who is appointed, where the verb names nobody else."""
    for clause in clauses:
        verb, subject = clause.verb, clause.subject
        if (
            verb.lemma in _NAMING
            and len(verb.atoms) == 1
            and verb.form == "finite"
            and "part" in verb.atoms[0].tenses
            and subject is not None
            and not clause.relative
            and not verb.passive
            and subject.head.name is not None
            and subject.head.name.kind == "person"
            and [p.head.tag for p in clause.objects] in ([], ["TITLE"])
            and (clause.objects or any(p.prep in ("as", "to") for p in clause.phrases))
        ):
            verb.passive = True


def _count_again(passage: Passage, first: int, last: int, scene: Scene) -> None:
    """ "Two years later", the first date of its block: counted from the date named last in the document."""
    from checker.values import dates

    mention = next((m for m in passage.within(first, last) if m.kind == "date"), None)
    if mention is None or mention.anchor != "previous" or mention.value is None:
        return
    if any(m.kind == "date" for m in passage.within(0, first)):
        return
    if not scene.date:
        mention.value = None  # "four years earlier", and nothing says than what
        return
    start, end = passage.tokens[mention.first].start, passage.tokens[mention.last - 1].end
    anchor = scene.day if "day" in mention.value.text.casefold() and scene.day else scene.date
    mention.value = dates.resolve(Found(start, end, mention.value, "previous"), anchor).value


def _phrases(chunks: list[Chunk]) -> Iterator[Phrase]:
    for item in chunks:
        if isinstance(item, Phrase):
            yield item
            owner = item.owner
            while owner is not None:
                yield owner
                owner = owner.owner
            for inner in item.parens:
                yield from _phrases(inner)
