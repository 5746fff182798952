"""Which rounds a sentence speaks of, and the stretch of the sentence that is each one's."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.claims.atoms import Atom
from checker.claims.chunks import Phrase
from checker.claims.clauses import Clause
from checker.claims.sentence import Sentence

_AGAIN = frozenset("round financing raise".split())
_TALK = frozenset(
    "talk talks plan plans rumour rumours discussion discussions idea possibility prospect hopes attempt attempts"
    " speculation".split()
)
_UNDONE = frozenset("seek discuss consider abandon drop shelve plan want cancel postpone mull explore weigh".split())


class Round(Struct):
    """A round as one sentence speaks of it: ``first:last`` is the stretch of tokens in which nothing else is named."""

    name: str
    phrase: Phrase
    clause: Clause | None
    first: int
    last: int
    again: bool = False  # not named, but the one named before


def rounds(sentence: Sentence) -> list[Round]:
    """The rounds of a sentence, in order."""
    found = [(phrase, atom) for phrase in sentence.phrases() for atom in phrase.of("ROUND") if atom.mention is not None]
    found.sort(key=lambda pair: pair[1].first)
    made: list[Round] = []
    for i, (phrase, atom) in enumerate(found):
        start = found[i - 1][1].last if i else sentence.first
        end = found[i + 1][1].first if i + 1 < len(found) else sentence.last
        name = atom.mention.value.text if atom.mention is not None and atom.mention.value is not None else ""
        made.append(Round(name, phrase, sentence.clause_of(phrase), start, end))
    return made or list(_again(sentence))


def _again(sentence: Sentence) -> Iterator[Round]:
    """ "The round was led by X": the round named last."""
    if not sentence.scene.round or not sentence.scene.round_company:
        return
    for phrase in sentence.phrases():
        if phrase.head.lower in _AGAIN and phrase.det in ("the", "this", "that") and not phrase.of("ROUND"):
            clause = sentence.clause_of(phrase)
            yield Round(sentence.scene.round, phrase, clause, sentence.first, sentence.last, again=True)
            return


def only_talk(sentence: Sentence, one: Round) -> bool:
    """ "talk of a Series B", "a Series C that was discussed": no round."""
    holder = next((p for p in sentence.phrases() if one.phrase in p.attached), None)
    if one.phrase.prep in ("of", "for", "about") and holder is not None and holder.head.lower in _TALK:
        return True
    related = [c for c in sentence.clauses if c.subject is one.phrase or one.phrase in c.objects]
    return any(c.lemma in _UNDONE for c in related)


def within(one: Round, atom: Atom) -> bool:
    """Whether an atom stands in the round's own stretch."""
    return one.first <= atom.first < one.last
