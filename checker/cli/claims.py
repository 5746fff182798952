"""``factlint claims``: what was read, source by source."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import msgspec

from checker.cli import options as shared
from checker.errors import UserError
from checker.model import Claim, Skipped, Source


def options(parser: argparse.ArgumentParser) -> None:
    """The options of ``claims``."""
    shared.sources(parser)
    parser.add_argument(
        "-f", "--format", choices=["text", "json", "jsonl"], default="text", metavar="FORMAT", help="%(choices)s"
    )
    parser.add_argument("--sources", action="store_true", help="jsonl: a line for each source too, with its date")
    parser.add_argument(
        "--explain", action="store_true", help="for each sentence: what was recognised, read, and refused, and why"
    )
    parser.add_argument(
        "--compare", nargs=2, metavar=("ONE", "OTHER"), help="show what each of two readers found that the other didn't"
    )
    shared.readers(parser)
    shared.rules(parser)
    shared.loudness(parser)


def run(args: argparse.Namespace) -> int:
    """Print the claims; 2 if a source that was named could not be read."""
    from checker import pipeline

    settings = shared.settings(args)
    if args.sources and args.format != "jsonl":
        raise UserError("--sources is for --format jsonl; json describes the sources anyway")
    if args.compare:
        from checker.cli.compare import compare

        return compare(args, settings)
    asked = shared.asked(args)
    if args.explain and asked.plain:
        return _explain(args)
    if args.explain:
        from checker.cli.compare import refused

        return refused(args, settings)
    request = pipeline.Request(paths=tuple(args.paths), stdin_format=args.stdin_format, asked=asked)
    sources, claims, skipped = pipeline.read(request, settings, pipeline.load_packs(settings))
    shared.warn(skipped, quiet=args.quiet)
    described = sources if args.sources or args.format != "jsonl" else []
    shared.write(_FORMATS[args.format](described, sorted(claims, key=lambda c: (c.source, c.span, c.attribute, c.id))))
    return 2 if any(item.fatal for item in skipped) else 0


def _explain(args: argparse.Namespace) -> int:
    from checker import intake, pipeline
    from checker.claims.explain import explain
    from checker.claims.reading import compile_reading
    from checker.mentions import find

    settings = shared.settings(args)
    reading = compile_reading(pipeline.load_packs(settings))
    skipped: list[Skipped] = []
    for item in intake.documents(args.paths, settings, args.stdin_format):
        if isinstance(item, Source):
            shared.write("".join(_safe(line) + "\n" for line in explain(find(item), reading).splitlines()))
        else:
            skipped.append(item)
    shared.warn(skipped, quiet=args.quiet)
    return 2 if any(item.fatal for item in skipped) else 0


def _safe(line: str) -> str:
    from checker.reports.safety import plain

    bare = line.lstrip(" ")
    return " " * (len(line) - len(bare)) + plain(bare)


def _json(sources: list[Source], claims: list[Claim]) -> str:
    from checker.contract import claims_file

    return msgspec.json.format(msgspec.json.encode(claims_file(sources, claims)), indent=1).decode() + "\n"


def _jsonl(sources: list[Source], claims: list[Claim]) -> str:
    from checker.contract import claim_entry, source_entry

    entries = [*map(source_entry, sorted(sources, key=lambda s: s.path)), *map(claim_entry, claims)]
    return "".join(msgspec.json.encode(entry).decode() + "\n" for entry in entries)


def _text(sources: list[Source], claims: list[Claim]) -> str:
    return (
        "\n".join(
            line for source in sources for line in _of_source(source, [c for c in claims if c.source == source.path])
        )
        + "\n"
    )


def _of_source(source: Source, claims: list[Claim]) -> Iterator[str]:
    from checker.reports.safety import plain
    from checker.reports.words import about, counted

    known = [part for part in (source.title, source.publisher, source.published) if part]
    yield plain(f"{source.path}: {counted(len(claims), 'claim')}" + (f" ({'; '.join(known)})" if known else ""))
    for claim in claims:
        value = claim.value
        exact = "" if value.edtf is None or value.edtf == value.text else f" = {value.edtf}"
        keys = {k: v for k, v in claim.qualifiers.items() if k not in ("status", "as_of")}
        notes = [
            claim.qualifiers.get("status", ""),
            claim.qualifiers.get("as_of", ""),
            claim.modality.replace("asserted", ""),
        ]
        inner = f" [{', '.join(n for n in notes if n)}]" if any(notes) else ""
        what = f"{claim.subject.name}: {about(claim.attribute, keys)}: {value.text}{exact}{inner}"
        yield "  " + plain(f"{claim.span.line}:{claim.span.column}: {what}  ({claim.rule or claim.reader})")
    yield ""


_FORMATS = {"text": _text, "json": _json, "jsonl": _jsonl}
