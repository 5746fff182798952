"""Entities: names of one thing, across sources, under one name; and which claims about bodies are believed."""

from checker.entities.believed import Bodies, believed, corroborated, doubts, doubts_of, sifted
from checker.entities.known import Known, load
from checker.entities.mentions import Mentions, Named, add_to, gather
from checker.entities.resolve import Names, naming_of, renamed, resolve, sift, types_of

__all__ = [
    "Bodies",
    "Known",
    "Mentions",
    "Named",
    "Names",
    "add_to",
    "believed",
    "corroborated",
    "doubts",
    "doubts_of",
    "gather",
    "load",
    "naming_of",
    "renamed",
    "resolve",
    "sift",
    "sifted",
    "types_of",
]
