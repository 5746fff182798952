"""What is seen of a value in its sentence: the traits that the weights are for.

A trait is a short text. What stands in the packs (nouns, units and verbs of attributes) is put in terms of attributes,
so that words which no training text has count like those which some have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from msgspec import Struct

from checker.claims.events.upcoming import lies_ahead
from checker.claims.learnt.view import View
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.clauses import Clause

_WINDOW, _NEAR = 4, 2  # terms on each side; those of which the place counts
_FAR = 4
_NEEDY = frozenset(("person", "place", "organization", "quantity"))
_ANYWHERE = frozenset("be have do go get make take come give say".split())  # verbs that call for nothing


class Cues(Struct):
    """The words by which packs tell attributes: last words of nouns and units, and verbs."""

    nouns: Mapping[str, frozenset[str]]
    verbs: Mapping[str, frozenset[str]]
    kinds: Mapping[str, frozenset[str]] = {}  # kind of value -> the nouns and verbs of its attributes

    def call_for(self, kind: str, words: Set[str]) -> bool:
        """Whether a sentence of these words can give a value of a kind; names and numbers need a word that says so."""
        return kind not in _NEEDY or not self.kinds.get(kind, frozenset()).isdisjoint(words)


def cues_of(nouns: Mapping[str, Set[str]], verbs: Mapping[str, Set[str]], kinds: Mapping[str, Set[str]]) -> Cues:
    """Cues from words -> attributes and verbs -> attributes; ``kinds``: kind of value -> attributes."""
    called = {
        kind: frozenset(
            word for told in (nouns, verbs) for word, names in told.items() if names & some and word not in _ANYWHERE
        )
        for kind, some in kinds.items()
    }
    return Cues({w: frozenset(n) for w, n in nouns.items()}, {v: frozenset(n) for v, n in verbs.items()}, called)


def traits(view: View, place: int, atom: Atom, kind: str, cues: Cues) -> list[str]:
    """All that is seen of the value at ``place``."""
    clause, part = view.part(atom)
    return [
        "any",
        f"part={part}",
        *_of_clause(view, clause, part, cues),
        *_of_phrase(view, atom),
        *_around(view, place),
        *_cued(view, place, atom, cues),
        *_of_sentence(view, atom),
        *_of_value(view, atom, kind),
    ]


def _of_clause(view: View, clause: Clause | None, part: str, cues: Cues) -> Iterator[str]:
    if clause is None:
        yield "verb="
        return
    verb, lemma = clause.verb, clause.lemma
    yield from (f"verb={lemma}", f"verb={lemma},{part}", f"verb={lemma},{verb.passive}")
    yield from (f"passive={verb.passive}", f"tense={verb.tense}", f"form={verb.form}")
    yield from (f"modal={verb.modal}", f"not={verb.negated}", f"subjunct={clause.subjunct}")
    yield from (f"relative={clause.relative}", f"quoted={bool(clause.quoted)}", f"how={view.sentence.modality(clause)}")
    if verb.particle:
        yield f"verb={lemma} {verb.particle}"
    for attribute in cues.verbs.get(lemma, ()):
        yield from (f"verb>{attribute}", f"verb>{attribute},{part}")
    yield from _of_arguments(clause)


def _of_arguments(clause: Clause) -> Iterator[str]:
    if clause.subject is not None:
        yield f"subject={_head(clause.subject.head)}"
    for phrase in clause.objects:
        yield f"object={_head(phrase.head)}"
    for phrase in clause.phrases:
        yield f"{phrase.prep}={_head(phrase.head)}"


def _head(atom: Atom) -> str:
    """As a term of the view, but a number that no claim can be made of is looked at."""
    if atom.name is not None:
        return f"NAME:{atom.name.kind or '?'}"
    return atom.tag if atom.mention is not None else atom.lemma or atom.lower


def _of_phrase(view: View, atom: Atom) -> Iterator[str]:
    phrase = view.phrases.get(id(atom))
    if phrase is None:
        return
    yield from (f"head={_head(phrase.head)}", f"prep={phrase.prep}", f"det={phrase.det or phrase.poss}")
    yield from (f"with={_head(other)}" for other in phrase.atoms if other is not atom)
    if phrase.apposed_to is not None:
        yield f"apposed={_head(phrase.apposed_to.head)}"


def _around(view: View, place: int) -> Iterator[str]:
    terms, last = view.terms, len(view.terms)
    for step in range(1, _WINDOW + 1):
        left = terms[place - step] if place >= step else "^"
        right = terms[place + step] if place + step < last else "$"
        yield from (f"l={left}", f"r={right}")
        if step <= _NEAR:
            yield from (f"l{step}={left}", f"r{step}={right}")


def _cued(view: View, place: int, atom: Atom, cues: Cues) -> Iterator[str]:
    """The attributes whose words stand in the sentence: how near, and whether another such value stands between."""
    atoms, best = view.sentence.atoms, dict[str, tuple[int, bool]]()
    for other, word in enumerate(atoms):
        found = cues.nouns.get(word.lower)
        if not found:
            continue
        far = abs(other - place)
        crossed = any(a.tag == atom.tag for a in atoms[min(place, other) + 1 : max(place, other)])
        for attribute in found:
            if far < best.get(attribute, (99, False))[0]:
                best[attribute] = far, crossed
    for attribute, (far, crossed) in best.items():
        yield from (f"noun>{attribute}", f"noun>{attribute},{min(_FAR, far // 2)},{crossed}")


def _of_sentence(view: View, atom: Atom) -> Iterator[str]:
    sentence = view.sentence
    yield from (f"block={sentence.passage.block.kind}", f"asks={sentence.modality(None) is None}")
    yield f"several={sum(a.tag == atom.tag for a in sentence.atoms) > 1}"
    yield from (f"before={attribute}" for attribute in view.before)
    yield from (f"beside={attribute}" for attribute in view.claimed)
    if "ROUND" in sentence.tags:
        yield "round"


def _of_value(view: View, atom: Atom, kind: str) -> Iterator[str]:
    value = atom.mention.value if atom.mention is not None else None
    if kind == "date" and value is not None:
        edtf = value.edtf or ""
        yield from (f"fine={len(edtf.split('/')[0])}", f"span={'/' in edtf}")
        yield f"coming={lies_ahead(view.sentence, value)}"
    elif kind in ("money", "quantity") and value is not None:
        yield f"size={len(str(int(value.low or 0)))}"
