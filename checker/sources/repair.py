"""Known damage to characters mended, positions kept: text that was decoded by the wrong table.

Nothing is mended unless the damage is certain: a whole sequence that only a wrong decoding makes, or a letter of
a script that the text around it is not written in, where punctuation must have been.
"""

from __future__ import annotations

import re
from functools import cache

from checker import lazy
from checker.sources.spans import Edit, Pieces, edited

_WIDE = "\u00a0\u2007\u2009\u202f\u2002\u2003\u200a\u3000"
_TABLES = ("cp1252", "latin-1", "mac_roman", "cp874", "cp1250", "cp1251", "cp437", "cp850")
_FOREIGN = ("mac_roman", "cp874", "cp1250", "cp1251", "cp437", "cp850")  # their letter pairs can be real words
_CHARS = (
    "‘’‚“”„–—…•€™£©®°·×«»¿¡§½¼¾²³¹"
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿąćęłńśźżčďěňřšťůžőűğışŠŽ\u00a0−→′″"
)
_SUSPECTS = lazy.compile(
    "[ÂÃâ‚Å�Äă√¬вГРиΓ┬├€ƒà¬โรย\u0e00-\u0e7f\u0080-\u009f\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]"
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_LONE = lazy.compile("(?<![\u0e00-\u0e7f])\u0e42[\u0080-\u009f€™�]*(?![\u0e00-\u0e7f])")

_LOST = lazy.compile(r"(?<=\w)\ufffd{1,3}(?=(?:s|t|re|ve|ll|d|m)\b)|(?<=\d)\ufffd{1,3}(?=\d)")


@cache
def _sequences() -> tuple[re.Pattern[str], dict[str, str]]:
    """What each table makes of the UTF-8 bytes of common characters; of use only if two characters or more."""
    table: dict[str, str] = {}
    for name in _TABLES:
        for char in _CHARS:
            made = _misread(char, name)
            if made and len(made) > 1 and not (name in _FOREIGN and made.isalpha()):
                table.setdefault(made, " " if char == "\u00a0" else char)
    for sequence in [made for made, char in table.items() if "\u00a0" in made and len(made) > 2]:
        table.setdefault(sequence.replace("\u00a0", " "), table[sequence])
    words = sorted(table, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words))), table


def _misread(char: str, table: str) -> str | None:
    """The bytes of ``char`` read by ``table``; bytes that it does not have come through as control characters."""
    out = []
    for byte in char.encode("utf-8"):
        try:
            out.append(bytes((byte,)).decode(table))
        except UnicodeDecodeError:
            out.append(chr(byte))
    return "".join(out)


def repaired(raw: str) -> tuple[str, Pieces | None]:
    """``raw`` as it should read, with pieces (None where nothing moved).

    Line ends become ``\\n`` and wide spaces plain ones; that moves nothing.
    """
    text = raw
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    if text.isascii():
        return text, None
    if not _SUSPECTS.search(text):
        return _narrowed(text), None
    pieces: Pieces | None = None
    for _ in range(2):  # some texts were misread twice
        edits = _edits(text)
        if not edits:
            break
        text, pieces = edited(text, pieces or ((0, 0),), edits)
    return _narrowed(text), pieces


def _narrowed(text: str) -> str:
    for char in _WIDE:
        if char in text:
            text = text.replace(char, " ")
    return text


def _edits(text: str) -> list[Edit]:
    edits: list[Edit] = []
    if any(
        first in text
        for first in ("â", "Ã", "Â", "Å", "Ä", "√", "вЂ", "тА", "Г", "Γ", "┬", "├", "¬", "‚Ä", "โ", "ย", "ร")
    ):
        pattern, table = _sequences()
        edits = [(m.start(), m.end(), table[m.group()]) for m in pattern.finditer(text)]
    edits += [(m.start(), m.end(), _mark(text, m.start(), m.end())) for m in _LONE.finditer(text)]
    edits += [(m.start(), m.end(), _mark(text, m.start(), m.end())) for m in _LOST.finditer(text)]
    edits += [(at, at + 1, "") for char in _INVISIBLE for at in _places(text, char)]
    return _apart(sorted(edits))


def _apart(edits: list[Edit]) -> list[Edit]:
    """Without those that overlap an earlier one."""
    out: list[Edit] = []
    for edit in edits:
        if not out or edit[0] >= out[-1][1]:
            out.append(edit)
    return out


def _places(text: str, char: str) -> list[int]:
    places, at = [], text.find(char)
    while at >= 0:
        places.append(at)
        at = text.find(char, at + 1)
    return places


def _mark(text: str, start: int, end: int) -> str:
    """Which mark was lost where only the first byte of three is left (a Thai letter among Latin ones)."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isdigit() and after.isdigit():
        return "–"
    if before.isspace() and after.isspace():
        return "–"
    if before.isalnum() and after.isalnum():
        return "’"
    if (not before or not before.isalnum()) and after.isalnum():
        return "“"
    return "”" if before and not before.isspace() else "’"
