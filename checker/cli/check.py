"""``factlint check``: from files to a report."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from checker.cli import options as shared
from checker.config import SEVERITIES, did_you_mean
from checker.errors import UserError
from checker.model import Report
from checker.reports import FORMATS, render

if TYPE_CHECKING:
    from checker.distributed import Cluster
    from checker.pipeline import Request

_SUFFIXES = {
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".jsonld": "jsonld",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".sarif": "sarif",
    ".xml": "junit",
}


class Reports(argparse.Action):
    """``--format`` and ``--output`` in the order given: each pairs with the other one next to it."""

    def __call__(
        self, _: argparse.ArgumentParser, namespace: argparse.Namespace, value: Any, __: str | None = None
    ) -> None:
        reports: list[dict[str, str]] = getattr(namespace, "reports", None) or []
        if not reports or self.metavar in reports[-1]:
            reports.append({})
        reports[-1][str(self.metavar)] = value
        namespace.reports = reports


def options(parser: argparse.ArgumentParser) -> None:
    """The options of ``check``."""
    shared.sources(parser)
    parser.add_argument("--claims", metavar="FILE", help="compare the claims of a JSON report or JSONL file")
    formats(parser)
    shared.severities(parser)
    parser.add_argument("--statistics", action="store_true", help="count what was read and found")
    parser.add_argument("--watch", action="store_true", help="check again whenever something changes; Ctrl-C ends")
    parser.add_argument("--locked", action="store_true", help="fail unless the lock has the claims of all sources")
    shared.baseline(parser)
    engine(parser)
    shared.readers(parser)
    shared.ledger(parser)
    shared.rules(parser)
    shared.loudness(parser)


def engine(parser: argparse.ArgumentParser) -> None:
    """Who does the work."""
    group = parser.add_argument_group("engine")
    group.add_argument(
        "-j",
        "--jobs",
        type=jobs,
        default=0,
        metavar="N",
        help="processes that read (default: one a core)",
    )
    group.add_argument(
        "--engine",
        choices=["local", "disk", "spark"],
        default="local",
        help="this machine (default), this machine with more claims than memory holds, or Apache Spark",
    )
    group.add_argument("--master", metavar="URL", help="spark: where it runs (default: local[*])")
    group.add_argument("--tables", metavar="FOLDER", help="spark: leave claims, findings and sources here, as Parquet")


def jobs(text: str) -> int:
    """How many processes; 0 for as many as this one may use cores."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("give a number, as in --jobs 4")
    return int(text)


def cores() -> int:
    """The cores that this process may use."""
    may = getattr(os, "sched_getaffinity", None)
    return len(may(0)) if may else os.cpu_count() or 1


def run(args: argparse.Namespace) -> int:
    """Check and write the reports; 1 for a finding at or above ``--fail-on``, 2 if a source named could not be read."""
    wanted = wanted_reports(args.reports or [{}])
    if args.engine != "spark" and (args.master or args.tables):
        raise UserError(f"{'--master' if args.master else '--tables'} is for --engine spark, which is not asked for")
    settings = shared.settings(args)
    if args.watch:
        from checker.cli.watch import watch

        if "-" in args.paths or args.claims:
            raise UserError("--watch looks at files and folders; it cannot be used with - or --claims")
        return watch(args.paths, settings, lambda: _once(args, shared.settings(args), wanted))
    return _once(args, settings, wanted)


def _once(args: argparse.Namespace, settings: Any, wanted: list[tuple[str, str]]) -> int:
    if args.engine == "disk":
        return _on_disk(args, settings, wanted)
    began = time.monotonic()
    report = _report(args, settings)
    if args.verbose:
        told = f"{len(report.sources):,} sources, {len(report.claims):,} claims, {len(report.findings):,} findings"
        sys.stderr.write(f"factlint: {told} in {time.monotonic() - began:.2f} s\n")
    shared.warn([*report.skipped, *report.notes], quiet=args.quiet)
    shared.doubt(report.unbelieved, verbose=args.verbose)
    for form, output in wanted:
        write_report(report, form, output, args)
    if any(item.fatal for item in report.skipped):
        return 2
    return int(failed(report, settings.fail_on))


def _on_disk(args: argparse.Namespace, settings: Any, wanted: list[tuple[str, str]]) -> int:
    """As ``_once``, piece by piece."""
    from checker import streamed
    from checker.cli.progress import Progress

    shows = [streamed.Shown(form, not output and _colored(args.color)) for form, output in wanted]
    with Progress(shown=not args.quiet) as progress:
        made = streamed.check(_request(args), settings, shows, args.verbose, progress.at)
    with made:
        shared.warn(made.skipped, quiet=args.quiet)
        shared.doubt(made.unbelieved(), verbose=args.verbose)
        for number, (_, output) in enumerate(wanted):
            deliver_parts(made.parts(number), output)
    if any(item.fatal for item in made.skipped):
        return 2
    grave = _grave(settings.fail_on)
    return int(any(verdict != "agreement" and severity in grave for verdict, severity in made.counts))


def _request(args: argparse.Namespace) -> Request:
    from checker import pipeline

    asked = shared.asked(args)
    return pipeline.Request(
        paths=tuple(args.paths),
        claims="" if "claims" in asked.readers else args.claims or "",
        stdin_format=args.stdin_format,
        statistics=args.statistics,
        asked=asked,
        locked=args.locked,
        jobs=args.jobs or cores(),
    )


def _report(args: argparse.Namespace, settings: Any) -> Report:
    from checker import pipeline
    from checker.cli.progress import Progress

    if args.verbose:
        sys.stderr.write(f"factlint: settings: {settings.file or 'none found'}\n")
    request = _request(args)
    with Progress(shown=not args.quiet) as progress:
        if args.engine == "spark":
            from checker import distributed

            return distributed.check(request, settings, _cluster(args))
        return pipeline.check(request, settings, progress.at)


def _cluster(args: argparse.Namespace) -> Cluster:
    from checker.distributed import Cluster

    return Cluster(args.master or "local[*]", args.tables or "", args.verbose)


def formats(parser: argparse.ArgumentParser) -> None:
    """In which forms the report is written, and where."""
    parser.add_argument(
        "-f",
        "--format",
        action=Reports,
        dest="reports",
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)} (default: text); may come again, with its --output",
    )
    parser.add_argument("-o", "--output", action=Reports, dest="reports", metavar="FILE", help="write to this file")
    parser.add_argument(
        "--color", choices=["auto", "always", "never"], default="auto", metavar="WHEN", help="%(choices)s"
    )


def wanted_reports(given: list[dict[str, str]]) -> list[tuple[str, str]]:
    """Formats and where each goes ("" is standard output)."""
    wanted = []
    for report in given:
        output = report.get("FILE", "")
        output = "" if output == "-" else output
        form = report.get("FORMAT") or _SUFFIXES.get(os.path.splitext(output)[1].lower(), "text")
        if form not in FORMATS:
            raise UserError(f"no format {form!r}{did_you_mean(form, FORMATS)}")
        wanted.append((form, output))
    targets = [output for _, output in wanted]
    if len(set(targets)) < len(targets):
        raise UserError("two reports to one place: give each --format an --output of its own")
    return wanted


def write_report(report: Report, form: str, output: str, args: argparse.Namespace) -> None:
    """Write a report in one form, to a file or ("") standard output."""
    if form == "html":
        from checker.surroundings import surround

        report = surround(report)
    color = form == "text" and not output and _colored(args.color)
    base = os.path.dirname(output) or "." if output else ""
    text = render(report, form, color=color, verbose=args.verbose, base=base)
    deliver(text, output)


def deliver(text: str, output: str) -> None:
    """Write a text to a file or ("") standard output."""
    deliver_parts([text], output)


def deliver_parts(parts: Iterable[str], output: str) -> None:
    """Write a text that comes in parts."""
    if not output:
        for part in parts:
            shared.write(part)
        return
    try:
        with open(output, "wb") as file:
            file.writelines(part.encode("utf-8", "replace") for part in parts)
    except OSError as error:
        raise UserError(f"the report cannot be written: {error.strerror}", output) from None


def _colored(when: str) -> bool:
    if when != "auto":
        return when == "always"
    return (
        bool(sys.stdout and sys.stdout.isatty()) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def _grave(fail_on: str) -> tuple[str, ...]:
    return () if fail_on == "never" else tuple(SEVERITIES[: SEVERITIES.index(fail_on) + 1])


def failed(report: Report, fail_on: str) -> bool:
    """Whether something at or above a severity was found."""
    grave = _grave(fail_on)
    return any(f.verdict != "agreement" and f.severity in grave and f.accepted is None for f in report.findings)
