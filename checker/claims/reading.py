"""What the packs say of reading, compiled once: frames of events, properties with amounts, attributes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from checker.claims.events.reader import Frames, compile_frames, template_of
from checker.claims.learnt import Learner, Weights, learner
from checker.claims.phrases.claims import Sayings, compile_sayings
from checker.claims.properties.measure import Property
from checker.errors import UserError


class Reading(Struct):
    """The compiled patterns of all loaded packs. ``attributes`` is what the reader of structured parts needs."""

    frames: Frames
    properties: list[Property]
    attributes: Any
    keys: dict[str, tuple[str, ...]] = {}  # attribute -> key qualifiers
    sayings: Sayings = Sayings()
    types: dict[str, frozenset[str]] = {}  # types that only packs know -> what sources call one
    learner: Learner | None = None  # what weights read; None where packs lack an attribute that they tell


def compile_reading(packs: Any, weights: Weights | None = None) -> Reading:
    """The patterns of ``packs`` (checker.packs.Packs): ``events`` and the reading fields of ``attributes``; other
    ``weights`` than those that ship are for learning them."""
    events = {name: (event.slots, list(event.clauses), list(event.claims)) for name, event in packs.events.items()}
    for name, attribute in packs.attributes.items():
        if attribute.clauses:
            events[name] = _as_event(name, attribute)
    properties = [
        _property(name, attribute) for name, attribute in packs.attributes.items() if attribute.nouns or attribute.units
    ]
    keys = {name: tuple(attribute.key) for name, attribute in packs.attributes.items()}
    try:
        frames, sayings = compile_frames(events), compile_sayings(_said(packs))
        known = learner(packs, frames, properties, weights)
        return Reading(frames, properties, packs, keys, sayings, _types(packs), known)
    except (UserError, RecursionError) as error:
        from checker.claims.pattern_faults import refused

        wrong = error if isinstance(error, UserError) else UserError("a pattern has too many brackets in each other")
        raise refused(wrong, packs, slots_of) from None


def _types(packs: Any) -> dict[str, frozenset[str]]:
    return {name: frozenset(word.casefold() for word in nouns) for name, nouns in packs.types.items()}


def _said(packs: Any) -> Iterator[tuple[str, dict[str, str], list[str], tuple[Any, ...]]]:
    """The phrase patterns of attributes and events, each with its slot types and claims."""
    for name, attribute in packs.attributes.items():
        if attribute.phrases:
            claims = _as_event(name, attribute)[2]
            made = tuple(template_of(claim) for claim in claims)
            yield name, slots_of(name, attribute), list(attribute.phrases), made
    for name, event in packs.events.items():
        if event.phrases:
            yield name, dict(event.slots), list(event.phrases), tuple(template_of(claim) for claim in event.claims)


def slots_of(name: str, attribute: Any) -> dict[str, str]:
    """The slots of an attribute's own patterns."""
    types = _as_event(name, attribute)[0]
    return {"status": "status", **types} if attribute.status else types


def _as_event(name: str, attribute: Any) -> tuple[dict[str, str], list[str], list[dict[str, str]]]:
    """An attribute's own clause patterns: subject, value and its key qualifiers are the slots."""
    types = {
        "subject": attribute.subject,
        "value": attribute.value,
        **{key: _QUALIFIERS.get(key, "text") for key in attribute.key},
    }
    claim = {
        "attribute": name,
        "subject": "subject",
        "value": "value",
        **{key: f"{key}?" if key in ("scope", "period") else key for key in attribute.key},
    }
    return types, list(attribute.clauses), [claim]


_QUALIFIERS = {"organization": "organization", "round": "round", "period": "date", "scope": "text"}


def _property(name: str, attribute: Any) -> Property:
    return Property(
        name,
        attribute.subject,
        attribute.value,
        frozenset(attribute.nouns),
        frozenset(attribute.units),
        frozenset(attribute.weak_units),
        frozenset(attribute.narrow_units),
        frozenset(attribute.verbs),
        "scope" in attribute.key,
        "period" in attribute.key,
        bool(attribute.dated),
    )
