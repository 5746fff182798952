"""What a source asks to leave out, with a reason: ``<!-- factlint: ignore[T101] told both ways -->``.

In HTML and Markdown as a comment, in a text as a line that begins with "#" or "//", in front matter as a comment or a
key ``factlint-ignore``. At the end of a line it is for that line; on a line of its own, for the next line that says
something; ``ignore-file`` is for the whole source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker import lazy
from checker.model import Suppression

_MARK = "factlint"
_COMMENT = lazy.compile(
    r"(?P<open><!--|(?:^|\s)(?:#|//|%))\s*factlint:\s*(?P<verb>ignore(?:-file)?)\s*(?:\[(?P<rules>[^\]\n]{0,400})\])?"
    r"(?P<reason>[^\n]{0,400})"
)
_KEY = lazy.compile(r"^factlint-ignore:\s*(?P<rules>[A-Z][A-Z0-9, ]*?)\s*(?:\((?P<reason>[^)\n]{0,400})\))?\s*$")


def suppressions(raw: str) -> tuple[Suppression, ...]:
    """What the text of a source asks for."""
    if _MARK not in raw:
        return ()
    found: list[Suppression] = []
    lines = raw.split("\n")
    for number, line in enumerate(lines, 1):
        if _MARK not in line or len(line) > 100_000:
            continue
        key = _KEY.match(line)
        if key:
            found.append(Suppression(number, 0, _words(key["rules"]), (key["reason"] or "").strip()))
        for match in _COMMENT.finditer(line):
            reason = match["reason"].partition("-->")[0].strip(" -:–—\r")
            scope = 0 if match["verb"] == "ignore-file" else _scope(lines, number, match)
            found.append(Suppression(number, scope, _words(match["rules"] or ""), reason))
    return tuple(found)


def _words(text: str) -> tuple[str, ...]:
    return tuple(sorted({word for word in re.split(r"[,\s]+", text) if word}))


def _scope(lines: Sequence[str], number: int, match: re.Match[str]) -> int:
    """The line a comment is for: its own, where that says something else; else the next that does."""
    line = lines[number - 1]
    rest = line[: match.start()] + (line[match.end() :] if match["open"] != "<!--" else line.partition("-->")[2])
    if rest.strip():
        return number
    return next((n for n in range(number + 1, len(lines) + 1) if lines[n - 1].strip()), number)
