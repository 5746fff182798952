"""Where people are said to be: "Forty-six people work there", "when I came to Acme there were nine of us"."""

from __future__ import annotations

from checker.claims.discourse.references import pronoun
from checker.claims.discourse.scene import Referent
from checker.claims.sentence import Sentence
from checker.claims.syntax.clauses import Clause


def worked_at_there(sentence: Sentence, clause: Clause) -> Referent | None:
    """ "Forty-six people work there": at the one body that the sentence before was about."""
    if not any(p.head.lower == "there" for p in clause.objects):
        return None
    alone = sentence.scene.alone
    return Referent(alone, "organization", 0.7) if alone else pronoun("it", "organization", sentence.scene, [])


_ARRIVING = frozenset("come arrive join start begin take_over leave found set_up found co-found buy".split())


def stated_at(sentence: Sentence, clause: Clause) -> Referent | None:
    """ "There were 66 of us on contract at X"."""
    named_ones = [p for p in clause.phrases if p.prep == "at" and p.head.tag == "NAME"]
    return sentence.resolve(named_ones[0], "organization") if len(named_ones) == 1 else None


def arrived(sentence: Sentence) -> Referent | None:
    """ "When I came to Acme there were nine of us": where somebody came to."""
    for clause in sentence.clauses:
        if clause.subjunct == "when" and clause.lemma in _ARRIVING:
            for phrase in [*clause.objects, *(p for p in clause.phrases if p.prep in ("to", "at", "in"))]:
                if phrase.head.tag == "NAME" and (found := sentence.resolve(phrase, "organization")) is not None:
                    return found
    return None
