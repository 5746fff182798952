"""One post after the other: "replacing B, who …", "she was succeeded by C", the title being the one just read."""

from __future__ import annotations

from checker.claims.atoms import Atom
from checker.claims.clauses import Clause
from checker.claims.draft import Draft
from checker.claims.patterns import can_be
from checker.claims.posts import claim
from checker.claims.scene import Post, Referent
from checker.claims.sentence import Sentence
from checker.model import Value
from checker.passages import Mention

_VERBS = frozenset(("succeed", "replace", "take_over"))


def read(sentence: Sentence) -> list[Draft]:
    """The post that a successor takes, or a predecessor had, where the clause itself names no title."""
    drafts: list[Draft] = []
    for clause in sentence.clauses:
        if clause.lemma in _VERBS and not any(p.of("TITLE") and p.prep == "as" for p in clause.phrases):
            drafts += _clause(sentence, clause)
    return drafts


def _clause(sentence: Sentence, clause: Clause) -> list[Draft]:
    later, earlier = _pair(sentence, clause)
    how = sentence.modality(clause)
    if later is None or earlier is None or how not in ("asserted", "reported") or later.name == earlier.name:
        return []
    recent = sentence.scene.posts[-4:]
    for post in reversed(recent):
        if post.person == later.name and post.status != "former":
            return _given(sentence, clause, earlier, post, "former")
    return []


def _pair(sentence: Sentence, clause: Clause) -> tuple[Referent | None, Referent | None]:
    """(successor, predecessor)."""
    words = sentence.scene.words
    agent = next((p for p in clause.phrases if p.prep == "by"), None)
    first = agent if clause.verb.passive else clause.subject
    second = (
        clause.subject
        if clause.verb.passive
        else next(iter(clause.objects), None) or next((p for p in clause.phrases if p.prep == "from"), None)
    )
    if first is None or second is None or not can_be(first, "person", words) or not can_be(second, "person", words):
        return None, None
    return sentence.resolve(first, "person"), sentence.resolve(second, "person")


def _given(sentence: Sentence, clause: Clause, person: Referent, post: Post, status: str) -> list[Draft]:
    verb = clause.verb.atoms[-1]
    value = Value("title", post.title)
    atom = Atom(
        "TITLE", post.title.casefold(), verb.first, verb.last, mention=Mention("title", verb.first, verb.last, value)
    )
    return claim(
        sentence, person, atom, Referent(post.organization, "organization", 0.85), status, "asserted", "succession"
    )
