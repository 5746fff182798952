"""``factlint lock``: the claims of all sources in a file, for people to review and for later checks to take."""

from __future__ import annotations

import argparse

from checker.cli import options as shared


def options(parser: argparse.ArgumentParser) -> None:
    """The options of ``lock``."""
    shared.sources(parser)
    parser.add_argument("--diff", action="store_true", help="show what would change, write nothing")
    parser.add_argument("--again", action="store_true", help="read all sources anew, unchanged ones too")
    shared.ledger(parser)
    shared.readers(parser)
    shared.rules(parser)
    shared.loudness(parser)


def run(args: argparse.Namespace) -> int:
    """Bring the lock up to date; 2 if a source could not be read, 130 if it was ended (what was read is locked)."""
    from checker import lock
    from checker.cli.progress import Progress
    from checker.errors import UserError
    from checker.locking import renew
    from checker.reports.safety import plain

    if args.no_lock or "-" in args.paths:
        raise UserError("lock keeps the claims of files: neither --no-lock nor standard input goes with it")
    settings = shared.settings(args)
    with Progress(shown=not args.quiet) as progress:
        made = renew(args.paths, shared.asked(args), settings, progress.at, args.again)
    shared.warn(made.notes, quiet=args.quiet)
    if args.diff:
        shared.write("".join(plain(line) + "\n" for line in lock.diff(made.old, made.new)) or "nothing would change\n")
    else:
        changed = lock.save(made.new)
        told = f"{made.read:,} files read, {made.kept:,} as they were{'' if changed else '; nothing changed'}"
        shared.write(f"{made.new.path}: {told}\n")
    if made.interrupted:
        return 130
    return 2 if any(note.fatal for note in made.notes) else 0
