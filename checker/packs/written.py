"""Values as packs write them, in examples and parameters: a number, {low: …, high: …}, EDTF, or words."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from checker.errors import UserError
from checker.model import Value
from checker.values import AMOUNTS


def value_of(given: Any, kind: str) -> Value:
    """The value that is written so. Raises UserError for what is no value of its kind."""
    if isinstance(given, dict):
        known = ("low", "high", "currency", "approximate", "edtf")
        return Value(kind=kind, text=str(given.get("text", "")), **{k: given[k] for k in known if k in given})
    text = str(given)
    if kind == "date":
        from checker.values.dates.edtf import interval

        interval(text)
        return Value("date", text, edtf=text)
    if kind not in AMOUNTS:
        return Value(kind, text)
    number = _number(text)
    if number is not None and kind != "measure":
        return Value(kind, text, low=number, high=number, currency="USD" if kind == "money" else None)
    found = import_module(f"checker.values.{kind}").recognise(text)
    if not found:
        raise UserError(f"{text!r} is no {kind}{_HINTS.get(kind, '')}")
    value: Value = found[0].value
    return value


_HINTS = {
    "money": "; write for example €4.2 million",
    "percent": "; write for example 14%",
    "measure": "; write for example 30 seconds",
}


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
