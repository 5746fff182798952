"""Objects and prepositional phrases behind a verb, up to the next clause."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.syntax.clauses.adjuncts import offset
from checker.claims.syntax.clauses.clause import Clause
from checker.claims.syntax.clauses.steps import is_mark


def complement(chunks: list[Chunk], clause: Clause, clauses: list[Clause], n: int, quotes: list[int]) -> None:
    """Give the clause the objects and prepositional phrases behind its verb, up to the next clause."""
    place = clause.verb.start
    clause.ceased = next((a.lower for a in clause.verb.atoms if a.lower in _CEASED), "")
    subjects = _later_subjects(clause, clauses)
    i, comma = place + 1, False
    while i < len(chunks) and (quotes[i] == quotes[place] or isinstance(chunks[i], Mark)):
        item = chunks[i]
        if isinstance(item, Phrase):
            if id(item) in subjects or (item.apposed_to is not None and id(item.apposed_to) in subjects):
                break
            if (item.prep or item.head.tag == "DATE") and _aside(chunks, i, clause):
                i += 1
                continue
            _take(chunks, i, clause, comma)
        elif isinstance(item, VerbGroup):
            if comma or item.form in ("finite", "infinitive", "ing", "participle"):
                break
        elif item.tag == "REL":
            i = _past_relative(chunks, i, clauses)
            continue
        elif _ends(item, clause) or (item.tag == "CONJ" and _opens_next(chunks, i, subjects)):
            break
        else:
            if item.tag == "COMMA":
                if _closing(chunks, clause) and not (i := _past_apposition(chunks, i)):
                    break
                comma = True
            _note_particle(item, clause, first=i == place + 1)
        i += 1
        clause.last = i - 1


def _later_subjects(clause: Clause, clauses: list[Clause]) -> set[int]:
    """The subjects behind the verb that are those of other clauses."""
    others = (c for c in clauses if c is not clause and c.verb.form == "finite" and not c.relative)
    return {id(c.subject) for c in others if c.subject is not None and c.subject.start > clause.verb.start}


def _take(chunks: list[Chunk], i: int, clause: Clause, comma: bool) -> None:
    """The phrase at ``i`` as an object, behind a preposition or as a date; ``comma``: one stands before it."""
    item = chunks[i]
    assert isinstance(item, Phrase)
    tag = item.head.tag
    apart = tag in ("MONEY", "QTY") and not clause.objects and not _overrun(chunks, i)
    if item.prep:
        clause.phrases.append(item)
    elif _is_object(item) and (not comma or apart):
        clause.objects.append(item)
        item.object_of = True
    dated = tag == "DATE" or (item.prep and any(a.tag == "DATE" for a in item.atoms))
    if dated and not offset(chunks, i):
        clause.dates.append(item)


def _overrun(chunks: list[Chunk], i: int) -> bool:
    """ "Two years late and £3m over budget": by how much, and of nothing."""
    behind = chunks[i + 1] if i + 1 < len(chunks) else None
    if is_mark(chunks[i - 1], "CONJ") and is_mark(behind, "ADV"):
        return True  # "after eight seasons and one very public row"
    return isinstance(behind, Phrase) and behind.prep in ("over", "under", "above", "below", "beyond")


def _is_object(phrase: Phrase) -> bool:
    return phrase.apposed_to is None and phrase.joined_to is None and phrase.head.tag != "DATE"


def _ends(mark: Mark, clause: Clause) -> bool:
    """Whether the clause ends at a mark; an infinitive without a verb above it is a headline, which may be quoted."""
    headline = clause.verb.form == "infinitive" and clause.parent is None
    return mark.tag in ("SUB", "SEMI", "COLON", "STOP") or (mark.tag == "QUOTE" and headline)


def _opens_next(chunks: list[Chunk], i: int, subjects: set[int]) -> bool:
    """Whether "and" opens a clause of its own: "…, and in 2004 the pair founded X", "… and this month joined Y"."""
    inserted = is_mark(chunks[i + 1] if i + 1 < len(chunks) else None, "COMMA")
    j, dated = i + 1 + inserted, True
    while j < len(chunks) and isinstance(item := chunks[j], Phrase) and (item.prep or item.head.tag == "DATE"):
        dated = dated and item.head.tag == "DATE"
        j += 1
    if not i + 1 + inserted < j < len(chunks):
        return False
    j += inserted and j + 1 < len(chunks) and is_mark(chunks[j], "COMMA")
    behind = chunks[j]
    return id(behind) in subjects or (dated and isinstance(behind, VerbGroup) and behind.form == "finite")


def _note_particle(mark: Mark, clause: Clause, *, first: bool) -> None:
    """ "no longer", "set up"; ``first``: it stands right behind the verb."""
    if mark.lower in _CEASED:
        clause.ceased = mark.lower
    elif mark.tag == "ADV" and not clause.objects and first:
        clause.verb.particle = mark.lower
    if mark.tag == "PREP" and first:
        clause.verb.particle = mark.lower


_CEASED = frozenset(("no longer", "any longer", "anymore"))


def _closing(chunks: list[Chunk], clause: Clause) -> bool:
    """Whether a comma opened the relative clause, so that the next one closes it and the main clause goes on."""
    if not clause.relative or not 0 < clause.first < len(chunks):
        return False
    before, opener = chunks[clause.first - 1], chunks[clause.first]
    return isinstance(before, Mark) and before.tag in ("COMMA", "DASH") and isinstance(opener, Mark)


def _past_apposition(chunks: list[Chunk], i: int) -> int:
    """The comma behind an apposition that the comma at ``i`` opens, where the clause goes on with a preposition:
    "which bought the operator, Acme, for €3m, said"; 0 where there is none."""
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    if not isinstance(after, Phrase) or after.prep or (after.apposed_to is None and not after.appositions):
        return 0
    j = i + 2
    while j < len(chunks) and isinstance(item := chunks[j], Phrase) and item.prep:
        j += 1
    goes_on = j + 1 < len(chunks) and isinstance(next_ := chunks[j + 1], Phrase) and next_.prep not in ("", "by")
    return j if goes_on and is_mark(chunks[j], "COMMA") else 0


def _aside(chunks: list[Chunk], i: int, clause: Clause) -> bool:
    """Whether the phrase at ``i`` hangs on a noun set behind a comma: ", its biggest purchase in a decade"."""
    first = chunks[i]
    dated = isinstance(first, Phrase) and first.head.tag == "DATE"
    while (
        i > 0 and isinstance(item := chunks[i], Phrase) and (item.prep or dated) and isinstance(chunks[i - 1], Phrase)
    ):
        i, dated = i - 1, False
    item = chunks[i]
    return (
        isinstance(item, Phrase)
        and i > 0
        and not item.prep
        and is_mark(chunks[i - 1], "COMMA", "DASH")
        and bool(item.poss or item.det in ("a", "an"))
        and item.apposed_to is None
        and item.joined_to is None
        and item not in clause.objects
    )


def _past_relative(chunks: list[Chunk], i: int, clauses: list[Clause]) -> int:
    """Jump over a relative clause: to the comma after it, or to the end."""
    depth = i + 1
    while depth < len(chunks):
        item = chunks[depth]
        if isinstance(item, Mark) and item.tag in ("COMMA", "DASH"):
            return depth
        depth += 1
    return depth
