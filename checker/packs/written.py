"""Values as packs write them, in examples and parameters: a number, {low: …, high: …}, EDTF, or words."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from msgspec import ValidationError, convert

from checker.errors import UserError
from checker.model import Value
from checker.values import AMOUNTS


def value_of(given: Any, kind: str) -> Value:
    """The value that is written so. Raises UserError for what is no value of its kind."""
    if isinstance(given, dict):
        return _in_parts(given, kind)
    if given is None or isinstance(given, list):
        raise UserError(f"{'nothing' if given is None else 'a list'} is no {kind}; give one value")
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


def _in_parts(given: dict[str, Any], kind: str) -> Value:
    """A value as a mapping, as a report has it."""
    unknown = sorted(set(map(str, given)) - {"kind", *Value.__struct_fields__})
    if unknown:
        raise UserError(f"a value has no {unknown[0]!r}; known: {', '.join(sorted(Value.__struct_fields__))}")
    try:
        return convert({"text": "", **given, "kind": kind}, Value)
    except ValidationError as error:
        raise UserError(f"no {kind}: {str(error).replace('`', '').replace('$.', '')}") from None


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
