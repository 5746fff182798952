"""``factlint server``: findings in the editor."""

from __future__ import annotations

import argparse


def options(parser: argparse.ArgumentParser) -> None:
    """The options of ``server``."""
    parser.add_argument("--config", metavar="FILE", help="settings file (default: the one in the editor's folder)")
    parser.add_argument("--stdio", action="store_true", help="speak on standard input and output (as it always does)")


def run(args: argparse.Namespace) -> int:
    """Serve one editor until it leaves."""
    from checker.server import serve

    return serve(args.config)
