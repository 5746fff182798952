"""Which readers somebody asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct


class Asked(Struct, frozen=True):
    """Which readers, in their order; what the command line says to them (a table for each by its name)."""

    readers: tuple[str, ...] = ("rules",)
    options: dict[str, dict[str, Any]] = {}
    tell: Callable[[str], None] = lambda _: None

    @property
    def plain(self) -> bool:
        """Whether only rules are asked, so that what the ledger remembers will do."""
        return set(self.readers) == {"rules"}
