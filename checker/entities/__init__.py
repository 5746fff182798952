"""Entities: names of one thing, across sources, under one name."""

from checker.entities.known import Known, load
from checker.entities.resolve import resolve

__all__ = ["Known", "load", "resolve"]
