"""Phrases that stand for the same thing: "Ann Ray, 39, chief executive of X,"."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.syntax.groups.ages import is_aged, past_age
from checker.claims.syntax.groups.compatible import are_compatible
from checker.claims.syntax.groups.prepositions import tail_of
from checker.packs.vocabulary import Vocabulary

APPOSED = frozenset(
    "now currently formerly previously then once later today still recently originally also already".split()
) | {"no longer"}


def appose(chunks: list[Chunk], i: int, phrase: Phrase, words: Vocabulary) -> None:
    """Link to the phrase at ``i`` those behind it, between marks, that stand for the same thing."""
    if phrase.apposed_to is not None:
        return
    if phrase.prep == "as" and phrase.head.tag == "TITLE" and any(isinstance(c, VerbGroup) for c in chunks[:i]):
        return  # "after he left as manager, A …"
    j = past_age(chunks, tail_of(chunks, i))
    while j + 1 < len(chunks):
        mark, second = chunks[j], chunks[j + 1]
        if isinstance(second, Mark) or (isinstance(second, Phrase) and second.prep in _UP_TO):
            j, second = _timed(chunks, j, second)
        if not isinstance(mark, Mark) or not isinstance(second, Phrase) or second.prep:
            return
        if mark.tag not in ("COMMA", "DASH") and not _links(chunks, i, j, mark.tag, phrase, second):
            return
        held = _held_by(phrase, second, words) if _opened(phrase, second) else None
        if held is None:
            return
        end = tail_of(chunks, j + 1)
        spoken = mark.tag == "COLON" and end < len(chunks) and isinstance(chunks[end], VerbGroup)
        if spoken or _takes_the_verb(chunks, end, second) or not _closes(chunks, end, held, second):
            return  # "The Minister: A was …": who speaks
        phrase = second.apposed_to = held
        phrase.appositions.append(second)
        j = end


def _takes_the_verb(chunks: list[Chunk], end: int, second: Phrase) -> bool:
    """ "Born in 1971 and once a painter, A has …": behind an opening participle the name is the verb's subject."""
    opening, verb = chunks[0], chunks[end] if end < len(chunks) else None
    opened = isinstance(opening, VerbGroup) and opening.form == "participle"
    return opened and second.head.is_a("person") and isinstance(verb, VerbGroup) and verb.form == "finite"


_UP_TO = frozenset(("at", "until", "for", "till"))
_NOW = frozenset("present now recently time moment".split())


def _timed(chunks: list[Chunk], j: int, second: Mark | Phrase) -> tuple[int, Chunk]:
    """Past "formerly" or "until 2019" before a second phrase, which keeps that it is of former days."""
    further = chunks[j + 2] if j + 2 < len(chunks) else None
    if isinstance(second, Mark):
        if second.tag != "ADV" or second.lower not in APPOSED or not isinstance(further, Phrase):
            return j, second
        further.adverb = second.lower
        j, second = j + 1, further
        further = chunks[j + 2] if j + 2 < len(chunks) else None
    if second.prep in ("until", "till") and second.of("TITLE"):
        second.prep, second.adverb = "", "formerly"
    if second.prep == "at" and second.atoms[0].lower == "present" and second.of("TITLE"):
        second.prep, second.adverb = "", "now"
    dated = second.prep in _UP_TO and (second.head.tag == "DATE" or second.head.lower in _NOW)
    if not dated or not isinstance(further, Phrase):
        return j, second
    further.adverb = "formerly" if second.prep in ("until", "till") else "now"
    return j + 1, further


def _links(chunks: list[Chunk], i: int, j: int, tag: str, phrase: Phrase, second: Phrase) -> bool:
    """Whether a colon or "and" can stand between the two: "Chairman: A", "A, 78 and president of B"."""
    return _officer(chunks, i, phrase, second) if tag == "COLON" else tag == "CONJ" and is_aged(chunks, j)


def _opened(phrase: Phrase, second: Phrase) -> bool:
    """Whether the second phrase begins like one that says who or what the first is."""
    return bool(
        second.det
        or second.poss
        or second.owner
        or second.head.tag in ("TITLE", "NAME")
        or any(a.tag in ("TITLE", "ADJ") for a in second.atoms)
        or _calling(phrase, second)
    )


def _held_by(phrase: Phrase, second: Phrase, words: Vocabulary) -> Phrase | None:
    """What the second phrase stands beside: the first, or of "his niece, A B, a teacher at X" the name."""
    if are_compatible(phrase, second, words):
        return phrase
    named = next((p for p in phrase.appositions if p.head.tag == "NAME"), None)
    fits = named is not None and second.head.tag == "TITLE" and are_compatible(named, second, words)
    return named if fits else None


def _calling(first: Phrase, second: Phrase) -> bool:
    """ "Sverre Aas, cooper, …": a bare noun right behind a person's name."""
    name = first.head.name
    return (
        name is not None
        and name.kind == "person"
        and not first.prep
        and len(second.atoms) == 1
        and second.head.tag == "NOUN"
        and not second.head.lower.endswith("s")
    )


def _officer(chunks: list[Chunk], i: int, phrase: Phrase, second: Phrase) -> bool:
    """ "Chief executive: Aino Laine": a post that opens its sentence, and who holds it."""
    opens = i == 0 or (isinstance(before := chunks[i - 1], Mark) and before.tag in ("SEMI", "STOP", "COMMA", "MARK"))
    name = second.head.name
    return opens and phrase.head.tag == "TITLE" and not phrase.prep and name is not None and name.kind == "person"


_SUBJECTS = frozenset(("he", "she", "i", "we", "they", "you"))


def _closes(chunks: list[Chunk], end: int, first: Phrase, second: Phrase) -> bool:
    """An apposition ends with a mark or the sentence, or, after a title, right at the verb."""
    while (
        end < len(chunks)
        and isinstance(dated := chunks[end], Phrase)
        and dated.head.tag == "DATE"
        and second.of("TITLE")
    ):
        end += 1  # "A, HR director from 2016 to 2021,"
    if (
        end < len(chunks)
        and isinstance(mark := chunks[end], Mark)
        and mark.lower in ("here", "there")
        and second.of("TITLE")
    ):
        end = tail_of(chunks, end)  # "A, chairman here for nineteen years,"
    if end >= len(chunks):
        return True
    item = chunks[end]
    if isinstance(item, Phrase) and item.head.lower in _SUBJECTS:
        return second.head.tag in ("NOUN", "TITLE")  # "Tern, the imprint she founded,"
    if isinstance(item, Mark):
        return item.tag in ("COMMA", "STOP", "DASH", "SEMI", "REL", "CONJ", "COLON", "QUOTE", "SUB")
    return isinstance(item, VerbGroup) and (
        item.form in ("participle", "ing", "infinitive")
        or first.head.tag == "TITLE"
        or second.head.tag == "TITLE"
        or bool(second.of("TITLE"))
    )
