"""Why weights made a claim: what spoke most for the attribute, and for the subject."""

from __future__ import annotations

from collections.abc import Iterable

from checker.claims.draft import Draft
from checker.claims.learnt.reader import Learner
from checker.claims.learnt.rivals import rivals
from checker.claims.learnt.traits import traits
from checker.claims.learnt.values import values
from checker.claims.learnt.view import view
from checker.claims.sentence import Sentence

_MOST = 4


def reasons(sentence: Sentence, draft: Draft, made: Iterable[Draft], known: Learner) -> str:
    """The traits with the largest weights, each with its weight; "" where the value is not found again.

    ``made`` are the claims of patterns in the sentence, in whose scene this has to be asked.
    """
    tokens = sentence.passage.tokens
    seen = view(sentence, sentence.scene.told, frozenset(other.attribute for other in made))
    for place, atom, kind in values(sentence, known.cues):
        if (tokens[atom.first].start, tokens[atom.last - 1].end) == (draft.start, draft.end):
            choice = known.weights.kinds[kind]
            group = known.group(draft.attribute)
            names = rivals(seen, place, atom, group).get(draft.subject, [])
            said = known.weights.subjects[group].each(names, draft.attribute)
            return f"{_most(choice.each(traits(seen, place, atom, kind, known.cues), draft.attribute))}; " \
                   f"of {draft.subject}: {_most(said)}"  # fmt: skip
    return ""


def _most(each: dict[str, float]) -> str:
    """ "noun>valuation +1.20, verb=put +0.84": those that speak for it, the strongest first."""
    best = sorted((-weight, trait) for trait, weight in each.items() if weight > 0)[:_MOST]
    return ", ".join(f"{trait} {-weight:+.2f}" for weight, trait in best)
