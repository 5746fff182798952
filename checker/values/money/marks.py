"""The sign, code or word beside a number that makes it money: "US$", "EUR", "pounds sterling", "MUSD"."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from checker import lazy
from checker.values import currencies
from checker.values.guard import year
from checker.values.numbers import SCALES, Number

GAP = " \u00a0\u2009\u202f"
# Letters that also are words or initials: "A $5m deal" is no Australian one.
_NEVER_SPACED = frozenset(("A", "S", "Z", "N", "B", "L", "G", "J", "U", "R", "AR"))
_DIGITS_ONLY = frozenset(("kr", "Fr", "Sh", "TL", "FF", "DM", "Re", "RM"))
_WORDS_BEFORE = frozenset(
    ("dollar", "dollars", "euro", "euros", "rupees", "yen", "yuan", "naira", "sterling", "dlrs", "dlr")
)
_PRINTED = {"L": "ITL", "Y": "JPY"}  # "L1,200bn", "Y500bn"
_GLUED = {"R": "ZAR", "N": "NGN"} | _PRINTED  # "R500m", "N20bn"; "R500" may be a product
_HOMONYMS = frozenset(("won", "mark", "marks", "crown", "crowns", "sterling", "lei", "rand"))
_POUND_NOUNS = frozenset(("note", "notes", "fine", "bill", "prize", "ticket", "grant", "deal", "coin", "coins"))

_LEFT_WORD = lazy.compile(rf"(?P<minus>(?<!\w)[-−])?(?<![A-Za-z])(?P<word>[A-Za-z]+\.?)(?P<space>[{GAP}]?)$")
_RIGHT = lazy.compile(rf"(?P<gap>[{GAP}]?-?[{GAP}]?|\n)(?P<word>[^\W\d_]+(?:\.[A-Za-z]\.)?\$?)")
_MORE = lazy.compile(r"[ \u00a0-]([A-Za-z.]+)")
_SCALE = lazy.compile(r"[ ]([a-z]+)\b(?! of\b)")
_NOUN = lazy.compile(r"[ -]([a-z]+)")
_WEIGHED = lazy.compile(
    r" \([0-9.,]+ ?(?:kgs?|kilos?|kilograms?|grams?|g|tonnes?)\)| of (?:[a-z-]+ )?(?:cocaine|heroin|cannabis"
    r"|marijuana|explosives?|dynamite|fertili[sz]er|meat|beef|fish|thrust|force|pressure|weight|food|medicines?|equipment)\b"
)
_CENTS = lazy.compile(r" ?(?:cents?|¢)\b")


class Mark(Struct, frozen=True):
    """A currency beside a number: ``at`` is its outer edge; ``times`` a magnitude that is part of it ("MUSD")."""

    currency: str
    at: int
    times: float = 1.0
    sign: bool = False
    negative: bool = False


@cache
def _left_sign() -> re.Pattern[str]:
    signs = currencies.table().sign_class
    return re.compile(
        rf"(?P<minus>(?<![\w{signs}])[-−])?(?P<letters>(?<![A-Za-z.])[A-Za-z]{{1,3}}(?:\.[A-Za-z])?\.?)?"
        rf"(?P<gap>[{GAP}]?)(?P<sign>[{signs}])(?P<space>[{GAP}]?)(?P<inner>[-−])?$"
    )


def left(text: str, number: Number, floor: int, default: str) -> Mark | None:
    """The currency before a number, looked for no further back than ``floor``."""
    start = number.start
    near = text[max(floor, start - 3, 0) : start]
    if not near:
        return None
    known = currencies.table()
    if near[-1] == "#" and number.scaled and near[-2:-1] in ("", *GAP, "("):
        return Mark("GBP", start - 1, 1.0, True)  # how wires without a pound sign write it
    if any(char in known.signs for char in near):
        return _sign_before(text, start, floor, default)
    word = near[-2:-1] if near[-1] in GAP else near[-1]
    return _word_before(text, number, floor) if word.isalpha() or word == "." else None


def _sign_before(text: str, start: int, floor: int, default: str) -> Mark | None:
    match = _left_sign().search(text, max(floor, start - 12), start)
    if match is None:
        return None
    sign, letters, at = match["sign"], match["letters"], match.start("sign")
    currency = default if sign == "$" else currencies.table().signs[sign]
    if letters and sign in "$£€¥" and (owner := _owner(match)) is not None:
        currency, at = owner, match.start("letters")
    outer = bool(match["minus"]) and match.end("minus") == at
    return Mark(currency, match.start("minus") if outer else at, 1.0, True, outer or bool(match["inner"]))


def _owner(match: re.Match[str]) -> str | None:
    """Whose sign it is by the letters before it: "HK$", "u.s $", "usd$", "CN¥"."""
    known, plain = currencies.table(), match["letters"].replace(".", "").upper()
    if plain in known.dollars and match["sign"] == "$":
        pronoun = match["letters"] == "us" and not match["space"]
        return None if match["gap"] and (plain in _NEVER_SPACED or pronoun) else known.dollars[plain]
    if plain == "CN" and match["sign"] == "¥":
        return "CNY"
    return known.exact.get(plain) if plain not in known.behind else None


def _word_before(text: str, number: Number, floor: int) -> Mark | None:
    match = _LEFT_WORD.search(text, max(floor, number.start - 10), number.start)
    if match is None:
        return None
    known, word = currencies.table(), match["word"]
    currency, times = known.exact.get(word), 1.0
    if (
        word in _GLUED
        and number.glued
        and (number.letter or number.scaled or ("," in number.digits and word not in _PRINTED))
    ):
        currency = _GLUED[word]
    if currency is None and word in ("Rs.", "Fr.", "kr."):
        currency = known.exact.get(word[:-1])
    if currency is None and 4 <= len(word) <= 5:
        currency, times = _magnified(word)
    wired = word.lower().startswith("dlr")
    if currency is None and word.lower() in _WORDS_BEFORE and (wired or not number.digits.isdigit() or number.letter):
        currency = known.words[word.lower()]
    if currency is None or word in known.behind or (word in _DIGITS_ONLY and not number.digits):
        return None
    return Mark(currency, match.start("minus" if match["minus"] else "word"), times, False, bool(match["minus"]))


def _magnified(word: str) -> tuple[str | None, float]:
    """A code with a magnitude: "MUSD", "MSEK", "EURm"."""
    known = currencies.table()
    if word[1:] in known.exact and word[0] in known.magnitudes:
        return known.exact[word[1:]], float(known.magnitudes[word[0]])
    if word[:3] in known.exact and word[3:] in known.magnitudes:
        return known.exact[word[:3]], float(known.magnitudes[word[3:]])
    return None, 1.0


def right(
    text: str, end: int, number: Number, following: Number | None, before: Mark | None, default: str
) -> Mark | None:
    """The currency behind a number that ends at ``end``; ``before`` is the one already found before it."""
    at = end + 1 if text[end : end + 1] and text[end] in GAP else end
    if (sign := text[at : at + 1]) and (name := currencies.table().signs.get(sign)) is not None:
        if before is not None or not _own_sign(text, at, following):
            return None
        return Mark(default if sign == "$" else name, at + 1, 1.0, True)
    match = _RIGHT.match(text, end + 3 if number.vague and text.startswith(" of ", end) else end)
    if match is None:
        return None
    currency, at = _phrase(text, match)
    if currency is None:
        return None if match["gap"] == "\n" else _code_behind(text, match, number, following, before)
    if (before is not None and not before.sign) or _not_money(text, match, at, number):
        return None
    return _magnitude_behind(text, Mark(currency, at))


def _own_sign(text: str, at: int, following: Number | None) -> bool:
    """Whether a sign behind a number is that number's, not the next one's: "10 $ 30 $" but "in 1989 $ 14 million"."""
    if text[at + 1 : at + 2].isdigit():
        return False
    if following is None or following.start != at + 2 or text[at + 1] not in GAP:
        return True
    return text[following.end : following.end + 2].lstrip()[:1] == text[at] or bool(_CENTS.match(text, following.end))


def _phrase(text: str, match: re.Match[str]) -> tuple[str | None, int]:
    """The longest currency in words that begins at ``match``: "dollars", "pounds sterling", "hong kong dollars"."""
    words, phrase, end = currencies.table().words, match["word"].lower(), match.end()
    found: tuple[str | None, int] = (None, end)
    for _ in range(3):
        if (code := words.get(phrase)) is not None:
            found = code, end
        step = _MORE.match(text, end)
        if step is None:
            break
        word = step[1] if f"{phrase} {step[1].lower()}" in words else step[1].rstrip(".")
        phrase, end = f"{phrase} {word.lower()}", step.start(1) + len(word)
    return found


def _code_behind(
    text: str, match: re.Match[str], number: Number, following: Number | None, before: Mark | None
) -> Mark | None:
    """A code or abbreviation behind the number: "310 EUR", "30 MUSD", "85 kr", "95p"."""
    known, word, end = currencies.table(), match["word"], match.end()
    currency, times = known.exact.get(word), 1.0
    if word == "p" and number.digits and not match["gap"] and not text.startswith(".m", end):
        currency = "pence"
    if word.endswith("$") and (dollars := known.dollars.get(word[:-1].upper())):
        return Mark(dollars, end) if text[end : end + 1] not in GAP and not text[end : end + 1].isdigit() else None
    if currency is None and 4 <= len(word) <= 5:
        currency, times = _magnified(word)
    if currency is None or (before is not None and before.currency != currency and not before.sign):
        return None
    if following is not None and (following.start == end or (year(number) and following.start == end + 1)):
        return None  # it is the next number's: "3 USD50 cards", "in 2020 USD 5m"
    return _magnitude_behind(text, Mark(currency, end, times))


def _magnitude_behind(text: str, mark: Mark) -> Mark:
    """ "75 USD million": the magnitude behind the currency."""
    word = _SCALE.match(text, mark.at)
    scale = SCALES.get(word[1]) if word else None
    return mark if scale is None or word is None else replace(mark, at=word.end(), times=mark.times * scale)


def _not_money(text: str, match: re.Match[str], at: int, number: Number) -> bool:
    """Words that mean something else as well: pounds of weight, games won, marks in an examination."""
    word, large = match["word"].lower(), number.scaled or bool(number.letter)
    if match.end() != at or large:
        return False
    if word in _HOMONYMS:
        return number.low < 1000
    if word not in ("pound", "pounds"):
        return False
    if _WEIGHED.match(text, at):
        return True
    following = _NOUN.match(text, at)
    if word == "pound" and number.low != 1:
        return following is None or following[1] not in _POUND_NOUNS
    return following is not None and following[1] in currencies.table().weights
