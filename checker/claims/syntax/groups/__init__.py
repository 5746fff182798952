"""Appositions and coordination: which noun phrases stand for the same thing, and which stand side by side."""

from checker.claims.syntax.groups.grouping import group
from checker.claims.syntax.groups.kinds import kind_of

__all__ = ["group", "kind_of"]
