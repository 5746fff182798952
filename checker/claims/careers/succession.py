"""One post after the other: "replacing B, who …", "she was succeeded by C", "his successor, D", "elected to succeed E":
the title is the one read just before."""

from __future__ import annotations

from checker.claims.careers.posts import claim, title_value
from checker.claims.careers.workplaces import organization_of
from checker.claims.discourse.references import pronoun
from checker.claims.discourse.scene import Post, Referent, named
from checker.claims.draft import Draft
from checker.claims.patterns import can_be
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause
from checker.model import Modality, Value
from checker.passages import Mention

_VERBS = frozenset(("succeed", "replace", "take_over", "follow", "supplant"))
_NOUNS = {"predecessor": "former", "successor": "current", "replacement": "current"}
_RECENT = 6  # posts read last, of which one can be meant


def read(sentence: Sentence) -> list[Draft]:
    """The post that a successor takes, or a predecessor had, where the sentence itself names no title."""
    drafts: list[Draft] = []
    for clause in sentence.clauses:
        _open(sentence, clause)
        if clause.lemma in _VERBS and not any(p.of("TITLE") and p.prep == "as" for p in clause.phrases):
            drafts += _clause(sentence, clause)
    for phrase in sentence.phrases() if not _NOUNS.keys().isdisjoint(sentence.words) else ():
        noun = next((atom for atom in phrase.atoms if atom.lower in _NOUNS and atom.tag == "NOUN"), None)
        if noun is not None:
            drafts += _noun(sentence, phrase, noun)
    return drafts


def _clause(sentence: Sentence, clause: Clause) -> list[Draft]:
    later, earlier = _pair(sentence, clause)
    how = sentence.modality(clause)
    if later is None or earlier is None or how in (None, "denied") or later.name == earlier.name:
        return []
    verb = clause.verb.atoms[-1]
    recent = sentence.scene.posts[-_RECENT:]
    own = None if _is_titled(clause) or _has_title(sentence, clause) else _own_post(later, recent[-4:])
    if own is not None and how in ("asserted", "reported"):
        return _given(sentence, verb, earlier, own, "former", "asserted")
    held = _held(sentence, earlier, _where(sentence, clause), left=True)
    opened = _opened(sentence) if held is None and how != "predicted" else None
    if opened is not None:
        first = _given(sentence, verb, later, opened, "current", how)
        return first + _given(sentence, verb, earlier, opened, "former", how)
    if held is None or any(p.person == later.name and p.title == held.title for p in sentence.scene.posts):
        return []
    return _given(sentence, verb, later, held, "incoming" if how == "predicted" else "current", how)


def _own_post(person: Referent, recent: list[Post]) -> Post | None:
    """The post that a successor has now: of those in several bodies the one to come, else nobody knows which."""
    held = [p for p in reversed(recent) if p.person == person.name and p.status != "former"]
    coming = [p for p in held if p.status == "incoming"]
    if len({p.organization for p in held}) > 1 and not coming:
        return None
    return next(iter(coming or held), None)


def _has_title(sentence: Sentence, clause: Clause) -> bool:
    """ "He succeeds A, Chief Executive Officer, who …": which post it was is said."""
    earlier = clause.subject if clause.verb.passive else next(iter(clause.objects), None)
    return earlier is not None and any(p.of("TITLE") for p in earlier.appositions)


def _agent(clause: Clause) -> Phrase | None:
    return next((p for p in clause.phrases if p.prep == "by"), None)


def _is_titled(clause: Clause) -> bool:
    """ "It was the draughtsman who succeeded him": who comes is named by another post."""
    later = _agent(clause) if clause.verb.passive else clause.subject
    return later is not None and later.head.tag == "TITLE" and not later.appositions


def _open(sentence: Sentence, clause: Clause) -> None:
    """ "X has a new chief executive. A takes over …": a post whose holder the next sentences will name."""
    if clause.lemma not in ("have", "get", "need", "welcome", "seek", "await") or clause.verb.negated:
        return
    for phrase in clause.objects[:1]:
        new = phrase.det == "a" and any(a.lower in ("new", "first") for a in phrase.atoms)
        if not new or phrase.head.tag != "TITLE" or phrase.appositions or phrase.head.mention is None:
            continue
        where = sentence.resolve(clause.subject, "organization") if clause.subject is not None else None
        if where is not None and where.sure >= 0.7:
            title = title_value(phrase.head, sentence).text
            sentence.scene.posts.append(Post("", title, where.name, "open", id(sentence.passage)))


def _opened(sentence: Sentence) -> Post | None:
    """The post that this paragraph said to have somebody new."""
    recent = sentence.scene.posts[-_RECENT:]
    return next((p for p in reversed(recent) if p.status == "open" and p.passage == id(sentence.passage)), None)


def _pair(sentence: Sentence, clause: Clause) -> tuple[Referent | None, Referent | None]:
    """(successor, predecessor)."""
    words = sentence.scene.words
    if clause.relative and clause.subject is not None and clause.subject.head.tag == "TITLE":
        return None, None  # "it was the draughtsman who succeeded him": the title is the one that was left
    first = _agent(clause) if clause.verb.passive else clause.subject
    second = (
        clause.subject
        if clause.verb.passive
        else next(iter(clause.objects), None) or next((p for p in clause.phrases if p.prep == "from"), None)
    )
    if first is None or second is None or not can_be(first, "person", words) or not can_be(second, "person", words):
        return None, None
    return sentence.resolve(first, "person"), sentence.resolve(second, "person")


def _held(sentence: Sentence, person: Referent, where: str, left: bool) -> Post | None:
    """The post of a person that was read last in this paragraph; at ``where``, or else where that person works.

    ``left``: whether it may be one that was given up, as who is succeeded has left.
    """
    scene = sentence.scene
    where = where or scene.employers.get(person.name, "")
    for post in reversed(scene.posts[-_RECENT:]):
        if (
            post.person == person.name
            and post.passage == id(sentence.passage)
            and (left or post.status != "former")
            and post.organization == (where or post.organization)
            and post.title.casefold() not in _UNIQUE
        ):
            return post
    return None


def _where(sentence: Sentence, clause: Clause) -> str:
    """The organization that the clause names: "was succeeded at X by C"."""
    found = (sentence.resolve(p, "organization") for p in clause.phrases if p.prep in ("at", "in"))
    return next((r.name for r in found if r is not None), "")


_UNIQUE = frozenset(("founder", "co-founder", "cofounder", "founding member", "member", "partner", "spokesman"))


def _noun(sentence: Sentence, phrase: Phrase, noun: Atom) -> list[Draft]:
    """ "Her predecessor, A", "his successor is A", "A, her successor"."""
    whose, other = _owner(sentence, phrase), _other(sentence, phrase)
    how = sentence.modality(sentence.clause_of(phrase))
    if whose is None or other is None or whose.name == other.name or how in (None, "denied"):
        return []
    status = _NOUNS[noun.lower]
    named_post = next((p for p in phrase.attached if p.prep == "as" and p.head.tag == "TITLE"), None)
    if named_post is not None:
        body = organization_of(sentence, named_post, len(named_post.atoms) - 1, whose.name)
        return claim(sentence, other, named_post.head, body, status, how, "succession")
    where = sentence.scene.employers.get(whose.name, sentence.scene.main)
    held = _held(sentence, whose, where, left=phrase.owner is not None)
    if held is None:
        return []
    return _given(
        sentence, noun, other, held, "incoming" if status == "current" and how == "predicted" else status, how
    )


def _owner(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """Whose predecessor or successor it is."""
    if phrase.owner is not None:
        return sentence.resolve(phrase.owner, "person")
    behind = next((p for p in phrase.attached if p.prep in ("of", "to")), None)
    if behind is not None and behind.head.tag == "NAME" and named(behind.head, "person"):
        return sentence.resolve(behind, "person")
    if phrase.poss not in ("his", "her"):
        return None
    apart = [p for p in sentence.before(phrase) if p is not phrase.apposed_to]
    return pronoun(phrase.poss, "person", sentence.scene, apart)


def _other(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """Who the predecessor or successor is: behind the noun, in apposition, or on the other side of "be"."""
    if phrase.head.tag == "NAME":
        return sentence.resolve(phrase, "person") if named(phrase.head, "person") else None
    sides: list[Phrase] = [*phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]
    for clause in sentence.clauses:
        if clause.lemma in ("be", "become") and (clause.subject is phrase or clause.subject in phrase.attached):
            sides += clause.objects[:1]
        elif clause.lemma in ("be", "become") and phrase in clause.objects and clause.subject is not None:
            sides.append(clause.subject)
    side = next((p for p in sides if p.head.tag == "NAME" and named(p.head, "person")), None)
    return sentence.resolve(side, "person") if side is not None else None


def _given(sentence: Sentence, at: Atom, person: Referent, post: Post, status: str, how: Modality) -> list[Draft]:
    title = Mention("title", at.first, at.last, Value("title", post.title))
    atom = Atom("TITLE", post.title.casefold(), at.first, at.last, mention=title)
    body = Referent(post.organization, "organization", 0.85)
    return claim(sentence, person, atom, body, status, how, "succession")
