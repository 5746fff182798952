"""Whose an amount is: the possessor, what the noun belongs to, the clause's subject, what is being talked about.

The clause's subject, not the nearest name; of a department its organization, with the department for a scope; a person
never has revenue or staff of their own.
"""

from checker.claims.properties.holders.reader import subject

__all__ = ["subject"]
