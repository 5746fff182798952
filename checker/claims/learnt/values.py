"""The values of a sentence that a claim could be made of, and whether one was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.claims.draft import Draft
from checker.claims.learnt.traits import Cues
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.model import Value

RULE = "learnt"  # what the rules' names of claims by weights begin with
_BY_TAG = {"DATE": "date", "MONEY": "money", "QTY": "quantity", "TITLE": "title"}
_BY_KIND = {"person": "person", "place": "place", "organization": "organization", "": "organization"}


def values(sentence: Sentence, cues: Cues) -> Iterator[tuple[int, Atom, str]]:
    """Each value with its place among the atoms and its kind, of kinds that the sentence calls for."""
    words = sentence.words.union([clause.lemma for clause in sentence.clauses])
    for place, atom, kind in _all(sentence):
        if cues.call_for(kind, words):
            yield place, atom, kind


def _all(sentence: Sentence) -> Iterator[tuple[int, Atom, str]]:
    for place, atom in enumerate(sentence.atoms):
        if atom.tag in _BY_TAG:
            mention = atom.mention
            if mention is not None and mention.anchor != "plural" and _whole(mention.value):
                yield place, atom, _BY_TAG[atom.tag]
        elif atom.name is not None and atom.name.kind in _BY_KIND:
            yield place, atom, _BY_KIND[atom.name.kind]


def claimed(sentence: Sentence, drafts: Iterable[Draft]) -> set[int]:
    """The places among the atoms of the values that claims were made of."""
    tokens, spans = sentence.passage.tokens, [(d.start, d.end) for d in drafts]
    return {
        place
        for place, atom in enumerate(sentence.atoms)
        if any(tokens[atom.first].start < end and start < tokens[atom.last - 1].end for start, end in spans)
    }


def apart(drafts: list[Draft], others: Iterable[Draft]) -> list[Draft]:
    """The drafts without those by weights whose value is part of what a table or a list claims."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for draft in others:
        spans.setdefault(id(draft.block), []).append((draft.start, draft.end))

    def told(draft: Draft) -> bool:
        return any(draft.start < end and start < draft.end for start, end in spans.get(id(draft.block), ()))

    return [draft for draft in drafts if not (draft.rule.startswith(RULE) and told(draft))]


def _whole(value: Value | None) -> bool:
    """Whether there is a value, and of a date its year."""
    return value is not None and (value.kind != "date" or (value.edtf or "")[:4].isdigit())
