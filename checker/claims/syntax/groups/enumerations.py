"""People in a row behind a colon, and the phrase before that counts them: "two trustees were appointed: A and B"."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.packs.vocabulary import Vocabulary


def enumerated(chunks: list[Chunk], words: Vocabulary) -> None:
    """ "Two new trustees were appointed: A, a teacher, and B": the people behind the colon are those counted before."""
    colon = next((i for i, c in enumerate(chunks) if isinstance(c, Mark) and c.tag == "COLON"), 0)
    row = chunks[colon + 1 :] if colon else []
    people = [c for c in row if isinstance(c, Phrase) and c.head.tag == "NAME" and c.head.is_a("person") and not c.prep]
    if len(people) < 2 or row[0] is not people[0] or any(isinstance(c, VerbGroup) or _own_post(c) for c in row):
        return
    several = [c for c in chunks[:colon] if isinstance(c, Phrase) and _several(c, words)]
    if len(several) == 1:
        several[0].appositions.append(people[0])
        people[0].apposed_to = several[0]


def _own_post(item: Chunk) -> bool:
    """ "The trustees were: A (Chair), B (Treasurer)": each has a post of their own."""
    inner = (c for parens in item.parens for c in parens) if isinstance(item, Phrase) else ()
    return any(isinstance(c, Phrase) and c.head.tag == "TITLE" for c in inner)


def _several(phrase: Phrase, words: Vocabulary) -> bool:
    """Whether a phrase is of several people: "two trustees", "three mothers", "its founders"."""
    head = phrase.head
    if head.tag == "TITLE":
        return head.mention is not None and head.mention.anchor == "plural"
    return head.tag == "NOUN" and head.lower.endswith(("s", "men", "people")) and of_people(head.lower, words)


def of_people(word: str, words: Vocabulary) -> bool:
    """ "Engineer", "brothers": a noun for a person or, in the plural, for several."""
    lists = words.words
    return word in lists["person_descriptors"] or (
        word.endswith("s") and (word[:-1] in lists["person_descriptors"] or word[:-1] in lists["kin_nouns"])
    )
