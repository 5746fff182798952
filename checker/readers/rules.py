"""The reader that ships: patterns of the packs over the text, offline, the same for the same bytes."""

from __future__ import annotations

from collections.abc import Mapping

from checker import __version__
from checker.claims.extract import extract
from checker.claims.reading import compile_reading
from checker.mentions import find
from checker.model import Skipped, Source
from checker.readers.interface import Options, Outcome


def open_reader(options: Options) -> RulesReader:
    """The reader with the patterns of the loaded packs."""
    return RulesReader(options)


class RulesReader:
    """Reads by rules."""

    name = "rules"
    workers = 1

    def __init__(self, options: Options) -> None:
        self._reading = compile_reading(options.rules)
        self._digest = options.rules.digest

    def stamp(self) -> Mapping[str, str]:
        """The version and the packs."""
        return {"version": __version__, "packs": self._digest[:16]}

    def expect(self, sources: list[Source]) -> None:
        """Nothing is to be prepared."""

    def read(self, source: Source) -> Outcome:
        """The claims of one source."""
        return Outcome(extract(find(source), self._reading))

    def close(self) -> list[Skipped]:
        """Nothing is to be said."""
        return []
