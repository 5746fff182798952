"""The ledger: what is kept between runs, in one SQLite file, ``.factlint/ledger.sqlite``.

``Readings`` are what files gave, found again by content. A ``Corpus`` holds the claims of many files by the things they
are about, so that a new source is held against all that is known without loading it. All of it can be made again from
the files.
"""

from checker.ledger.memory import Memory, folder_of
from checker.ledger.store import LedgerError, Store

__all__ = ["LedgerError", "Memory", "Store", "folder_of"]
