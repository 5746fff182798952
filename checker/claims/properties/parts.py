"""Parts of a count, each by its own scope: "501 employees, of whom 96 in security", "… 79 were players"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.draft import Draft
from checker.claims.properties.carried import Measure
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Chunk, Mark, Phrase, VerbGroup

_WHOM = frozenset(("whom", "which", "them", "these", "those", "us"))
_BEING = frozenset("be work serve sit belong do".split())
_NO_SCOPE = frozenset("year age time total part men women man woman people uk eu addition march june".split())


def of_count(sentence: Sentence, made: Draft, after: int, taken: set[int]) -> Iterator[Draft]:
    """The parts that the sentence tells behind the whole, which ends at token ``after``."""
    if made.attribute == "headcount" and "scope" not in made.qualifiers:
        yield from _told(sentence, made.subject, made.qualifiers, made, after, taken)


def of_measure(sentence: Sentence, known: Measure, taken: set[int]) -> Iterator[Draft]:
    """ "96 of them in security.": a part of what the sentence before counted."""
    first = sentence.chunks[0] if sentence.chunks else None
    if known.prop.attribute != "headcount" or known.scope or not isinstance(first, Phrase) or id(first.head) in taken:
        return
    if _is_bare(first) and any(p.prep == "of" and p.head.lower in _WHOM for p in first.attached):
        scope = _scope(sentence, sentence.chunks, 2)
        if scope:
            yield _draft(sentence, first.head, known.subject, scope, {"as_of": known.as_of} if known.as_of else {})


def _told(
    sentence: Sentence, subject: str, qualifiers: dict[str, str], made: Draft, after: int, taken: set[int]
) -> Iterator[Draft]:
    chunks = sentence.chunks
    for i, item in enumerate(chunks[:-1]):
        if not isinstance(item, Phrase) or item.atoms[0].first < after or not _is_bare(item) or id(item.head) in taken:
            continue
        before = chunks[i - 1] if i else None
        whom = isinstance(before, Mark) and before.tag == "REL" and before.lower in _WHOM
        behind = chunks[i + 2] if i + 2 < len(chunks) else None  # "148 of whom work in engineering"
        ahead = isinstance(behind, Mark) and behind.tag == "REL" and behind.lower == "whom"
        if not (whom or ahead):
            continue
        scope = _scope(sentence, chunks, i + (3 if ahead else 1))
        if scope:
            taken.add(id(item.head))
            yield _draft(sentence, item.head, subject, scope, qualifiers, made)


def _is_bare(phrase: Phrase) -> bool:
    return phrase.head.tag == "QTY" and len(phrase.atoms) == 1 and phrase.head.mention is not None


def _scope(sentence: Sentence, chunks: list[Chunk], i: int) -> str:
    """What the part is: "in security", "were players and football staff"."""
    if i < len(chunks) and isinstance(verb := chunks[i], VerbGroup):
        if verb.lemma not in _BEING or verb.negated:
            return ""
        i += 1
    what = chunks[i] if i < len(chunks) else None
    if not isinstance(what, Phrase) or what.prep not in ("", "in", "at") or what.head.tag not in ("NOUN", "TITLE"):
        return ""
    if what.head.lower in _NO_SCOPE or any(a.tag in ("QTY", "DATE", "NAME") for a in what.atoms):
        return ""
    last = what.heads()[-1]
    return sentence.passage.text(what.atoms[0].first, max(what.atoms[-1].last, last.atoms[-1].last))


def _draft(
    sentence: Sentence, atom: Atom, subject: str, scope: str, qualifiers: dict[str, str], made: Draft | None = None
) -> Draft:
    assert atom.mention is not None and atom.mention.value is not None
    kept = {**qualifiers, "scope": scope}
    how = made.modality if made is not None else "asserted"
    sure = made.confidence if made is not None else 0.65
    return sentence.draft(
        atom.first, atom.last, subject, "organization", "headcount", atom.mention.value, how, "part of a count", sure,
        **kept,
    )  # fmt: skip
