"""A database on disk for the length of a run: more rows than memory holds go in, and come out sorted.

SQLite sorts by merging runs on disk, and looks up by key as well; it is part of Python.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from typing import Any

from checker.errors import UserError

CACHE = 32  # MB of pages, and of rows that are sorted at a time


class Scratch:
    """The database; ``close`` leaves nothing of it."""

    def __init__(self, schema: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="factlint-", ignore_cleanup_errors=True)
        self.db = sqlite3.connect(os.path.join(self._folder.name, "rows.sqlite"), isolation_level=None)
        for pragma in ("page_size = 16384", "journal_mode = OFF", "synchronous = OFF", "temp_store = FILE",
                       "locking_mode = EXCLUSIVE", f"cache_size = -{CACHE * 1000}"):  # fmt: skip
            self.db.execute(f"PRAGMA {pragma}")
        self.db.executescript(schema)
        self.db.execute("BEGIN")  # and never committed: what is here is never read again

    def put(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Rows to a table, as many as come."""
        width = len(self.db.execute(f"SELECT * FROM {table} LIMIT 0").description)
        self.db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)

    def rows(self, query: str, *values: Any) -> Iterator[Any]:
        """The rows of a query, one by one."""
        return self.db.execute(query, values)

    def close(self) -> None:
        """Remove it."""
        self.db.close()
        self._folder.cleanup()


@contextlib.contextmanager
def trouble() -> Iterator[None]:
    """Raises UserError for a disk that is full."""
    try:
        yield
    except sqlite3.OperationalError as error:
        place = tempfile.gettempdir()
        raise UserError(f"--engine disk: {error}; it works in {place}, TMPDIR names another place") from None
