"""Weights from samples: logistic regression over traits, of values and of possible subjects."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from checker.claims.learnt.reader import Learner
from checker.claims.learnt.rivals import WORKPLACE
from checker.claims.learnt.weights import STEP, Choice, Names, Weights, likeliest
from tests.training.samples import Label, Sample, samples, untrained

KINDS = {
    "date": "joined_on left_on birth_date death_date founded_on round_date acquired_on released_on held_on opened_on",
    "money": "valuation total_raised round_amount revenue acquisition_price price cost",
    "quantity": "direct_reports headcount users",
    "person": "founder reports_to lead_investor",
    "place": "birth_place headquarters",
    "organization": "employer alma_mater lead_investor acquired_by founder",
    "title": "title",
}
ATTRIBUTES = {kind: names.split() for kind, names in KINDS.items()}
_OF_VALUES, _OF_NAMES = 0.2, 0.1  # inverse strength of regularization
_SMALL = 3  # steps: a weight that tells less is left out
_CORPORA = 2  # in how many a trait has to stand
_ROUNDS = 1  # of choosing which mention a claim is of


def digests(folders: Iterable[Path]) -> dict[str, str]:
    """What tells of each corpus whether it is still the one that was learnt from."""
    return {folder.name: _digest(folder) for folder in sorted(folders)}


def _digest(folder: Path) -> str:
    made = blake2b(digest_size=8)
    for path in [folder / "gold.json", *sorted((folder / "sources").iterdir())]:
        made.update(path.name.encode() + path.read_bytes())
    return made.hexdigest()


def collected(folders: Iterable[Path]) -> list[Sample]:
    """The samples of these corpora, as they are read without weights."""
    known = untrained(ATTRIBUTES)
    return [sample for folder in folders for sample in samples(folder, known, ATTRIBUTES)]


def learn(folders: Sequence[Path]) -> Weights:
    """The weights that these corpora teach."""
    return fitted(collected(folders))


@cache
def _learner() -> Learner:
    known = untrained(ATTRIBUTES).learner
    assert known is not None
    return known


def fitted(found: list[Sample]) -> Weights:
    """The weights of samples: fitted, each gold claim given to its likeliest mention, fitted again."""
    kept = [sample.labels for sample in found]
    made = _fit(found)
    for _ in range(_ROUNDS):
        _choose(found, made)
        made = _fit(found)
    for sample, labels in zip(found, kept, strict=True):
        sample.labels = labels
    return made


def _fit(found: list[Sample]) -> Weights:
    kinds = {kind: _choice([s for s in found if s.kind == kind]) for kind in ATTRIBUTES}
    groups: dict[str, Names] = {}
    for group in ("person", "organization", "thing"):
        rows = [
            (sample.corpus, traits, label.attribute, name == label.subject)
            for sample in found for label in sample.labels if _learner().group(label.attribute) == group
            for name, traits in sample.rivals.get(group, {}).items()
        ]  # fmt: skip
        groups[group] = _names(rows)
    groups[WORKPLACE] = _names(
        [
            (sample.corpus, traits, label.attribute, name == label.where)
            for sample in found for label in sample.labels if label.where for name, traits in sample.places.items()
        ]
    )  # fmt: skip
    return Weights({kind: choice for kind, choice in kinds.items() if choice is not None}, groups)


def _choice(found: list[Sample]) -> Choice | None:
    """The weights of one kind of value; what is only optional teaches nothing."""
    rows = [s for s in found if not s.labels or not all(label.optional for label in s.labels)]
    common = _common((s.corpus, s.traits) for s in rows)
    wanted = [_best(s.labels) for s in rows]
    if len(set(wanted)) < 2:
        return None
    attributes, traits, weights = _logistic([[t for t in s.traits if t in common] for s in rows], wanted, _OF_VALUES)
    if len(attributes) == 2:  # one row of weights tells two apart
        weights = [[-one / 2 for one in weights[0]], [one / 2 for one in weights[0]]]
    columns = [(trait, [_kept(row[k]) for row in weights]) for k, trait in enumerate(traits)]
    told = [(trait, row) for trait, row in columns if max(map(abs, row)) >= _SMALL]
    return Choice(attributes, _lines(told), array("b", [one for _, row in told for one in row]).tobytes())


def _kept(weight: float) -> int:
    """A weight in steps, as one byte holds it."""
    return max(-127, min(127, round(weight / STEP)))


def _lines(told: Iterable[tuple[str, Any]]) -> str:
    return "\n".join(trait for trait, _ in told)


def _best(labels: list[Label]) -> str:
    return next((label.attribute for label in labels if not label.optional), labels[0].attribute if labels else "")


def _names(rows: list[tuple[str, list[str], str, bool]]) -> Names:
    """The weights by which the subject of a value is told."""
    if len({right for *_, right in rows}) < 2:
        return Names()
    said = [["any", *traits, *(f"{attribute}|{trait}" for trait in traits)] for _, traits, attribute, _ in rows]
    common = _common((corpus, some) for (corpus, *_), some in zip(rows, said, strict=True))
    kept = [[trait for trait in some if trait in common] for some in said]
    _, traits, weights = _logistic(kept, [right for *_, right in rows], _OF_NAMES)
    told = [(t, kept_so) for t, weight in zip(traits, weights[0], strict=True) if (kept_so := _kept(weight))]
    return Names(_lines(told), array("b", [weight for _, weight in told]).tobytes())


def _common(rows: Iterable[tuple[str, Iterable[str]]]) -> set[str]:
    """The traits that stand in several corpora: what one has alone is its own."""
    seen: dict[str, set[str]] = defaultdict(set)
    for corpus, traits in rows:
        for trait in traits:
            seen[trait].add(corpus)
    return {trait for trait, corpora in seen.items() if len(corpora) >= _CORPORA}


def _logistic(rows: list[list[str]], wanted: list[Any], strength: float) -> tuple[list[Any], list[str], Any]:
    """(classes, traits, weights: a row a class); of two classes one row."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(row, 1.0) for row in rows])
    model = LogisticRegression(C=strength, max_iter=400, fit_intercept=False).fit(matrix, wanted)
    return model.classes_.tolist(), [str(name) for name in vectorizer.feature_names_], model.coef_.tolist()


def _choose(found: list[Sample], known: Weights) -> None:
    """Of several mentions that a gold claim may be of, the likeliest keeps it."""
    best: dict[tuple[str, str, int], tuple[float, int]] = {}
    for k, sample in enumerate(found):
        choice = known.kinds.get(sample.kind)
        odds = choice.odds(sample.traits) if choice is not None and sample.labels else {}
        for label in sample.labels:
            group = _learner().group(label.attribute)
            names = sample.rivals.get(group, {})
            name, sure = likeliest(names, label.attribute, known.subjects[group])
            score = odds.get(label.attribute, 0.0) * (sure if name == label.subject else 0.3)
            key = sample.corpus, sample.source, label.number
            if score > best.get(key, (-1.0, -1))[0]:
                best[key] = score, k
    for k, sample in enumerate(found):
        sample.labels = [label for label in sample.labels if best[sample.corpus, sample.source, label.number][1] == k]


def written(made: Weights, texts: dict[str, str]) -> bytes:
    """The weights as they are kept: small, and the same for the same texts."""
    made.texts = texts
    return msgspec.json.encode(made, order="sorted")
