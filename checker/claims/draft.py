"""A claim in the making: where it stands and what it says, before names are put in full and ids made."""

from __future__ import annotations

from msgspec import Struct

from checker.model import Block, Modality, Value


class Draft(Struct):
    """One claim as a reader found it. ``start:end`` is the value's place in the block (characters)."""

    block: Block
    start: int
    end: int
    subject: str
    type: str  # person, organization, product, project, event, thing
    attribute: str
    value: Value
    qualifiers: dict[str, str] = {}
    modality: Modality = "asserted"
    rule: str = ""
    confidence: float = 1.0
