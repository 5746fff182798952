"""Where somebody left from, where only the leaving is told: where they were, not where the sentence takes them next."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause

LEAVING = frozenset("leave quit depart exit retire resign step_down stand_down step_back bow_out".split())


def place_left(sentence: Sentence, clause: Clause, person: Referent) -> str | None:
    """The body whose post is said behind "as", else the last that this paragraph had the person at, else the employer;
    never one that is named behind the verb."""
    from checker.claims.careers.workplaces import said_organization

    for phrase in clause.phrases:
        titles = [k for k, a in enumerate(phrase.atoms) if a.tag == "TITLE"] if phrase.prep == "as" else []
        if titles and (found := said_organization(sentence, phrase, titles[0])) is not None:
            return found.name
    scene, later = sentence.scene, named_behind(sentence, clause)
    here = [p for p in scene.posts[-8:] if p.person == person.name and p.passage == id(sentence.passage)]
    last = next((p.organization for p in reversed(here) if p.organization not in later), "")
    employer = scene.employers.get(person.name, "")
    own = scene.employers.get(scene.speaker, "") if scene.transcript else ""  # who speaks tells of their own
    for name in (last, employer, own or scene.section, own or scene.main, scene.topic if employer in later else ""):
        if name and name not in later:
            return name
    return None


def named_behind(sentence: Sentence, clause: Clause) -> set[str]:
    """The names behind a verb of leaving, up to what somebody else did: "left in 1981 and became bishop of X"."""
    end = clause.verb.atoms[-1].last
    others = (c.subject for c in sentence.clauses if c.subject is not None and c.subject is not clause.subject)
    limit = min((s.atoms[0].first for s in others if s.atoms[0].first > end), default=sentence.last)
    return {a.name.full or a.name.text for a in sentence.atoms if end <= a.first < limit and a.name is not None}


def is_next(sentence: Sentence, phrase: Phrase, name: str) -> bool:
    """Whether a body is where the sentence takes the holder of a post after they left: "A, the chief, left on 1 May and
    joined X"."""
    if LEAVING.isdisjoint(sentence.words | {c.lemma for c in sentence.clauses}):
        return False
    for clause in sentence.clauses:
        if clause.lemma in LEAVING and clause.verb.atoms[0].first > phrase.atoms[-1].first and not clause.objects:
            return name in named_behind(sentence, clause)
    return False
