"""``gate``: what new sources say, held against all that is known, without reading or loading the rest.

The corpus of the ledger is brought up to date, the new sources are put into it (to stay, if they lie in it; else only
for now), the facts that they touch are looked up, and these alone are judged. What comes out of it is, for every
conflict that touches a new source, what a check of everything would find.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker import entities, intake, pipeline
from checker.asked import Asked
from checker.chosen import chooser
from checker.config import Settings
from checker.engine import extraction
from checker.errors import UserError
from checker.findings.interface import STOPPED
from checker.intake import Progress
from checker.ledger import Memory, Store, stamps, witnesses
from checker.ledger.corpus import Corpus
from checker.ledger.lookup import Lookup
from checker.ledger.memory import corpus_of
from checker.ledger.records import Read
from checker.model import Claim, Report, Skipped, Source
from checker.packs import Packs

SMALL = 10_000  # files of a corpus that are all looked at before each gate
_BATCH = 200


class GateRequest(Struct, frozen=True):
    """New files and folders, and the files and folders that are known. ``scan`` says whether all of these are looked at
    for changes: "auto" (up to ``SMALL`` files), "full", or "quick" (only those that what is looked up comes from)."""

    new: tuple[str, ...] = ()
    against: tuple[str, ...] = (".",)
    stdin_format: str = "text"
    scan: str = "auto"
    every_verdict: bool = False  # agreements and notices that touch a new source too
    asked: Asked = Asked()  # which readers
    locked: bool = False  # every source has to have its claims in the lock


class Fresh(Struct):
    """The new sources as read: for each file its name in the ledger ("-" for standard input), key, path and content."""

    files: list[tuple[str, bytes, str, list[Read]]]
    skipped: list[Skipped]

    def items(self) -> Iterator[Source | Skipped]:
        """What was read, file by file."""
        for _, _, _, read in self.files:
            yield from (item for item, _ in read)


class Held(Struct):
    """New sources held against the corpus: the report on the facts they touch; which sources and claims are new."""

    report: Report
    ours: set[str]
    ids: set[str]
    own: list[Source]


def gate(request: GateRequest, settings: Settings, progress: Progress = intake.silent) -> Report:
    """The conflicts in which a new source has a part. Its ``sources`` and ``claims`` are those of the new sources, and
    those that the findings quote. Raises UserError as ``pipeline.check`` does."""
    held = hold(request, settings, progress)
    return only_new(held.report, held.ours, held.ids, every=request.every_verdict, more=held.own)


def hold(request: GateRequest, settings: Settings, progress: Progress = intake.silent) -> Held:
    """All that is said of the facts that new sources touch, judged. Without a ledger everything is read."""
    rules = pipeline.load_packs(settings)
    chooser(settings, rules)
    asked = pipeline.Request(asked=request.asked, locked=request.locked)
    memory = Memory(settings, lambda: stamps.reading(rules)) if request.asked.plain and not request.locked else None
    if memory is None:
        return _gathered(request, asked, settings, rules, progress)
    if settings.lock and memory.readings:
        from checker import lock
        from checker.locked_readings import LockedReadings

        memory.readings = LockedReadings(memory.readings, lock.load(settings.lock))
    found = memory.attempt(lambda: _looked_up(request, settings, rules, memory, progress)) if memory.readings else None
    if memory.store is not None:
        memory.store.close()
    if found is None and settings.lock:
        return _gathered(request, asked, settings, rules, progress)
    held = found if found is not None else _without(request, settings, rules, progress)
    # what of a baseline is unused, part of the facts cannot tell
    held.report = replace(held.report, notes=tuple(memory.notes))
    return held


def _looked_up(request: GateRequest, settings: Settings, rules: Packs, memory: Memory, progress: Progress) -> Held:
    with Known(request.against, settings, rules, memory) as known:
        known.refresh(request.scan, progress)
        fresh = read_new(request.new, request.stdin_format, settings, rules, memory)
        with known.including(fresh) as names:
            while True:
                lookup = known.lookup()
                new = lookup.of_files(names)
                claims = lookup.touched(new)
                if not known.refresh_files(sorted(set(lookup.files()) - set(names))):
                    break
            sources = lookup.sources([*claims, *new])
            doubted = entities.doubts(lookup.doubted)
            memory.notes += [*_summed_up(lookup), *known.readings.notes]
    own = [item for item in fresh.items() if isinstance(item, Source)]
    report = pipeline.judged(sources, claims, fresh.skipped, settings, rules, partial=True)
    report = replace(report, unbelieved=doubted)
    return Held(report, {claim.source for claim in new} | {item.path for item in own}, {claim.id for claim in new}, own)


def _summed_up(lookup: Lookup) -> list[Skipped]:
    """Where not all claims were looked up, sources are counted low: that is said."""
    facts = sorted(lookup.summed_up)
    named = ", ".join(facts[:3]) + (f" and {len(facts) - 3} more" if len(facts) > 3 else "")
    reason = f"more than {witnesses.MANY} claims each: {named}; of what they say, the first and last sources are shown"
    return [Skipped("", 0, reason)] if facts else []


def only_new(report: Report, ours: set[str], ids: set[str], *, every: bool, more: Sequence[Source] = ()) -> Report:
    """The findings of a report in which a source of ``ours`` has a part, with what they quote."""
    kept = tuple(
        f
        for f in report.findings
        if (every or f.verdict == "conflict" or f.reason.startswith(STOPPED))
        and any(c.source in ours for at in f.positions for c in at.claims)
    )
    quoted = {claim.id for f in kept for at in f.positions for claim in at.claims} | ids
    claims = tuple(claim for claim in report.claims if claim.id in quoted)
    paths = {claim.source for claim in claims} | ours
    held = {source.path: source for source in (*more, *report.sources) if source.path in paths}
    used = {finding.rule for finding in kept}
    return replace(
        report,
        findings=kept,
        claims=claims,
        facts=(),
        sources=tuple(replace(held[path], notes=()) for path in sorted(held)),
        rules=tuple(rule for rule in report.rules if rule.id in used),
        fresh=tuple(sorted(ours)),
        unbelieved=tuple(one for one in report.unbelieved if one.source in ours),
    )


def read_new(paths: Sequence[str], stdin_format: str, settings: Settings, rules: Packs, memory: Memory | None) -> Fresh:
    """Read what is new; what the ledger remembers of it is not read."""
    there = intake.listing(paths, settings) if paths else intake.Listing([], frozenset(), [])
    fresh = Fresh([], list(there.skipped))
    read_one: extraction.Reader | None = None
    for file in there.files:
        read = memory.get(file) if memory else None
        if read is None:
            read_one = read_one or extraction.reader(rules)
            read = [part for item in intake.opened(file, stdin_format) for part in read_one(item)]
            if memory and not any(isinstance(item, Skipped) and item.fatal for item, _ in read):
                memory.put(file, read)
            if memory and memory.readings:
                read = memory.readings.settled(file, read)
        items = [item for item, _ in read]
        for item in intake.lost(items, file) if file in there.named else items:
            fresh.skipped += item.notes if isinstance(item, Source) else [item]
        name, key = file, b""
        if file != "-" and memory and memory.store and memory.readings:
            name, key = memory.store.key(file), memory.readings.key(file) or b""
        fresh.files.append((name, key, file, read))
    return fresh


class Known:
    """The corpus of a gate: brought up to date, with new sources in it for as long as they are looked at."""

    def __init__(self, against: Sequence[str], settings: Settings, rules: Packs, memory: Memory) -> None:
        assert memory.store is not None and memory.readings is not None
        self.store: Store = memory.store
        self.readings = memory.readings
        self.against, self.settings, self.rules, self.memory = against, settings, rules, memory
        self.corpus: Corpus = corpus_of(memory, against)
        self._reader: extraction.Reader | None = None
        self._roots = sorted(((os.path.abspath(path), path) for path in against), key=lambda pair: -len(pair[0]))
        self.paths: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        self._beneath = [(f"{self.store.key(path)}/", path) for _, path in self._roots]

    def __enter__(self) -> Known:
        return self

    def __exit__(self, *_: object) -> None:
        self.corpus.forget()

    def shown(self, name: str) -> str:
        """The path under which a file of the ledger appears, as if it had been found in what was given."""
        if name not in self.paths and name not in self._shown:
            self._shown[name] = self._path(name)
        return self.paths.get(name) or self._shown[name]

    def _path(self, name: str) -> str:
        for beneath, given in self._beneath:  # the usual case without a look at folders: it is asked for every claim
            if name.startswith(beneath):
                return intake.as_given(os.path.join(given, name[len(beneath) :]))
        full = os.path.normpath(os.path.join(self.store.folder, name))
        for root, given in self._roots:
            if full == root:
                return intake.as_given(given)
            if full.startswith(root.rstrip(os.sep) + os.sep):
                return intake.as_given(os.path.join(given, os.path.relpath(full, root)))
        return intake.as_given(os.path.relpath(full))

    def lookup(self) -> Lookup:
        """Facts as they stand now."""
        return Lookup(self.corpus, self.rules, self.shown)

    def refresh(self, scan: str, progress: Progress) -> None:
        """Bring the corpus up to date with all its files, if they are few, or it never was, or it is asked for."""
        if scan == "quick" and self.corpus.complete():
            return
        if scan == "auto" and self.corpus.complete() and self.corpus.count() > SMALL and not self.settings.lock:
            return  # of a lock, any line may have been edited
        there = intake.listing(self.against, self.settings)
        lost = [item for item in there.skipped if item.fatal and not os.path.lexists(item.path)]
        if lost:
            raise UserError(lost[0].reason, lost[0].path)
        self.readings.expect(len(there.files))
        members = self.corpus.members()
        changed: list[tuple[str, str]] = []
        for file in there.files:
            name = self.store.key(file)
            if self.readings.key(file) != members.pop(name, None):
                changed.append((name, file))
        for at in range(0, len(changed), _BATCH):
            progress(at, len(changed))
            self._update(changed[at : at + _BATCH], [])
        self.readings.flush()
        if members or not self.corpus.complete():
            self._update([], sorted(members), complete=True)

    def refresh_files(self, names: list[str]) -> bool:
        """Look at these files again; whether any had changed. Within a transaction that may not be kept."""
        changed = False
        for name in names:
            file = self.shown(name)
            key = self.readings.key(file, name)
            if key == self.corpus.key_of(name):
                continue
            changed = True
            if key is None:
                self.corpus.drop(name)
            else:
                self.corpus.put(name, key, self._read(file), file)
        if changed:
            self.corpus.settle()
        return changed

    def including(self, fresh: Fresh) -> Including:
        """The corpus with the new sources in it."""
        return Including(self, fresh)

    def belongs(self, file: str) -> bool:
        """Whether a file lies in the corpus, as a check of the corpus would find it."""
        if file == "-":
            return False
        full = os.path.abspath(file)
        for root, given in self._roots:
            if full == root:
                return True
            if full.startswith(root.rstrip(os.sep) + os.sep):
                return intake.would_find(given, os.path.relpath(full, root), self.settings)
        return False

    def _update(self, changed: list[tuple[str, str]], gone: list[str], *, complete: bool = False) -> None:
        read = [(name, self.readings.key(file) or b"", self._read(file), file) for name, file in changed]
        with self.store.writing():
            for name, key, found, file in read:
                self.corpus.put(name, key, found, file)
            for name in gone:
                self.corpus.drop(name)
            self.corpus.settle()
            if complete:
                self.corpus.completed()

    def _read(self, file: str) -> list[Read]:
        found = self.readings.get(file)
        if found is None:
            self._reader = self._reader or extraction.reader(self.rules)
            found = [part for item in intake.opened(file, "text") for part in self._reader(item)]
            if not any(isinstance(item, Skipped) and item.fatal for item, _ in found):
                self.readings.put(file, found)
            found = self.readings.settled(file, found)
        return found


class Including:
    """New sources in a corpus: those that belong to it stay, the others are there only while this is entered."""

    def __init__(self, known: Known, fresh: Fresh) -> None:
        self._known, self._fresh = known, fresh

    def __enter__(self) -> list[str]:
        """The names of the new files in the ledger."""
        known, corpus = self._known, self._known.corpus
        inside = [file for file in self._fresh.files if known.belongs(file[2])]
        outside = [file for file in self._fresh.files if file not in inside]
        known.readings.flush()
        known.paths |= {name: path for name, _, path, _ in self._fresh.files}
        changed = [file for file in inside if corpus.key_of(file[0]) != file[1]]
        if changed:
            with known.store.writing():
                for name, key, path, read in changed:
                    corpus.put(name, key, read, path)
                corpus.settle()
        self._context = known.store.trying()
        self._context.__enter__()
        for name, key, path, read in outside:
            corpus.put(name, key, read, path)
        corpus.settle()
        return sorted(file[0] for file in self._fresh.files)

    def __exit__(self, *error: object) -> None:
        self._context.__exit__(*error)  # type: ignore[arg-type]
        self._known.corpus.forget()


def _without(request: GateRequest, settings: Settings, rules: Packs, progress: Progress) -> Held:
    """The same by reading everything, where there is no ledger to be had."""
    fresh = read_new(request.new, request.stdin_format, settings, rules, None)
    there = intake.listing(request.against, settings)
    mine = {os.path.abspath(path) for _, _, path, _ in fresh.files if path != "-"}
    files = [file for file in there.files if os.path.abspath(file) not in mine]
    sources: list[Source] = []
    claims: list[Claim] = []
    for _, found in pipeline.files(intake.Listing(files, frozenset(), []), "text", rules, progress, None):
        sources += [item for item, _ in found if isinstance(item, Source)]
        claims += [claim for _, those in found for claim in those]
    new = [claim for _, _, _, read in fresh.files for _, those in read for claim in those]
    own = [item for item in fresh.items() if isinstance(item, Source)]
    report = pipeline.compare([*sources, *own], [*claims, *new], fresh.skipped, settings, rules)
    return Held(report, {s.path for s in own}, {c.id for c in new}, own)


def _gathered(
    request: GateRequest, asked: pipeline.Request, settings: Settings, rules: Packs, progress: Progress
) -> Held:
    """The same where other readers are asked, or claims are locked: all of it is gathered, and compared."""
    there = intake.listing(request.against, settings)
    new = intake.listing(request.new, settings) if request.new else intake.Listing([], frozenset(), [])
    mine = {os.path.abspath(path) for path in new.files if path != "-"}
    files = [*new.files, *(file for file in there.files if os.path.abspath(file) not in mine)]
    memory = pipeline.remember(replace(asked, paths=tuple(files)), settings, rules)
    asked = replace(asked, stdin_format=request.stdin_format)
    every = intake.Listing(sorted(files), new.named, [])
    made = pipeline.gathered(every, asked, settings, rules, progress, memory)
    if made.interrupted:
        raise KeyboardInterrupt
    fresh = Fresh([], list(new.skipped))
    others: list[Read] = []
    for file, read in made.files:
        if file not in new.files:
            others += read
            continue
        items = [item for item, _ in read]
        for item in intake.lost(items, file) if file in new.named else items:
            fresh.skipped += item.notes if isinstance(item, Source) else [item]
        fresh.files.append((file, b"", file, read))
    own = [item for item in fresh.items() if isinstance(item, Source)]
    claims = [claim for _, _, _, read in fresh.files for _, those in read for claim in those]
    sources = [*(item for item, _ in others if isinstance(item, Source)), *own]
    known = [claim for _, those in others for claim in those]
    report = pipeline.compare(sources, [*known, *claims], fresh.skipped, settings, rules)
    report = replace(report, notes=(*memory.notes, *made.notes))
    return Held(report, {s.path for s in own}, {c.id for c in claims}, own)
