"""Where organizations sit: "the Lisbon-based maker X", "X, based in Lisbon" (a clause pattern), "X, of Antofagasta"."""

from __future__ import annotations

from checker.claims.discourse.descriptions import describes
from checker.claims.discourse.references import owner_of
from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.model import Value


def read(sentence: Sentence) -> list[Draft]:
    """The headquarters that adjectives and "of" phrases give."""
    drafts: list[Draft] = []
    for phrase in sentence.phrases():
        for atom in phrase.atoms:
            if atom.lemma == "based" and atom.mention is not None and atom.mention.value is not None:
                drafts += _seat(sentence, phrase, atom.mention.value, atom.first, atom.last)
        drafts += _of_place(sentence, phrase)
        drafts += _described_in(sentence, phrase) + _with_seat(sentence, phrase) + _in_parens(sentence, phrase)
    return drafts


def _described_in(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "X, a clinic operator in Utrecht,": an apposition with its place."""
    name = phrase.head.name
    if name is None or name.kind != "organization":
        return []
    for other in phrase.appositions:
        place = next(
            (p for p in other.attached if p.prep == "in" and p.head.is_a("place")),
            None,
        )
        if place is not None and place.head.name is not None and describes(other.head, sentence.scene.words):
            return _seated(sentence, place, name.full or name.text, "described in", 0.75)
    return []


def _with_seat(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "With its headquarters in Antwerp, X …"; "from its headquarters in Hamburg it runs …"."""
    if phrase.head.lower not in _SEATS or not (phrase.poss or phrase.owner is not None):
        return []
    place = next(
        (
            p
            for p in phrase.attached
            if p.prep in ("in", "at") and p.head.name is not None and p.head.name.kind in ("place", "")
        ),
        None,
    )
    own = sentence.clause_of(phrase)
    main = (
        own.subject
        if own is not None and own.relative
        else next(
            (
                c.subject
                for c in sentence.clauses
                if c.subject is not None and c.verb.form == "finite" and not c.relative
            ),
            None,
        )
    )
    owner = (
        sentence.resolve(main, "organization")
        if main is not None and phrase.owner is None and main is not phrase
        else owner_of(phrase, sentence.scene, sentence.before(phrase))
    )
    if place is None or owner is None or owner.sure < 0.5:
        return []
    return _seated(sentence, place, owner.name, "seat", owner.sure)


def _in_parens(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "Acme (Lisbon, cells)": a place that opens the parenthesis behind an organization."""
    name = phrase.head.name
    if name is None or name.kind != "organization" or not phrase.parens or not phrase.parens[0]:
        return []
    inner = phrase.parens[0]
    alone = [
        c
        for i, c in enumerate(inner)
        if isinstance(c, Phrase)
        and not c.prep
        and len(c.atoms) == 1
        and (i == 0 or getattr(inner[i - 1], "tag", "") in ("COMMA", "SEMI"))
    ]
    first = next((c for c in alone if c.head.is_a("place")), None)
    if first is None:
        return []
    return _seated(sentence, first, name.full or name.text, "place in a parenthesis", 0.75)


def _seated(sentence: Sentence, place: Phrase, body: str, rule: str, sure: float) -> list[Draft]:
    """The claim that a body sits at the place that a phrase names."""
    at = place.head
    if at.name is None:
        return []
    value = Value("place", at.name.text)
    return [sentence.draft(at.first, at.last, body, "organization", "headquarters", value, "asserted", rule, sure)]


_SEATS = frozenset(("headquarters", "seat", "hq"))


def _seat(sentence: Sentence, phrase: Phrase, place: Value, first: int, last: int) -> list[Draft]:
    found = _organization(sentence, phrase)
    if found is None or found.sure < 0.6:
        return []
    return [
        sentence.draft(first, last, found.name, "organization", "headquarters", place, "asserted", "based", found.sure)
    ]


def _organization(sentence: Sentence, phrase: Phrase) -> Referent | None:
    for member in [phrase, *phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]:
        if member.head.tag == "NAME" and (found := sentence.resolve(member, "organization")) is not None:
            return found
    return sentence.resolve(phrase, "organization")


def _of_place(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "X, of Antofagasta,": a sure organization, a comma, a place that "of" or "in" governs."""
    i, chunks = phrase.start, sentence.chunks
    if (
        phrase.head.name is None
        or phrase.head.name.kind != "organization"
        or i + 2 >= len(chunks)
        or chunks[i] is not phrase
    ):
        return []
    second = chunks[i + 2]
    if (
        getattr(chunks[i + 1], "tag", "") != "COMMA"
        or not isinstance(second, Phrase)
        or second.prep not in ("of", "in")
        or second.head.name is None
        or second.head.name.kind != "place"
    ):
        return []
    name = phrase.head.name
    return [
        sentence.draft(
            second.head.first,
            second.head.last,
            name.full or name.text,
            "organization",
            "headquarters",
            Value("place", second.head.name.text),
            "asserted",
            "of a place",
            0.8,
        )
    ]
