"""Numbers in prose: where they stand and what they come to, before anybody asks what they count.

``scan`` finds digits with any grouping, magnitudes ("1.2 million", "€310m"), numbers in words ("four hundred and
twenty million") and vague ones ("hundreds", "several thousand", "a nine-figure sum"). One pass over the text; what
a word means is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import merge

from msgspec import Struct

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "grand": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "crore": 1e7, "crores": 1e7,
    "million": 1e6, "mln": 1e6, "mio": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
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
_LEADS = {
    "half": 0.5, "half a": 0.5, "half an": 0.5, "half of a": 0.5, "quarter": 0.25, "quarter of a": 0.25,
    "quarter a": 0.25, "three quarters": 0.75, "three quarters of a": 0.75, "third of a": 1 / 3,
}  # fmt: skip
_VAGUE_LEADS = {"several": (2.0, 10.0), "few": (2.0, 10.0), "couple of": (2.0, 2.0), "couple": (2.0, 2.0),
                "some": (1.0, 10.0), "many": (2.0, 10.0)}  # fmt: skip
_ORDINALS = frozenset(
    [
        "first",
        "second",
        "third",
        "thirds",
        "fourth",
        "fourths",
        "fifth",
        "fifths",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "half",
        "halves",
        "quarter",
        "quarters",
        "hundredth",
        "thousandth",
        "millionth",
    ]
)


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
    rounded = float(round(value))
    return rounded if abs(value - rounded) <= 1e-9 * max(1.0, abs(value)) else float(f"{value:.12g}")


_SPACE = " \u00a0\u2009\u202f"
_DIGITS = (
    r"\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?(?!,?\d)"  # 12,34,567
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d)"
    r"|\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![.,]?\d)"
    rf"|\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?:[.,]\d+)?(?![.,]?\d)"
    r"|\d{1,3}(?:['’]\d{3})+(?:\.\d+)?(?![.,]?\d)"
    r"|\d+[.,]\d+(?![.,]?\d)"
    r"|\d+"
)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words in either case, letter by letter: much faster than to try one after the other."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    ends = branches.pop("", None) is not None
    if not branches:
        return ""
    found = "|".join(f"[{first}{first.upper()}]{_any_of(rest)}" for first, rest in sorted(branches.items()))
    return f"(?:{found}){'?' if ends else ''}"


_WORDS = sorted({*UNITS, *TENS, *PLURALS, *SCALES, "figure", "figures"})
_INITIALS = "".join(sorted({word[0] for word in _WORDS}))
_WORD = re.compile(rf"\b(?=[{_INITIALS}{_INITIALS.upper()}]){_any_of(_WORDS)}\b")
_DIGIT = re.compile(r"[0-9½¼¾⅓⅔⅛][0-9.,]*")
_FIGURE = re.compile(_DIGITS, re.ASCII)
_ISO = re.compile(r"(?:1[5-9]|20)\d\d-\d\d(?:-\d\d(?:T[\d:.]*)?)?(?![\d,.]*\d)")
_RUN = re.compile(r"(?:[.,:/]?\d)+")
_FRACTION = re.compile(rf"[{_SPACE}]?([½¼¾⅓⅔⅛])|[{_SPACE}]([1-9])/([2-9])(?![\d/])")
_SLASH = re.compile(r"([1-9])/([2-9])(?![\d/])")
_NEXT = re.compile(rf"[{_SPACE}\n]?[{_SPACE}-]?([A-Za-z]+)\b")
_LETTER = re.compile(
    rf"[{_SPACE}]?({'|'.join(sorted(LETTERS, key=len, reverse=True))})(?![A-Za-z0-9&²³])", re.IGNORECASE
)
_TOKEN = re.compile(r"[ \u00a0]?[ \u00a0-]([A-Za-z]+)\b")
_LEAD = re.compile(
    r"\b(half(?: of)? an?|half|(?:an? )?quarter (?:of )?an?|an? quarter|quarter|(?:three|3)[ -]quarters(?: of an?)?|an? half"
    r"|a third of a|several|(?:an? )?few|many|(?:an? )?couple(?: of)?|an?|tens of|hundreds of|dozens of|thousands of)[ -]$",
    re.IGNORECASE,
)
_FIGURE_LEAD = re.compile(r"\b(\d\d?|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -]$", re.IGNORECASE)


@lru_cache(maxsize=2)
def scan(text: str) -> tuple[Number, ...]:
    """Every number of ``text`` in order, none overlapping another. Dates with slashes, times and versions are left out."""
    return tuple(_scan(text))


def _scan(text: str) -> Iterator[Number]:
    at, floor = 0, 0  # floor: where the last number that is settled ended
    held: Number | None = None
    for match in merge(_DIGIT.finditer(text), _WORD.finditer(text), key=_start):
        if match.start() < at:
            continue
        number, at = _one(text, match, floor)
        if number is None:
            continue
        at = max(at, number.end)
        if held is not None and number.start >= held.end:
            yield held
            floor = held.end
        held = number
    if held is not None:
        yield held


def _start(match: re.Match[str]) -> int:
    return match.start()


def _one(text: str, match: re.Match[str], floor: int) -> tuple[Number | None, int]:
    """The number that begins (or, after "half a", ends) at ``match``, and where to go on."""
    start = match.start()
    if (figure := _FIGURE.match(text, start)) is not None:
        return _from_digits(text, figure)
    if (part := FRACTIONS.get(text[start])) is not None:
        return _scaled(text, start, start + 1, part, ""), start + 1
    return _from_words(text, match, floor)


def _from_digits(text: str, match: re.Match[str]) -> tuple[Number | None, int]:
    """A number written in digits, or none where the digits are a date, a time or a version; and where to go on."""
    start, end = match.span()
    if iso := _ISO.match(text, start):
        return None, iso.end()
    slash = _SLASH.match(text, start)
    if slash and slash.end() > end and not (start and text[start - 1] in "/:-"):
        number = _scaled(text, start, slash.end(), int(slash[1]) / int(slash[2]), "")
        return (number if number.scaled else None), slash.end()
    if text[end : end + 1] in (".", ",", ":", "/") and text[end + 1 : end + 2].isdigit():
        run = _RUN.match(text, start)
        return None, run.end() if run else end
    if start > 1 and text[start - 1] in "/:." and text[start - 2].isalnum():
        return None, end
    return _scaled(text, start, end, amount(match[0]), match[0]), end


def amount(digits: str) -> float:
    """What digits come to, grouping removed: "1.900" and "1 900" are 1900, "1,5" is 1.5, "1.234,5" is 1234.5."""
    plain = re.sub(rf"[{_SPACE}'’]", "", digits)
    dots, commas = plain.count("."), plain.count(",")
    if dots and commas:
        decimal = "." if plain.rindex(".") > plain.rindex(",") else ","
        plain = plain.replace("," if decimal == "." else ".", "").replace(decimal, ".")
    elif dots > 1 or commas > 1:
        plain = plain.replace(".", "").replace(",", "")
    elif dots or commas:
        whole, part = re.split(r"[.,]", plain)
        grouped = len(part) == 3 and 1 <= len(whole) <= 3 and whole != "0"
        plain = whole + part if grouped else f"{whole}.{part}"
    return float(plain)


def decimal(digits: str) -> float:
    """What digits come to where a single dot is a decimal point: "2.174" is 2.174, unlike in ``amount``."""
    return float(digits) if re.fullmatch(r"\d+\.\d+", digits) else amount(digits)


def _scaled(text: str, start: int, end: int, value: float, digits: str) -> Number:
    """The number at ``start:end`` with the fraction and the magnitude words that follow it."""
    if digits and (fraction := _FRACTION.match(text, end)):
        value += FRACTIONS[fraction[1]] if fraction[1] else int(fraction[2]) / int(fraction[3])
        end = fraction.end()
    times, after = 1.0, end
    while (word := _NEXT.match(text, after)) and (scale := SCALES.get(word[1].lower())):
        if scale == 1e2 and times > 1 and times < 1e5:
            break
        times, after = times * scale, word.end()
    if times > 1 and digits.count(".") == 1:
        value += decimal(digits) - amount(digits)
    glued = start > 0 and (text[start - 1].isalpha() or text[start - 1] == "_")
    value = tidy(value * times)
    if times == 1 and (letter := _LETTER.match(text, end)) and digits:
        factor = LETTERS[letter[1].lower()]
        if digits.count(".") == 1:
            value = decimal(digits)
        return Number(start, end, value, value, digits, letter[1], letter.end(), factor, False, glued)
    return Number(start, after, value, value, digits, scaled=times > 1, glued=glued, scale=times)


def _from_words(text: str, match: re.Match[str], floor: int) -> tuple[Number | None, int]:
    """A number that begins with a word; what stands before the word may belong to it ("half a", "several")."""
    word, start, end = match[0].lower(), match.start(), match.end()
    if word.startswith("figure"):
        return _figures(text, start, end, floor), end
    if start and text[start - 1] == "-" and start > 1 and text[start - 2].isalpha() and word not in SCALES:
        return None, end
    if word in PLURALS:
        return _plural(text, start, end, word, floor), end
    if word in SCALES:
        return _led(text, start, end, floor)
    value, end = _spelled(text, match)
    if value is None:
        return None, end
    final = SCALES.get(text[start:end].rsplit(None, 1)[-1].lower(), 1.0)
    return Number(start, end, tidy(value), tidy(value), scaled=value >= 100, scale=final if final > 100 else 1.0), end


def _spelled(text: str, match: re.Match[str]) -> tuple[float | None, int]:
    """Reads "four hundred and twenty million" word by word; gives None for a part of an ordinal or fraction."""
    total, current, last, end = 0.0, 0.0, 0.0, match.end()
    word, place = match[0].lower(), 0.0  # place: the worth of decimals after "point"
    while True:
        if place and word in UNITS and UNITS[word] < 10:
            current, place = current + UNITS[word] * place, place / 10
        elif (ones := UNITS.get(word)) is not None:
            current, last = current + ones, 1.0 if ones < 10 else 10.0
        elif (tens := TENS.get(word)) is not None:
            current, last = current + tens, 20.0
        elif (scale := SCALES[word]) in (100.0, 12.0):
            current, last, place = (current or 1) * scale, scale, 0.0
        else:
            total = (total + current) * scale if total and total < scale else total + (current or 1) * scale
            current, last, place = 0.0, scale, 0.0
        step = _TOKEN.match(text, end)
        if step is None:
            break
        follow = step[1].lower()
        if (
            follow == "point"
            and not place
            and last < 100
            and (ahead := _TOKEN.match(text, step.end()))
            and ahead[1].lower() in UNITS
        ):
            word, end, place = ahead[1].lower(), ahead.end(), 0.1
            continue
        if follow == "and":
            if (
                half := re.compile(r" (?:a half|half a|a quarter)\b", re.IGNORECASE).match(text, step.end())
            ) is not None:
                current += 0.25 if "quarter" in half[0].lower() else 0.5
                if (unit := _TOKEN.match(text, half.end())) and (scale := SCALES.get(unit[1].lower())):
                    return (total + current) * scale, unit.end()
                return (total + current if not total else total + (current - int(current)) * last), half.end()
            ahead = _TOKEN.match(text, step.end())
            if last < 100 or ahead is None or (ahead[1].lower() not in UNITS and ahead[1].lower() not in TENS):
                break
            step, follow = ahead, ahead[1].lower()
        if follow in _ORDINALS and text[end] == "-":
            return None, step.end()
        if follow not in SCALES and not (place and follow in UNITS):
            if follow in UNITS and not (last >= 100 or (last == 20 and UNITS[follow] < 10)):
                break
            if follow in TENS and last < 100:
                break
            if follow not in UNITS and follow not in TENS:
                break
        word, end = follow, step.end()
    return total + current, end


def _led(text: str, start: int, end: int, floor: int) -> tuple[Number | None, int]:
    """A magnitude without digits before it: "a million", "half a billion", "several thousand", "a dozen"."""
    lead = _LEAD.search(text, max(floor, start - 24), start)
    scale = SCALES[text[start:end].lower()]
    while (word := _TOKEN.match(text, end)) and (more := SCALES.get(word[1].lower())) and more > 100:
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
        spelled, end = _spelled(text, _WORD_AT.match(text, start) or lead)
        return (None if spelled is None else Number(lead.start(1), end, tidy(spelled), tidy(spelled), scaled=True)), end
    return Number(lead.start(1), end, tidy(part * scale), tidy(part * scale), scaled=True), end


_WORD_AT = re.compile(r"[A-Za-z]+")
_OF_PLURAL = re.compile(r" of (thousands|millions|billions)\b", re.IGNORECASE)
_SOME = re.compile(r"\b(tens|dozens|hundreds|thousands) of $", re.IGNORECASE)


def _plural(text: str, start: int, end: int, word: str, floor: int) -> Number | None:
    """ "hundreds", "tens of thousands", "hundreds of millions"."""
    if nested := _OF_PLURAL.match(text, end):
        scale = PLURALS[nested[1].lower()][0]
        low, high = PLURALS[word]
        return Number(start, nested.end(), low * scale, (high + 1) * scale - 1)
    if (tens := _SOME.search(text, max(floor, start - 12), start)) and tens[1].lower() == "tens":
        scale = PLURALS[word][0]
        return Number(tens.start(), end, 10 * scale, 100 * scale - 1)
    return Number(start, end, *PLURALS[word])


def _figures(text: str, start: int, end: int, floor: int) -> Number | None:
    """ "nine-figure", "six figures": as many digits."""
    lead = _FIGURE_LEAD.search(text, max(floor - 8, start - 8, 0), start)
    if lead is None:
        return None
    count = int(lead[1]) if lead[1].isdigit() else UNITS[lead[1].lower()]
    return Number(lead.start(1), end, 10.0 ** (count - 1), 10.0**count - 1) if 3 < count < 14 else None
