"""Entities: names of one thing, across sources, under one name."""

from checker.entities.known import Known, load
from checker.entities.mentions import Mentions, Named, add_to, gather
from checker.entities.resolve import Names, naming_of, renamed, resolve, types_of

__all__ = [
    "Known",
    "Mentions",
    "Named",
    "Names",
    "add_to",
    "gather",
    "load",
    "naming_of",
    "renamed",
    "resolve",
    "types_of",
]
