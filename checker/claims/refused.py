"""Near misses: what in a sentence could have made a claim, and why it made none."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.careers import holders, posts, workplaces
from checker.claims.patterns import Binding, Pattern, match
from checker.claims.reading import Reading
from checker.claims.sentence import Sentence
from checker.claims.syntax.clauses import Clause

_VALUES = {"DATE": "date", "MONEY": "amount", "QTY": "quantity", "PCT": "share", "TITLE": "title", "ROUND": "round"}


def candidates(sentence: Sentence, reading: Reading) -> list[str]:
    """What a claim could have been made of: values, titles, and verbs that patterns begin with."""
    found = [_VALUES[atom.tag] for atom in sentence.atoms if atom.tag in _VALUES]
    return found + [
        c.lemma for c in sentence.clauses if c.lemma in reading.frames.by_lemma and c.lemma not in _ANYWHERE
    ]


_ANYWHERE = frozenset(("be", "have", "do", "go", "get", "make", "take", "come", "give"))  # verbs that promise nothing


def refusals(sentence: Sentence, reading: Reading) -> list[str]:
    """Why a sentence that has a candidate claims nothing, a reason each; empty if it has none."""
    if not candidates(sentence, reading):
        return []
    found = [reason for clause in sentence.clauses for reason in _of_clause(sentence, clause, reading)]
    found += _of_titles(sentence)
    found += _of_values(sentence, reading)
    return list(dict.fromkeys(found)) or ["nothing in it fits a pattern, a post or a property"]


def _of_clause(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[str]:
    patterns = reading.frames.by_lemma.get(clause.lemma, [])
    fitting = [(f, p, b) for f, p in patterns if (b := match(p, clause, f.types, sentence.scene.words)) is not None]
    if patterns and not fitting:
        yield f"{clause.lemma}: none of {len(patterns)} patterns fits, such as {patterns[0][1].text!r}"
    elif patterns and sentence.modality(clause) is None:
        yield f"{clause.lemma}: a question, a condition or a wish (modality none)"
    else:
        for frame, pattern, bindings in fitting:
            yield f"{frame.name}: {_unfilled(sentence, pattern, bindings, frame.types)}"


def _unfilled(sentence: Sentence, pattern: Pattern, bindings: dict[str, Binding], types: dict[str, str]) -> str:
    """What a pattern that matched lacks."""
    if pattern.subject and pattern.subject not in bindings:
        return f"{pattern.text!r} fits, but nobody is its {pattern.subject}"
    for slot, bound in bindings.items():
        kind = types.get(slot, "")
        if kind not in ("person", "organization"):
            continue
        text = sentence.passage.text(bound.phrase.atoms[0].first, bound.phrase.atoms[-1].last)
        known = sentence.resolve(bound.phrase, kind)
        if known is None:
            return f"{slot} not resolved: {text!r} is no {kind} that is known here"
        if known.sure < posts.ENOUGH:
            return f"{slot} below confidence: {text!r} may be {known.name} ({known.sure:.2f} < {posts.ENOUGH})"
    return f"{pattern.text!r} fits, but a slot that a claim needs is empty"


def _of_titles(sentence: Sentence) -> Iterator[str]:
    for phrase in sentence.phrases():
        for place, atom in enumerate(phrase.atoms):
            if atom.tag != "TITLE":
                continue
            title = sentence.passage.text(atom.first, atom.last)
            people = holders.holders(sentence, phrase, place)
            if not people:
                yield f"title {title!r}: nobody is said to hold it"
            elif (body := workplaces.organization_of(sentence, phrase, place, people[0].name)) is None:
                yield f"title {title!r} of {people[0].name}: no organization is known for it"
            elif people[0].sure * body.sure < posts.ENOUGH:
                yield f"title {title!r} of {people[0].name} at {body.name}: below confidence"


def _of_values(sentence: Sentence, reading: Reading) -> Iterator[str]:
    words = {a.lower for a in sentence.atoms}
    for atom in sentence.atoms:
        if atom.tag in ("MONEY", "QTY", "PCT"):
            near = [p.attribute for p in reading.properties if words & p.words]
            text = sentence.passage.text(atom.first, atom.last)
            if near:
                yield f"{text!r}: {near[0]} is named, but whose it is or that it is this one is not said"
            else:
                yield f"{text!r}: nothing beside it says what it measures"
        elif atom.tag == "DATE" and not any(c.lemma in reading.frames.by_lemma for c in sentence.clauses):
            yield f"date {sentence.passage.text(atom.first, atom.last)!r}: no verb of a pattern is dated by it"
