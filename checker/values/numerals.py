"""What numbers are made of: number words, magnitudes, and digits with any grouping."""

from __future__ import annotations

from math import isfinite

from msgspec import Struct

from checker import lazy

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "grand": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "crore": 1e7, "crores": 1e7,
    "million": 1e6, "mln": 1e6, "mio": 1e6, "mrd": 1e9, "bln": 1e9, "billion": 1e9, "trillion": 1e12, "dozen": 12,
}  # fmt: skip
# Short forms, a magnitude only right behind digits. "m" and "t" may also be metres and tonnes: the reader of the
# number decides whether to take the letter.
LETTERS = {
    "k": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mil": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
    "t": 1e12, "cr": 1e7,
}  # fmt: skip
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
# Plurals that stand for a whole order of magnitude, from and to.
PLURALS = {
    "dozens": (24.0, 99.0), "hundreds": (1e2, 999.0), "thousands": (1e3, 9999.0), "millions": (1e6, 999_999_999.0),
    "billions": (1e9, 999_999_999_999.0),
}  # fmt: skip
SPACE = " \u00a0\u2009\u202f"
_GROUPED = lazy.compile(rf"[{SPACE}'’]")
_POINT = lazy.compile(r"[.,]")
_DECIMAL = lazy.compile(r"\d+\.\d+")


class Number(Struct, frozen=True):
    """A number at ``start:end``, from ``low`` to ``high`` (equal for one figure).

    ``letter`` is a short magnitude behind it ("m", "bn"), which is neither in ``low`` nor before ``end``:
    ``letter_end`` is where it ends and ``times`` what it multiplies by. ``digits`` are the digits as written ("" for
    words). ``scaled``: a magnitude word is part of it. ``glued``: letters stand right before it ("USD50", "A320").
    ``scale`` is what the magnitude words at its end multiply by, which the lower end of a range shares.
    """

    start: int
    end: int
    low: float
    high: float
    digits: str = ""
    letter: str = ""
    letter_end: int = 0
    times: float = 1.0
    scaled: bool = False
    glued: bool = False
    scale: float = 1.0

    @property
    def vague(self) -> bool:
        return self.low != self.high


def tidy(value: float) -> float:
    """``value`` without the noise that decimal magnitudes leave: 4.1 times a million is 4100000."""
    if not isfinite(value):
        return value
    rounded = float(round(value))
    return rounded if abs(value - rounded) <= 1e-9 * max(1.0, abs(value)) else float(f"{value:.12g}")


def amount(digits: str) -> float:
    """What digits come to, grouping removed: "1.900" and "1 900" are 1900, "1,5" is 1.5, "1.234,5" is 1234.5."""
    plain = _GROUPED.sub("", digits)
    dots, commas = plain.count("."), plain.count(",")
    if dots and commas:
        point = "." if plain.rindex(".") > plain.rindex(",") else ","
        plain = plain.replace("," if point == "." else ".", "").replace(point, ".")
    elif dots > 1 or commas > 1:
        plain = plain.replace(".", "").replace(",", "")
    elif dots or commas:
        whole, part = _POINT.split(plain)
        grouped = len(part) == 3 and 1 <= len(whole) <= 3 and whole != "0"
        plain = whole + part if grouped else f"{whole}.{part}"
    return float(plain)


def decimal(digits: str) -> float:
    """What digits come to where a single dot is a decimal point: "2.174" is 2.174, unlike in ``amount``."""
    return float(digits) if _DECIMAL.fullmatch(digits) else amount(digits)
