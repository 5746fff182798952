"""``factlint baseline``: accept the findings of today, so that later runs show only what is new."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.cli import options as shared
from checker.config import BASELINE
from checker.errors import UserError

if TYPE_CHECKING:
    from checker.baseline import Acceptance, Entry
    from checker.model import Finding


def options(parser: argparse.ArgumentParser) -> None:
    """The options of ``baseline``."""
    shared.sources(parser)
    parser.add_argument("--claims", metavar="FILE", help="compare the claims of a JSON report or JSONL file")
    parser.add_argument("--baseline", metavar="FILE", help=f"the file to write (default: {BASELINE})")
    parser.add_argument(
        "--finding", action="append", default=[], metavar="ID", help="accept this one alone; may come again"
    )
    parser.add_argument("--who", metavar="NAME", help="who accepts them (default: git's user.email, else your login)")
    parser.add_argument("--why", default="", metavar="TEXT", help="the reason, for those who read the file later")
    parser.add_argument("--expires", default="", metavar="DATE", help="the last day on which this holds, as 2027-01-31")
    parser.add_argument("--prune", action="store_true", help="take out entries that expired or that nothing needs")
    parser.add_argument("--list", action="store_true", help="show the entries, change nothing")
    shared.severities(parser)
    shared.rules(parser)
    shared.loudness(parser)


def run(args: argparse.Namespace) -> int:
    """Add what is new to the baseline, keep what is accepted already; 2 if a source named could not be read."""
    from checker import baseline, pipeline

    settings = shared.settings(args)
    path = settings.baseline or BASELINE
    held = [line.entry for line in baseline.load(path, new=True)]
    if args.list:
        shared.write("".join(f"{_shown(entry)}\n" for entry in held))
        return 0
    by = _acceptance(args)
    request = pipeline.Request(tuple(args.paths), args.claims or "", args.stdin_format)
    report = pipeline.check(request, replace(settings, baseline=path if os.path.exists(path) else ""))
    shared.warn([*report.skipped, *(() if args.prune else report.notes)], quiet=args.quiet)
    fresh = baseline.accept(_chosen(report.findings, args.finding), by)
    kept = baseline.prune(held, report, baseline.today()) if args.prune else held
    baseline.save(path, [*kept, *fresh])
    shared.write(f"{path}: {len(fresh)} accepted now, {len(kept)} kept, {len(held) - len(kept)} taken out\n")
    return 2 if any(item.fatal for item in report.skipped) else 0


def _chosen(findings: tuple[Finding, ...], ids: list[str]) -> list[Finding]:
    missing = sorted(set(ids) - {finding.id for finding in findings})
    if missing:
        raise UserError(
            f"no finding {missing[0]!r} in these sources; factlint check --format json gives each with its id"
        )
    return [finding for finding in findings if not ids or finding.id in ids]


def _acceptance(args: argparse.Namespace) -> Acceptance:
    from checker.baseline import Acceptance, today
    from checker.baseline.entries import day

    try:
        expires = day(args.expires) if args.expires else ""
    except ValueError:
        raise UserError(f"--expires: {args.expires!r} is no date; write it as 2027-01-31") from None
    if expires and expires < today().isoformat():
        raise UserError(f"--expires: {expires} has passed; name a day to come")
    return Acceptance(args.who if args.who is not None else _somebody(), today().isoformat(), args.why, expires)


def _somebody() -> str:
    """The e-mail address that git signs commits with, else the login name, else nobody."""
    import getpass
    import subprocess

    try:
        asked = subprocess.run(["git", "config", "user.email"], capture_output=True, text=True, check=False, timeout=10)
        return asked.stdout.strip() or getpass.getuser()
    except (OSError, KeyError, subprocess.SubprocessError):
        return ""


def _shown(entry: Entry) -> str:
    from checker.reports.safety import plain

    until = f", until {entry.expires}" if entry.expires else ""
    by = " ".join(part for part in (entry.when, entry.who) if part)
    why = f": {entry.why}" if entry.why else ""
    what = f"{entry.subject}, {entry.attribute.replace('_', ' ')}: {' v '.join(entry.positions)}"
    return plain(f"{entry.id} {entry.rule} {what} ({by}{until}{why})")
