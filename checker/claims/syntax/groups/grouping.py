"""The phrases of a sentence, linked: attached, apposed, joined."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase
from checker.claims.syntax.groups.apposition import appose
from checker.claims.syntax.groups.coordination import join
from checker.claims.syntax.groups.enumerations import enumerated
from checker.claims.syntax.groups.prepositions import with_several, within_phrases, within_places
from checker.packs.vocabulary import Vocabulary


def group(chunks: list[Chunk], words: Vocabulary) -> None:
    """Link the phrases of one sentence, in place."""
    marks = {item.tag for item in chunks if isinstance(item, Mark)}
    if "CONJ" in marks:
        within_phrases(chunks)
    with_several(chunks)
    if "COMMA" in marks:
        within_places(chunks)
    for i, item in enumerate(chunks):
        if isinstance(item, Phrase):
            appose(chunks, i, item, words)
    if "COLON" in marks:
        enumerated(chunks, words)
    for i, item in enumerate(chunks):
        if isinstance(item, Phrase) and item.joined_to is None:
            join(chunks, i, item)
        if isinstance(item, Phrase):
            for inner in item.parens:
                group(inner, words)
