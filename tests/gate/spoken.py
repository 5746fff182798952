"""Sources whose every line is a claim, so that what follows reading is tested apart from it.

``type|subject|attribute|kind|value|organization|status``, and ``|confidence`` where it is less than 1; the first line may
be ``published: DATE``.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from checker.ledger.records import Read, identified
from checker.model import Claim, Skipped, Source, Span, Subject, Value
from checker.packs import Packs


def reader(_: Packs) -> Callable[[Source | Skipped], list[Read]]:
    """Stands in for ``extraction.reader``."""
    return read


def read(item: Source | Skipped) -> list[Read]:
    if isinstance(item, Skipped):
        return [(item, [])]
    lines = item.raw.split("\n")
    first = lines[0]
    date = first.removeprefix("published: ") if first.startswith("published: ") else None
    claims = [claim(item.path, line, n) for n, line in enumerate(lines, 1) if "|" in line]
    return [(replace(item, raw="", parts=[], notes=(), published=date), claims)]


def claim(path: str, line: str, number: int) -> Claim:
    kind, subject, attribute, of, text, organization, status, *sure = line.split("|")
    qualifiers = {k: v for k, v in (("organization", organization), ("status", status)) if v}
    amount = float(text) if of in ("money", "quantity") else None
    value = Value(of, text, text if of == "date" else None, amount, amount, "USD" if of == "money" else None)
    span = Span(number, 1, number, len(line) + 1)
    made = Claim("", path, span, line, Subject(subject, kind), attribute, value, qualifiers)
    made = replace(made, confidence=float(sure[0])) if sure else made
    return replace(made, id=identified(made))
