"""The file of the ledger: opened, brought to this version's tables, and every trouble with it said in one line."""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import time
from collections.abc import Iterator

from checker.errors import UserError
from checker.ledger.schema import APPLICATION, STEPS, VERSION

FOLDER = ".factlint"
FILE = "ledger.sqlite"
PATIENCE = 60.0  # seconds to wait for another process that writes


class LedgerError(UserError):
    """The ledger cannot be used; the sources can be checked without it."""


class Store:
    """The open file. ``folder`` is where the project lies: the ledger is ``.factlint/ledger.sqlite`` in it."""

    def __init__(self, folder: str, *, create: bool = True) -> None:
        self.folder = os.path.abspath(folder)
        self.path = os.path.join(self.folder, FOLDER, FILE)
        if create:
            _place(os.path.dirname(self.path))
        elif not os.path.isfile(self.path):
            raise LedgerError("no ledger here; factlint check makes one", self.path)
        with self.trouble():
            self.db = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            try:
                self._prepare()
            except BaseException:
                self.db.close()
                raise

    def _prepare(self) -> None:
        version = self._version()
        self._share()
        self.db.execute("PRAGMA synchronous = NORMAL")  # a kill loses nothing; a power cut, at most the last commits
        self.db.execute("PRAGMA cache_size = -64000")
        if version < VERSION:
            with self.writing():
                for step in range(self._version(), VERSION):
                    for statement in re.sub(r"--[^\n]*", "", STEPS[step]).split(";"):
                        self.db.execute(statement)
                self.db.execute(f"PRAGMA application_id = {APPLICATION}")
                self.db.execute(f"PRAGMA user_version = {VERSION}")

    def _share(self) -> None:
        """Readers and one writer at once. Two processes that ask for it in a new file at one time have to take
        turns."""
        for _ in range(200):
            with contextlib.suppress(sqlite3.OperationalError):
                if self.db.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal":
                    return
            if not os.access(self.path, os.W_OK):
                break
            time.sleep(0.02)
        self.db.execute("PRAGMA journal_mode = WAL")

    def _version(self) -> int:
        """The version of the tables, 0 for a new file. Raises LedgerError for a file that is another's, or newer."""
        with self._still():
            version: int = self.db.execute("PRAGMA user_version").fetchone()[0]
            mark: int = self.db.execute("PRAGMA application_id").fetchone()[0]
            empty = version == 0 and not self.db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        if mark != APPLICATION and not empty:
            raise LedgerError("is no ledger; move it away, and factlint makes its own", self.path)
        if version > VERSION:
            raise LedgerError(
                f"is of a newer factlint (tables {version}, this one knows {VERSION}); "
                "upgrade, or start anew with: factlint ledger drop",
                self.path,
            )
        return version

    @contextlib.contextmanager
    def _still(self) -> Iterator[None]:
        """What is read within is of one moment, even while another process makes the tables."""
        if self.db.in_transaction:
            yield
            return
        self.db.execute("BEGIN")
        try:
            yield
        finally:
            self.db.execute("COMMIT")

    @contextlib.contextmanager
    def trouble(self) -> Iterator[None]:
        """Whatever SQLite or the file system complain of becomes a LedgerError that says what to do."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise LedgerError(_reason(error), self.path) from None

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """All or nothing, and nobody else writes meanwhile. Within a transaction, a part of that."""
        if self.db.in_transaction:
            with self.trouble():
                yield
            return
        with self.trouble():
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self.db.execute("ROLLBACK")
                raise
            self.db.execute("COMMIT")

    @contextlib.contextmanager
    def trying(self) -> Iterator[None]:
        """As ``writing``, and then nothing is kept after all: what if these sources were there too?"""
        with self.trouble():
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
            finally:
                with contextlib.suppress(sqlite3.Error):
                    self.db.execute("ROLLBACK")

    def key(self, path: str) -> str:
        """How the ledger names a file: beneath its folder, so that both can move together; else absolute."""
        full = os.path.abspath(path)
        inside = full.startswith(self.folder.rstrip(os.sep) + os.sep)
        return os.path.relpath(full, self.folder).replace(os.sep, "/") if inside else full.replace(os.sep, "/")

    def close(self) -> None:
        """Done with it."""
        with contextlib.suppress(sqlite3.Error):
            self.db.close()


def _place(folder: str) -> None:
    """The folder, which keeps itself out of version control."""
    ignore = os.path.join(folder, ".gitignore")
    try:
        try:
            os.mkdir(folder)
        except FileExistsError:
            if not os.path.isdir(folder):
                raise
        if not os.path.exists(ignore):
            with open(ignore, "w", encoding="utf-8") as file:
                file.write("*\n")
    except OSError as error:
        raise LedgerError(_reason(error), os.path.join(folder, FILE)) from None


def _reason(error: Exception) -> str:
    """What happened, and what to do."""
    text = str(getattr(error, "strerror", None) or error)
    low = text.lower()
    if "locked" in low or "busy" in low:
        return f"in use by another factlint for more than {PATIENCE:.0f} seconds; try again when it is done"
    if "full" in low or "no space" in low:
        return "no room on the disk; make some, or move the ledger away"
    if "readonly" in low or "read-only" in low or "permission" in low or "unable to open" in low:
        return "cannot be written here; make the folder writable, or use --no-ledger"
    if "malformed" in low or "not a database" in low or "corrupt" in low:
        return "corrupted; start anew with: factlint ledger drop"
    return f"cannot be used ({text}); start anew with: factlint ledger drop"
