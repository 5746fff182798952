"""Which rounds a sentence speaks of, and the stretch of the sentence that is each one's."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause

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
    if "ROUND" not in sentence.tags and _AGAIN.isdisjoint(sentence.words):
        return []
    found = [(phrase, atom) for phrase in sentence.phrases() for atom in phrase.of("ROUND") if atom.mention is not None]
    found.sort(key=lambda pair: pair[1].first)
    made: list[Round] = []
    for i, (phrase, atom) in enumerate(found):
        start = found[i - 1][1].last if i else sentence.first
        end = found[i + 1][1].first if i + 1 < len(found) else sentence.last
        name = atom.mention.value.text if atom.mention is not None and atom.mention.value is not None else ""
        name = " ".join([*_which(sentence, atom), name])
        made.append(Round(name, phrase, sentence.clause_of(phrase), start, end))
    return made or list(_unnamed(sentence)) or list(_again(sentence))


def _which(sentence: Sentence, atom: Atom) -> list[str]:
    """ "the second seed round": which of several rounds of one name."""
    tokens = sentence.passage.tokens
    before = tokens[atom.first - 1].lower if atom.first > sentence.first else ""
    return [before] if before in ("second", "third", "follow-on", "further", "additional") else []


def _unnamed(sentence: Sentence) -> Iterator[Round]:
    """ "€5m in a round led by X", "a funding round of €5m": one that goes by no name."""
    for phrase in sentence.phrases():
        words = {atom.lower for atom in phrase.atoms[:-1]}
        own = phrase.det in ("a", "an") or phrase.poss in ("its", "their", "our") or phrase.owner is not None
        if phrase.head.lower not in _AGAIN or not own or not _of_money(sentence, phrase, words):
            continue
        yield Round(_labelled(sentence), phrase, sentence.clause_of(phrase), sentence.first, sentence.last)
        return


def _labelled(sentence: Sentence) -> str:
    """ "**Series B.** In 2021, X led a $44m round": the name that the block opens with."""
    opening = sentence.passage.mentions[0] if sentence.passage.mentions else None
    named = opening is not None and opening.kind == "round" and opening.first <= 1
    return opening.value.text if named and opening is not None and opening.value is not None else ""


def _of_money(sentence: Sentence, phrase: Phrase, words: set[str]) -> bool:
    """Whether a round is one of money, and no other: "funding round", "a round of financing", "€5m in a round"."""
    if words & _FUNDING or any(a.tag == "MONEY" for a in phrase.atoms):
        return True
    if any(p.prep == "of" for p in phrase.attached):
        return any(p.prep == "of" and p.head.lower in _FUNDING for p in phrase.attached)
    led = any(c.subject is phrase and c.lemma in ("lead", "co-lead", "anchor") for c in sentence.clauses)
    return led and any(atom.tag == "MONEY" for atom in sentence.atoms)


_FUNDING = frozenset("funding financing investment fundraising equity growth venture capital finance debt".split())


def _again(sentence: Sentence) -> Iterator[Round]:
    """ "The round was led by X": the round named last."""
    if not sentence.scene.round_company:
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
