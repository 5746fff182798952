"""Samples from annotated corpora: each value of the prose with its traits, its possible subjects, and what is gold.

A gold claim is of one mention of its value: where a line has several, of the one that the weights so far find likeliest.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from checker import packs
from checker.claims.draft import Draft
from checker.claims.extract import prose_drafts, structured_drafts
from checker.claims.learnt.reader import Learner
from checker.claims.learnt.rivals import PLACED, rivals, workplaces
from checker.claims.learnt.traits import traits
from checker.claims.learnt.values import values
from checker.claims.learnt.view import view
from checker.claims.learnt.weights import Choice, Weights
from checker.claims.reading import Reading, compile_reading
from checker.claims.sentence import Sentence
from checker.mentions import find
from checker.model import Lines, Source
from checker.sources import read
from tests.training.gold import Gold


class Label(Struct):
    """One gold claim that a mention may be of."""

    number: int  # of the claim in its gold file
    attribute: str
    subject: str
    where: str
    optional: bool


class Sample(Struct):
    """One value of one sentence."""

    corpus: str
    kind: str
    traits: list[str]
    rivals: dict[str, dict[str, list[str]]]  # group of subjects -> name -> traits
    places: dict[str, list[str]]  # workplace -> traits, of kinds that need one
    labels: list[Label] = field(default_factory=list)
    source: str = ""


def samples(folder: Path, known: Reading, kinds: dict[str, list[str]]) -> Iterator[Sample]:
    """All samples of one corpus; ``kinds``: kind of value -> attributes."""
    gold = Gold(json.loads((folder / "gold.json").read_text(encoding="utf-8")))
    for path in sorted((folder / "sources").iterdir()):
        for source in read(str(path)):
            if isinstance(source, Source):
                yield from _of_source(source, path.name, folder.name, gold, known, kinds)


def _of_source(
    source: Source, file: str, corpus: str, gold: Gold, known: Reading, kinds: dict[str, list[str]]
) -> Iterator[Sample]:
    page, lines, found = find(source), Lines(source.raw), []
    learnt = known.learner
    assert learnt is not None

    def watch(sentence: Sentence, made: list[Draft]) -> None:
        found.extend(_of_sentence(sentence, made, lines, file, corpus, gold, learnt, kinds))

    structured = structured_drafts(page, known)
    prose_drafts(page, known, watch, known=structured)
    yield from found


def _of_sentence(
    sentence: Sentence, made: list[Draft], lines: Lines, file: str, corpus: str, gold: Gold, known: Learner,
    kinds: dict[str, list[str]],
) -> Iterator[Sample]:  # fmt: skip
    seen = view(sentence, sentence.scene.told, frozenset(draft.attribute for draft in made))
    for place, atom, kind in values(sentence, known.cues):
        attributes = kinds.get(kind, [])
        if not attributes:
            continue
        line = lines.place(sentence.passage.block.origin(sentence.passage.tokens[atom.first].start))[0]
        groups = {known.group(name) for name in attributes}
        names = {group: rivals(seen, place, atom, group) for group in sorted(groups)}
        labels = [
            Label(
                number, claim["attribute"], gold.who(claim["subject"]), gold.where(claim), bool(claim.get("optional"))
            )
            for number, claim in gold.matching(file, line, atom, attributes)
        ]
        people = [name for name in names.get("person", {}) if any(label.subject == gold.who(name) for label in labels)]
        places = workplaces(seen, place, atom, people[0]) if people and PLACED & {la.attribute for la in labels} else {}
        yield Sample(
            corpus, kind, traits(seen, place, atom, kind, known.cues),
            {group: _named(some, gold) for group, some in names.items()}, _named(places, gold), labels, file,
        )  # fmt: skip


def _named(some: dict[str, list[str]], gold: Gold) -> dict[str, list[str]]:
    """By whom the gold file means; of two names for one the one with more to speak for it."""
    made: dict[str, list[str]] = {}
    for name, said in sorted(some.items()):
        who = gold.who(name)
        if len(said) > len(made.get(who, ())):
            made[who] = said
    return made


def untrained(kinds: dict[str, list[str]]) -> Reading:
    """The reading of the shipped packs, with weights that know the attributes of each kind of value and no more."""
    empty = {kind: Choice(["", *attributes], "", b"") for kind, attributes in kinds.items()}
    return compile_reading(packs.load(None), Weights(empty, {}))
