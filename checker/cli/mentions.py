"""``factlint mentions``: the typed spans that reading starts from."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import msgspec

from checker.cli import options as shared
from checker.errors import UserError
from checker.model import Lines, Skipped, Source


def options(parser: argparse.ArgumentParser) -> None:
    """The options of ``mentions``."""
    shared.sources(parser)
    help_ = "%(choices)s; jsonl: dates and amounts, a line a document (each record of a .jsonl file is one)"
    parser.add_argument("-f", "--format", choices=["text", "jsonl"], default="text", metavar="FORMAT", help=help_)
    shared.rules(parser)
    shared.loudness(parser)


def run(args: argparse.Namespace) -> int:
    """Print the mentions; 2 if a source that was named could not be read."""
    if args.format == "jsonl" and args.paths and all(path.endswith(".jsonl") for path in args.paths):
        for path in args.paths:
            _records(path)
        return 0
    from checker import intake

    settings = shared.settings(args)
    skipped: list[Skipped] = []
    for item in intake.documents(args.paths, settings, args.stdin_format):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            shared.write("\n".join(_text(item) if args.format == "text" else _line(item)) + "\n")
    shared.warn(skipped, quiet=args.quiet)
    return 2 if any(item.fatal for item in skipped) else 0


def _records(path: str) -> None:
    """A line for each record of a JSONL file, whose text is taken as it stands."""
    from checker.mentions.spans import spans

    try:
        with open(path, encoding="utf-8-sig", errors="replace", newline="\n") as lines:
            shown = "".join(f"{line}\n" for line in spans(lines))
    except UserError as error:
        raise UserError(error.message, path, error.line) from None
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", path) from None
    shared.write(shown)


def _line(source: Source) -> Iterator[str]:
    from checker.mentions.spans import Document, spans

    document = Document(source.path, source.raw, source.published)
    yield from spans([msgspec.json.encode(document).decode()])


def _text(source: Source) -> Iterator[str]:
    from checker.mentions import find
    from checker.reports.safety import plain

    lines = Lines(source.raw)
    yield plain(source.path)
    page = find(source)
    for passage in page.passages:
        for mention in passage.mentions:
            line, column = lines.place(passage.block.origin(passage.tokens[mention.first].start))
            text = passage.text(mention.first, mention.last)
            known = _exact(mention.value) + _full(page, mention.key)
            yield "  " + plain(f"{line}:{column}: {mention.kind}: {text}{known}")
    yield ""


def _exact(value: object) -> str:
    from checker.model import Value
    from checker.reports.quotes import figures

    return f" = {shown}" if isinstance(value, Value) and (shown := figures(value)) else ""


def _full(page: object, key: str) -> str:
    """The name that a short one stands for."""
    name = getattr(page, "names", {}).get(key)
    return f" ({name.full}: {'; '.join(name.reasons)})" if name and (name.reasons or name.full != name.text) else ""
