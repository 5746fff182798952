"""``factlint show``: the accounts of one person, organization or thing side by side."""

from __future__ import annotations

import argparse
import shutil
import sys

from checker.cli import options as shared
from checker.errors import UserError
from checker.model import Report, Subject
from checker.reports.show import ALIKE, FORMATS, Match, find, render_show


def options(parser: argparse.ArgumentParser) -> None:
    """The options of ``show``."""
    parser.add_argument(
        "name", metavar="NAME", help="whom or what to show; a part of the name, or nearly the name, will do"
    )
    shared.sources(parser)
    parser.add_argument("--claims", metavar="FILE", help="show the claims of a JSON report or JSONL file")
    parser.add_argument(
        "-f", "--format", choices=FORMATS, default="table", metavar="FORMAT", help="%(choices)s (default: table)"
    )
    shared.rules(parser)
    shared.loudness(parser)


def run(args: argparse.Namespace) -> int:
    """Show the subject whose name is nearest; 2 if none is near, or a source that was named could not be read."""
    from checker import pipeline

    settings = shared.settings(args)
    request = pipeline.Request(paths=tuple(args.paths), claims=args.claims or "", stdin_format=args.stdin_format)
    report = pipeline.check(request, settings)
    shared.warn(report.skipped, quiet=args.quiet)
    shared.doubt(report.unbelieved, verbose=args.verbose)
    subject = _nearest(report, args.name, quiet=args.quiet)
    shared.write(render_show(report, subject, args.format, shutil.get_terminal_size((100, 24)).columns))
    return 2 if any(item.fatal for item in report.skipped) else 0


def _nearest(report: Report, name: str, *, quiet: bool) -> Subject:
    matches = find(report, name)
    if not matches or matches[0].score < ALIKE:
        near = f"; the nearest: {_named(matches[:3])}" if matches else "; nothing was read of anybody"
        raise UserError(f"nobody and nothing by the name of {name!r}{near}")
    others = [match for match in matches[1:6] if match.score >= max(ALIKE, matches[0].score - 5)]
    if others and matches[0].score < 100 and not quiet:
        from checker.reports.safety import plain

        shown = plain(matches[0].subject.name)
        sys.stderr.write(f"factlint: showing {shown}; also near: {plain(_named(others))}\n")
    return matches[0].subject


def _named(matches: list[Match]) -> str:
    return ", ".join(match.subject.name[:80] for match in matches)
