"""A check of more claims than memory holds (``--engine disk``): the report of ``pipeline.check``, byte for byte."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import BinaryIO

from msgspec import Struct

from checker import contract, intake, pipeline
from checker.chosen import chooser
from checker.config import Settings
from checker.contract import SkippedEntry, SummaryEntry
from checker.engine.disk import Disk, Found, Kept
from checker.engine.disk.scratch import trouble
from checker.errors import UserError
from checker.intake import Progress
from checker.model import Finding, Skipped, Source, Unbelieved
from checker.packs import Packs
from checker.reports.json import json_parts
from checker.reports.text import finding_text, text_parts
from checker.reports.words import summed

FORMATS = ("text", "json")


class Shown(Struct, frozen=True):
    """One of the reports that are asked for."""

    form: str
    color: bool = False


class Streamed:
    """The outcome, as long as it is open."""

    def __init__(self, disk: Disk, found: Found, skipped: Sequence[Skipped], shows: Sequence[Shown]) -> None:
        self._disk, self._found, self._shows = disk, found, shows
        self.skipped = sorted(set(skipped), key=lambda s: (s.path, s.line, s.reason))
        self.counts: Counter[tuple[str, str]] = found.counts()

    def parts(self, number: int) -> Iterator[str]:
        """One of the reports, piece by piece."""
        shown = self._shows[number]
        with trouble():
            yield from self._text(number, shown.color) if shown.form == "text" else self._json()

    def _text(self, number: int, color: bool) -> Iterator[str]:
        disk = self._disk
        last = summed(
            self.counts, disk.claim_count, disk.source_count, len(self.skipped), unbelieved=disk.doubted_count
        )
        return text_parts(self._found.texts(number), last, color)

    def _json(self) -> Iterator[str]:
        told = Counter[str]()
        for (verdict, _), count in self.counts.items():
            told[verdict] += count
        return json_parts(
            map(contract.source_entry, self._disk.sources()),
            map(contract.claim_entry, self._disk.claims()),
            self._found.entries(),
            SummaryEntry(
                self._disk.source_count, self._disk.claim_count, told["conflict"], told["agreement"], told["notice"],
                len(self.skipped), self._disk.doubted_count,
            ),
            [SkippedEntry(s.path, s.line, s.reason) for s in self.skipped],
            map(contract.unbelieved_entry, self.unbelieved()),
        )  # fmt: skip

    def unbelieved(self) -> Iterator[Unbelieved]:
        """How many claims of each source are not believed."""
        return (Unbelieved(source, claims) for source, claims in self._disk.doubted())

    def __enter__(self) -> Streamed:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._disk.close()


def check(
    request: pipeline.Request, settings: Settings, shows: Sequence[Shown], verbose: bool = False,
    progress: Progress = intake.silent,
) -> Streamed:  # fmt: skip
    """Check what the request names. Agreements are shown in texts if ``verbose``."""
    from checker import entities

    _fits(request, settings, shows)
    rules = pipeline.load_packs(settings)
    choose = chooser(settings, rules)

    def texts(finding: Finding) -> list[str]:
        wanted = verbose or finding.verdict != "agreement"
        return [finding_text(finding, s.color) if s.form == "text" else "" for s in shows] if wanted else []

    disk = Disk(rules, entities.load(settings.entities))
    try:
        with trouble():
            skipped = _claims(disk, request) if request.claims else _sources(disk, request, settings, rules, progress)
            return Streamed(
                disk, disk.compare(Kept(lambda finding: bool(choose([finding], (), ())), texts)), skipped, shows
            )
    except BaseException:
        disk.close()
        raise


def _claims(disk: Disk, request: pipeline.Request) -> list[Skipped]:
    """The claims of a file, line by line."""
    count = 0
    with _opened(request.claims) as lines:
        for item in contract.stream_claims(lines, request.claims):
            if isinstance(item, Source):
                disk.describe(item)
            else:
                disk.put(item)
                count += 1
    if not count:
        raise UserError("no claims in this file: give one claim a line", request.claims)
    return []


def _opened(path: str) -> BinaryIO:
    if path == "-":
        return sys.stdin.buffer
    try:
        return open(path, "rb")
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", path) from None


def _sources(
    disk: Disk, request: pipeline.Request, settings: Settings, rules: Packs, progress: Progress
) -> list[Skipped]:
    """The claims of files and folders, as they are read (or remembered); what was not read."""
    there = intake.listing(request.paths, settings)
    skipped = list(there.skipped)
    memory = pipeline.remember(request, settings, rules)
    for file, found in pipeline.files(there, request.stdin_format, rules, progress, memory, request.jobs):
        sources: list[Source] = []
        pipeline.sort_out(file, [item for item, _ in found], there.named, sources, skipped)
        for source in sources:
            if source.suppressions:
                raise UserError(
                    "--engine disk knows no comments that leave findings out", source.path, source.suppressions[0].at
                )
            disk.describe(source)
        for _, claims in found:
            for claim in claims:
                disk.put(claim)
    return [*skipped, *memory.notes]


def _fits(request: pipeline.Request, settings: Settings, shows: Sequence[Shown]) -> None:
    """Raises UserError for what needs all claims in memory."""
    for wrong, what in (
        (any(s.form not in FORMATS for s in shows), "writes text and json; leave out other formats"),
        (request.claims and request.paths, "takes claims or sources, not both"),
        (not request.asked.plain, "reads by rules alone; leave out --reader"),
        (request.locked or settings.lock, "knows no lock; add --no-lock"),
        (settings.baseline, "knows no baseline; add --no-baseline"),
        (settings.per_file_ignores, "knows no per-file-ignores; take them out of the settings"),
        (request.statistics, "knows no --statistics; leave it out"),
    ):
        if wrong:
            raise UserError(f"--engine disk {what}")
