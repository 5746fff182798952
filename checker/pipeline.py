"""The whole way from files to a report. Read this first: ``check`` calls the steps in order, each in its own folder.

read → find → extract (source by source) → resolve → group → judge (over all); ``reports.render`` shows the outcome.
With ``resolve`` each thing goes under one name, and a claim about a body that its source alone infers is left out.
"""

from __future__ import annotations

import sys
from collections.abc import Container, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from checker import baseline, intake, packs
from checker.asked import Asked
from checker.chosen import chooser
from checker.config import Settings
from checker.engine import extraction
from checker.errors import UserError
from checker.intake import Listing, Progress
from checker.ledger import Memory, stamps
from checker.ledger.records import Read
from checker.model import Claim, Fact, Finding, Report, RuleNote, Skipped, Source

if TYPE_CHECKING:
    from checker.gathering import Gathered
    from checker.packs import Packs


class Request(Struct, frozen=True):
    """What somebody asked to be checked: files and folders ("-" is standard input), or a file of claims."""

    paths: tuple[str, ...] = ()
    claims: str = ""
    stdin_format: str = "text"
    statistics: bool = False
    asked: Asked = Asked()  # which readers
    locked: bool = False  # every source has to have its claims in the lock
    jobs: int = 1  # processes that read


def check(request: Request, settings: Settings, progress: Progress = intake.silent) -> Report:
    """Check what the request names: the report, the same for the same input whatever the order of the files.

    Raises UserError for bad settings, packs or claims; a source that cannot be read is in the report's ``skipped``.
    """
    rules = load_packs(settings)
    chooser(settings, rules)  # before all the reading, what is wrong with the settings
    memory = remember(request, settings, rules)
    if simple(request, settings):
        memory.hold(request.paths)
    report = compare(*read(request, settings, rules, progress, memory), settings, rules)
    report = replace(report, notes=(*report.notes, *memory.notes))
    if not request.statistics:
        return report
    return replace(report, statistics=(*_unread(request, settings, rules), *_statistics(report)))


def compare(
    sources: list[Source], claims: list[Claim], skipped: list[Skipped], settings: Settings, rules: Packs
) -> Report:
    """What follows reading: the report on these claims, the accepted findings of the settings' baseline marked."""
    from checker import entities

    told, doubted = entities.sift(claims, entities.load(settings.entities))
    return replace(judged(sources, told, skipped, settings, rules), unbelieved=entities.doubts(doubted))


def judged(
    sources: list[Source], claims: list[Claim], skipped: list[Skipped], settings: Settings, rules: Packs,
    partial: bool = False,
) -> Report:  # fmt: skip
    """The report on believed claims, each thing under one name; ``partial``: not on all claims that there are."""
    from checker import facts, findings

    grouped = facts.group(claims, rules)
    every = findings.judge(grouped, rules, sources)
    return concluded(sources, claims, grouped, every, skipped, settings, rules, partial)


def concluded(
    sources: list[Source], claims: list[Claim], grouped: list[Fact], every: list[Finding], skipped: list[Skipped],
    settings: Settings, rules: Packs, partial: bool = False,
) -> Report:  # fmt: skip
    """The report on all that was found: what settings leave out is left out, what is accepted marked."""
    from checker import findings

    every = chooser(settings, rules)(findings.with_support(every, rules, sources, partial), grouped, sources)
    found, notes = findings.suppress(every, sources, lambda f, gone: findings.without(f, gone, grouped, rules, sources))
    report = _report(sources, claims, grouped, found, skipped)
    report = replace(report, rules=_rules(rules, found), notes=(*report.notes, *notes))
    return baseline.apply(report, baseline.load(settings.baseline), settings.baseline, baseline.today())


def load_packs(settings: Settings) -> Packs:
    """The packs that ship (unless the settings leave them out) and those of the settings."""
    shipped = [packs.shipped()] if settings.shipped_rules else []
    return packs_of([*shipped, *settings.rules])


def packs_of(paths: list[str]) -> Packs:
    """The packs of these paths. Raises UserError with all that is wrong in them, that of patterns included."""
    try:
        return packs.load(paths)
    except UserError as error:
        from checker.claims.pattern_faults import with_patterns

        raise with_patterns(error, packs.files(paths)) from None


def remember(request: Request, settings: Settings, rules: Packs) -> Memory:
    """What is known of these sources from earlier runs, unless the settings (or what is asked for) say otherwise."""
    files = not request.claims and any(path != "-" for path in request.paths or (".",))
    return Memory(settings if files else replace(settings, ledger=False), lambda: stamps.reading(rules))


def read(
    request: Request, settings: Settings, rules: Packs, progress: Progress = intake.silent, memory: Memory | None = None
) -> tuple[list[Source], list[Claim], list[Skipped]]:
    """The sources (without their text), their claims as read, and what was not read."""
    sources: list[Source] = []
    claims: list[Claim] = []
    given: list[Claim] = []
    if request.claims:
        from checker import contract

        sources, given = contract.read_claims(_bytes(request.claims), request.claims)
        _look_over(given, request.claims)
        if not request.paths:
            return sources, given, []
    there = intake.listing(request.paths, settings)
    skipped = list(there.skipped)
    for file, found in found_in(there, request, settings, rules, progress, memory, skipped):
        sort_out(file, [item for item, _ in found], there.named, sources, skipped)
        claims += [claim for _, those in found for claim in those]
    if given:
        from checker.readers.merge import merge

        sources = list({source.path: source for source in sources}.values())  # what was read knows more than the file
        claims = merge([claims, given], rules)
    return sources, claims, skipped


def _look_over(given: list[Claim], path: str) -> None:
    """Raises UserError for the first claim of a file with a value that cannot be."""
    from checker.values.dates.edtf import interval

    for number, claim in enumerate(given, 1):
        value, place = claim.value, f"claim {number} ({claim.attribute} of {claim.subject.name})"
        if value.low is not None and value.high is not None and value.low > value.high:
            raise UserError(f"{place}: low is {value.low:g}, more than high, {value.high:g}", path)
        try:
            if value.kind == "date":
                interval(value.edtf or "")
        except UserError as error:
            raise UserError(f"{place}: edtf: {error.message}", path) from None


def sort_out(
    file: str, items: list[Source | Skipped], named: Container[str], sources: list[Source], skipped: list[Skipped]
) -> None:
    """What one file gave: its sources to the sources, their notes and what was not read to what was skipped."""
    for item in intake.lost(items, file) if file in named else items:
        if isinstance(item, Source):
            sources.append(replace(item, notes=()))
            skipped += item.notes
        else:
            skipped.append(item)


def found_in(
    there: Listing, request: Request, settings: Settings, rules: Packs, progress: Progress, memory: Memory | None,
    skipped: list[Skipped],
) -> Iterator[tuple[str, list[Read]]]:  # fmt: skip
    """Each file with what it gives: read by rules alone, or as ``gathering`` has it. Ctrl-C ends it, after what other
    readers were paid for is kept."""
    if simple(request, settings):
        yield from files(there, request.stdin_format, rules, progress, memory, request.jobs)
        return
    made = gathered(there, request, settings, rules, progress, memory)
    if memory is not None:
        memory.notes += made.notes  # of this run, not of what was read: a report from the lock is to be the same
    else:
        skipped += made.notes
    if made.interrupted:
        raise KeyboardInterrupt
    yield from made.files


def simple(request: Request, settings: Settings) -> bool:
    """Whether nothing but the rules is asked, and nothing is locked."""
    return request.asked.plain and not request.locked and not settings.lock


def gathered(
    there: Listing, request: Request, settings: Settings, rules: Packs, progress: Progress, memory: Memory | None
) -> Gathered:
    """What all readers that are asked give, and what is locked."""
    from checker import gathering

    def by_rules(rest: Listing) -> Iterator[tuple[str, list[Read]]]:
        return files(rest, request.stdin_format, rules, progress, memory, request.jobs)

    return gathering.gather(
        there, request.stdin_format, request.asked, settings, rules, by_rules, progress, request.locked
    )


def files(
    there: Listing, stdin_format: str, rules: Packs, progress: Progress, memory: Memory | None, jobs: int = 1
) -> Iterator[tuple[str, list[Read]]]:
    """Each file with what reading it gives: as remembered, else read now, by so many processes."""
    from checker.engine import chunks

    if memory is not None:
        memory.expect(len(there.files))
    read: set[str] = set()
    with closing(chunks.read(_known(there, stdin_format, rules, memory, read), rules, jobs)) as found_in_order:
        for done, (file, found) in enumerate(found_in_order):
            progress(done, len(there.files))
            new = file in read and not any(isinstance(item, Skipped) and item.fatal for item, _ in found)
            if memory is not None and new:
                memory.put(file, found)
            yield file, found
    if memory is not None:
        memory.close()


def _known(
    there: Listing, stdin_format: str, rules: Packs, memory: Memory | None, read: set[str]
) -> Iterator[tuple[str, list[Read] | None]]:
    """Each file with what is remembered of it; those of which nothing is are put to the ``read``."""
    for file in there.files:
        found = memory.get(file) if memory is not None else None
        if found is None:
            read.add(file)
            if file == "-":
                found = [read for item in intake.opened(file, stdin_format) for read in extraction.reader(rules)(item)]
        yield file, found


def _bytes(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", path) from None


def _report(
    sources: list[Source], claims: list[Claim], grouped: list[Fact], found: list[Finding], skipped: list[Skipped]
) -> Report:
    """Everything in an order of its own."""
    return Report(
        sources=tuple(sorted(sources, key=lambda s: s.path)),
        claims=tuple(sorted(claims, key=lambda c: (c.source, c.span, c.attribute, c.id))),
        findings=tuple(
            sorted(found, key=lambda f: (f.subject, f.attribute, sorted(f.qualifiers.items()), f.rule, f.id))
        ),
        facts=tuple(grouped),
        skipped=tuple(sorted(set(skipped), key=lambda s: (s.path, s.line, s.reason))),
    )


def _rules(rules: Packs, found: list[Finding]) -> tuple[RuleNote, ...]:
    """What reports say of the rules that found something."""
    used = [rules.rules[id_] for id_ in sorted({f.rule for f in found} & rules.rules.keys())]
    return tuple(RuleNote(r.id, r.name, r.message, r.why.strip(), r.severity, r.pack) for r in used)


def _unread(request: Request, settings: Settings, rules: Packs) -> tuple[tuple[str, str, int], ...]:
    """How much of the prose was read; the files are read once more for it, as what is kept of them does not say."""
    from checker.claims.explain import unread
    from checker.claims.reading import compile_reading
    from checker.mentions import find

    paths = [path for path in request.paths if path != "-"]
    if not paths and (request.paths or request.claims):
        return ()
    reading, sentences, without = compile_reading(rules), 0, 0
    for item in intake.documents(paths, settings, request.stdin_format):
        if isinstance(item, Source):
            some, none = unread(find(item), reading)
            sentences, without = sentences + some, without + none
    return (
        ("prose", "sentences", sentences),
        ("prose", "sentences with a candidate but no claim", without),
    )


def _statistics(report: Report) -> tuple[tuple[str, str, int], ...]:
    from collections import Counter

    groups = (
        ("claims by attribute", Counter(c.attribute for c in report.claims)),
        ("claims by modality", Counter(c.modality for c in report.claims)),
        ("findings by rule", Counter(f"{f.rule} {f.name} {f.verdict}" for f in report.findings)),
    )
    rows = tuple((group, name, count) for group, counts in groups for name, count in sorted(counts.items()))
    return (*rows, *(("claims not believed", one.source, one.claims) for one in report.unbelieved))
