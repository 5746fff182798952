"""What was read before: found again by content, so that nothing unchanged is read twice and nothing stale is
believed."""

from __future__ import annotations

import time
from collections.abc import Iterable

from msgspec import Struct

from checker.ledger import stamps
from checker.ledger.records import Read, pack, unpack
from checker.ledger.store import Store
from checker.model import Skipped

_DAY = 86_400
_BATCH = 200  # readings that are written at once: what a kill can cost
_MANY = 500  # files from which on what is known of all is fetched at once


class Looked(Struct):
    """A file as it was before it was read: whether it changed meanwhile shows afterwards."""

    stamp: bytes | None
    digest: bytes
    key: bytes


class Readings:
    """The kept readings for one state of packs and engine (``stamps.reading``)."""

    def __init__(self, store: Store, state: bytes) -> None:
        self.store, self.state = store, state
        self.notes: list[Skipped] = []  # what is to be said of what was read
        self._files: dict[str, tuple[bytes | None, bytes]] | None = None
        self._looked: dict[str, Looked] = {}
        self._new: list[tuple[bytes, int, bytes]] = []
        self._seen: list[tuple[str, bytes | None, bytes]] = []
        self._today = int(time.time()) // _DAY

    def expect(self, count: int) -> None:
        """So many files will be asked for."""
        if count >= _MANY:
            with self.store.trouble():
                rows = self.store.db.execute("SELECT path, stamp, sha256 FROM file")
                self._files = {path: (stamp, digest) for path, stamp, digest in rows}

    def key(self, file: str, name: str = "") -> bytes | None:
        """The key of the file's reading, as it now lies there; None if it cannot be looked at.

        ``name`` is what the ledger calls the file, where that is known: to make it takes longer than the look."""
        looked = self._look(file, name)
        return looked.key if looked else None

    def get(self, file: str) -> list[Read] | None:
        """What reading the file gives, if that is known."""
        looked = self._look(file)
        return self.of_key(looked.key, file) if looked else None

    def of_key(self, key: bytes, file: str) -> list[Read] | None:
        """What a reading with this key gave, as of the file of this name."""
        with self.store.trouble():
            row = self.store.db.execute("SELECT data, day FROM reading WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        try:
            read = unpack(row[0], file)
        except ValueError:
            return None
        if row[1] != self._today:
            self._new.append((key, self._today, row[0]))
        return read

    def settled(self, file: str, read: list[Read]) -> list[Read]:
        """What was read of a file, as it counts."""
        return read

    def put(self, file: str, read: list[Read]) -> None:
        """Keep what the file gave, unless it changed while it was read."""
        before = self._looked.get(file)
        if before is None or before.stamp is None or stamps.stamp(file) != before.stamp:
            return
        if not stamps.settled(before.stamp) and stamps.of_bytes(file) != before.digest:
            return
        data = pack(read, file)
        if data is not None:
            self._new.append((before.key, self._today, data))
            if len(self._new) >= _BATCH:
                self.flush()

    def flush(self) -> None:
        """Write what has come together."""
        if not self._new and not self._seen:
            return
        with self.store.writing():
            self.store.db.executemany("INSERT OR REPLACE INTO reading VALUES (?, ?, ?)", self._new)
            self.store.db.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", self._seen)
        self._new.clear()
        self._seen.clear()

    def forget(self, files: Iterable[str]) -> None:
        """These are no longer there."""
        with self.store.writing():
            self.store.db.executemany("DELETE FROM file WHERE path = ?", [(self.store.key(file),) for file in files])

    def _look(self, file: str, name: str = "") -> Looked | None:
        """The file's stamp, and the digest of its bytes: as known for that stamp, else from the bytes."""
        if file in self._looked:
            return self._looked[file]
        path, found = name or self.store.key(file), stamps.stamp(file)
        if found is None:
            return None
        known = self._known(path)
        if known and known[0] == found:
            digest = known[1]
        else:
            try:
                digest = stamps.of_bytes(file)
            except OSError:
                return None
            self._seen.append((path, found if stamps.settled(found) else None, digest))
        self._looked[file] = looked = Looked(found, digest, stamps.of_file(digest, file, self.state))
        return looked

    def _known(self, path: str) -> tuple[bytes | None, bytes] | None:
        if self._files is not None:
            return self._files.get(path)
        with self.store.trouble():
            row = self.store.db.execute("SELECT stamp, sha256 FROM file WHERE path = ?", (path,)).fetchone()
        return (row[0], row[1]) if row else None
