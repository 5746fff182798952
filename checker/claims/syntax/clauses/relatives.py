"""What a relative pronoun before the subject is in its clause: "of which she was director", "whose editor he is"."""

from __future__ import annotations

from msgspec import structs

from checker.claims.syntax.chunks import Chunk, Mark, Phrase, VerbGroup


def relate(
    objects: list[Phrase], phrases: list[Phrase], chunks: list[Chunk], i: int, subject: Phrase, whom: Phrase
) -> bool:
    """Put ``whom``, for which the pronoun at ``i`` stands, where it belongs; whether that is a place or a body.

    ``objects`` and ``phrases`` are those of the clause, whose subject stands behind the pronoun.
    """
    word, before = chunks[i].lower, chunks[i - 1] if i else None  # type: ignore[union-attr]
    if word == "whose":
        owned = chunks[i + 1]
        if isinstance(owned, Phrase) and owned is not subject:
            owned.owner = whom
            objects.append(owned)
        else:
            subject.owner = whom
    elif word == "where":
        phrases.append(structs.replace(whom, prep="at"))
        return True
    elif isinstance(before, Mark) and before.tag == "PREP":
        phrases.append(structs.replace(whom, prep=before.lower))
        return before.lower in ("of", "at", "for", "in", "with")
    elif word in ("which", "that", "whom", "who"):
        objects.append(whom)
    return False


def fronted(chunks: list[Chunk], i: int, place: int) -> int:
    """The place of what "whose" governs where the subject at ``i`` follows it right away: "whose editor he was"."""
    subject = chunks[i]
    between = [item for item in chunks[i + 1 : place] if not (isinstance(item, Mark) and item.tag == "ADV")]
    if between or not isinstance(subject, Phrase) or subject.head.tag not in ("PRON", "NAME"):
        return i
    j = i - 1
    while j > 0 and isinstance(item := chunks[j], Phrase) and item.prep:
        j -= 1
    owned, opener = chunks[j] if j >= 0 else None, chunks[j - 1] if j > 0 else None
    whose = isinstance(opener, Mark) and opener.tag == "REL" and opener.lower == "whose"
    return j if whose and isinstance(owned, Phrase) and not isinstance(owned, VerbGroup) else i
