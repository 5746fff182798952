"""What the sources of a folder say, kept in memory: a change costs the reading of what changed, and the comparison."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from checker import config, intake, pipeline
from checker.engine import extraction
from checker.ledger.records import Read
from checker.model import Report, Skipped, Source


class Index:
    """The files of the current folder, as they lie there, and over them the texts of those that are open."""

    def __init__(self, named: str | None = None, paths: Sequence[str] = ()) -> None:
        self.paths = tuple(paths) or (".",)
        self.settings = config.load(named, self.paths)
        self.packs = pipeline.load_packs(self.settings)
        self._reader = extraction.reader(self.packs)
        self._files: dict[str, list[Read]] = {}
        self._open: dict[str, str] = {}

    def read_all(self) -> None:
        """Read every file anew."""
        there = intake.listing(self.paths, self.settings)
        memory = pipeline.remember(pipeline.Request(self.paths), self.settings, self.packs)
        self._files = dict(pipeline.files(there, "text", self.packs, intake.silent, memory))
        for path, text in self._open.items():
            self._read_text(path, text)

    def update(self, texts: Mapping[str, str | None]) -> None:
        """Files whose text is now this, or (None) is what lies on the disk, if anything does."""
        for path, text in texts.items():
            if not self.holds(path):
                continue
            if text is not None:
                if self._open.get(path) != text:
                    self._read_text(path, text)
                self._open[path] = text
                continue
            self._open.pop(path, None)
            self._files.pop(path, None)
            if os.path.isfile(path):
                self._keep(path, intake.opened(path, "text"))

    def holds(self, path: str) -> bool:
        """Whether a file is a source here."""
        return path in self._files or intake.takes(path, self.settings)

    def report(self) -> Report:
        """What all sources say, as they are now."""
        read = [pair for path in sorted(self._files) for pair in self._files[path]]
        sources = [replace(item, notes=()) for item, _ in read if isinstance(item, Source)]
        notes = [note for item, _ in read if isinstance(item, Source) for note in item.notes]
        skipped = [item for item, _ in read if isinstance(item, Skipped)]
        claims = [claim for _, those in read for claim in those]
        return pipeline.compare(sources, claims, [*skipped, *notes], self.settings, self.packs)

    def _read_text(self, path: str, text: str) -> None:
        from checker import sources

        self._keep(path, sources.read_text(text, path, ""))

    def _keep(self, path: str, items: Iterable[Source | Skipped]) -> None:
        self._files[path] = [read for item in items for read in self._reader(item)]
