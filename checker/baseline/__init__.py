"""The baseline: findings that somebody accepted, with who, when, why and until when; later runs show only what is new.

``load`` and ``dump`` are the file, ``apply`` marks a report's findings, ``accept`` makes entries of what is not yet
accepted, ``prune`` takes out what nothing needs any more.
"""

from checker.baseline.apply import apply, today
from checker.baseline.entries import Entry, dump, load, save
from checker.baseline.record import Acceptance, accept, prune

__all__ = ["Acceptance", "Entry", "accept", "apply", "dump", "load", "prune", "save", "today"]
