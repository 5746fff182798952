"""Phrases that stand side by side: "A, B and C"."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.syntax.groups.prepositions import tail_of


def _past_insertion(chunks: list[Chunk], k: int) -> int:
    """Past what commas set apart behind "and": "professor at X and, since 2011, director of Y"."""
    if not (isinstance(mark := chunks[k], Mark) and mark.tag == "COMMA"):
        return k
    j = k + 1
    while j < len(chunks) and (
        (isinstance(item := chunks[j], Phrase) and (item.prep or item.head.tag == "DATE"))
        or (isinstance(item, Mark) and item.tag == "ADV")
    ):
        j += 1
    closed = k + 1 < j < len(chunks) - 1 and isinstance(mark := chunks[j], Mark) and mark.tag == "COMMA"
    return j + 1 if closed else k


def join(chunks: list[Chunk], i: int, phrase: Phrase) -> None:
    """ "A, B and C": phrases of one tag in a row with commas and a closing conjunction."""
    members, j = [phrase], _after(chunks, i, phrase)
    pending: list[Phrase] = []
    while j + 1 < len(chunks):
        mark = chunks[j]
        if not isinstance(mark, Mark) or mark.tag not in ("COMMA", "CONJ"):
            break
        k, joined = j + 1, mark.tag == "CONJ"
        if isinstance(chunks[k], Mark) and chunks[k].tag == "CONJ" and k + 1 < len(chunks):  # type: ignore[union-attr]
            k, joined = k + 1, True
        k = _past_insertion(chunks, k) if joined else k
        if (
            joined
            and isinstance(adverb := chunks[k], Mark)
            and adverb.lower in ("still", "now", "also", "later", "then")
        ):
            k = min(k + 1, len(chunks) - 1)  # "the sole founder and still the chief executive"
        following = chunks[k]
        if (
            not isinstance(following, Phrase)
            or following.prep
            or following.apposed_to is not None
            or following.joined_to is not None
        ):
            break
        if _other_kind(phrase, following) or (
            _verb_follows(chunks, _after(chunks, k, following))
            and _governed(chunks, i, phrase)
            and ((joined and mark.tag == "COMMA") or _own_verb(chunks, _after(chunks, k, following)))
        ):
            break
        if (
            phrase.head.tag == "PRON"
            and joined
            and phrase.head.lower in ("he", "she", "i", "they")
            and _verb_follows(chunks, _past_comma(chunks, k, following))
            and not phrase.prep
        ):
            members.append(following)
            break
        spouse = joined and _of_kin(phrase, following)
        if (following.head.tag != phrase.head.tag and not spouse) or (phrase.head.tag == "NOUN" and not joined):
            break
        pending.append(following.appositions[0] if spouse else following)
        j = _after(chunks, k, following)
        if joined:
            members += pending
            pending = []
            if mark.lower not in ("and", "or", "&", ","):
                break
    for member in members[1:]:
        member.joined_to = phrase
        phrase.joined.append(member)


def _of_kin(phrase: Phrase, following: Phrase) -> bool:
    """ "Sabine Lutz and her husband, Otto Lutz,": a name, and whom the possessive tells by a name of their own."""
    named_one = following.appositions[0] if following.appositions else None
    return (
        phrase.head.is_a("person")
        and following.poss in ("his", "her", "their")
        and following.head.tag == "NOUN"
        and named_one is not None
        and named_one.head.is_a("person")
    )


def _after(chunks: list[Chunk], i: int, phrase: Phrase) -> int:
    """The place after a phrase with its appositions."""
    end = tail_of(chunks, i)
    for apposed in phrase.appositions:
        end = max(end, tail_of(chunks, apposed.start))
    return end


def _past_comma(chunks: list[Chunk], i: int, phrase: Phrase) -> int:
    """The place after a phrase, past the comma that closes its apposition: "he and Ann Lee, an actuary, founded"."""
    end = _after(chunks, i, phrase)
    closing = chunks[end] if phrase.appositions and end < len(chunks) else None
    return end + 1 if isinstance(closing, Mark) and closing.tag == "COMMA" else end


def _verb_follows(chunks: list[Chunk], j: int) -> bool:
    return j < len(chunks) and isinstance(chunks[j], VerbGroup)


def _own_verb(chunks: list[Chunk], j: int) -> bool:
    item = chunks[j]
    return isinstance(item, VerbGroup) and item.form == "finite"


def _governed(chunks: list[Chunk], i: int, phrase: Phrase) -> bool:
    """Whether the phrase is some verb's object or stands behind a preposition: what follows "and" may begin a
    clause."""
    return bool(phrase.prep) or (i > 0 and isinstance(chunks[i - 1], VerbGroup))


def _other_kind(first: Phrase, second: Phrase) -> bool:
    a, b = first.head.name, second.head.name
    return (
        a is not None
        and b is not None
        and "person" in (a.kind, b.kind)
        and a.kind != b.kind
        and "" not in (a.kind, b.kind)
    )
