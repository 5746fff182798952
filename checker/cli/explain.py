"""``factlint explain RULE``: what a rule holds sources to, and why."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.cli import options as shared
from checker.config import did_you_mean
from checker.errors import UserError

if TYPE_CHECKING:
    from checker.packs import Packs, Rule
    from checker.packs.schema import Example


def options(parser: argparse.ArgumentParser) -> None:
    """The options of ``explain``."""
    parser.add_argument("rule", metavar="RULE", help="a rule's id or name, or an attribute")
    shared.rules(parser)


def run(args: argparse.Namespace) -> int:
    """Print what the rule (or every rule on the attribute) says."""
    from checker.pipeline import load_packs
    from checker.reports.safety import plain

    packs = load_packs(shared.settings(args))
    lines = [line for rule in _named(packs, args.rule) for line in _shown(rule, packs)]
    shared.write("".join(" " * (len(line) - len(line.lstrip(" "))) + plain(line.strip()) + "\n" for line in lines))
    return 0


def _named(packs: Packs, word: str) -> list[Rule]:
    rules = sorted(packs.rules.values(), key=lambda rule: rule.id)
    found = [r for r in rules if word.lower() in (r.id.lower(), r.name)] or [r for r in rules if word in r.attributes]
    if not found:
        known = {name for r in rules for name in (r.id, r.name, *r.attributes)}
        raise UserError(f"no rule or attribute {word!r}{did_you_mean(word, known)}; factlint rules lists them")
    return found


def _shown(rule: Rule, packs: Packs) -> Iterator[str]:
    yield f"{rule.id} {rule.name} ({rule.severity}; pack {rule.pack}){'' if rule.enabled else ' (off)'}"
    yield ""
    yield f"  {rule.why}"
    yield ""
    for name in rule.attributes:
        about = packs.attributes[name].about if name in packs.attributes else ""
        yield f"  on: {name}" + (f": {about}" if about else "")
    parameters = "".join(f", {key} {value}" for key, value in rule.parameters.items())
    yield f"  check: {rule.check}{parameters}"
    yield f"  says: {rule.message}"
    for example in rule.examples:
        yield ""
        yield from _example(example)
    yield ""


def _example(example: Example) -> Iterator[str]:
    yield f"  {'no finding' if example.expect == 'none' else example.expect}" + (
        f": {example.about}" if example.about else ":"
    )
    for text in example.texts:
        yield f"    “{text.strip()}”"
    for claim in example.claims:
        yield "    " + ", ".join(f"{key}: {value}" for key, value in claim.items())
