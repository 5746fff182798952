"""What stands inserted between a subject and its verb: asides of who speaks, conditions, earlier complements."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.syntax.clauses.steps import is_mark


def before_reporting(chunks: list[Chunk], i: int) -> int | None:
    """The place before ", she says," where the verb at ``i`` is the middle of one."""
    verb = chunks[i]
    assert isinstance(verb, VerbGroup)
    if verb.lemma not in ("say", "add", "recall", "think", "believe", "understand", "claim", "admit", "insist", "note"):
        return None
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    j = i - 1
    while j >= 0 and isinstance(chunks[j], Phrase):
        j -= 1
    before = chunks[j] if j >= 0 else None
    marks = all(isinstance(mark, Mark) and mark.tag in ("COMMA", "DASH") for mark in (before, after))
    return j - 1 if marks and 0 < j < i - 1 else None


def before_condition(chunks: list[Chunk], i: int, place: int) -> int | None:
    """The place before ", if it is ever built," where the verb at ``i`` is that of the clause in between."""
    if not is_mark(chunks[place - 1], "COMMA", "DASH"):
        return None
    j = i - 1
    while j > 0 and isinstance(chunks[j], Phrase):
        j -= 1
    inserted = j > 1 and is_mark(chunks[j], "SUB") and is_mark(chunks[j - 1], "COMMA", "DASH")
    return j - 2 if inserted else None


def is_consumed(chunks: list[Chunk], i: int, place: int) -> bool:
    """Whether the phrase at ``i`` is an earlier verb's object, closed by a comma before our verb."""
    back = i - 1
    while back > 0 and isinstance(chunks[back], Mark) and chunks[back].tag == "ADV":  # type: ignore[union-attr]
        back -= 1
    coordinated = (
        i > 1 and isinstance(chunks[i - 1], Mark) and chunks[i - 1].tag == "CONJ" and isinstance(chunks[i - 2], Phrase)  # type: ignore[union-attr]
    )
    if not (i and (isinstance(chunks[back], VerbGroup) or coordinated)):
        return False
    verb = chunks[back]
    if isinstance(verb, VerbGroup) and verb.lemma in _TELLS and not verb.passive:
        between = chunks[i + 1 : place]
        if not any(isinstance(item, VerbGroup) or is_mark(item, "CONJ") for item in between):
            return False  # "X said a new stand, with 2,800 seats, was expected to cost"
    return any(isinstance(item, Mark) and item.tag in ("COMMA", "DASH") for item in chunks[i + 1 : place])


# what takes a clause and no thing for its object
_TELLS = frozenset("say think believe insist hope understand".split())


def more_to_left(chunks: list[Chunk], i: int) -> bool:
    """Whether the phrase at ``i`` is an inserted one: "X, until last month chief of Y, joined"."""
    inserted = chunks[i]
    assert isinstance(inserted, Phrase)
    end = i + 1
    while end < len(chunks) and isinstance(chunks[end], Phrase):
        end += 1
    if end >= len(chunks) or not (isinstance(chunks[end], Mark) and chunks[end].tag in ("COMMA", "DASH")):  # type: ignore[union-attr]
        return False
    j = i - 1
    while j >= 0 and (
        (isinstance(chunks[j], Phrase) and (chunks[j].prep or chunks[j].head.tag == "DATE"))  # type: ignore[union-attr]
        or (isinstance(chunks[j], Mark) and chunks[j].tag in ("ADV", "PREP"))  # type: ignore[union-attr]
    ):
        j -= 1
    if j < 1 or not (isinstance(chunks[j], Mark) and chunks[j].tag in ("COMMA", "DASH")):  # type: ignore[union-attr]
        return False
    while j > 0 and isinstance(chunks[j - 1], Phrase):
        holder = chunks[j - 1]
        assert isinstance(holder, Phrase)
        if not holder.prep and holder.head.tag != "DATE":
            if inserted.apposed_to is None and inserted.of("TITLE") and holder.head.tag in ("NAME", "TITLE"):
                inserted.apposed_to = holder
                holder.appositions.append(inserted)
            return True
        j -= 1
    return False
