"""Clause patterns: "{organization} appoint {person} [as {title}] [{date}]", matched over clauses, never over word
order.

A pattern is a plain sentence in its base form: subject, verb (alternatives by ``|``, a particle by ``_``), objects,
then phrases by preposition. ``[…]`` is optional, ``{slot}`` takes a phrase that can be of the slot's type, and a bare
word must be the head of the object ("first_visitors" for two words, "its_base" with a possessive or "the"). Passive,
relative, participial, coordinated and infinitive forms need no pattern.
"""

from checker.claims.patterns.compiling import compile_pattern, typed, unknown_slots
from checker.claims.patterns.dates import dated, only_then
from checker.claims.patterns.fitting import MENTIONS, TEAM_NOUNS, can_be, fit, is_title
from checker.claims.patterns.matching import heads_said, match
from checker.claims.patterns.pattern import Binding, Fits, Pattern

__all__ = [
    "MENTIONS",
    "TEAM_NOUNS",
    "Binding",
    "Fits",
    "Pattern",
    "can_be",
    "compile_pattern",
    "dated",
    "fit",
    "heads_said",
    "is_title",
    "match",
    "only_then",
    "typed",
    "unknown_slots",
]
