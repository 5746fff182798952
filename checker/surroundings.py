"""What stands before and after a quote in its paragraph, for reports that people read: taken from the files anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from checker import intake, lazy
from checker.errors import UserError
from checker.model import Block, Claim, Lines, Report, Source

ROOM = 200  # characters on each side
_ENDS = lazy.compile(r"""(?:(?<=[.!?…])|(?<=[.!?…]["'”’)\]]))\s+(?=["'“‘(\[]?[^\W_a-z])""")

Contexts = dict[str, tuple[str, str]]


def surround(report: Report) -> Report:
    """The report with the sentence before and the sentence after each quote, by the ids of its claims.

    Where a file cannot be read again, or no longer says it, nothing is added.
    """
    by_file: dict[str, list[Claim]] = {}
    for claim in report.claims:
        by_file.setdefault(claim.source.partition("#")[0], []).append(claim)
    contexts: Contexts = {}
    for file in sorted(by_file.keys() - {"-"}):
        contexts.update(_of_file(file, by_file[file]))
    return replace(report, contexts=contexts)


def _of_file(file: str, claims: Iterable[Claim]) -> Iterator[tuple[str, tuple[str, str]]]:
    try:
        sources = {item.path: item for item in intake.opened(file, "") if isinstance(item, Source)}
    except UserError:
        return
    for claim in claims:
        found = _around(sources[claim.source], claim) if claim.source in sources else None
        if found is not None and any(found):
            yield claim.id, found


def _around(source: Source, claim: Claim) -> tuple[str, str] | None:
    lines = Lines(source.raw)
    for block in source.blocks():
        at = _stands(block, claim, lines)
        if at >= 0:
            return _last(block.text[:at]), _first(block.text[at + len(claim.quote) :])
    return None


def _stands(block: Block, claim: Claim, lines: Lines) -> int:
    """Where the quote stands in a block, on the claim's own line; -1 if it does not."""
    at = block.text.find(claim.quote) if claim.quote else -1
    while at >= 0:
        line = lines.place(block.origin(at))[0]
        if line == claim.span.line:
            return at
        at = block.text.find(claim.quote, at + 1)
    return -1


def _last(text: str) -> str:
    sentence = _ENDS.split(text.strip())[-1]
    return sentence if len(sentence) <= ROOM else "…" + sentence[-ROOM:].partition(" ")[2]


def _first(text: str) -> str:
    sentence = _ENDS.split(text.strip())[0]
    return sentence if len(sentence) <= ROOM else sentence[:ROOM].rpartition(" ")[0] + "…"
