"""Where a quote stands in a source: as it is, else with spaces and quotation marks folded."""

from __future__ import annotations

import re
from array import array
from functools import cached_property

from checker.model import Lines, Source
from checker.readers.rendering import rendered

_FOLDED = str.maketrans(
    {**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
)
_GONE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def fold(text: str) -> str:
    """A text with one kind of space, quotation mark and dash."""
    return " ".join(text.translate(_GONE).translate(_FOLDED).split())


class Quotable:
    """A source to find quotes in; all offsets are of its raw text."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.raw = source.raw
        self.lines = Lines(source.raw)

    def find(self, quote: str, near: int = 0) -> tuple[int, int] | None:
        """Where the quote begins and ends; of several places the one nearest to the line ``near``, if that is known."""
        plain = quote.strip()
        if not plain:
            return None
        found = self._places(self.raw, plain)
        if found:
            at = self._nearest(found, near)
            return at, at + len(plain)
        wanted = fold(quote)
        for text, origins in (self._folded_raw, self._folded_lines) if wanted else ():
            places = {int(origins[at]): at for at in self._places(text, wanted)}
            if places:
                first = self._nearest(list(places), near)
                return first, int(origins[places[first] + len(wanted) - 1]) + 1
        return None

    def _places(self, text: str, wanted: str) -> list[int]:
        found: list[int] = []
        at = text.find(wanted)
        while at >= 0 and len(found) < 200:
            found.append(at)
            at = text.find(wanted, at + 1)
        return found

    def _nearest(self, places: list[int], near: int) -> int:
        return min(places, key=lambda at: (abs(self.lines.place(at)[0] - near), at)) if near else min(places)

    @cached_property
    def _folded_raw(self) -> tuple[str, array[int]]:
        return _fold_with_origins([(self.raw, [(0, 0)])])

    @cached_property
    def _folded_lines(self) -> tuple[str, array[int]]:
        return _fold_with_origins([(line.text, line.pieces) for line in rendered(self.source)])


def _fold_with_origins(texts: list[tuple[str, list[tuple[int, int]]]]) -> tuple[str, array[int]]:
    made: list[str] = []
    origins = array("q")
    for text, pieces in texts:
        starts = [*(at for at, _ in pieces), len(text) + 1]
        place = 0
        for match in re.finditer(r"\S+", text):
            if made:
                made.append(" ")
                origins.append(origins[-1] + 1)
            for at in range(match.start(), match.end()):
                while place + 1 < len(pieces) and at >= starts[place + 1]:
                    place += 1
                char = text[at].translate(_GONE).translate(_FOLDED)
                if char:
                    made.append(char)
                    origins.append(pieces[place][1] + at - pieces[place][0] if pieces else 0)
    return "".join(made), origins
