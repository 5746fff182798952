"""The weights: how much each trait speaks for each attribute, and for each name being its subject."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Mapping
from functools import cache
from math import exp

import msgspec
from msgspec import Struct

from checker.packs.vocabulary import folder

PATH = os.path.join(folder(), "weights.json")  # beside the lexicons

STEP = 0.02  # what one is worth in the weights as they are kept


class Weights(Struct):
    """``kinds``: kind of value -> the attributes it may give, "" for none; ``subjects``: kind of subject -> its names.

    ``texts`` are the annotated corpora that they were learnt from, each with what tells whether it has changed.
    """

    kinds: dict[str, Choice]
    subjects: dict[str, Names]
    texts: dict[str, str] = {}


class Choice(Struct):
    """Which attribute, if any, a value of one kind gives: a trait a line, and its weights, one an attribute, in
    hundredths of two."""

    attributes: list[str]
    traits: str
    weights: bytes

    def odds(self, traits: Iterable[str]) -> dict[str, float]:
        """How likely each attribute is, 0 to 1; they and none of them sum to 1."""
        places, values = _rows(self.traits), _signed(self.weights)
        width = len(self.attributes)
        sums = [0] * width
        for trait in traits:
            at = places.get(trait)
            if at is not None:
                for k in range(width):
                    sums[k] += values[at * width + k]
        top = max(sums)
        parts = [exp((one - top) * STEP) for one in sums]
        whole = sum(parts)
        return {name: part / whole for name, part in zip(self.attributes, parts, strict=True)}

    def each(self, traits: Iterable[str], attribute: str) -> dict[str, float]:
        """How much each trait speaks for one attribute."""
        places, values, width = _rows(self.traits), _signed(self.weights), len(self.attributes)
        column = self.attributes.index(attribute)
        return {t: values[places[t] * width + column] * STEP for t in traits if t in places}


class Names(Struct):
    """How much each trait speaks for a name: a trait a line, and its weight, in hundredths of two; traits of one
    attribute alone begin with its name and a bar."""

    traits: str = ""
    weights: bytes = b""

    def sum(self, traits: Iterable[str], attribute: str) -> float:
        """What the traits of a name come to."""
        places, values = _rows(self.traits), _signed(self.weights)
        said = ["any", *traits]
        said += [f"{attribute}|{trait}" for trait in said[1:]]
        return STEP * sum(values[at] for trait in said if (at := places.get(trait)) is not None)

    def each(self, traits: Iterable[str], attribute: str) -> dict[str, float]:
        """How much each trait speaks for a name."""
        places, values = _rows(self.traits), _signed(self.weights)
        both = ((trait, [places.get(trait), places.get(f"{attribute}|{trait}")]) for trait in traits)
        return {trait: STEP * sum(values[at] for at in some if at is not None) for trait, some in both}


@cache
def _rows(traits: str) -> dict[str, int]:
    return {trait: place for place, trait in enumerate(traits.split("\n"))}


@cache
def _signed(weights: bytes) -> array[int]:
    return array("b", weights)


@cache
def weights() -> Weights:
    """The weights that ship."""
    with open(PATH, "rb") as file:
        return msgspec.json.decode(file.read(), type=Weights)


def likeliest(
    rivals: Mapping[str, Iterable[str]], attribute: str, known: Names, nobody: float = 0.15
) -> tuple[str, float]:
    """The name that is most likely the subject, and how likely; ``nobody`` are the odds of none of them."""
    odds = {name: exp(known.sum(traits, attribute)) for name, traits in rivals.items()}
    best = max(odds, key=lambda name: (odds[name], name), default="")
    return (best, odds[best] / (sum(odds.values()) + nobody)) if best else ("", 0.0)
