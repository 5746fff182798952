"""The subject of a finite verb: the nearest phrase to the left that nothing governs."""

from __future__ import annotations

from checker.claims.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.clauses.antecedents import antecedent_of, related
from checker.claims.clauses.clause import Clause
from checker.claims.clauses.insertions import before_condition, before_reporting, is_consumed, more_to_left
from checker.claims.clauses.resumption import object_of_relative, resumed_subject
from checker.claims.clauses.steps import root_of
from checker.claims.relatives import fronted, relate


def finite_subject(clause: Clause, chunks: list[Chunk], place: int, quotes: list[int], earlier: list[Clause]) -> None:
    """The nearest phrase to the left that nothing governs and that is no earlier verb's complement."""
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
            if candidate is not None:
                break
            resumed = resumed_subject(chunks, place, earlier, quotes)
            candidate = resumed
            break
        if isinstance(item, Mark) and item.tag in ("SUB", "SEMI", "COLON", "QUOTE"):
            if item.tag == "SUB":
                clause.subjunct = item.lower
                _when(chunks, i, clause)
            break
        if (
            isinstance(item, Mark)
            and item.tag == "REL"
            and candidate is None
            and item.lower in ("who", "which", "that")
        ):
            candidate = related(chunks, i, item.lower, earlier)  # "who before that spent"
            clause.relative = candidate is not None
            break
        if isinstance(item, Mark) and item.tag == "REL" and candidate is not None:
            clause.relative = True
            antecedent = clause.antecedent = antecedent_of(chunks, i, item.lower)
            if antecedent is not None and relate(clause.objects, clause.phrases, chunks, i, candidate, antecedent):
                clause.where = antecedent
            break
        if (
            isinstance(item, Phrase)
            and not item.prep
            and item.head.tag != "DATE"
            and candidate is None
            and is_consumed(chunks, i, place)
        ):
            i -= 1
            continue
        if isinstance(item, Phrase) and not item.prep and item.head.tag != "DATE":
            root = root_of(item)
            if root.joined_to is not None:
                root = root.joined_to
            candidate = root_of(root)
            if root is not item and root.start < i:
                i = root.start
            i = fronted(chunks, i, place)
            if i and isinstance(chunks[i - 1], Mark) and chunks[i - 1].tag in ("SUB", "REL"):  # type: ignore[union-attr]
                i -= 1
                continue
            if not (i and isinstance(chunks[i - 1], (Phrase, Mark)) and more_to_left(chunks, i)):
                clause.subjunct = clause.subjunct or _opener(chunks, i)
                break
        i -= 1
    climbed = _climb(chunks, candidate)
    climbs = climbed is not candidate and climbed is not None and isinstance(chunks[climbed.start - 1], VerbGroup)
    if climbs or (climbed is not None and object_of_relative(chunks, climbed, place, earlier)):
        climbed = (
            resumed_subject(chunks, place, earlier, quotes) or climbed
        )  # what a relative clause's verb had for its object
    clause.subject = candidate = climbed
    clause.bare = _bare(chunks, candidate)
    if clause.bare is not None:
        clause.relative, clause.antecedent = True, clause.bare
    clause.first = candidate.start if candidate is not None and candidate.start < place else place


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
