"""``factlint test PACK…``: the examples of rule packs, each judged by the rule it proves."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from checker import lazy
from checker.cli import options as shared
from checker.model import Claim, Finding, Source

if TYPE_CHECKING:
    from checker.packs import Packs
    from checker.packs.examples import Outcome

_NAME = lazy.compile(rb"^pack:\s*(\w+)", re.MULTILINE)


def options(parser: argparse.ArgumentParser) -> None:
    """The options of ``test``."""
    parser.add_argument("packs", nargs="*", metavar="PACK", help="files or folders (default: all that are loaded)")
    shared.rules(parser)
    shared.loudness(parser)


def run(args: argparse.Namespace) -> int:
    """Print what fails and how many hold; 1 if one fails, or a rule lacks one it finds or one it lets pass."""
    from checker.packs import examples
    from checker.pipeline import load_packs

    settings = shared.settings(args)
    packs, names = _loaded(args.packs) if args.packs else (load_packs(settings), None)
    outcomes = [
        o for o in examples.run(packs, _judge, _read(packs)) if names is None or packs.rules[o.rule].pack in names
    ]
    lines = [*_failures(outcomes, packs), *_unproved(outcomes, packs, names)]
    passed = sum(not o.fault for o in outcomes)
    rules = len({o.rule for o in outcomes})
    shared.write(
        "".join(f"{line}\n" for line in lines) + f"{passed} of {len(outcomes)} examples of {rules} rules hold\n"
    )
    return int(bool(lines))


def _loaded(paths: list[str]) -> tuple[Packs, set[str]]:
    """The packs of these paths beside those that ship (less those of the same name), and the names of the former."""
    from checker import packs, pipeline

    given = _names(paths)
    rest = [str(file) for file in sorted(Path(packs.shipped()).glob("*.y*ml")) if not _named(file) & given]
    return pipeline.packs_of([*rest, *paths]), given


def _names(paths: list[str]) -> set[str]:
    files = [f for p in map(Path, paths) for f in (sorted(p.glob("*.y*ml")) if p.is_dir() else [p]) if f.is_file()]
    return {name for file in files for name in _named(file)}


def _named(file: Path) -> set[str]:
    found = _NAME.search(file.read_bytes())
    return {found[1].decode()} if found else set()


def _judge(claims: list[Claim], sources: list[Source], packs: Packs) -> list[Finding]:
    from checker import entities, facts, findings

    return list(findings.judge(facts.group(entities.resolve(claims), packs), packs, sources))


def _read(packs: Packs) -> Callable[[str, str], list[Claim]]:
    """Reads a text of an example."""
    from checker.engine.extraction import reader
    from checker.sources import read_text

    claims_of = reader(packs)
    return lambda text, name: [
        c for item in read_text(text, name, "text") for _, claims in claims_of(item) for c in claims
    ]


def _failures(outcomes: list[Outcome], packs: Packs) -> Iterator[str]:
    """Each example that does not hold, with its place, what was read, and what was found."""
    from checker.packs import places

    for outcome in outcomes:
        if outcome.fault:
            rule = packs.rules[outcome.rule]
            about = f" ({outcome.example.about})" if outcome.example.about else ""
            place = places.of_rule(packs, rule, "examples", outcome.number - 1)
            yield f"{place}{rule.id} {rule.name}: example {outcome.number}{about}: {outcome.fault}"
            yield from (f"    read: {_claim(claim)}" for claim in outcome.claims[:_SHOWN])
            yield from (f"    found: {f.verdict} by {f.rule}: {f.reason}" for f in outcome.findings[:_SHOWN])
            if outcome.example.texts and not outcome.claims:
                yield "    read: nothing; factlint claims --explain on a file of that text says why"


_SHOWN = 12  # claims and findings of one example


def _claim(claim: Claim) -> str:
    from checker.values import show

    more = {**claim.qualifiers, **({} if claim.modality == "asserted" else {"modality": claim.modality})}
    said = "".join(f", {key} {text}" for key, text in more.items())
    return f"{claim.source}: {claim.subject.name}: {claim.attribute} = {show(claim.value)}{said}"


def _unproved(outcomes: list[Outcome], packs: Packs, names: set[str] | None) -> Iterator[str]:
    """Rules that no example violates, or that none keeps."""
    from checker.packs import places

    for rule in packs.rules.values():
        if names is None or rule.pack in names:
            expected = {o.example.expect for o in outcomes if o.rule == rule.id}
            for wanted, what in (
                ({"conflict", "notice"}, "that it finds"),
                ({"agreement", "none"}, "that it lets pass"),
            ):
                if not expected & wanted:
                    yield f"{places.of_rule(packs, rule)}{rule.id} {rule.name}: has no example {what}; add one"
