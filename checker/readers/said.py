"""What a model says, before anything of it is believed: the shape it is asked for, read leniently."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

MODALITIES = ("asserted", "reported", "predicted", "denied")


class SaidSubject(Struct):
    """Whom a claim is about."""

    name: str
    type: str = ""


class SaidValue(Struct):
    """A value in the words of the report."""

    kind: str = ""
    text: str | None = None
    edtf: str | None = None
    low: float | None = None
    high: float | None = None
    currency: str | None = None
    approximate: bool | None = None


class SaidClaim(Struct):
    """One claim. ``line`` only helps to choose between places where the same words stand."""

    subject: SaidSubject
    attribute: str
    value: SaidValue
    quote: str = ""
    line: int | None = None
    qualifiers: dict[str, str | None] | None = None
    modality: str | None = None
    status: str | None = None
    as_of: str | None = None

    def kept(self) -> dict[str, str]:
        """The qualifiers that say something."""
        all_ = {**(self.qualifiers or {}), **{k: v for k, v in (("status", self.status), ("as_of", self.as_of)) if v}}
        return {key: value.strip() for key, value in sorted(all_.items()) if value and value.strip()}

    def shown(self) -> str:
        """The claim in a few words."""
        value = self.value
        said = value.text or value.edtf or f"{value.low}–{value.high} {value.currency or ''}".strip()
        return f"{self.subject.name}: {self.attribute} = {said}"[:200]


def claim_of(entry: Any) -> SaidClaim | str:
    """The claim that a piece of JSON says, or what is wrong with it."""
    if isinstance(entry, dict):
        entry = dict(entry)
        if isinstance(entry.get("value"), str):
            entry["value"] = {"text": entry["value"]}
        if isinstance(entry.get("subject"), str):
            entry["subject"] = {"name": entry["subject"]}
        if not isinstance(entry.get("line"), int):
            entry.pop("line", None)
    try:
        return msgspec.convert(entry, SaidClaim, strict=False)
    except (msgspec.ValidationError, OverflowError, ValueError, RecursionError) as error:
        return str(error).replace("\n", " ")
