"""Who answers to whom, said by a noun: "his boss is A", "her line manager, A"."""

from __future__ import annotations

from checker.claims.cues import BOSSES
from checker.claims.discourse.references import pronoun
from checker.claims.discourse.scene import Referent, named
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.model import Value


def read(sentence: Sentence) -> list[Draft]:
    """The superiors that possessives give to people."""
    drafts: list[Draft] = []
    for phrase in sentence.phrases():
        if phrase.head.lower.split()[-1] in BOSSES and (
            phrase.poss in ("his", "her", "my") or phrase.owner is not None
        ):
            drafts += _boss(sentence, phrase)
    return drafts


def _boss(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    clause = next((c for c in sentence.clauses if c.subject is phrase and c.lemma == "be" and c.objects), None)
    candidates: list[Phrase] = [*phrase.appositions, *(clause.objects[:1] if clause is not None else [])]
    boss = next((p for p in candidates if _person(p)), None)
    under = _under(sentence, phrase)
    how = sentence.modality(clause)
    if boss is None or under is None or how is None:
        return []
    found = sentence.resolve(boss, "person")
    organization = sentence.scene.employers.get(under.name) or sentence.scene.main
    if found is None or found.name == under.name or not organization:
        return []
    value = Value("person", found.name)
    return [
        sentence.draft(
            boss.head.first,
            boss.head.last,
            under.name,
            "person",
            "reports_to",
            value,
            how,
            "boss",
            under.sure * found.sure,
            organization=organization,
        )
    ]


def _person(phrase: Phrase) -> bool:
    """A name, or a title with one: "the director, A"."""
    return any(p.head.tag == "NAME" and named(p.head, "person") for p in (phrase, *phrase.appositions))


def _under(sentence: Sentence, phrase: Phrase) -> Referent | None:
    if phrase.owner is not None:
        return sentence.resolve(phrase.owner, "person")
    return pronoun(phrase.poss, "person", sentence.scene, sentence.before(phrase))
