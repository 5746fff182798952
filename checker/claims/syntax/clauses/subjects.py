"""The subject of a finite verb: the nearest phrase to the left that nothing governs."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.syntax.clauses.antecedents import antecedent_of, related
from checker.claims.syntax.clauses.clause import Clause
from checker.claims.syntax.clauses.insertions import before_condition, before_reporting, is_consumed, more_to_left
from checker.claims.syntax.clauses.relatives import fronted, relate
from checker.claims.syntax.clauses.resumption import object_of_relative, resumed_subject
from checker.claims.syntax.clauses.steps import root_of


def finite_subject(clause: Clause, chunks: list[Chunk], place: int, quotes: list[int], earlier: list[Clause]) -> None:
    """The nearest phrase to the left that nothing governs and that is no earlier verb's complement."""
    candidate = _climb(chunks, nearest := _nearest(clause, chunks, place, quotes, earlier))
    climbs = candidate is not nearest and candidate is not None and isinstance(chunks[candidate.start - 1], VerbGroup)
    if climbs or (candidate is not None and object_of_relative(chunks, candidate, place, earlier)):
        candidate = resumed_subject(chunks, place, earlier, quotes) or candidate  # the relative clause's own object
    clause.subject, clause.bare = candidate, _bare(chunks, candidate)
    if clause.bare is not None:
        clause.relative, clause.antecedent = True, clause.bare
    clause.first = candidate.start if candidate is not None and candidate.start < place else place


def _nearest(
    clause: Clause, chunks: list[Chunk], place: int, quotes: list[int], earlier: list[Clause]
) -> Phrase | None:
    """The phrase that the search to the left ends with; what opens the clause is noted on the way."""
    candidate: Phrase | None = None
    i = place - 1
    while i >= 0 and quotes[i] == quotes[place]:
        item = chunks[i]
        if isinstance(item, VerbGroup):
            if (
                candidate is None
                and (aside := before_reporting(chunks, i) or before_condition(chunks, i, place)) is not None
            ):
                i = aside  # "the price, she says, was": the words in between say only who speaks
                continue
            return candidate or resumed_subject(chunks, place, earlier, quotes)
        if isinstance(item, Mark):
            if item.tag in ("SUB", "SEMI", "COLON", "QUOTE"):
                _note_opener(clause, chunks, i)
                return candidate
            if item.tag == "REL" and (candidate is not None or item.lower in ("who", "which", "that")):
                return _behind_pronoun(clause, chunks, i, candidate, earlier)
        elif not item.prep and item.head.tag != "DATE" and (candidate is not None or not is_consumed(chunks, i, place)):
            candidate, i = _uppermost(item), _front(chunks, i, place)
            if i and isinstance(chunks[i - 1], Mark) and chunks[i - 1].tag in ("SUB", "REL"):  # type: ignore[union-attr]
                i -= 1
                continue
            if (opening := _opened(chunks, i)) < i:
                i = opening
                continue
            if not (i and isinstance(chunks[i - 1], (Phrase, Mark)) and more_to_left(chunks, i)):
                clause.subjunct = clause.subjunct or _opener(chunks, i)
                return candidate
        i -= 1
    return candidate


def _opened(chunks: list[Chunk], i: int) -> int:
    """The place of "where" before the adjuncts of the subject at ``i``: ", where over eleven years she rose"."""
    j = i - 1
    while (
        j > 0
        and i - j < _ADJUNCTS
        and isinstance(item := chunks[j], Phrase)
        and (item.prep or item.head.lower in _STRETCHES)
    ):
        j -= 1
    mark = chunks[j] if 0 <= j < i - 1 else None
    return j if isinstance(mark, Mark) and mark.tag == "REL" and mark.lower == "where" else i


_STRETCHES = frozenset("years months weeks decades seasons".split())
_ADJUNCTS = 4  # phrases between "where" and its subject, and one


def _note_opener(clause: Clause, chunks: list[Chunk], i: int) -> None:
    """ "if", "after": the word that opens the clause, and the date before "when"."""
    if (mark := chunks[i]).tag == "SUB":  # type: ignore[union-attr]
        clause.subjunct = mark.lower  # type: ignore[union-attr]
        _when(chunks, i, clause)


def _behind_pronoun(
    clause: Clause, chunks: list[Chunk], i: int, candidate: Phrase | None, earlier: list[Clause]
) -> Phrase | None:
    """The subject where a relative pronoun stands before it, or is it: "whose board she chairs", "who before that
    spent"."""
    word = chunks[i].lower  # type: ignore[union-attr]
    if candidate is None:
        candidate = related(chunks, i, word, earlier)
        clause.relative = candidate is not None
        return candidate
    clause.relative = True
    antecedent = clause.antecedent = antecedent_of(chunks, i, word)
    if antecedent is not None and relate(clause.objects, clause.phrases, chunks, i, candidate, antecedent):
        clause.where = antecedent
    return candidate


def _uppermost(phrase: Phrase) -> Phrase:
    """What a phrase stands beside, as an apposition or as one of several."""
    root = root_of(phrase)
    return root_of(root.joined_to) if root.joined_to is not None else root


def _front(chunks: list[Chunk], i: int, place: int) -> int:
    """Where the phrase at ``i``, or the one that it stands beside, begins."""
    item = chunks[i]
    assert isinstance(item, Phrase)
    root = root_of(item)
    root = root.joined_to or root
    return fronted(chunks, root.start if root is not item and root.start < i else i, place)


def _climb(chunks: list[Chunk], phrase: Phrase | None) -> Phrase | None:
    """What a phrase behind a preposition hangs on: of "X, the idea of two men, A and B, came" it is X that came."""
    while phrase is not None and phrase.prep and 0 < phrase.start < len(chunks) and chunks[phrase.start] is phrase:
        before = chunks[phrase.start - 1]
        if not isinstance(before, Phrase) or phrase not in before.attached:
            return phrase
        phrase = root_of(before)
    return phrase


def _bare(chunks: list[Chunk], subject: Phrase | None) -> Phrase | None:
    """The noun right before a pronoun that begins a relative clause of its own: "the imprint she founded in 1996"."""
    if subject is None or subject.head.lower not in ("he", "she", "i", "we", "they", "you") or not subject.start:
        return None
    before = chunks[subject.start - 1]
    noun = isinstance(before, Phrase) and before.head.tag in ("NOUN", "TITLE") and before.det in ("the", "a", "an")
    return before if noun and isinstance(before, Phrase) else None


def _when(chunks: list[Chunk], i: int, clause: Clause) -> None:
    """ "since 1 October, when she joined": the date before "when" is the clause's own."""
    j = i - 1
    if j >= 0 and isinstance(chunks[j], Mark) and chunks[j].tag == "COMMA":  # type: ignore[union-attr]
        j -= 1
    item = chunks[j] if j >= 0 else None
    if clause.subjunct == "when" and isinstance(item, Phrase) and any(a.tag == "DATE" for a in item.atoms):
        bare = Phrase(item.atoms, item.start)
        clause.dates.append(bare)


def _opener(chunks: list[Chunk], i: int) -> str:
    before = chunks[i - 1] if i else None
    return before.lower if isinstance(before, Mark) and before.tag == "SUB" else ""
