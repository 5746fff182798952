"""Posts told by pointing at another: "at Bell Labs, where A and B held the same title"; and founders in brackets."""

from __future__ import annotations

from checker.claims.careers import posts, workplaces
from checker.claims.discourse.scene import Referent, named
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause
from checker.claims.syntax.modality import status_of_verb
from checker.model import Value

_POSTS = frozenset("title post position role rank grade job".split())
_FOUNDERS = frozenset(("founders", "co-founders", "cofounders"))


def read(sentence: Sentence) -> list[Draft]:
    """The posts that are said to be the same as one named before, and the founders that a bracket lists."""
    drafts = [draft for clause in sentence.clauses if clause.lemma == "hold" for draft in _same(sentence, clause)]
    return [*drafts, *(d for phrase in sentence.phrases() if phrase.parens for d in _founders(sentence, phrase))]


def _same(sentence: Sentence, clause: Clause) -> list[Draft]:
    post = next((p for p in clause.objects if p.head.lower in _POSTS and any(a.lower == "same" for a in p.atoms)), None)
    how = sentence.modality(clause)
    if post is None or how is None:
        return []
    at = clause.verb.atoms[0].first
    title = next((a for a in reversed(sentence.atoms) if a.tag == "TITLE" and a.first < at), None)
    where = _where(sentence, post, at)
    if title is None or where is None:
        return []
    status = status_of_verb(clause, how)
    people = [sentence.resolve(_alone(sentence, atom), "person") for atom in _people(sentence, at)]
    return [
        d for p in people if p is not None for d in posts.claim(sentence, p, title, where, status, how, "same post")
    ]


def _people(sentence: Sentence, at: int) -> list[Atom]:
    """The people named right before token ``at``: "individuals like A and B"."""
    found: list[Atom] = []
    for atom in reversed([a for a in sentence.atoms if a.first < at]):
        if atom.tag == "NAME" and named(atom, "person"):
            found.append(atom)
        elif atom.tag not in ("CONJ", "COMMA"):
            break
    return found[::-1]


def _alone(sentence: Sentence, atom: Atom) -> Phrase:
    return next((p for p in sentence.phrases() if p.head is atom), Phrase([atom], 0))


def _where(sentence: Sentence, post: Phrase, at: int) -> Referent | None:
    """The organization behind the post, else the one named last before it ("at X, where …")."""
    for attached in post.attached:
        if attached.prep in ("at", "with") and (found := sentence.resolve(attached, "organization")) is not None:
            return found
    before = [a for a in sentence.atoms if a.tag == "NAME" and a.first < at and a.name is not None]
    last = next((a for a in reversed(before) if a.is_a("organization")), None)
    if (
        last is None
        or last.name is None
        or not any(a.lower == "where" for a in sentence.atoms if last.first < a.first < at)
    ):
        return None
    return Referent(last.name.full or last.name.text, "organization", 0.85)


def _founders(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "its founders (A, B)": each is one of the organization that is spoken of."""
    if phrase.head.lower not in _FOUNDERS:
        return []
    inside = [p for inner in phrase.parens for p in inner if isinstance(p, Phrase)]
    if not inside or not all(p.head.tag == "NAME" and named(p.head, "person") for p in inside):
        return []
    scene = sentence.scene
    place = len(phrase.atoms) - 1
    known = scene.section or scene.topic or scene.main
    body = workplaces.said_organization(sentence, phrase, place) or (
        Referent(known, "organization", 0.6) if known else None
    )
    how = sentence.modality(sentence.clause_of(phrase))
    people = [sentence.resolve(p, "person") for p in inside]
    if body is None or how is None:
        return []
    return [
        sentence.draft(
            p.head.first,
            p.head.last,
            body.name,
            "organization",
            "founder",
            Value("person", who.name),
            how,
            "founders in brackets",
            body.sure,
        )
        for p, who in zip(inside, people, strict=True)
        if who is not None
    ]
