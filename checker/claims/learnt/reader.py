"""Claims of values that no pattern has claimed, where weights find the attribute and the subject likely enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from checker.claims.draft import Draft
from checker.claims.learnt.details import Found, detailed
from checker.claims.learnt.rivals import PLACED, WORKPLACE, rivals, workplaces
from checker.claims.learnt.traits import Cues, cues_of, traits
from checker.claims.learnt.values import claimed, values
from checker.claims.learnt.view import View, view
from checker.claims.learnt.weights import Weights, likeliest, weights
from checker.claims.properties.measure import Property
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom

ENOUGH = 0.7  # how likely attribute, subject and workplace together have to be
_ASIDE = frozenset(("birth_date",))  # it tells namesakes apart, and readers of lives have it


class Learner(Struct):
    """What reading by weights needs: them, the packs' cues, and the subjects' kinds of the packs' attributes."""

    weights: Weights
    cues: Cues
    subjects: dict[str, str]
    figures: dict[str, Property]

    def group(self, attribute: str) -> str:
        """What the subjects of an attribute are: people, organizations or things."""
        kind = self.subjects[attribute]
        return kind if kind in ("person", "organization") else "thing"


def learner(packs: Any, frames: Any, figures: Iterable[Property], known: Weights | None = None) -> Learner | None:
    """The learner for these packs (checker.packs.Packs), their compiled frames and their attributes of figures; None
    where they lack an attribute that the weights tell."""
    known = known or weights()
    if not {name for choice in known.kinds.values() for name in choice.attributes if name} <= set(packs.attributes):
        return None
    nouns: dict[str, set[str]] = defaultdict(set)
    for name, attribute in packs.attributes.items():
        said = (*attribute.nouns, *attribute.units, *attribute.weak_units, *attribute.narrow_units, *attribute.verbs)
        for words in said:
            nouns[words.split()[-1]].add(name)
    verbs = {
        lemma: frozenset(claim.attribute for frame, _ in found for claim in frame.claims)
        for lemma, found in frames.by_lemma.items()
    }
    kinds = {kind: set(choice.attributes) for kind, choice in known.kinds.items()}
    cues = cues_of(nouns, verbs, kinds)
    subjects = {name: found.subject for name, found in packs.attributes.items()}
    return Learner(known, cues, subjects, {figure.attribute: figure for figure in figures})


def read(sentence: Sentence, made: list[Draft], known: Learner) -> list[Draft]:
    """The claims of the values of which ``made``, the sentence's claims so far, has none."""
    free = list(values(sentence, known.cues))
    taken = claimed(sentence, made) if free and made else frozenset()
    free = [value for value in free if value[0] not in taken]
    if not free:
        return []
    seen = view(sentence, sentence.scene.told, frozenset([draft.attribute for draft in made]))
    found = [claim for place, atom, kind in free for claim in _claims(seen, place, atom, kind, known)]
    told = {(draft.subject, draft.attribute) for draft in made}
    return _best([pair for pair in found if (pair[1].subject, pair[1].attribute) not in told])


def _claims(seen: View, place: int, atom: Atom, kind: str, known: Learner) -> Iterator[tuple[float, Draft]]:
    choice = known.weights.kinds.get(kind)
    if choice is None:
        return
    odds = choice.odds(traits(seen, place, atom, kind, known.cues))
    attribute = max((name for name in odds if name), key=lambda name: (odds[name], name))
    if odds[attribute] < ENOUGH or attribute not in known.subjects or attribute in _ASIDE:
        return
    group = known.group(attribute)
    names = rivals(seen, place, atom, group)
    subject, sure = likeliest(names, attribute, known.weights.subjects[group])
    sure *= odds[attribute]
    where = ""
    if subject and attribute in PLACED and sure >= ENOUGH:
        where, there = likeliest(workplaces(seen, place, atom, subject), attribute, known.weights.subjects[WORKPLACE])
        sure *= there
    if subject and sure >= ENOUGH:
        found = Found(place, atom, attribute, subject, group, where, round(sure, 2))
        for draft in detailed(seen, found, known.figures.get(attribute)):
            yield sure, draft


def _best(found: list[tuple[float, Draft]]) -> list[Draft]:
    """Of several values for one attribute of one subject the likeliest."""
    best: dict[tuple[str, str], float] = {}
    for sure, draft in found:
        key = draft.subject, draft.attribute
        best[key] = max(sure, best.get(key, 0.0))
    return [draft for sure, draft in found if sure >= best[draft.subject, draft.attribute]]
