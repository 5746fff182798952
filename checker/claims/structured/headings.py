"""What one header or key says: an attribute, what rows are about, a qualifier, and the unit, currency, date it
carries."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from checker import lazy
from checker.claims.structured.lexicon import Words, fold
from checker.claims.structured.units import unit_of
from checker.values.dates import recognise


class Heading(Struct, frozen=True):
    """``role``: attribute, subject, qualifier, officer, people, ignored or "" (unknown); ``others``: what it means
    elsewhere.

    ``times`` multiplies bare figures ("£000s"); ``as_of`` is EDTF; ``period`` and ``scope`` are as written.
    """

    text: str
    role: str = ""
    name: str = ""
    others: tuple[tuple[str, str], ...] = ()
    status: str = ""
    currency: str | None = None
    times: float = 1.0
    as_of: str = ""
    period: str = ""
    scope: str = ""
    predicted: bool = False
    about: tuple[str, str] = ("", "")  # name and kind of whom it names itself ("CAT staff")

    def can_be(self, role: str, name: str) -> bool:
        """Whether this is one of its meanings."""
        return (self.role, self.name) == (role, name) or (role, name) in self.others


_MONTH = lazy.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:[a-z]{2,6})?(?= (?:19|20)\d\d)")
_MARKS = lazy.compile(r"[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\w{1,3}\]$")
# How people are counted, which is no part of them.
NO_SCOPE = (
    "full-time",
    "fulltime",
    "full time",
    "part-time",
    "fte",
    "ftes",
    "heads",
    "average",
    "persons",
    "year-end",
    "year end",
    "at year end",
    "end of year",
    "period end",
    "number",
    "no.",
    "persons",
    "people",
    "headcount",
    "monthly average",
    "full-time equivalent",
    "full-time equivalents",
)
_ON_BEHALF = lazy.compile(
    r"(?:for|on behalf of|representing) (?:company|society|board|association|federation|charity|trust|club|"
    r"cooperative|co-operative|foundation|management|bank|firm|council|committee)"
)
_PARENS = lazy.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_AHEAD = lazy.compile(
    r"\b(?:forecast|projected|projection|expected|planned|target|outlook|guidance|budgeted)\b|\d(?:E|F)\b", re.I
)
_ENDS = lazy.compile(
    r"\s+(?:at|end of|at end of|at the end of)?\s*(?:the )?(?:year[ -]end|end of (?:the )?(?:year|period)|"
    r"period[ -]end)\s*$",
    re.I,
)
# What changes, is planned or is gone is not what there is.
_AHEAD_WORDS = frozenset("forecast projected projection expected planned target outlook guidance budgeted".split())
_OTHER = frozenset(
    "cut cuts lost loss losses added hired new growth change changes target targets "
    "planned plan "
    "redundancies redundant layoffs affected leaving left gone made "
    "costs cost expense expenses wages wage salaries salary pay remuneration pension pensions turnover training "
    "absence sickness survey satisfaction days hours utilisation productivity benefits bonus bonuses "
    "per average vacancies vacant gained joined share volunteer volunteers capacity potential possible saved "
    "created".split()
)
_PERIOD = lazy.compile(
    r"\b(?:FY|CY)\s?'?(?:\d{4}(?:[/–-]\d{2,4})?|\d{2}(?:[/–-]\d{2})?)\b|\b[QH][1-4]\s?'?(?:\d{4}|\d{2})\b|"
    r"\b\d{4}[/–-]\d{2}\b|\b\d{4}\b"
)


def looks_ahead(text: str) -> bool:
    """Whether a header or label marks its figures as planned or forecast."""
    return bool(_AHEAD.search(text))


def heading(text: str, known: Words, published: str | None) -> Heading:
    """Read one header or key; of one in two languages ("Gründung / founded") the half that is known."""
    found = _heading(text, id(known), published, _Held(known))
    if (not found.role or found.scope) and "/" in text:
        halves = [_heading(half, id(known), published, _Held(known)) for half in _SLASH.split(text) if half.strip()]
        sure = [half for half in halves if half.role and not half.scope]
        return replace(sure[0], text=text) if len(halves) == 2 and len(sure) == 1 else found
    if not found.role and len(parts := _OR.split(text.replace("_", " "))) == 2:
        either = [half for half in (_heading(part, id(known), published, _Held(known)) for part in parts) if half.role]
        if len(either) == 2:  # "lead or buyer": the one where it fits, else the other
            first, other = either
            more = [m for m in ((other.role, other.name), *other.others) if not first.can_be(*m)]
            return replace(first, text=text, others=(*first.others, *more))
    return found


_OR = lazy.compile(r"\s+or\s+")
_SLASH = lazy.compile(r"(?<!\d)\s*/\s*(?!\d)")


class _Held:
    """Carries the lexicon past the cache, which keys on its identity."""

    def __init__(self, known: Words) -> None:
        self.known = known

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.known is self.known

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=4096)
def _heading(text: str, _: int, published: str | None, held: _Held) -> Heading:
    known = held.known
    rest, currency, times, scope = (
        re.sub(r"\(s\)|_", lambda m: " " if m[0] == "_" else "", _MARKS.sub("", text)).strip(" :"),
        None,
        1.0,
        "",
    )
    rest = _MONTH.sub(lambda m: m[0].capitalize(), rest)  # "staff_aug_2025"
    as_of, period = "", ""
    whole = known.exact.get(fold(rest))
    for inside in _PARENS.findall(rest) if not whole else ():
        unit = unit_of(inside)
        moment, span = _time(inside, published)
        if unit is not None:
            currency, times = unit[0] or currency, unit[1]
        elif moment or span:
            as_of, period = moment or as_of, span or period
        elif fold(inside) not in (*known.neutral, *NO_SCOPE) and not known.exact.get(fold(inside)):
            scope = inside.strip()
    rest = _PARENS.sub(" ", rest) if not whole else rest
    if "," in rest and not whole:
        head, tail = rest.split(",", 1)
        if (fold(head) in known.exact or unit_of(tail) is None) and fold(tail) in NO_SCOPE:
            rest = head
        unit = unit_of(tail)
        moment, span = _time(tail, published)
        if unit is not None:
            rest, currency, times = head, unit[0] or currency, unit[1]
        elif (moment or span) and known.exact.get(fold(head)):
            rest, as_of, period = head, moment, span
    rest = _ENDS.sub("", rest)
    if not known.exact.get(fold(rest)):
        moment, span = _time(rest, published)
        if moment or span:
            as_of, period = as_of or moment, period or span
            rest = _without_time(rest, published)
            if not rest or (unit := unit_of(rest)) is not None:
                currency, times = unit if rest and unit else (currency, times)
                return Heading(text, "time", currency=currency, times=times, as_of=as_of, period=period)
    phrase, unit = _split_unit(fold(rest), known)
    if unit is not None:
        currency, times = unit[0] or currency, unit[1] if unit[1] != 1.0 else times
    meanings, status, more = _meanings(phrase, known)
    first = meanings[0] if meanings else ("", "")
    return Heading(
        text,
        *first,
        tuple(meanings[1:]),
        status,
        currency,
        times,
        as_of,
        period,
        scope or more,
        bool(_AHEAD.search(text)),
    )


def _time(text: str, published: str | None) -> tuple[str, str]:
    """(EDTF, period as written) that a header names."""
    found = recognise(text, published)
    period = _PERIOD.search(text)
    edtf = found[0].value.edtf or "" if found else ""
    if not edtf and period and re.fullmatch(r"(?:1[89]|20)\d\d", period[0]):
        edtf = period[0]
    span = period[0] if period else ""
    if found and span in found[0].value.text:
        span = found[0].value.text
    return ("" if "XXXX" in edtf else edtf), span


def _without_time(text: str, published: str | None) -> str:
    for found in reversed(recognise(text, published)):
        text = text[: found.start] + " " + text[found.end :]
    text = _PERIOD.sub(" ", text)
    return re.sub(
        r"\b(?:as of|as at|at|in|on|for|to|end|year|ended|ending|year-end)\s*$", " ", text.strip(" ,:-–"), flags=re.I
    ).strip(" ,:-–")


def _split_unit(phrase: str, known: Words) -> tuple[str, tuple[str | None, float] | None]:
    """A unit at either end of a header without parentheses: "amount usd", "eur m raised"."""
    if phrase in known.exact:
        return phrase, None
    parts = phrase.split()
    for count in (2, 1):
        if len(parts) > count:
            unit = unit_of(" ".join(p.upper() if len(p) == 3 else p for p in parts[-count:]))
            if unit is not None:
                return " ".join(parts[:-count]), unit
            unit = (
                unit_of(" ".join(p.upper() if len(p) == 3 else p for p in parts[:count]))
                if parts[0] not in ("m", "k", "b")
                else None
            )
            if unit is not None and unit[0]:
                return " ".join(parts[count:]), unit
    return phrase, None


def _meanings(phrase: str, known: Words) -> tuple[list[tuple[str, str]], str, str]:
    """The meanings of a phrase, the status its words give, and a scope that is left of it."""
    if phrase in known.exact:
        return known.exact[phrase], "", ""
    if _ON_BEHALF.fullmatch(phrase):
        return [("people", "")], "", ""
    parts, status = phrase.split(), ""
    if len(parts) > 1:
        for side in (0, -1):
            word = parts[side]
            status = (
                "former"
                if word in known.former
                else "incoming"
                if word in known.incoming
                else "current"
                if word in known.current
                else ""
            )
            if status:
                rest = " ".join(parts[1:] if side == 0 else parts[:-1])
                if rest in known.exact:
                    meanings = _timed(known.exact[rest], status)
                    return (
                        (meanings if status == "current" and word != "new" else _lasting(meanings, known)),
                        status,
                        "",
                    )
    if (turned := known.bags.get(frozenset(parts) - {"of"})) is not None:
        return turned, "", ""
    bare = " ".join(word for word in parts if word not in known.neutral)
    sure = [m for m in known.exact.get(bare, ()) if m[0] != "subject"]
    if bare and sure:
        return sure, "", ""
    dated = known.exact.get(
        " ".join(word for word in parts if word not in known.neutral and word not in ("year", "date", "when", "time")),
        [],
    )
    dated = [m for m in dated if m[0] == "attribute" and known.attributes[m[1]].value == "date"]
    if not dated and len(parts) == 2:  # "left univ", "joined club"
        dated = [
            m for m in known.exact.get(parts[0], ()) if m[0] == "attribute" and known.attributes[m[1]].value == "date"
        ]
    return (dated, "", "") if dated else _near(parts, known)


def _timed(meanings: list[tuple[str, str]], status: str) -> list[tuple[str, str]]:
    """What a header means with "previous" or "new" before it: a company is an employer then."""
    kept = [m for m in meanings if m[0] in ("attribute", "officer")]
    if ("subject", "organization") in meanings:
        kept.append(("attribute", "employer"))
    return kept or (meanings if status == "current" else [])


def _lasting(meanings: list[tuple[str, str]], known: Words) -> list[tuple[str, str]]:
    """What still holds of "new" or "previous": "new staff" and "previous valuation" are no figures of today's."""
    return [m for m in meanings if m[0] != "attribute" or known.attributes[m[1]].value not in ("quantity", "money")]


# Where some of the people work or come: "employees Braga plant", "visitors north gallery".
_SITES = frozenset(
    "plant office offices site works mill factory campus depot branch shop store warehouse yard mine quarry lab "
    "laboratory hub centre center clinic hospital ward theatre studio kitchen terminal workshop foundry dairy farm "
    "gallery museum library school department division unit team directorate region subsidiary hq headquarters".split()
)


def _near(parts: list[str], known: Words) -> tuple[list[tuple[str, str]], str, str]:
    """The attribute whose words are in the header with next to nothing left over; nothing where two are as near."""
    bag = frozenset(parts)
    best: dict[str, tuple[float, frozenset[str]]] = {}
    for word in sorted(bag):
        for synonym, name in known.tokens.get(word, ()):
            left, missing = bag - synonym - known.neutral, synonym - bag
            score = len(synonym & bag) / (len(synonym) + len(left)) if not missing else 0.0
            if score > best.get(name, (0.0, frozenset()))[0]:
                best[name] = (score, left)
    placed = {name for name in ("headcount", "users") if name in best and not best[name][1].isdisjoint(_SITES)}
    ranked = sorted(((score, name) for name, (score, _) in best.items() if not placed or name in placed), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return [], "", ""
    score, name = ranked[0]
    left = best[name][1] - _AHEAD_WORDS
    if score >= 0.66 or not left:
        return [("attribute", name)], "", ""
    if left & _OTHER:
        return [], "", ""
    if (
        (name in placed and len(left) < 4)
        or (score >= 0.5 and len(left) == 1 and known.attributes[name].key == "scope")
        or (score >= 0.5 and len(left) == 1 and name == "headcount")
    ):
        scope = " ".join(word for word in parts if word in left)
        return [("attribute", name)], "", "" if scope in NO_SCOPE else scope
    return [], "", ""
