"""Amounts that need more than their noun: a plant and its cost ("the €420 million plant"), all money raised so far."""

from __future__ import annotations

from checker.claims.chunks import Phrase
from checker.claims.clauses import Clause
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.things import thing

_SO_FAR = frozenset(
    ("to date", "in total", "in all", "so far", "since", "altogether", "overall", "now raised", "including")
)


def read(sentence: Sentence) -> list[Draft]:
    """Costs of projects named with their price, and totals raised."""
    drafts: list[Draft] = []
    for phrase in sentence.phrases():
        drafts += _priced(sentence, phrase)
    for clause in sentence.clauses:
        drafts += _raised(sentence, clause) or _brought(sentence, clause)
    return drafts


def _brought(sentence: Sentence, clause: Clause) -> list[Draft]:
    """ "brings the total raised to €271m", "the capital raised since then is €270m"."""
    heads = [*clause.objects, *([clause.subject] if clause.subject is not None else [])]
    whole = next((p for p in heads if p.head.lower in _WHOLE), None)
    if whole is None or not _of_raising(sentence, whole):
        return []
    if clause.lemma in ("bring", "take", "push") and whole in clause.objects:
        behind = [
            p
            for c in (clause, *(c for c in sentence.clauses if c.subject is whole))
            for p in c.phrases
            if p.prep == "to"
        ]
    elif (
        whole is clause.subject
        and clause.lemma in ("be", "stand", "come", "amount", "reach", "total")
        and clause.verb.form == "finite"
    ):
        behind = [*clause.objects, *[p for p in clause.phrases if p.prep in ("at", "to")]]
    else:
        return []
    atom = next((a for p in behind for a in p.atoms if a.tag == "MONEY"), None)
    how = sentence.modality(clause)
    by = next((p for c in sentence.clauses if c.subject is whole for p in c.phrases if p.prep == "by"), None)
    company = (sentence.resolve(by, "organization") if by is not None else None) or (
        sentence.resolve(clause.subject, "organization")
        if clause.subject is not None and clause.subject is not whole
        else None
    )
    name = (
        company.name
        if company is not None and clause.lemma not in ("bring", "take")
        else sentence.scene.round_company or sentence.scene.topic or sentence.scene.main
    )
    if atom is None or atom.mention is None or atom.mention.value is None or how is None or not name:
        return []
    return [
        sentence.draft(
            atom.first, atom.last, name, "organization", "total_raised", atom.mention.value, how, "total raised", 0.7
        )
    ]


_WHOLE = frozenset("total capital funds money funding sum amount".split())


def _of_raising(sentence: Sentence, whole: Phrase) -> bool:
    return (
        whole.head.lower == "funding"
        or any(c.subject is whole and c.lemma in ("raise", "invest") for c in sentence.clauses)
        or any(
            a.lower in ("funding", "raised", "capital")
            for a in whole.atoms
            if a.lower != "capital" or len(whole.atoms) > 1
        )
    )


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


def _raised(sentence: Sentence, clause: Clause) -> list[Draft]:
    """ "has raised €512m to date", "raised a total of €512m"."""
    if clause.lemma not in ("raise", "attract", "secure", "take_in") or clause.subject is None or clause.verb.passive:
        return []
    if any(p.of("ROUND") for p in [*clause.objects, *clause.phrases]):
        return []
    text = sentence.passage.text(clause.verb.atoms[0].first, sentence.last).casefold()
    total = next(
        (p for p in clause.objects if p.head.lower == "total" or any(a.lower == "total" for a in p.atoms)), None
    )
    amounts = [p for p in [*(total.attached if total is not None else []), *clause.objects] if p.of("MONEY")]
    if not amounts or not (
        total is not None
        or (clause.verb.tense in ("perfect", "pluperfect") and any(word in text for word in _SO_FAR))
        or any(w in text for w in ("to date", "in total", "in all", "so far"))
    ):
        return []
    company, how = sentence.resolve(clause.subject, "organization"), sentence.modality(clause)
    atom = amounts[0].of("MONEY")[0]
    if company is None or how is None or atom.mention is None or atom.mention.value is None or company.sure < 0.5:
        return []
    return [
        sentence.draft(
            atom.first,
            atom.last,
            company.name,
            "organization",
            "total_raised",
            atom.mention.value,
            how,
            "raised so far",
            company.sure,
        )
    ]
