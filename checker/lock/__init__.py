"""Claims that are kept: ``factlint.lock``, one line a source and one line a claim, for people to review and correct."""

from checker.lock.lines import ClaimLine, Lock, Locked, SourceLine, load
from checker.lock.taking import claim_of, kept_by_hand, line_of, reads, source_line
from checker.lock.update import Fresh, diff, renewed, save

__all__ = [
    "ClaimLine", "Fresh", "Lock", "Locked", "SourceLine", "claim_of", "diff", "kept_by_hand", "line_of", "load",
    "reads", "renewed", "save", "source_line",
]  # fmt: skip
