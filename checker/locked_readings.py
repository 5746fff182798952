"""Readings of which the lock has some: what is locked of an unchanged file is what it gives, whatever rules read."""

from __future__ import annotations

from checker import gathering, lock
from checker.digests import blake2b
from checker.ledger.readings import Readings
from checker.ledger.records import Read


class LockedReadings(Readings):
    """A file's key changes with its lines in the lock too, so that an edited line is a changed file."""

    def __init__(self, readings: Readings, kept: lock.Lock) -> None:
        super().__init__(readings.store, readings.state)
        self._kept = kept

    def key(self, file: str, name: str = "") -> bytes | None:
        """The key of what the file gives, as it and its lines now are; None if it cannot be looked at."""
        key = super().key(file, name)
        lines = self._kept.raw.get(self._kept.name(file)) if file != "-" else None
        if key is None or not lines:
            return key
        return blake2b(b"\n".join([key, *(line for _, line in lines)]), digest_size=16).digest()

    def get(self, file: str) -> list[Read] | None:
        """What the file gives, if that is locked, or known."""
        taken = gathering.taken_from(self._kept, file)
        if taken is not None:
            return taken
        found = super().get(file)
        return None if found is None else self.settled(file, found)

    def settled(self, file: str, read: list[Read]) -> list[Read]:
        """What the rules read of a file, with what people did to its claims done again."""
        made = gathering.Gathered([])
        found = gathering.by_hand(self._kept, file, read, made)
        self.notes += made.notes
        return found
