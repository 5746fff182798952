"""``factlint claims --compare ONE OTHER``, and what was refused (``--explain`` of readers that are not rules)."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from msgspec.structs import replace

from checker.asked import Asked
from checker.cli import options as shared
from checker.config import Settings
from checker.errors import UserError
from checker.gathering import Gathered
from checker.model import Claim, Skipped, Source


def compare(args: argparse.Namespace, settings: Settings) -> int:
    """Print what each of two readers found that the other didn't, source by source, and the sums."""
    one, other = args.compare
    if one == other:
        raise UserError(f"--compare {one} {other}: name two readers")
    args.reader = [one, other]
    made = _gather(args, settings, shared.asked(args))
    sums = {"both": 0, one: 0, other: 0}
    for source, claims in _sources(made):
        alone: dict[str, list[Claim]] = {one: [], other: []}
        both = 0
        for claim in claims:
            if claim.witnesses:
                both += 1
            else:
                alone.setdefault(_made_by(claim, one, other), []).append(claim)
        shared.write(_told(source, both, alone))
        sums["both"] += both
        for name in (one, other):
            sums[name] += len(alone[name])
    shared.write(f"all: {sums['both']:,} by both, {sums[one]:,} by {one} alone, {sums[other]:,} by {other} alone\n")
    return _warned(made, args)


def _made_by(claim: Claim, one: str, other: str) -> str:
    return claim.reader if claim.reader in (one, other) else other


def _told(source: Source, both: int, alone: dict[str, list[Claim]]) -> str:
    from checker.reports.safety import plain

    counts = ", ".join(f"{len(claims):,} by {name} alone" for name, claims in alone.items())
    lines = [plain(f"{source.path}: {both:,} by both, {counts}")]
    for name, claims in alone.items():
        lines += [f"  {name:<6} {plain(line)}" for line in map(_line, sorted(claims, key=lambda c: (c.span, c.id)))]
    return "\n".join(lines) + "\n\n"


def _line(claim: Claim) -> str:
    from checker.reports.words import about

    keys = {k: v for k, v in claim.qualifiers.items() if k not in ("status", "as_of")}
    notes = [claim.qualifiers.get("status", ""), claim.modality.replace("asserted", "")]
    inner = f" [{', '.join(n for n in notes if n)}]" if any(notes) else ""
    value = claim.value.text or claim.value.edtf or ""
    return (
        f"{claim.span.line}:{claim.span.column}: {claim.subject.name}: {about(claim.attribute, keys)}: {value}{inner}"
    )


def refused(args: argparse.Namespace, settings: Settings) -> int:
    """Print the claims of each source that hold, and those that were refused, with the reason."""
    from checker.reports.safety import plain

    made = _gather(args, settings, shared.asked(args))
    for source, claims in _sources(made):
        lines = [plain(source.path)]
        lines += [f"  claim: {plain(_line(c))}  ({', '.join(c.witnesses or (c.reader,))})" for c in claims]
        lines += [f"  refused: {plain(f'{r.what}: {r.reason}')}" for r in made.refused if r.source == source.path]
        shared.write("\n".join(lines) + "\n\n")
    shared.write(f"{sum(len(c) for _, c in _sources(made)):,} claims, {len(made.refused):,} refused\n")
    return _warned(made, args)


def _gather(args: argparse.Namespace, settings: Settings, asked: Asked) -> Gathered:
    """Read everything anew: what is locked is no reader's word."""
    from checker import intake, pipeline
    from checker.cli.progress import Progress

    settings = replace(settings, lock="")
    rules = pipeline.load_packs(settings)
    request = pipeline.Request(tuple(args.paths), stdin_format=args.stdin_format, asked=asked)
    there = intake.listing(args.paths, settings)
    with Progress(shown=not args.quiet) as progress:
        memory = pipeline.remember(request, settings, rules)
        made = pipeline.gathered(there, request, settings, rules, progress.at, memory)
    made.notes = [*there.skipped, *made.notes]
    if made.interrupted:
        raise KeyboardInterrupt
    return made


def _sources(made: Gathered) -> Sequence[tuple[Source, list[Claim]]]:
    return [(item, claims) for _, found in made.files for item, claims in found if isinstance(item, Source)]


def _warned(made: Gathered, args: argparse.Namespace) -> int:
    items = [item for _, found in made.files for item, _ in found]
    notes = [note for item in items for note in (item.notes if isinstance(item, Source) else [item])]
    every: list[Skipped] = [*made.notes, *notes]
    shared.warn(every, quiet=args.quiet)
    return 2 if any(note.fatal for note in every) else 0
