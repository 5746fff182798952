"""Funding rounds: name, amount, date and lead investor, however a sentence spreads them.

``named`` says which rounds a sentence speaks of, by name or by pointing back ("the round", "that one"), ``company``
whose they are, ``money``, ``dates`` and ``leads`` what is said of each.
"""

from checker.claims.rounds.reader import read

__all__ = ["read"]
