"""What comparing two values gives."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Verdict = Literal["same", "compatible", "different"]


class Comparison(Struct, frozen=True):
    """The verdict on two values of one kind, and why, in words a reader understands.

    *same*: they say one thing; *compatible*: both can be right, one is finer or rougher; *different*: they cannot.
    """

    verdict: Verdict
    reason: str
