"""Figures of others behind the first, without its verb: "Islay Line employs 214 people; Halcyon about 1,900."."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.draft import Draft
from checker.claims.properties.measure import TAGS, Anchor, Property
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Mark, Phrase


def others(sentence: Sentence, prop: Property, anchor: Anchor, made: Draft, taken: set[int]) -> Iterator[Draft]:
    """The same of each body that stands with nothing but a figure between marks."""
    clause = anchor.clause
    if clause is None or clause.subject is None or clause.subject.head.tag != "NAME" or prop.subject != "organization":
        return
    chunks = sentence.chunks
    for i in range(anchor.phrase.start + 1, len(chunks) - 1):
        mark, body = chunks[i], chunks[i + 1]
        if not isinstance(mark, Mark) or mark.tag not in ("SEMI", "COMMA", "CONJ") or not isinstance(body, Phrase):
            continue
        figure = _within(body, prop) or _figure(sentence, i + 1, prop)
        names = body.of("NAME")
        alone = Phrase(names, body.start) if names and not body.prep else None
        found = sentence.resolve_strictly(alone) if figure is not None and alone is not None else None
        if figure is None or found is None or found.name == made.subject or id(figure) in taken:
            continue
        value = figure.mention.value if figure.mention is not None else None
        if value is None or value.kind != made.value.kind:
            continue
        taken.add(id(figure))
        kept = {key: text for key, text in made.qualifiers.items() if key != "scope"}
        yield sentence.draft(
            figure.first, figure.last, found.name, "organization", prop.attribute, value, made.modality, made.rule,
            0.7, **kept,
        )  # fmt: skip


def _within(body: Phrase, prop: Property) -> Atom | None:
    """ "Halcyon about 1,900", taken for one phrase."""
    tags = [atom.tag for atom in body.atoms]
    return body.head if len(tags) > 1 and tags[0] == "NAME" and tags[-1] == TAGS[prop.value] else None


def _figure(sentence: Sentence, i: int, prop: Property) -> Atom | None:
    """The figure right behind the name at ``i``, with a mark or the end behind it."""
    chunks = sentence.chunks
    name = chunks[i]
    assert isinstance(name, Phrase)
    j = i + 1
    while j < len(chunks) and isinstance(item := chunks[j], Mark) and item.tag in ("ADV", "COMMA"):
        j += 1
    figure = chunks[j] if j < len(chunks) else None
    alone = isinstance(figure, Phrase) and figure.prep in ("", "about", "around", "over") and len(figure.atoms) == 1
    if not alone or not isinstance(figure, Phrase) or figure.head.tag != TAGS[prop.value] or name.head.tag != "NAME":
        return None
    end = chunks[j + 1] if j + 1 < len(chunks) else None
    closed = end is None or (isinstance(end, Mark) and end.tag in ("STOP", "SEMI", "COMMA", "CONJ", "DASH"))
    return figure.head if closed else None
