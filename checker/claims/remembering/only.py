"""The one organization of a sentence, where none is its subject."""

from __future__ import annotations

from checker.claims.careers.posts import status_of_words
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase

_STUDYING = frozenset("study graduate train read qualify attend educate teach earn matriculate lecture".split())
_ASIDE = frozenset("by against beside alongside like than unlike".split())


def only_body(sentence: Sentence, personal: bool) -> str:
    """The one organization that the sentence names as more than an aside; ``personal``: it is about somebody."""
    bodies = sentence.named("organization")
    if not bodies or any(p.head.lower in ("it", "them") for c in sentence.clauses for p in c.objects):
        return ""
    aside = _aside(sentence)
    only = {name.full or name.text for atom, name in bodies if id(atom) not in aside}
    return next(iter(only)) if len(only) == 1 else _only_object(sentence) if personal else ""


def _aside(sentence: Sentence) -> set[int]:
    """The atoms that name whom the sentence only brushes: denied, beside, of former days, where somebody studied."""
    clauses = sentence.clauses
    denied = {id(p) for c in clauses if c.verb.negated and c.lemma != "be" for p in (*c.objects, *c.phrases)}
    aside = {
        id(a)
        for p in sentence.phrases()
        if p.of("NAME") and (p.prep in _ASIDE or id(p) in denied or _was_there(sentence, p) or _watches(sentence, p))
        for a in p.atoms
    }
    return aside | {id(a) for c in clauses if c.lemma in _STUDYING for p in (*c.phrases, *c.objects) for a in p.atoms}


def _only_object(sentence: Sentence) -> str:
    """ "She studied at A and joined B": of several organizations in a person's sentence the one object of a verb."""
    found = {
        p.head.name.full
        for c in sentence.clauses
        for p in c.objects
        if not (c.verb.negated and c.lemma != "be")
        and p.head.tag == "NAME"
        and p.head.name is not None
        and p.head.name.kind == "organization"
    }
    return next(iter(found)) if len(found) == 1 else ""


def _watches(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase says where those work who watch others: "analysts at Brajda Securities"."""
    tokens, first = sentence.passage.tokens, phrase.atoms[0].first
    behind = [token.lower for token in tokens[max(0, first - 3) : first]]
    return phrase.prep in ("at", "of", "from", "with") and not _WATCHING.isdisjoint(behind)


_WATCHING = frozenset(
    "analyst analysts broker brokers economist economists strategist strategists forecaster forecasters pundits "
    "consultants researchers commentators observers experts lawyers".split()
)


def _was_there(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase says where somebody was: "formerly director of programmes at the Open Ledger Trust"."""
    return any(
        phrase in post.attached
        and (
            post.adverb in ("formerly", "previously", "once") or status_of_words(post, len(post.atoms) - 1) == "former"
        )
        for post in sentence.phrases()
        if post.head.tag == "TITLE"
    )
