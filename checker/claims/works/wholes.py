"""Costs that stand right before what they are the cost of: "the €420 million plant"."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.things import thing


def read(sentence: Sentence) -> list[Draft]:
    """Costs of projects named with their price."""
    return [draft for phrase in sentence.phrases() for draft in _priced(sentence, phrase)]


_WORKS = frozenset(
    "conversion refit refurbishment restoration renovation redevelopment revamp makeover upgrade rebuild repair".split()
)


def _worked_on(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """What "a €7.4 million conversion" is of: of its clause's subject, or of what that becomes."""
    clause = sentence.clause_of(phrase) if phrase.head.lower in _WORKS else None
    if clause is None or phrase is clause.subject or phrase.prep not in ("after", "following", "in", "by", "with", ""):
        return None
    becomes = [p for p in clause.phrases if p.prep == "as"]
    about = [*becomes, *([clause.subject] if clause.subject is not None else [])]
    return next((found for p in about if (found := thing(sentence, p, "project")) is not None), None)


def _priced(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "the €420 million plant", "a $2bn bridge": money right before a project's noun."""
    lists = sentence.scene.words.words
    for place, atom in enumerate(phrase.atoms[:-1]):
        if (
            atom.tag == "MONEY"
            and atom.mention is not None
            and atom.mention.value is not None
            and (phrase.head.lower.split()[-1] in lists["project_nouns"] or phrase.head.lower in _WORKS)
        ):
            found = thing(sentence, phrase) or _worked_on(sentence, phrase)
            how = sentence.modality(sentence.clause_of(phrase))
            if found is not None and how is not None and place < len(phrase.atoms) - 1:
                return [
                    sentence.draft(
                        atom.first,
                        atom.last,
                        found.name,
                        found.kind,
                        "cost",
                        atom.mention.value,
                        how,
                        "money before a project",
                        found.sure,
                    )
                ]
    return []
