"""Costs that stand right before what they are the cost of: "the €420 million plant"."""

from __future__ import annotations

from checker.claims.chunks import Phrase
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.things import thing


def read(sentence: Sentence) -> list[Draft]:
    """Costs of projects named with their price."""
    return [draft for phrase in sentence.phrases() for draft in _priced(sentence, phrase)]


def _priced(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "the €420 million plant", "a $2bn bridge": money right before a project's noun."""
    lists = sentence.scene.words.words
    for place, atom in enumerate(phrase.atoms[:-1]):
        if (
            atom.tag == "MONEY"
            and atom.mention is not None
            and atom.mention.value is not None
            and phrase.head.lower.split()[-1] in lists["project_nouns"]
        ):
            found = thing(sentence, phrase)
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
