"""Amounts and what they measure: revenue, headcount, users, valuation, costs.

A pack names an attribute's nouns ("revenue", "turnover"), units ("employees") and verbs ("employ"); how these and the
amounts go together in English is known here, once. ``nouns``, ``units`` and ``verbs`` find an amount of a property,
``holders`` says whose it is, ``times`` when it held, ``compared`` which further figures it is held against.
"""

from checker.claims.properties.measure import Property
from checker.claims.properties.reader import read

__all__ = ["Property", "read"]
