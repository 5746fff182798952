"""The ledger as a check uses it: a help that may fail. What goes wrong with it is said once, and work goes on
without."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import msgspec

from checker.config import Settings
from checker.ledger.records import Read
from checker.ledger.store import LedgerError, Store
from checker.model import Skipped

if TYPE_CHECKING:
    from checker.ledger.corpus import Corpus
    from checker.ledger.readings import Readings

T = TypeVar("T")
_BATCH = 200  # files whose claims are written at once


def folder_of(settings: Settings) -> str:
    """Where the ledger of these settings lies: beside the settings file, else here."""
    return os.path.dirname(os.path.abspath(settings.file)) if settings.file else os.getcwd()


class Memory:
    """Readings that are remembered from run to run. ``notes`` say what was wrong with the ledger, if anything was.

    ``state`` gives ``stamps.reading`` of the packs; it is asked for only where there is a ledger. ``read`` and
    ``known`` count the files that were read and those that were remembered.
    """

    def __init__(self, settings: Settings, state: Callable[[], bytes]) -> None:
        self.notes: list[Skipped] = []
        self.read = self.known = 0
        self.store: Store | None = None
        self.readings: Readings | None = None
        self.corpus: Corpus | None = None
        self._settings, self._state = settings, state
        self._members: dict[str, bytes] = {}
        self._seen: set[str] = set()
        self._changed: list[tuple[str, bytes, list[Read], str]] = []
        if settings.ledger:
            self.attempt(lambda: self._open(folder_of(settings)))

    def _open(self, folder: str) -> None:
        from checker.ledger.readings import Readings

        self.store = Store(folder)
        self.readings = Readings(self.store, self._state())

    def hold(self, paths: Sequence[str]) -> None:
        """What follows are all the files of these paths: what they say is held for later."""
        if self.readings is not None and "-" not in paths:
            self.attempt(lambda: self._hold(paths))

    def _hold(self, paths: Sequence[str]) -> None:
        self.corpus = corpus_of(self, paths)
        self._members = self.corpus.members()

    def expect(self, count: int) -> None:
        """So many files will be asked for."""
        if (readings := self.readings) is not None:
            self.attempt(lambda: readings.expect(count))

    def get(self, file: str) -> list[Read] | None:
        """What reading the file gives, if that is known."""
        if not _named(file) or (readings := self.readings) is None:
            return None
        found = self.attempt(lambda: readings.get(file))
        if found is not None:
            self.known += 1
            self._note(file, found)
        return found

    def put(self, file: str, read: list[Read]) -> None:
        """Remember what a file gave."""
        self.read += 1
        if _named(file) and (readings := self.readings) is not None:
            self.attempt(lambda: readings.put(file, read))
            self._note(file, read)

    def _note(self, file: str, read: list[Read]) -> None:
        if self.corpus is None or self.readings is None or self.store is None:
            return
        name, key = self.store.key(file), self.readings.key(file)
        if key is None:  # no longer there: nothing of it is held
            return
        self._seen.add(name)
        if self._members.get(name) != key:
            self._changed.append((name, key, read, file))
            if len(self._changed) >= _BATCH:
                self.attempt(self._write)

    def _write(self) -> None:
        if self.readings is not None:
            self.readings.flush()
        if self.corpus is not None and self.store is not None and self._changed:
            with self.store.writing():
                for name, key, read, file in self._changed:
                    self.corpus.put(name, key, read, file)
                self.corpus.settle()
        self._changed.clear()

    def _complete(self) -> None:
        """After the last file: what is no longer there goes."""
        self._write()
        if self.corpus is not None and self.store is not None:
            gone = sorted(self._members.keys() - self._seen)
            if gone or not self.corpus.complete():
                with self.store.writing():
                    for name in gone:
                        self.corpus.drop(name)
                    self.corpus.settle()
                    self.corpus.completed()

    def close(self) -> None:
        """Write what is left to write, and be done."""
        if self.readings is not None:
            self.attempt(self._complete)
        if self.store is not None:
            self.store.close()

    def attempt(self, work: Callable[[], T]) -> T | None:
        """What the work gives; None, and no ledger from here on, if the ledger fails."""
        try:
            return work()
        except LedgerError as error:
            self.notes.append(Skipped(error.path, 0, f"the ledger {error.message} (checked without it)"))
        except OSError as error:
            where = self.store.path if self.store else ""
            self.notes.append(Skipped(where, 0, f"the ledger cannot be used: {error.strerror} (checked without it)"))
        self.readings = self.corpus = None
        return None

    @property
    def settings(self) -> Settings:
        """What the ledger was opened for."""
        return self._settings


def _named(file: str) -> bool:
    """Whether a file has a name that the ledger can hold: standard input has none, and some are no text at all."""
    try:
        return file != "-" and bool(file.encode())
    except UnicodeEncodeError:
        return False


def corpus_of(memory: Memory, paths: Sequence[str]) -> Corpus:
    """The corpus of these files and folders, under these settings. Raises LedgerError."""
    from checker.entities import load
    from checker.ledger import stamps
    from checker.ledger.corpus import Corpus

    assert memory.store is not None and memory.readings is not None
    store, settings = memory.store, memory.settings
    roots = sorted({store.key(path) for path in paths or (".",)})
    locked = [store.key(settings.lock)] if settings.lock else []  # what is locked is another corpus
    named = msgspec.json.encode([roots, sorted(settings.exclude), *locked]).decode()
    return Corpus(store, named, stamps.naming(memory.readings.state, settings.entities), load(settings.entities))
