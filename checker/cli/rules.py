"""``factlint rules``: the rules and attributes of the loaded packs."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.cli import options as shared

if TYPE_CHECKING:
    from checker.packs import Packs


def options(parser: argparse.ArgumentParser) -> None:
    """The options of ``rules``."""
    shared.rules(parser)


def run(args: argparse.Namespace) -> int:
    """Print the rules, then the attributes, each with the pack it is from."""
    from checker.pipeline import load_packs

    shared.write("\n".join(_shown(load_packs(shared.settings(args)))) + "\n")
    return 0


def _shown(packs: Packs) -> Iterator[str]:
    rules = sorted(packs.rules.values(), key=lambda rule: rule.id)
    yield from columns(
        [(r.id, r.name, r.severity if r.enabled else "off", ", ".join(r.attributes), r.pack) for r in rules]
    )
    yield ""
    attributes = sorted(packs.attributes.items())
    yield from columns([(name, f"{a.subject}: {a.value}", ", ".join(a.key), a.about, a.pack) for name, a in attributes])


def columns(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """The rows with their cells below each other."""
    from checker.reports.safety import plain, width

    safe = [[plain(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*safe, strict=True)]
    for row in safe:
        yield "  ".join(c + " " * (w - width(c)) for c, w in zip(row, widths, strict=True)).rstrip()
