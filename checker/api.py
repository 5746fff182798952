"""factlint for programs: ``check``, ``gate``, ``verify`` and ``Ledger``, of the same shape as the command.

    from checker.api import Ledger, check, gate

    report = check("sources")
    for finding in report.findings:
        print(finding.verdict, finding.message)

    report = gate("new.md", against="sources")
    with Ledger(".") as ledger:
        print(ledger.status())

Paths are files and folders as on the command line. Settings are those of the nearest settings file unless given.
``readers`` names who reads, in that order ("rules", "llm", a plug-in's name); ``options`` gives a reader what the
command line would say, as in ``{"llm": {"model": "…"}}``. ``locked`` has every source come from the lock.
Whatever a caller can mend is a ``UserError``; what was not read is in ``report.skipped``, how many claims are not
believed in ``report.unbelieved``, trouble with the ledger in ``report.notes``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any

from checker import gating, pipeline, verifying
from checker.asked import Asked
from checker.config import Settings, load
from checker.errors import UserError
from checker.ledger import LedgerError, Store, folder_of
from checker.model import Claim, Fact, Finding, Position, Report, Skipped, Source
from checker.verifying import Verified

Paths = str | Sequence[str]
Readers = str | Sequence[str]
ReaderOptions = Mapping[str, Mapping[str, Any]]

__all__ = [
    "Claim", "Fact", "Finding", "Ledger", "LedgerError", "Position", "Report", "Settings", "Skipped", "Source",
    "UserError", "Verified", "check", "gate", "verify",
]  # fmt: skip


def check(
    paths: Paths = ".",
    *,
    claims: str = "",
    readers: Readers = "rules",
    options: ReaderOptions | None = None,
    locked: bool = False,
    settings: Settings | None = None,
) -> Report:
    """Where these sources agree and conflict. ``claims`` names a file of claims to take beside them, or instead."""
    named = _paths(paths) if paths != "." or not claims else ()
    request = pipeline.Request(named, claims, asked=_asked(readers, options), locked=locked)
    return pipeline.check(request, settings or load(None, named))


def gate(
    new: Paths,
    *,
    against: Paths = ".",
    scan: str = "auto",
    every_verdict: bool = False,
    readers: Readers = "rules",
    options: ReaderOptions | None = None,
    locked: bool = False,
    settings: Settings | None = None,
) -> Report:
    """The conflicts of new sources with those that are known (or with each other); see ``gating.GateRequest``."""
    known = _paths(against)
    asked = _asked(readers, options)
    request = gating.GateRequest(_paths(new), known, scan=scan, every_verdict=every_verdict, asked=asked, locked=locked)
    return gating.gate(request, settings or load(None, known))


def verify(
    draft: Paths,
    *,
    against: Paths = ".",
    scan: str = "auto",
    readers: Readers = "rules",
    options: ReaderOptions | None = None,
    locked: bool = False,
    settings: Settings | None = None,
) -> Verified:
    """What supports and what contradicts each claim of a draft."""
    known = _paths(against)
    request = gating.GateRequest(_paths(draft), known, scan=scan, asked=_asked(readers, options), locked=locked)
    return verifying.verify(request, settings or load(None, known))


class Ledger:
    """The ledger of a project: of the folder that holds ``.factlint``, or of what the settings name."""

    def __init__(self, folder: str = "", *, settings: Settings | None = None) -> None:
        self._store = Store(folder or folder_of(settings or load(None, ["."])), create=False)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> str:
        """The SQLite file."""
        return self._store.path

    def status(self) -> dict[str, str]:
        """What it holds, by name."""
        from checker.ledger import upkeep

        return dict(upkeep.status(self._store))

    def check(self) -> list[str]:
        """What is wrong with it; nothing, as a rule."""
        from checker.ledger import upkeep

        return upkeep.check(self._store)

    def compact(self) -> None:
        """Forget what is no longer needed, and give the room back."""
        from checker.ledger import upkeep

        upkeep.compact(self._store)

    def claims(self) -> Iterator[dict[str, Any]]:
        """All claims, as rows with the columns of ``upkeep.COLUMNS``."""
        from checker.ledger import upkeep

        return upkeep.rows(self._store)

    def export(self, path: str, format: str = "csv") -> int:
        """Write the claims as "csv" or "parquet"; how many there are."""
        from checker.ledger import upkeep

        return upkeep.export(self._store, path, format)

    def close(self) -> None:
        """Done with it."""
        self._store.close()


def _paths(paths: Paths) -> tuple[str, ...]:
    return (paths,) if isinstance(paths, str) else tuple(paths)


def _asked(readers: Readers, options: ReaderOptions | None) -> Asked:
    from checker.readers.opening import check as known

    named = tuple(dict.fromkeys(_paths(readers)))
    known(named)
    return Asked(named, {name: dict(table) for name, table in (options or {}).items()})
