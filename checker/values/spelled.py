"""Numbers in words: "four hundred and twenty million", "half a billion", "several thousand", "a nine-figure sum"."""

from __future__ import annotations

import re

from checker import lazy
from checker.values.numerals import PLURALS, SCALES, TENS, UNITS, Number, tidy

_LEADS = {
    "half": 0.5, "half a": 0.5, "half an": 0.5, "half of a": 0.5, "quarter": 0.25, "quarter of a": 0.25,
    "quarter a": 0.25, "three quarters": 0.75, "three quarters of a": 0.75, "third of a": 1 / 3,
}  # fmt: skip
_VAGUE_LEADS = {"several": (2.0, 10.0), "few": (2.0, 10.0), "couple of": (2.0, 2.0), "couple": (2.0, 2.0),
                "some": (1.0, 10.0), "many": (2.0, 10.0)}  # fmt: skip
_ORDINALS = frozenset(
    ("first", "second", "third", "thirds", "fourth", "fourths", "fifth", "fifths", "sixth", "seventh", "eighth",
     "ninth", "tenth", "half", "halves", "quarter", "quarters", "hundredth", "thousandth", "millionth")
)  # fmt: skip
_NEXT = lazy.compile(r"[ \u00a0]?[ \u00a0-]([A-Za-z]+)\b")
_WORD = lazy.compile(r"[A-Za-z]+")
_HALF = lazy.compile(r"[ -](?:a[ -]half|half[ -]a|a[ -]quarter)\b", re.IGNORECASE)
_LEAD = lazy.compile(
    r"\b(half(?: of)? an?|half|(?:an? )?quarter (?:of )?an?|(?:an? )?quarter|a third of a"
    r"|(?:three|3)[ -]quarters(?: of an?)?|an? half|several|(?:an? )?few|many|(?:an? )?couple(?: of)?|an?"
    r"|(?:tens|hundreds|dozens|thousands) of)[ -]$",
    re.IGNORECASE,
)
_FIGURE_LEAD = lazy.compile(r"\b(\d\d?|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -]$", re.IGNORECASE)
_OF_PLURAL = lazy.compile(r" of (thousands|millions|billions)\b", re.IGNORECASE)
_TENS_OF = lazy.compile(r"\btens of $", re.IGNORECASE)


def read(text: str, match: re.Match[str], floor: int) -> tuple[Number | None, int]:
    """The number that the word at ``match`` begins, and where to go on.

    What stands before the word may belong to it ("half a", "several"), but nothing before ``floor``.
    """
    word, start, end = match[0].lower(), match.start(), match.end()
    if word.startswith("figure"):
        return _figures(text, start, end, floor), end
    if start > 1 and text[start - 1] == "-" and text[start - 2].isalpha() and word not in SCALES:
        return None, end
    if word in PLURALS:
        return _plural(text, start, end, word, floor)
    if word in SCALES:
        return _led(text, start, end, floor)
    value, end = _Spelling(text, match).read()
    return (None if value is None else _number(text, start, start, end, value)), end


def _number(text: str, start: int, first: int, end: int, value: float) -> Number:
    """A number in words from ``start``; its last word tells the magnitude that a range shares."""
    last = SCALES.get(re.split(r"[\s-]+", text[first:end])[-1].lower(), 1.0)
    return Number(start, end, tidy(value), tidy(value), scaled=value >= 100, scale=last if last > 100 else 1.0)


class _Spelling:
    """Reads a number word by word.

    ``total`` holds what thousands and millions have closed, ``current`` what stands before the next of them, ``last``
    the rank of the last word (1 ones, 10 teens, 20 tens, else its magnitude), ``place`` the worth of the next decimal.
    """

    def __init__(self, text: str, match: re.Match[str]) -> None:
        self.text, self.end = text, match.end()
        self.total = self.current = self.last = self.place = 0.0
        self.take(match[0].lower(), match.end())

    def read(self) -> tuple[float | None, int]:
        """The value and where it ends; no value for a part of an ordinal or fraction ("twenty-first")."""
        while (step := _NEXT.match(self.text, self.end)) is not None:
            word, end = step[1].lower(), step.end()
            if word == "and":
                if half := _HALF.match(self.text, end):
                    return self.with_half(half)
                step = _NEXT.match(self.text, end) if self.last >= 100 else None
                if step is None or not (step[1].lower() in UNITS or step[1].lower() in TENS):
                    break
                word, end = step[1].lower(), step.end()
            elif word == "point" and not self.place and self.last < 100:
                step = _NEXT.match(self.text, end)
                if step is None or step[1].lower() not in UNITS:
                    break
                word, end, self.place = step[1].lower(), step.end(), 0.1
            elif word in _ORDINALS and self.text[self.end] == "-":
                return None, end
            if not self.fits(word):
                break
            self.take(word, end)
        return self.total + self.current, self.end

    def fits(self, word: str) -> bool:
        """Whether the word can go on with the number: "twenty" and "five" do, "five" and "twenty" are two."""
        if word in SCALES or (self.place and word in UNITS):
            return True
        if word in UNITS:
            return self.last >= 100 or (self.last == 20 and UNITS[word] < 10)
        return word in TENS and self.last >= 100

    def take(self, word: str, end: int) -> None:
        """Adds a word that fits."""
        self.end = end
        if self.place and word in UNITS:
            self.current, self.place = self.current + UNITS[word] * self.place, self.place / 10
        elif word in UNITS:
            self.current, self.last = self.current + UNITS[word], 1.0 if UNITS[word] < 10 else 10.0
        elif word in TENS:
            self.current, self.last = self.current + TENS[word], 20.0
        else:
            self.magnify(SCALES[word])

    def magnify(self, scale: float) -> None:
        if scale <= 100:
            self.current = (self.current or 1) * scale
        elif self.total and self.total < scale:
            self.total, self.current = (self.total + self.current) * scale, 0.0
        else:
            self.total, self.current = self.total + (self.current or 1) * scale, 0.0
        self.last, self.place = scale, 0.0

    def with_half(self, half: re.Match[str]) -> tuple[float, int]:
        """ "one and a half million", "two million and a half"."""
        part = 0.25 if "quarter" in half[0].lower() else 0.5
        unit = _NEXT.match(self.text, half.end())
        if unit and (scale := SCALES.get(unit[1].lower())):
            return (self.total + self.current + part) * scale, unit.end()
        return self.total + self.current + part * (self.last if self.last >= 100 else 1), half.end()


def _led(text: str, start: int, end: int, floor: int) -> tuple[Number | None, int]:
    """A magnitude without digits before it: "a million", "half a billion", "several thousand", "a dozen"."""
    lead = _LEAD.search(text, max(floor, start - 24), start)
    scale = SCALES[text[start:end].lower()]
    while (word := _NEXT.match(text, end)) and (more := SCALES.get(word[1].lower())) and more > 100:
        scale, end = scale * more, word.end()
    if lead is None:
        return None, end
    words = lead[1].lower().replace("-", " ").replace("3 ", "three ")
    plain = re.sub(r"^an? (?=\w)|\ban$", lambda m: "" if m[0].endswith(" ") else "a", words)
    if words.split()[0] in PLURALS or words == "tens of":
        low, high = (10.0, 99.0) if words == "tens of" else PLURALS[words.split()[0]]
        return Number(lead.start(1), end, low * scale, high * scale), end
    if plain in _VAGUE_LEADS:
        low, high = _VAGUE_LEADS[plain]
        high = high if low == high else high - 1 / scale
        return Number(lead.start(1), end, low * scale, tidy(high * scale), scaled=True), end
    part = _LEADS.get(plain, 1.0 if words in ("a", "an") else 0.5)
    if words in ("a", "an"):  # "a million and a half", "a hundred and twenty"
        value, end = _Spelling(text, _WORD.match(text, start) or lead).read()
        return (None if value is None else _number(text, lead.start(1), start, end, value)), end
    return Number(lead.start(1), end, tidy(part * scale), tidy(part * scale), scaled=True), end


def _plural(text: str, start: int, end: int, word: str, floor: int) -> tuple[Number, int]:
    """ "hundreds", "tens of thousands", "hundreds of millions"."""
    if nested := _OF_PLURAL.match(text, end):
        scale = PLURALS[nested[1].lower()][0]
        low, high = PLURALS[word]
        return Number(start, nested.end(), low * scale, (high + 1) * scale - 1), nested.end()
    if tens := _TENS_OF.search(text, max(floor, start - 12), start):
        scale = PLURALS[word][0]
        return Number(tens.start(), end, 10 * scale, 100 * scale - 1), end
    return Number(start, end, *PLURALS[word]), end


def _figures(text: str, start: int, end: int, floor: int) -> Number | None:
    """ "nine-figure", "six figures": as many digits."""
    lead = _FIGURE_LEAD.search(text, max(floor - 8, start - 8, 0), start)
    if lead is None:
        return None
    count = int(lead[1]) if lead[1].isdigit() else UNITS[lead[1].lower()]
    return Number(lead.start(1), end, 10.0 ** (count - 1), 10.0**count - 1) if 3 < count < 14 else None
