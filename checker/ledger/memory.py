"""The ledger as a check uses it: a help that may fail. What goes wrong with it is said once, and work goes on without."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

from checker.config import Settings
from checker.ledger.records import Read
from checker.ledger.store import LedgerError, Store
from checker.model import Skipped

T = TypeVar("T")


def folder_of(settings: Settings) -> str:
    """Where the ledger of these settings lies: beside the settings file, else here."""
    return os.path.dirname(os.path.abspath(settings.file)) if settings.file else os.getcwd()


class Memory:
    """Readings that are remembered from run to run. ``notes`` say what was wrong with the ledger, if anything was."""

    def __init__(self, settings: Settings, state: Callable[[], bytes]) -> None:
        self.notes: list[Skipped] = []
        self.store: Store | None = None
        self._settings, self._state = settings, state
        self._readings: object = None
        if settings.ledger:
            self._try(lambda: self._open(folder_of(settings)))

    def _open(self, folder: str) -> None:
        from checker.ledger.readings import Readings

        self.store = Store(folder)
        self._readings = Readings(self.store, self._state())

    def expect(self, count: int) -> None:
        """So many files will be asked for."""
        self._with(lambda readings: readings.expect(count))

    def get(self, file: str) -> list[Read] | None:
        """What reading the file gives, if that is known."""
        return None if file == "-" else self._with(lambda readings: readings.get(file))

    def put(self, file: str, read: list[Read]) -> None:
        """Remember what a file gave."""
        if file != "-":
            self._with(lambda readings: readings.put(file, read))

    def close(self) -> None:
        """Write what is left to write, and be done."""
        self._with(lambda readings: readings.flush())
        if self.store is not None:
            self.store.close()

    def _with(self, use: Callable[..., T]) -> T | None:
        return None if self._readings is None else self._try(lambda: use(self._readings))

    def _try(self, work: Callable[[], T]) -> T | None:
        try:
            return work()
        except LedgerError as error:
            self.notes.append(Skipped(error.path, 0, f"the ledger {error.message}; checked without it"))
        except OSError as error:
            self.notes.append(Skipped(self._settings.file, 0, f"the ledger cannot be used: {error.strerror}; checked without it"))
        self._readings = None
        return None
