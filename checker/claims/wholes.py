"""Amounts that need more than their noun: a plant and its cost ("the €420 million plant"), all money raised so far."""

from __future__ import annotations

from checker.claims.chunks import Phrase
from checker.claims.clauses import Clause
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.things import thing

_SO_FAR = frozenset(("to date", "in total", "in all", "so far", "since", "altogether", "overall"))


def read(sentence: Sentence) -> list[Draft]:
    """Costs of projects named with their price, and totals raised."""
    drafts: list[Draft] = []
    for phrase in sentence.phrases():
        drafts += _priced(sentence, phrase)
    for clause in sentence.clauses:
        drafts += _raised(sentence, clause)
    return drafts


def _priced(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "the €420 million plant", "a $2bn bridge": money right before a project's noun."""
    lists = sentence.scene.words.words
    for place, atom in enumerate(phrase.atoms[:-1]):
        if atom.tag == "MONEY" and atom.mention is not None and atom.mention.value is not None and phrase.head.lower.split()[-1] in lists["project_nouns"]:
            found = thing(sentence, phrase)
            how = sentence.modality(sentence.clause_of(phrase))
            if found is not None and how is not None and place < len(phrase.atoms) - 1:
                return [sentence.draft(atom.first, atom.last, found.name, found.kind, "cost", atom.mention.value, how, "money before a project", found.sure)]
    return []


def _raised(sentence: Sentence, clause: Clause) -> list[Draft]:
    """ "has raised €512m to date", "raised a total of €512m"."""
    if clause.lemma not in ("raise", "attract", "secure", "take_in") or clause.subject is None or clause.verb.passive:
        return []
    if any(p.of("ROUND") for p in [*clause.objects, *clause.phrases]):
        return []
    text = sentence.passage.text(clause.verb.atoms[0].first, sentence.last).casefold()
    total = next((p for p in clause.objects if p.head.lower == "total" or any(a.lower == "total" for a in p.atoms)), None)
    amounts = [p for p in [*(total.attached if total is not None else []), *clause.objects] if p.of("MONEY")]
    if not amounts or not (total is not None or (clause.verb.tense in ("perfect", "pluperfect") and any(word in text for word in _SO_FAR)) or any(w in text for w in ("to date", "in total", "in all", "so far"))):
        return []
    company, how = sentence.resolve(clause.subject, "organization"), sentence.modality(clause)
    atom = amounts[0].of("MONEY")[0]
    if company is None or how is None or atom.mention is None or atom.mention.value is None or company.sure < 0.5:
        return []
    return [sentence.draft(atom.first, atom.last, company.name, "organization", "total_raised", atom.mention.value, how, "raised so far", company.sure)]
