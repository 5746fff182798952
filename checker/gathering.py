"""Claims of files from several readers, and from the lock: whatever is not simply read by rules.

What is locked of an unchanged file is taken as it stands; the rest is read by each reader that was asked for, and
merged: one claim, with all who made it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker import __version__, intake, lock
from checker.asked import Asked
from checker.config import LOCK, Settings
from checker.errors import UserError
from checker.intake import Listing, Progress
from checker.ledger.memory import folder_of
from checker.ledger.records import Read
from checker.ledger.stamps import of_bytes
from checker.model import Claim, Skipped, Source
from checker.packs import Packs
from checker.readers import opening
from checker.readers.interface import Options, Reader, Refused
from checker.readers.merge import merge
from checker.readers.run import Interrupted, Result, run

ByRules = Callable[[Listing], Iterator[tuple[str, list[Read]]]]


class Gathered(Struct):
    """What was read: each file with its sources and their claims, what was refused, and what is to be said of it."""

    files: list[tuple[str, list[Read]]]
    refused: list[Refused] = []
    notes: list[Skipped] = []
    whole: set[str] = set()  # sources that every reader has read to the end
    stamps: dict[str, dict[str, str]] = {}  # of each reader
    interrupted: bool = False
    hand: dict[str, list[lock.ClaimLine]] = {}  # by source: edited and struck lines that still hold


def stamps(asked: Asked, settings: Settings, rules: Packs) -> dict[str, dict[str, str]]:
    """What the claims of each reader that is asked depend on, as the lock keeps it. Raises UserError."""
    found: dict[str, dict[str, str]] = {}
    for name in asked.readers:
        if name == "rules":
            found[name] = by_rules_stamp(rules)
        else:
            reader = opening.open_reader(name, _options(name, replace(asked, tell=lambda _: None), settings, rules, ""))
            found[name] = dict(reader.stamp())
            reader.close()
    return dict(sorted(found.items()))


def by_rules_stamp(rules: Packs) -> dict[str, str]:
    """The version of the engine and the packs that it reads by."""
    return {"version": __version__, "packs": rules.digest[:16]}


def opened(asked: Asked, settings: Settings, rules: Packs) -> list[Reader]:
    """The readers other than rules, ready. Raises UserError."""
    folder = folder_of(settings) if settings.ledger else ""
    return [
        opening.open_reader(name, _options(name, asked, settings, rules, folder))
        for name in asked.readers
        if name != "rules"
    ]


def _options(name: str, asked: Asked, settings: Settings, rules: Packs, folder: str) -> Options:
    import os

    from checker.ledger.store import FOLDER

    said = asked.options.get(name, {})
    table = {**settings.readers.get(name, {}), **said}
    return Options(rules, table, frozenset(said), os.path.join(folder, FOLDER) if folder else "", asked.tell)


def gather(
    there: Listing, stdin_format: str, asked: Asked, settings: Settings, rules: Packs, by_rules: ByRules,
    progress: Progress, locked: bool = False,
) -> Gathered:  # fmt: skip
    """All these files: what the lock has of unchanged ones, the rest read by all readers.

    Ctrl-C gives what was read until then, ``interrupted``. Raises UserError, among others for sources that are not in
    the lock where all have to be (``locked``).
    """
    opening.check(asked.readers)
    kept = lock.load(settings.lock)
    taken = {file: found for file in there.files if (found := taken_from(kept, file)) is not None}
    rest = replace(there, files=[file for file in there.files if file not in taken])
    if locked:
        _all_locked(kept, rest, stdin_format, settings)
    made = read(rest, stdin_format, asked, settings, rules, by_rules, progress)
    made.files = [(file, by_hand(kept, file, found, made)) for file, found in made.files]
    made.files = sorted([*made.files, *taken.items()])
    return made


def taken_from(kept: lock.Lock, file: str) -> list[Read] | None:
    """What the lock has of a file, if it has not changed since."""
    if file == "-" or kept.name(file) not in kept.raw:
        return None
    found = kept.get(file)
    if found is None or not found.sha256 or found.sha256 != digest(file):
        return None
    return lock.reads(found, file, kept.name(file))


def digest(file: str) -> str:
    """The SHA-256 of a file, "" of one that cannot be read."""
    try:
        return of_bytes(file).hex()
    except OSError:
        return ""


def _all_locked(kept: lock.Lock, rest: Listing, stdin_format: str, settings: Settings) -> None:
    missing = []
    for file in rest.files:
        if any(isinstance(item, Source) for item in intake.opened(file, stdin_format)):
            why = "changed since" if file != "-" and kept.name(file) in kept.raw else "not in it"
            missing.append(f"{file} ({why})")
    if missing:
        named = ", ".join(missing[:5]) + (f" and {len(missing) - 5:,} more" if len(missing) > 5 else "")
        count = f"{len(missing):,} source{'s' * (len(missing) > 1)} without locked claims"
        raise UserError(f"{count}: {named}; run factlint lock", settings.lock or LOCK)


def by_hand(kept: lock.Lock, file: str, found: list[Read], made: Gathered) -> list[Read]:
    """What a changed file gave, with what people did to its claims done again."""
    known = kept.get(file) if file != "-" and kept.raw else None
    if known is None or not any(line.by_hand() for line in known.claims):
        return found
    sources = {item.path: item for item in intake.opened(file, "text") if isinstance(item, Source)}
    name, redone = kept.name(file), []
    for item, claims in found:
        if isinstance(item, Source) and item.path in sources:
            part = item.path.removeprefix(file)
            lines = [line for line in known.claims if line.source == name + part]
            claims, moved, notes = lock.kept_by_hand(claims, lines, sources[item.path])
            made.hand[item.path] = moved
            made.notes += notes
        redone.append((item, claims))
    return redone


def read(
    there: Listing,
    stdin_format: str,
    asked: Asked,
    settings: Settings,
    rules: Packs,
    by_rules: ByRules,
    progress: Progress,
) -> Gathered:
    """Read all these files by all readers. Ctrl-C gives what was read until then, ``interrupted``."""
    readers = opened(asked, settings, rules) if there.files else []
    files = list(by_rules(there)) if "rules" in asked.readers else []
    texts = {file: intake.opened(file, stdin_format) for file in there.files} if readers else {}
    if not files:
        files = [(file, [(_bare(item), []) for item in texts[file]]) for file in there.files]
    made = Gathered(files)
    if "rules" in asked.readers:
        made.stamps["rules"] = by_rules_stamp(rules)
    sources = [item for file in there.files for item in texts.get(file, ()) if isinstance(item, Source)]
    made.whole = {item.path for _, found in files for item, _ in found if isinstance(item, Source)}
    results: dict[str, dict[str, Result]] = {}
    for reader in readers:
        results[reader.name], ended = _run(reader, sources, progress)
        made.stamps[reader.name] = dict(reader.stamp())
        made.notes += reader.close()
        made.interrupted |= ended
        if ended:
            break
    made.files = [(file, [_merged(one, asked, results, rules, made) for one in found]) for file, found in files]
    made.notes += _refusals(made.refused)
    return made


def _run(reader: Reader, sources: Sequence[Source], progress: Progress) -> tuple[dict[str, Result], bool]:
    try:
        return run(reader, sources, progress), False
    except Interrupted as ended:
        return ended.done, True


def _bare(item: Source | Skipped) -> Source | Skipped:
    return replace(item, raw="", parts=[]) if isinstance(item, Source) else item


def _merged(read: Read, asked: Asked, results: dict[str, dict[str, Result]], rules: Packs, made: Gathered) -> Read:
    """One source with the claims of all readers, in the order in which they were asked for."""
    source, own = read
    if isinstance(source, Skipped):
        return read
    lists: list[list[Claim]] = []
    notes: list[Skipped] = []
    for name in asked.readers:
        if name == "rules":
            lists.append(own)
            continue
        result = results.get(name, {}).get(source.path)
        if result is None or not result.whole:
            made.whole.discard(source.path)
        if result is not None:
            lists.append(result.claims)
            made.refused += result.refused
            notes += result.notes
    return replace(source, notes=(*source.notes, *notes)), merge(lists, rules)


def _refusals(refused: Sequence[Refused]) -> list[Skipped]:
    """How many claims of each source were refused, and why."""
    by_source: dict[str, Counter[str]] = {}
    for one in refused:
        by_source.setdefault(one.source, Counter())[one.kind] += 1
    return [Skipped(path, 0, _counted(kinds)) for path, kinds in sorted(by_source.items())]


def _counted(kinds: Counter[str]) -> str:
    told = ", ".join(f"{count:,} {kind}" for kind, count in sorted(kinds.items()))
    return f"{kinds.total():,} claim{'s' * (kinds.total() > 1)} refused: {told}"
