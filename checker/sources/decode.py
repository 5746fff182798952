"""Bytes to text: byte order marks, UTF-8, and what else a file may be written in."""

from __future__ import annotations

import codecs
import re

from checker import lazy

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = lazy.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,40})|<\?xml[^>]{0,100}encoding=["']([\w-]{2,40})""", re.I
)
_SAMPLE = 1 << 16


def decode(data: bytes) -> tuple[str, str] | str:
    """(text, note) of a file's bytes, or the reason why they are no text.

    The note is empty unless the encoding was guessed.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ""
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), f"read as {wide}, which the file does not say"
    if _binary(data):
        return "binary data, not text: convert it to text first"
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        return _guess(data, error.start)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in Latin text every second byte is zero."""
    sample = data[:1024]
    if len(sample) < 4 or len(sample) % 2 or b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else None


def _binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        return True
    controls = len(sample) - len(
        sample.translate(None, b"\1\2\3\4\5\6\7\x0e\x0f\x10\x11\x12\x14\x15\x16\x17\x18\x19\x1c\x1d\x1e\x1f")
    )
    return sample.startswith(b"%PDF-") or controls > 0.02 * len(sample)


def _guess(data: bytes, at: int) -> tuple[str, str] | str:
    """A file that is not UTF-8: as it declares itself, mostly UTF-8, or as its letters suggest."""
    declared = _DECLARED.search(data[:4096])
    for name in (declared.group(1) or declared.group(2)).decode("ascii").split() if declared else ():
        try:
            return data.decode(name), f"read as {name}, as it declares"
        except (LookupError, UnicodeDecodeError):
            pass
    line = data.count(b"\n", 0, at) + 1
    loose = data.decode("utf-8", "replace")
    wrong = loose.count("\ufffd")
    if wrong * 10 < sum(not char.isascii() for char in loose):
        return loose, f"not all of it is UTF-8 (first in line {line}): {wrong} characters could not be read"
    name = _detect(data, at)
    return data.decode(name, "replace"), f"not UTF-8 (line {line}): read as {name}; save it as UTF-8 to be sure"


def _detect(data: bytes, at: int) -> str:
    """The likeliest encoding around the first byte that is not UTF-8; Windows-1252 where that is unclear."""
    from charset_normalizer import from_bytes

    sample = data[max(0, at - 20_000) : at + 20_000]
    try:
        sample.decode("cp1252")
        western = True
    except UnicodeDecodeError:
        western = False
    high = sum(byte > 127 for byte in sample)
    if western and high * 5 < len(sample):  # few accents among ASCII: Western, whatever a guess would say
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best is not None else "latin-1"
