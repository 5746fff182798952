"""``factlint verify``: a draft held against the sources, claim by claim."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from checker.cli import check as checking
from checker.cli import options as shared
from checker.cli.gate import failing
from checker.config import Settings
from checker.errors import UserError
from checker.reports.worksheet import ANNOTATED, FORMATS, Worksheet, annotate, render_worksheet


def options(parser: argparse.ArgumentParser) -> None:
    """The options of ``verify``."""
    parser.add_argument("paths", nargs="*", metavar="DRAFT", help="the draft; - reads standard input")
    parser.add_argument("--against", action="append", default=[], metavar="CORPUS", help="the sources (default: .)")
    parser.add_argument(
        "--annotate", choices=ANNOTATED, metavar="FORM", help="print the draft with its marks: %(choices)s"
    )
    parser.add_argument("--scan", choices=["auto", "full", "quick"], default="auto", metavar="HOW", help="as for gate")
    parser.add_argument(
        "--exclude", action="append", default=[], metavar="GLOB", help="leave out such files of folders"
    )
    parser.add_argument(
        "--stdin-format", default="text", choices=shared.STDIN_FORMATS, metavar="FORMAT", help="%(choices)s"
    )
    checking.formats(parser)
    parser.add_argument("--fail-on", action="append", default=[], metavar="WHAT", dest="fail", help="as for gate")
    shared.baseline(parser)
    shared.ledger(parser)
    shared.rules(parser)
    shared.loudness(parser)


def run(args: argparse.Namespace) -> int:
    """Print the worksheet; 1 for a contradiction, 2 if a draft could not be read."""
    from checker.cli.progress import Progress
    from checker.gating import GateRequest
    from checker.verifying import verify

    if not args.paths:
        raise UserError("name the draft; - reads it from standard input")
    wanted = checking.wanted_reports(args.reports or [{}])
    settings = shared.settings(argparse.Namespace(**{**vars(args), "paths": args.against or ["."]}))
    fail = failing(shared.words(args.fail) or (settings.fail_on,), settings)
    with Progress(shown=not args.quiet) as progress:
        request = GateRequest(tuple(args.paths), tuple(args.against or ["."]), args.stdin_format, args.scan)
        done = verify(request, settings, progress.at)
    shared.warn([*done.report.skipped, *done.report.notes], quiet=args.quiet)
    shared.doubt(done.report.unbelieved, verbose=args.verbose)
    if args.annotate:
        shared.write(_annotated(done.worksheet, args.paths, settings, args.annotate))
    else:
        for form, output in wanted:
            if form in FORMATS:
                checking.deliver(render_worksheet(done.worksheet, form), output)
            else:
                checking.write_report(done.report, form, output, args)
    if any(item.fatal for item in done.report.skipped):
        return 2
    return int(any(finding.accepted is None and fail(finding) for finding in done.report.findings))


def _annotated(sheet: Worksheet, paths: Sequence[str], settings: Settings, form: str) -> str:
    """Each draft with its marks, one after the other."""
    from checker import intake

    texts: list[str] = []
    for file in intake.listing(paths, settings).files:
        if file == "-":
            raise UserError("a draft from standard input cannot be annotated; name a file", "-")
        items = intake.opened(file, "text")
        raw = next((item.raw for item in items if hasattr(item, "raw")), "")
        texts.append(annotate(raw, [e for e in sheet.entries if e.claim.source.partition("#")[0] == file], form))
    return "".join(texts)
