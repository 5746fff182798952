"""Text of sources made safe to show: quotes are data, whatever they hold."""

from __future__ import annotations

import re

from checker import lazy

# Controls (escape sequences begin with one), line separators, marks that reorder or hide text, tags, lone surrogates.
_UNSAFE = lazy.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SPACES = lazy.compile(r"[ \t\r\n\f\v\u0085\u2028\u2029]+")
_MARKUP = lazy.compile(r"[\\`*_\[\]<>#|~&@]|(?<=:)//|(?<=www)\.", re.IGNORECASE)


def plain(text: str) -> str:
    """One line of text: runs of white space as one space, what could steer a terminal or hide as its code point."""
    return _UNSAFE.sub(_named, _SPACES.sub(" ", text))


def markdown(text: str) -> str:
    """One line of text that Markdown (GitHub's too) shows as it stands: no markup, links, mentions or table cells."""
    return _MARKUP.sub(_escaped, plain(text).strip())


def width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def _named(found: re.Match[str]) -> str:
    return f"<U+{ord(found[0]):04X}>"


def _escaped(found: re.Match[str]) -> str:
    text = found[0]
    if text in "<>&@" or text in ("//", "."):
        return "".join(f"&#{ord(c)};" for c in text)
    return "\\" + text
