"""Amounts of money in prose, and how two of them compare.

A number becomes money by a sign, code or word beside it. Parts ("50 cents", "470 pence") keep the name of the part as
their currency, because whose cent it is stands elsewhere; ``standard`` turns them into whole units.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from checker.model import Found, Value
from checker.values import amounts, cues, currencies
from checker.values.comparison import Comparison
from checker.values.numbers import SCALES, Number, decimal, scan, tidy

_GAP = " \u00a0\u2009\u202f"


class _Mark(Struct, frozen=True):
    """A currency beside a number: ``at`` is its outer edge; ``times`` a magnitude that is part of it ("MUSD")."""

    currency: str
    at: int
    times: float = 1.0
    sign: bool = False
    negative: bool = False


class _Amount(Struct, frozen=True):
    start: int
    end: int
    low: float
    high: float
    currency: str | None
    scaled: bool
    scale: float
    after: bool = False  # the currency stands behind the number


@cache
def _left_sign() -> re.Pattern[str]:
    signs = currencies.table().sign_class
    return re.compile(
        rf"(?P<minus>(?<![\w{signs}])[-−–] ?)?(?P<letters>(?<![A-Za-z.])[A-Za-z]{{1,3}}(?:\.[A-Za-z])?\.?)?(?P<gap>[{_GAP}]?)(?P<sign>[{signs}])"
        rf"(?P<space>[{_GAP}]?)(?P<inner>[-−])?$"
    )


_LEFT_WORD = re.compile(rf"(?P<minus>(?<!\w)[-−–] ?)?(?<![A-Za-z])(?P<word>[A-Za-z]+\.?)(?P<space>[{_GAP}]?)$")
_RIGHT = re.compile(rf"(?P<gap>[{_GAP}]?-?[{_GAP}]?|\n)(?P<word>[^\W\d_]+(?:\.[A-Za-z]\.)?(?:\$)?)")
_MORE = re.compile(r"[ \u00a0-]([A-Za-z.]+)")
_RANGE = re.compile(r"\s?[-–—]{1,2}\s?|\s+(?:to|through|or)\s+")
_AND = re.compile(r"\s+(?:and|to)\s+")
_BETWEEN = re.compile(r"\bbetween(?:\s+(?:about|around|roughly|some))?\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|some\s+)?$", re.IGNORECASE)
_RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|vary|varies|anywhere|varying|anything)\s+from\s+$", re.IGNORECASE)
_STATED = re.compile(r"\b(?:is|was|were|are|of|be|totall?ed|to)[ ]\($")
_SUM = re.compile(r" (?:[a-z]+ )?(?:sum|amount|deal|price|fee|salary|fortune|settlement|offer|payout|pay-?out|investment|round|contract|bonus|budget|cheque"
                  r"|check|loan|grant|donation|gift|profit|loss|revenues?|valuation|income|package|bid|exit|takeover|advance|funding|bill|figure)\b")  # fmt: skip
_FROM_UNIT = re.compile(r"(?: to | until | up to )")
_LONE = re.compile(r"(?<= )a (penny|dollar|euro|cent|quid)(?= ?[.,!?;]| a | per | each | or |$)")
_UNIT = re.compile(r"\s?(?:/\s?|per[ -]|an?[ ](?=(?:share|year|month|week|day|night|head|hour|person|barrel|tonne|ton|litre|liter|kilo|kg|piece|seat"
                   r"|ticket|unit|copy|bottle|pint|mile|minute|pound|ounce|square|dozen|employee|user|customer|gallon|metre|meter|quarter)\b)"
                   r"|-an?-|(?=each\b|apiece\b|annually\b|monthly\b|weekly\b|yearly\b))([A-Za-z]+)", re.IGNORECASE)  # fmt: skip


def recognise(text: str, default_currency: str = "USD") -> list[Found]:
    """The amounts of money in ``text``, in order; ``$`` without letters is ``default_currency``'s.

    ``start:end`` is number and currency, without the words that open or soften it; those show in the value.
    """
    return list(_recognise(text, default_currency))


@lru_cache(maxsize=2)
def _recognise(text: str, default: str) -> tuple[Found, ...]:
    numbers = scan(text)
    found: list[Found] = []
    index, floor = 0, 0
    while index < len(numbers):
        one, used = _at(text, numbers, index, floor, default)
        index += used
        if one is not None:
            found.append(_found(text, one))
            floor = one.end
    if lone := [_lone(match) for match in _LONE.finditer(text)]:  # a coin without a number: "a penny"
        found = sorted([*found, *lone], key=lambda f: f.start)
    return tuple(found)


def _lone(match: re.Match[str]) -> Found:
    return Found(
        match.start(),
        match.end(),
        Value("money", match[0], low=1.0, high=1.0, currency=currencies.table().words[match[1].lower()]),
    )


def _found(text: str, one: _Amount) -> Found:
    low: float | None
    high: float | None
    low, high, approximate = cues.apply(text, one.start, one.end, one.low, one.high)
    if (
        low == high
        and _FROM.search(text, max(0, one.start - 6), one.start)
        and _UNIT.match(text, one.end)
        and not _FROM_UNIT.search(text, one.end, one.end + 40)
    ):
        high = None  # "from €39 a month" names the lowest price
    value = Value(
        "money", text[one.start : one.end], low=low, high=high, currency=one.currency, approximate=approximate
    )
    return Found(one.start, one.end, value)


def _at(text: str, numbers: tuple[Number, ...], index: int, floor: int, default: str) -> tuple[_Amount | None, int]:
    """The amount that begins with the number at ``index`` and how many numbers it takes; none is (None, 1)."""
    number = numbers[index]
    following = numbers[index + 1] if index + 1 < len(numbers) else None
    first = _single(text, number, following, floor, default)
    if following is None or following.start - number.end > 40:
        return first, 1
    if first is not None and (mixed := _mixed(text, first, following, numbers, index, default)) is not None:
        return mixed, 2
    if (whole := _range(text, number, first, numbers, index, default)) is not None:
        return whole, 2
    return first, 1


def _single(text: str, number: Number, following: Number | None, floor: int, default: str) -> _Amount | None:
    left = _left(text, number, floor, default)
    if left is None and number.glued:
        return None
    low, high, end, times = number.low, number.high, number.end, 1.0
    if number.letter:
        end, times = number.letter_end, number.times
    right = _right(text, end, number, following, default, left) or (
        _right(text, number.end, number, following, default, left) if number.letter else None
    )
    if right is not None and number.letter and right.at < number.letter_end:
        return None
    mark = left or right
    if mark is None:
        return _figures(text, number)
    currency = right.currency if left is not None and right is not None and left.sign else mark.currency
    if not number.scaled and not number.letter and number.digits.count(".") == 1 and currency not in _POINT_GROUPS:
        low = high = decimal(number.digits)
    start = left.at if left else number.start
    if right is not None:
        end = right.at
        times *= right.times
    elif left is not None and left.times != 1.0:
        times *= left.times
    negative = mark.negative
    if left is None and start and text[start - 1] in "-−" and not text[start - 2 : start - 1].isalnum():
        start, negative = start - 1, True
    if (
        start
        and text[start - 1] == "("
        and text[end : end + 1] == ")"
        and _STATED.search(text, max(0, start - 12), start)
    ):
        start, end, negative = start - 1, end + 1, True
    factor = -times if negative else times
    low, high = sorted((tidy(low * factor), tidy(high * factor)))
    return _Amount(start, end, low, high, currency, number.scaled or times > 1, number.scale * times, left is None)


def _figures(text: str, number: Number) -> _Amount | None:
    """ "a nine-figure sum": money of a currency that isn't said."""
    if not number.vague or "figure" not in text[number.start : number.end].lower() or not _SUM.match(text, number.end):
        return None
    return _Amount(number.start, number.end, number.low, number.high, None, True, 1.0)


def _left(text: str, number: Number, floor: int, default: str) -> _Mark | None:
    start = number.start
    last = text[start - 1 : start]
    if not last or start <= floor:
        return None
    near = text[max(floor, start - 3) : start]
    known = currencies.table()
    if any(char in known.signs for char in near):
        return _left_by_sign(text, start, floor, default)
    if (
        (last in _GAP and near[-2:-1].isalpha())
        or last.isalpha()
        or last == "."
        or (last in _GAP and near[-2:-1] == ".")
    ):
        return _left_by_word(text, number, floor)
    return None


def _left_by_sign(text: str, start: int, floor: int, default: str) -> _Mark | None:
    known, window = currencies.table(), max(floor, start - 12)
    match = _left_sign().search(text, window, start)
    if match is None:
        return None
    sign = match["sign"]
    currency = default if sign == "$" else known.signs[sign]
    at, letters = match.start("sign"), match["letters"]
    if letters and sign in "$£€¥":
        plain = letters.replace(".", "").upper()
        spaced = bool(match["gap"])
        if (
            plain in known.dollars
            and sign == "$"
            and not (
                spaced
                and (
                    plain in ("A", "S", "Z", "N", "B", "L", "G", "J", "U", "R", "AR")
                    or (letters == "us" and not match["space"])
                )
            )
        ):
            currency, at = known.dollars[plain], match.start("letters")
        elif plain in known.exact and plain not in known.behind:
            currency, at = known.exact[plain], match.start("letters")
        elif plain == "CN" and sign == "¥":
            currency, at = "CNY", match.start("letters")
    negative = (bool(match["minus"]) and at == (match.start("letters") if letters else match.start("sign"))) or bool(
        match["inner"]
    )
    if match["minus"] and not match["inner"] and negative:
        at = match.start("minus")
    return _Mark(currency, at, 1.0, True, negative)


# "1.500" is fifteen hundred where these are the money, one and a half elsewhere.
_POINT_GROUPS = frozenset(
    [
        "EUR",
        "CHF",
        "SEK",
        "NOK",
        "DKK",
        "PLN",
        "BRL",
        "TRY",
        "RUB",
        "ARS",
        "CLP",
        "COP",
        "IDR",
        "VND",
        "ITL",
        "ESP",
        "PTE",
        "DEM",
        "HUF",
        "CZK",
    ]
)
_WORDS_BEFORE = frozenset(["dollar", "dollars", "euro", "euros", "rupees", "yen", "yuan", "naira", "sterling"])


def _left_by_word(text: str, number: Number, floor: int) -> _Mark | None:
    match = _LEFT_WORD.search(text, max(floor, number.start - 10), number.start)
    if match is None or (number.glued and match["space"]):
        return None
    known, word = currencies.table(), match["word"]
    currency, times = known.exact.get(word), 1.0
    if currency is None and word[-1] == ".":
        currency = known.exact.get(word[:-1]) if word[:-1] in ("Rs", "Fr", "kr") else None
    if currency is None and 4 <= len(word) <= 5 and word[-3:].isupper():
        currency, times = _magnified(word)
    if (
        currency is None
        and word.lower() in _WORDS_BEFORE
        and (number.scaled or number.letter or not number.digits.isdigit())
    ):
        currency = known.words[word.lower()]
    if currency is None or word in known.behind:
        return None
    if word in ("kr", "Fr", "Sh", "TL", "FF", "DM", "Re", "RM") and not number.digits:
        return None
    at = match.start("minus") if match["minus"] else match.start("word")
    return _Mark(currency, at, times, False, bool(match["minus"]))


def _magnified(word: str) -> tuple[str | None, float]:
    """A code with a magnitude: "MUSD", "MSEK", "EURm"."""
    known = currencies.table()
    if word[1:] in known.exact and word[0] in known.magnitudes:
        return known.exact[word[1:]], float(known.magnitudes[word[0]])
    if word[:3] in known.exact and word[3:] in known.magnitudes:
        return known.exact[word[:3]], float(known.magnitudes[word[3:]])
    return None, 1.0


def _right(
    text: str, end: int, number: Number, following: Number | None, default: str, left: _Mark | None
) -> _Mark | None:
    known, at = currencies.table(), end
    if text[at : at + 1] and text[at] in _GAP:
        at += 1
    sign = text[at : at + 1]
    if sign and sign in known.signs:
        if left is not None or not _own_sign(text, at, following):
            return None
        return _Mark(default if sign == "$" else known.signs[sign], at + 1, 1.0, True)
    match = _RIGHT.match(text, end + 3 if number.vague and text.startswith(" of ", end) else end)
    if match is None:
        return None
    return _right_by_word(text, match, number, following, left)


def _own_sign(text: str, at: int, following: Number | None) -> bool:
    """Whether a sign behind a number is that number's, not the next one's: "10 $ 30 $" but "in 1989 $ 14 million"."""
    if text[at + 1 : at + 2].isdigit():
        return False
    if following is None or following.start != at + 2 or text[at + 1] not in _GAP:
        return True
    after = text[following.end : following.end + 2].lstrip()[:1]
    return after == text[at] or bool(re.compile(r" ?(?:cents?|¢)\b").match(text, following.end))


def _right_by_word(
    text: str, match: re.Match[str], number: Number, following: Number | None, left: _Mark | None
) -> _Mark | None:
    known, word, end = currencies.table(), match["word"], match.end()
    times = 1.0
    phrase, currency, at = word.lower(), None, end
    more = end
    for _ in range(3):
        if (code := known.words.get(phrase)) is not None:
            currency, at = code, more
        step = _MORE.match(text, more)
        if step is None:
            break
        stripped = step[1].rstrip(".") if phrase + " " + step[1] not in known.words else step[1]
        phrase, more = f"{phrase} {stripped.lower()}", step.start(1) + len(stripped)
    if currency is None:
        if match["gap"].startswith("\n"):
            return None
        currency = known.exact.get(word)
        if currency is None and word in ("Rs", "kr", "p") and number.digits:
            currency = {"p": "pence"}.get(word)
            if currency == "pence" and (
                match["gap"] or (text[end : end + 1] in ".-" and text[end + 1 : end + 3] == "m.")
            ):
                return None
        if currency is None and 4 <= len(word) <= 5:
            currency, times = _magnified(word)
        if currency is None and word.endswith("$") and (dollars := known.dollars.get(word[:-1].upper())):
            return None if text[end : end + 1].isdigit() or text[end : end + 1] in _GAP else _Mark(dollars, end)
        if currency is None:
            return None
        if following is not None and (following.start == end or (_year(number) and following.start == end + 1)):
            return None
        if left is not None and (left.currency != currency and not left.sign):
            return None
        return _magnitude_behind(text, _Mark(currency, end, times))
    if _not_money(text, match, currency, at, number):
        return None
    return _magnitude_behind(text, _Mark(currency, at, times)) if left is None or left.sign else None


def _magnitude_behind(text: str, mark: _Mark) -> _Mark:
    """ "75 USD million": the magnitude behind the currency."""
    word = re.compile(r"[ ]([a-z]+)\b").match(text, mark.at)
    scale = SCALES.get(word[1]) if word else None
    return (
        mark
        if scale is None or word is None or text[word.end() : word.end() + 3] == " of"
        else replace(mark, at=word.end(), times=mark.times * scale)
    )


def _year(number: Number) -> bool:
    return len(number.digits) == 4 and number.digits.isdigit() and 1500 <= number.low < 2100


def _not_money(text: str, match: re.Match[str], currency: str, at: int, number: Number) -> bool:
    """The words that mean something else as well: pounds of weight, games won, marks in an examination."""
    word, large = match["word"].lower(), number.scaled or bool(number.letter)
    if word in ("won", "mark", "marks", "crown", "crowns", "real", "sterling", "lei", "rand") and match.end() == at:
        return not large and number.low < 1000
    if word in ("pound", "pounds") and match.end() == at and not large:
        following = re.compile(r"[ -]([a-z]+)").match(text, at)
        if word == "pound" and number.low != 1:
            return following is None or following[1] not in (
                "note",
                "notes",
                "fine",
                "bill",
                "prize",
                "ticket",
                "grant",
                "deal",
                "coin",
                "coins",
            )
        return following is not None and following[1] in currencies.table().weights
    return False


def _mixed(
    text: str, first: _Amount, following: Number, numbers: tuple[Number, ...], index: int, default: str
) -> _Amount | None:
    """Whole units and parts: "3 dollars 50 cents", "thirteen dollars and forty-five", "15 dollars 50"."""
    if (
        first.scaled
        or not first.after
        or following.low >= 100
        or following.low != int(following.low)
        or first.low != int(first.low)
    ):
        return None
    if text[first.end : following.start] not in (" ", " and ", ", "):
        return None
    after = numbers[index + 2] if index + 2 < len(numbers) else None
    part = _single(text, following, after, first.end, default)
    if part is not None and part.currency in currencies.table().parts and part.after:
        end = part.end
    elif (
        part is None
        and not following.letter
        and re.compile(r" ?[.;!?]?$| ?[.;,!?](?:\s|$)| (?:and|more)\b").match(text, following.end)
    ):
        end = following.end
    else:
        return None
    total = tidy(first.low + following.low / 100)
    return _Amount(first.start, end, total, total, first.currency, False, 1.0, True)


def _range(
    text: str, number: Number, first: _Amount | None, numbers: tuple[Number, ...], index: int, default: str
) -> _Amount | None:
    """A range of two figures; the currency may stand with either, the magnitude with the second alone."""
    second = numbers[index + 1]
    start = first.start if first else number.start
    begin = first.end if first else (number.letter_end if number.letter else number.end)
    after = numbers[index + 2] if index + 2 < len(numbers) else None
    opened = _BETWEEN.search(text, max(0, start - 24), start) if text.startswith(" and ", begin) else None
    sep = (_AND if opened else _RANGE).match(text, begin)
    if sep is None or second.start - sep.end() > 8:
        return None
    last = _single(text, second, after, begin, default)
    if sep.end() != (last.start if last else second.start):
        return None
    if (first is None and (last is None or not last.after)) or (number.glued and first is None):
        return None
    dash = sep[0].strip() in ("-", "–", "—", "--")
    if (
        _FROM.search(text, max(0, start - 14), start)
        and not dash
        and not _RANGING.search(text, max(0, start - 24), start)
    ):
        return None
    if last is None:
        if not dash and not opened and not _closes(text, second) and not second.scaled and not second.letter:
            return None
        times = second.times if second.letter else 1.0
        last = _Amount(
            second.start,
            second.letter_end or second.end,
            tidy(second.low * times),
            tidy(second.high * times),
            None,
            second.scaled or times > 1,
            second.scale * times,
        )
    low = first.low if first else tidy(number.low * number.times)
    scaled = first.scaled if first else number.scaled or bool(number.letter)
    if not scaled and last.scale > 1 and low * last.scale < last.high:
        low = tidy(low * last.scale)
    currency = (first.currency if first else None) or last.currency
    if first and first.currency and last.currency and not currencies.agree(first.currency, last.currency):
        return None
    if low >= last.high or low < 0:
        return None
    return _Amount(start, last.end, low, last.high, currency, True, last.scale)


def _closes(text: str, number: Number) -> bool:
    """Whether the figure ends its phrase, so that it is no count of something else ("$5 to 10 people")."""
    return (
        re.compile(r"\s?(?:[.,;:)!?]|$|a |an |per |/|each|for |in |on |and |but |while |depending)").match(
            text, number.end
        )
        is not None
    )


def per_unit(text: str, found: Found) -> str | None:
    """What the price is counted by, where the text says: "$15/hour" is "hour", "£9 a month" is "month"."""
    match = _UNIT.match(text, found.end)
    return match[1].lower() if match else None


def standard(value: Value, default: str | None = None) -> Value:
    """The value in whole units of its currency: 470 pence are 4.70 GBP; cents are ``default``'s where it has cents."""
    low, currency = currencies.standard(value.low, value.currency, default)
    high, _ = currencies.standard(value.high, value.currency, default)
    return value if currency == value.currency else replace(value, low=low, high=high, currency=currency)


def canonical(value: Value) -> tuple[float | None, float | None, str | None, bool]:
    """Equal for two ways of writing one amount: in whole units of the currency."""
    whole = standard(value)
    return whole.low, whole.high, whole.currency, whole.approximate


def show(value: Value) -> str:
    """The amount for people: "EUR 4.2 million", "more than USD 500"."""
    return amounts.show(standard(value))


def compare(a: Value, b: Value) -> Comparison:
    """Whether two amounts can both be right; different currencies are never compared by rate."""
    one, other = standard(a, b.currency), standard(b, a.currency)
    if not currencies.agree(one.currency, other.currency):
        return Comparison("different", "currency: " + " and ".join(sorted((one.currency or "", other.currency or ""))))
    result = amounts.compare(one, other)
    if result.verdict == "same" and one.currency != other.currency:
        return Comparison("compatible", "the same figure; one leaves the currency open")
    return result
