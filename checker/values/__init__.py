"""Kinds of values: how each is recognised, written and compared.

Each kind is a module with ``canonical``, ``show`` and ``compare`` (and ``recognise``, where values of the kind can be
told by themselves); it is imported when the first value of its kind comes along.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from importlib import import_module
from types import ModuleType

from checker.model import Value
from checker.values.comparison import Comparison

_MODULES = {"date": "dates"}
KINDS = (
    "date", "money", "quantity", "percent", "title", "person", "organization", "team", "place", "text",
    "measure", "version",
)  # fmt: skip
AMOUNTS = ("money", "quantity", "percent", "measure")  # kinds with figures: low and high


@cache
def _of(kind: str) -> ModuleType:
    return import_module(f"checker.values.{_MODULES.get(kind, kind)}" if kind in KINDS else "checker.values.text")


def compare(a: Value, b: Value) -> Comparison:
    """Whether two values can both be right. Symmetric, and *same* of a value with itself.

    A lead investor may be an organization or a person: names of different kinds are compared as organizations.
    Values of kinds that have nothing in common are different.
    """
    if a.kind == b.kind:
        verdict: Comparison = _of(a.kind).compare(a, b)
        return verdict
    kinds = {a.kind, b.kind}
    if kinds <= {"person", "organization", "team"}:
        return compare(_as(a, "organization"), _as(b, "organization"))
    if "text" in kinds:
        return compare(_as(a, "text"), _as(b, "text"))
    return Comparison("different", "kind: " + " and ".join(sorted(kinds)))


def _as(value: Value, kind: str) -> Value:
    return Value(kind, value.text)


def canonical(value: Value) -> Hashable:
    """A key that is equal for values that say the same: what exact duplicates are gathered by."""
    key: Hashable = (value.kind, _of(value.kind).canonical(value))
    return key


def show(value: Value) -> str:
    """The value for a reader."""
    text: str = _of(value.kind).show(value)
    return text
