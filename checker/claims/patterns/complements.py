"""One complement of a pattern, looked for among the objects, phrases and dates of a clause."""

from __future__ import annotations

from checker.claims.patterns.dates import ONLY_THEN, dated, only_then
from checker.claims.patterns.fitting import fit
from checker.claims.patterns.pattern import Binding, Fits, Item
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause
from checker.packs.vocabulary import Vocabulary


def complement(
    item: Item,
    rest: list[Phrase],
    phrases: list[Phrase],
    clause: Clause,
    types: dict[str, str],
    words: Vocabulary,
    used: set[int],
    fits: Fits,
) -> Binding | None:
    kind = types.get(item.slot, "any")
    if not item.slot:
        if clause.verb.particle and clause.verb.particle in item.words:
            return Binding(Phrase(clause.verb.atoms, clause.verb.start))
        return _fixed(item, rest, phrases)
    if kind == "date" and not item.prepositions:
        return _date(clause, used)
    if kind == "span":
        return next((b for p in clause.dates if (b := fit(p, "span", words, fits)) is not None), None)
    if item.prepositions:
        for phrase in phrases:
            if (id(phrase) not in used and phrase.prep.split(" ")[-1] in item.prepositions) or (
                phrase.prep in item.prepositions and id(phrase) not in used
            ):
                bound = fit(phrase, kind, words, fits)
                if bound is not None:
                    used.add(id(phrase))
                    return bound
        if clause.where is not None and {"in", "at"} & set(item.prepositions):
            return fit(clause.where, kind, words, fits)
        return None
    for n, phrase in enumerate(rest):
        bound = fit(phrase, kind, words, fits)
        if bound is not None:
            del rest[n]
            return bound
        if n == 0 and not item.optional and kind in ("person", "organization"):
            return None
    return None


def _fixed(item: Item, rest: list[Phrase], phrases: list[Phrase]) -> Binding | None:
    for n, phrase in enumerate(rest[:1]):
        if not item.by and _worded(phrase, item.words):
            del rest[n]
            return Binding(phrase)
    return (
        next((Binding(p) for p in phrases if p.prep in item.by and _worded(p, item.words)), None) if item.by else None
    )


def _worded(phrase: Phrase, words: tuple[str, ...]) -> bool:
    """Whether a phrase has one of the words for its head, "first_visitors" two, "its_base" that of its possessor."""
    lowers = [atom.lower for atom in phrase.atoms]
    if lowers[-1] in words or (len(lowers) > 1 and (lowers[-2] in words or "_".join(lowers[-2:]) in words)):
        return True
    return bool(phrase.poss or phrase.det == "the") and f"its_{lowers[-1]}" in words


_NOT_EVENT = frozenset(
    ("by", "before", "after", "until", "till", "from", "than", "compared", "for", "over", "within", "of", "since then")
)


def _date(clause: Clause, used: set[int]) -> Binding | None:
    """The date of the event: the first that no limiting preposition governs."""
    for phrase in clause.dates:
        limits = _NOT_EVENT - ONLY_THEN if only_then(clause) else _NOT_EVENT
        if phrase.prep.split(" ")[-1] in limits or id(phrase) in used:
            continue
        atom = next((a for a in phrase.atoms if a.tag == "DATE"), None)
        if atom is not None and dated(atom):
            return Binding(phrase, atom)
    return None
