"""Dates: recognised in text, written as EDTF (ISO 8601-2), compared as intervals of days.

How a date in running prose is told from what only looks like one is said in ``guard``. Recognising takes grammars that
cost a start 0.3 s; who only compares dates does not pay for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.values.dates.algebra import after, before, canonical, compare, show
from checker.values.dates.bounds import stretch
from checker.values.dates.edtf import interval

if TYPE_CHECKING:
    from checker.values.dates.recognising import recognise, resolve

__all__ = ["after", "before", "canonical", "compare", "interval", "recognise", "resolve", "show", "stretch"]


def __getattr__(name: str) -> Any:
    if name in ("recognise", "resolve"):
        from importlib import import_module

        function = getattr(import_module("checker.values.dates.recognising"), name)
        globals()[name] = function
        return function
    raise AttributeError(name)
