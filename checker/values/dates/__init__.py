"""Dates: recognised in text, written as EDTF (ISO 8601-2), compared as intervals of days.

How a date in running prose is told from what only looks like one is said in ``guard``.
"""

from checker.values.dates.algebra import after, before, canonical, compare, show
from checker.values.dates.bounds import stretch
from checker.values.dates.edtf import interval
from checker.values.dates.recognise import recognise, resolve

__all__ = ["after", "before", "canonical", "compare", "interval", "recognise", "resolve", "show", "stretch"]
