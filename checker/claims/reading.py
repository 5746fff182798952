"""What the packs say of reading, compiled once: frames of events, properties with amounts, attributes."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from checker.claims.events import Frames, compile_frames
from checker.claims.properties import Property


class Reading(Struct):
    """The compiled patterns of all loaded packs. ``attributes`` is what the reader of structured parts needs."""

    frames: Frames
    properties: list[Property]
    attributes: Any
    keys: dict[str, tuple[str, ...]] = {}  # attribute -> key qualifiers


def compile_reading(packs: Any) -> Reading:
    """The patterns of ``packs`` (checker.packs.Packs): ``events`` and the reading fields of ``attributes``."""
    events = {name: (event.slots, list(event.clauses), list(event.claims)) for name, event in packs.events.items()}
    for name, attribute in packs.attributes.items():
        if attribute.clauses:
            events[name] = _as_event(name, attribute)
    properties = [
        _property(name, attribute) for name, attribute in packs.attributes.items() if attribute.nouns or attribute.units
    ]
    keys = {name: tuple(attribute.key) for name, attribute in packs.attributes.items()}
    return Reading(compile_frames(events), properties, packs, keys)


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
        frozenset(attribute.verbs),
        "scope" in attribute.key,
        "period" in attribute.key,
        bool(attribute.dated),
    )
