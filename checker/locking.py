"""``factlint lock``: the claims of all sources, read where something changed, into the lock."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker import baseline, gathering, intake, lock, pipeline
from checker.asked import Asked
from checker.config import LOCK, Settings
from checker.gathering import Gathered
from checker.intake import Progress
from checker.ledger.records import Read
from checker.model import Skipped, Source
from checker.packs import Packs


class Renewed(Struct):
    """The lock as it was and as it is to be, and what there is to say."""

    old: lock.Lock
    new: lock.Lock
    read: int  # files read anew
    kept: int  # files that had not changed
    notes: list[Skipped]
    interrupted: bool


def renew(
    paths: Sequence[str], asked: Asked, settings: Settings, progress: Progress = intake.silent, again: bool = False
) -> Renewed:
    """Read what the lock does not have as it is now: files that changed, or that other readers, another model, prompt,
    pack or version read; all files where ``again`` is set. Nothing is written. Raises UserError."""
    rules = pipeline.load_packs(settings)
    path = settings.lock or LOCK
    old = lock.load(path)
    there = intake.listing(paths, settings)
    there = replace(there, files=[file for file in there.files if file != "-"])
    stamps = gathering.stamps(asked, settings, rules)
    stale = [file for file in there.files if again or not _current(old, file, stamps)]
    made = _read(replace(there, files=stale), asked, settings, rules, progress, old)
    fresh = [one for file, found in made.files if (one := _fresh(file, found, made, old)) is not None]
    done = {one.file for one in fresh}
    notes = [*there.skipped, *made.notes, *_said(made, done)]
    new = lock.renewed(old, fresh, _gone(old))
    return Renewed(old, new, len(done), len(there.files) - len(stale), notes, made.interrupted)


def _current(old: lock.Lock, file: str, stamps: dict[str, dict[str, str]]) -> bool:
    known = old.get(file)
    if known is None or not known.sources or known.sha256 != gathering.digest(file):
        return False
    return all(line.readers == stamps for line in known.sources)


def _read(
    there: intake.Listing, asked: Asked, settings: Settings, rules: Packs, progress: Progress, old: lock.Lock
) -> Gathered:
    request = pipeline.Request(tuple(there.files), asked=asked)
    memory = pipeline.remember(request, settings, rules)
    made = pipeline.gathered(there, request, replace(settings, lock=""), rules, progress, memory)
    made.files = [(file, gathering.by_hand(old, file, found, made)) for file, found in made.files]
    return made


def _fresh(file: str, found: list[Read], made: Gathered, old: lock.Lock) -> lock.Fresh | None:
    """The lines of a file; None for one that was not read to its end, or is no source."""
    sources = [(item, claims) for item, claims in found if isinstance(item, Source)]
    if not sources or any(source.path not in made.whole for source, _ in sources):
        return None
    name, hashed = old.name(file), gathering.digest(file)
    known = old.get(file)
    one = lock.Fresh(file, [], [])
    for source, claims in sources:
        called = name + source.path.removeprefix(file)
        hand = made.hand.get(source.path, [])
        line = lock.source_line(source, called, made.stamps, baseline.today().isoformat(), hashed)
        one.sources.append(_undated(line, known))
        by_hand = {line.key or line.own_key() for line in hand}
        edited = {claim.id for line in hand if line.struck is None for claim in [lock.claim_of(line, source.path)]}
        one.claims += [
            kept for c in claims if c.id not in edited and (kept := lock.line_of(c, called)).key not in by_hand
        ]
        one.claims += hand
    skipped = [
        (s.path.removeprefix(file), s.line, s.reason) for s, _ in found if isinstance(s, Skipped) and not s.fatal
    ]
    one.sources[0].skipped = skipped
    return one


def _undated(line: lock.SourceLine, known: lock.Locked | None) -> lock.SourceLine:
    """The line with the date of its earlier reading, where nothing but the date is new."""
    for earlier in known.sources if known is not None else ():
        if replace(earlier, date=line.date, skipped=line.skipped) == line:
            return replace(line, date=earlier.date)
    return line


def _gone(old: lock.Lock) -> list[str]:
    """What the lock has of files that are no longer there."""
    import os

    return [name for name in old.raw if not os.path.lexists(os.path.join(old.folder, name))]


def _said(made: Gathered, done: set[str]) -> list[Skipped]:
    """What was wrong with single files; that they are not locked."""
    found: list[Skipped] = []
    for file, read in made.files:
        for item, _ in read:
            found += item.notes if isinstance(item, Source) else [item]
        if file not in done and any(isinstance(item, Source) for item, _ in read) and not made.interrupted:
            found.append(Skipped(file, 0, "not locked: it was not read to its end", fatal=True))
    return found
