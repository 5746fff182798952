"""Amounts of what a property counts, by what is said of them: "its 940 employees", "serves 300 clients".

A count alone is no claim: "hired 45 engineers" says nothing of how many there are. The construction has to say that
somebody has them.
"""

from checker.claims.properties.units.reader import by_unit
from checker.claims.properties.units.words import BY_MANY, HAVING

__all__ = ["BY_MANY", "HAVING", "by_unit"]
