"""``factlint gate``: new sources held against all that is known."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence

from checker.cli import check as checking
from checker.cli import options as shared
from checker.config import SEVERITIES, Settings, did_you_mean
from checker.errors import UserError
from checker.model import Finding, Report

VERDICTS = ("conflict", "notice")


def options(parser: argparse.ArgumentParser) -> None:
    """The options of ``gate``."""
    parser.add_argument("paths", nargs="*", metavar="NEW", help="new files and folders; - reads standard input")
    parser.add_argument(
        "--against",
        action="append",
        default=[],
        metavar="CORPUS",
        help="the files and folders that are known (default: .)",
    )
    parser.add_argument("--new-from", metavar="REV", help="what git says has changed since this revision is new")
    parser.add_argument(
        "--scan",
        choices=["auto", "full", "quick"],
        default="auto",
        metavar="HOW",
        help="look at all files of the corpus for changes (full), or at those that matter (quick); "
        "auto: full up to 10,000 files",
    )
    parser.add_argument(
        "--exclude", action="append", default=[], metavar="GLOB", help="leave out such files of folders"
    )
    parser.add_argument(
        "--stdin-format", default="text", choices=shared.STDIN_FORMATS, metavar="FORMAT", help="%(choices)s"
    )
    checking.formats(parser)
    parser.add_argument(
        "--select", action="append", default=[], metavar="RULES", help="report these alone: ids, names or attributes"
    )
    parser.add_argument("--ignore", action="append", default=[], metavar="RULES", help="don't report these")
    parser.add_argument(
        "--fail-on",
        action="append",
        default=[],
        metavar="WHAT",
        dest="fail",
        help="exit with 1 for these: a severity or above, a rule's id or name, conflict, notice; or never "
        "(default: warning)",
    )
    parser.add_argument("--locked", action="store_true", help="fail unless the lock has the claims of all sources")
    shared.baseline(parser)
    shared.readers(parser)
    shared.ledger(parser)
    shared.rules(parser)
    shared.loudness(parser)


def run(args: argparse.Namespace) -> int:
    """Hold the new sources against the corpus; 1 for a conflict, 2 if a source named could not be read."""
    wanted = checking.wanted_reports(args.reports or [{}])
    against = args.against or ["."]
    settings = shared.settings(argparse.Namespace(**{**vars(args), "paths": against}))
    fail = failing(shared.words(args.fail) or (settings.fail_on,), settings)
    new = [*args.paths, *_from_git(args.new_from, against, settings)]
    if not new and args.new_from is None:
        raise UserError("name the new sources, or --new-from a revision")
    began = time.monotonic()
    report = _gate(new, against, args, settings)
    shared.warn([*report.skipped, *report.notes], quiet=args.quiet)
    shared.doubt(report.unbelieved, verbose=args.verbose)
    if args.verbose:
        sys.stderr.write(f"factlint: {len(new)} new, in {time.monotonic() - began:.2f} s\n")
    for form, output in wanted:
        checking.write_report(report, form, output, args)
    if any(item.fatal for item in report.skipped):
        return 2
    return int(any(finding.accepted is None and fail(finding) for finding in report.findings))


def _gate(new: Sequence[str], against: Sequence[str], args: argparse.Namespace, settings: Settings) -> Report:
    from checker.cli.progress import Progress
    from checker.gating import GateRequest, gate

    every = args.verbose or any(word not in (*SEVERITIES, "never", "conflict") for word in shared.words(args.fail))
    with Progress(shown=not args.quiet) as progress:
        asked = shared.asked(args)
        request = GateRequest(tuple(new), tuple(against), args.stdin_format, args.scan, every, asked, args.locked)
        return gate(request, settings, progress.at)


def _from_git(revision: str | None, against: Sequence[str], settings: Settings) -> list[str]:
    """The changed files that are sources."""
    if revision is None:
        return []
    import os

    from checker import intake
    from checker.changed import since

    first = against[0]
    folder = first if os.path.isdir(first) else os.path.dirname(first) or "."
    return [path for path in since(revision, folder) if intake.would_find("", path, settings)]


def failing(words: Sequence[str], settings: Settings) -> Callable[[Finding], bool]:
    """Which findings make the exit code 1. Raises UserError for a word that is neither severity, verdict nor rule: it
    would never fail anything."""
    rules = [word for word in words if word not in (*SEVERITIES, *VERDICTS, "never")]
    if rules:
        from checker.pipeline import load_packs

        known = [name for rule in load_packs(settings).rules.values() for name in (rule.id, rule.name)]
        for word in rules:
            if word not in known and not (word[:1].isupper() and any(name.startswith(word) for name in known)):
                hint = did_you_mean(word, (*SEVERITIES, *VERDICTS, "never", *known))
                raise UserError(f"--fail-on {word!r} is no severity, verdict or rule{hint}")

    def fails(finding: Finding) -> bool:
        return finding.verdict != "agreement" and any(_one(word, finding) for word in words)

    return fails


def _one(word: str, finding: Finding) -> bool:
    if word in SEVERITIES:
        return SEVERITIES.index(finding.severity) <= SEVERITIES.index(word)
    if word in VERDICTS:
        return finding.verdict == word
    return word == finding.name or (word[:1].isupper() and finding.rule.startswith(word))
