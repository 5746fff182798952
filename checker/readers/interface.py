"""What a reader is: source in, claims out.

A plug-in names a factory in the entry point group ``factlint.readers``::

    [project.entry-points."factlint.readers"]
    mine = "my_package:open_reader"

``open_reader(options: Options) -> Reader`` is called once a run. ``read`` is called once for each source, from up to
``workers`` threads at a time, and gives claims as records, or in the words of the report's contract (a dict or
``contract.ClaimEntry`` each), of which ``subject``, ``attribute`` and ``value`` are needed alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from msgspec import Struct

from checker.contract import ClaimEntry
from checker.model import Claim, Skipped, Source
from checker.packs import Packs

Said = Claim | ClaimEntry | Mapping[str, Any]


class Refused(Struct, frozen=True):
    """A claim that a reader made and that does not hold against the source: ``reason`` begins with a word or two that
    such claims are counted by, up to a colon."""

    source: str
    what: str
    reason: str

    @property
    def kind(self) -> str:
        """What such claims are counted by."""
        return self.reason.partition(":")[0]


class Outcome(Struct):
    """What reading one source gave. ``notes`` say what was not read, and why (``fatal``: the command exits 2);
    ``whole`` is whether the source was read to its end, so that what was read may be kept. ``later`` gives more
    claims and refusals; it is called in the main thread, where our own reading of a source has to be done."""

    claims: Iterable[Said]
    refused: list[Refused] = []
    notes: list[Skipped] = []
    whole: bool = True
    later: Callable[[], tuple[Iterable[Said], list[Refused]]] | None = None


class Options(Struct, frozen=True):
    """What a reader is opened with. ``settings`` is the table of its name in the settings file, under ``readers``;
    ``asked`` are those of them that the user says in person, on the command line; ``folder`` is where things may be
    kept between runs ("" for nowhere); ``tell`` says something to the user."""

    rules: Packs
    settings: Mapping[str, Any] = {}
    asked: frozenset[str] = frozenset()
    folder: str = ""
    tell: Callable[[str], None] = lambda _: None


class Reader(Protocol):
    """Something that reads."""

    name: str
    workers: int  # how many sources may be read at once

    def stamp(self) -> Mapping[str, str]:
        """What claims depend on beside the source: {"version": …}, {"model": …, "prompt": …}. It is kept with claims
        that are locked, so no secrets."""

    def expect(self, sources: list[Source]) -> None:
        """These sources are going to be read: the place for an estimate, and to refuse (UserError)."""

    def read(self, source: Source) -> Outcome:
        """The claims of one source. What is wrong with this source alone is a note; UserError ends the run."""

    def close(self) -> list[Skipped]:
        """The run is over, or was ended: what there is to say of it (what it cost)."""
