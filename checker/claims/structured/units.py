"""Units in headers: currencies and magnitudes."""

from __future__ import annotations

import re
from functools import lru_cache

from checker import lazy
from checker.values import currencies

_UNIT_PART = lazy.compile(r"[A-Za-z]{1,3}\$|[$€£¥₹]|(?<!\d)'?000s?|(?<!\d)1[.,  ]?000(?:[.,  ]000)?(?!\d)|[A-Za-z]+")
_TIMES = {
    "'000": 1e3,
    "000": 1e3,
    "000s": 1e3,
    "'000s": 1e3,
    "thousand": 1e3,
    "thousands": 1e3,
    "thsd": 1e3,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "billion": 1e9,
    "billions": 1e9,
    "tn": 1e12,
    "crore": 1e7,
    "crores": 1e7,
    "lakh": 1e5,
    "lakhs": 1e5,
}

_UNLESS = lazy.compile(r"[,;]?\s*\b(?:unless|except)\b.*$", re.I)


@lru_cache(maxsize=4096)
def currency_of(text: str) -> str | None:
    """The ISO code that a sign, code or word alone stands for."""
    known, plain = currencies.table(), text.strip(" .()").replace("US$", "USD").replace("U.S. ", "US ")
    if plain.endswith("$") and plain[:-1].upper() in known.dollars:
        return known.dollars[plain[:-1].upper()]
    code = (
        known.signs.get(plain)
        or known.exact.get(plain)
        or known.words.get(plain.casefold())
        or known.exact.get(plain.upper() if len(plain) == 3 else plain)
    )
    return code if code and len(code) == 3 and code.isupper() else None


def unit_of(text: str) -> tuple[str | None, float] | None:
    """Currency and magnitude of a unit such as "€m", "£000s", "USD million", "in thousands of euros"; None for other
    words."""
    currency: str | None = None
    times, plain = 1.0, _UNLESS.sub("", text.strip().replace("’", "'").replace("‘", "'"))
    found = False
    for part in _UNIT_PART.findall(plain):
        low = part.casefold()
        if part in ("A", "S"):
            return None
        code = currency_of(part) if len(part) > 1 or not part.isalpha() else None
        glued = re.fullmatch(r"([A-Z]{3})(m|mn|k|bn)", part) or re.fullmatch(r"(M|K|B)([A-Z]{3})", part)
        if code is not None and (low not in ("all", "try", "top", "cup", "won") or part.isupper()):
            currency, found = code, True
        elif part[0] == "1":
            times, found = times * 10 ** (sum(c.isdigit() for c in part) - 1), True
        elif low in _TIMES:
            times, found = times * _TIMES[low], True
        elif glued is not None:
            first, second = glued[1], glued[2]
            cur, mag = (first, second) if len(first) == 3 else (second, first)
            if currency_of(cur) is None:
                return None
            currency, times, found = currency_of(cur), _TIMES[mag.casefold()], True
        elif low not in (
            "in",
            "of",
            "s",
            "and",
            "the",
            "all",
            "figures",
            "amounts",
            "current",
            "nominal",
            "prices",
            "equivalent",
        ):
            return None
    rest = _UNIT_PART.sub("", plain)
    return (currency, times) if found and not rest.strip(" .,/()-'") else None
