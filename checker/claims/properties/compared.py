"""The other figures of a sentence: what an amount is held against, and the series that it begins.

"up from £187m the year before", "(2023: €44m)", "€84m in 2021, €97m in 2022 and €102m in 2023".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from checker import lazy
from checker.claims.draft import Draft
from checker.claims.properties.measure import TAGS, Anchor, Property, singular
from checker.claims.properties.times import written
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.model import Modality, Value

_YEARS = lazy.compile(r"(?<!\d)((?:19|20)\d\d)(?:([-–/])(\d{4}|\d{2})(?!\d))?")
_YEAR_BEFORE = lazy.compile(
    r"(?:(?:in|for|during|over|at)\s+)?(?:(?:a|one|the|last|the previous|the prior|the preceding|previous|prior)\s+"
    r"(?:financial\s+|fiscal\s+)?year(?:\s+(?:earlier|before|ago|previously))?\b"
    r"|the (?:same|corresponding) (?:period|quarter|month|half|time)(?:\s+(?:a|one|last|of the previous) year\b|\W*$)"
    r"|the (?:year-earlier|year-ago|prior-year) (?:period|quarter))"
)
_SAME_OF = lazy.compile(
    r"(?:in|for|during|over|at) the (?:same|corresponding|equivalent|comparable|like) \w+ (?:of|in) "
    r"(?P<year>(?:19|20)\d\d)\b"
)
_AGAINST = frozenset(("against", "from", "versus", "vs", "vs.", "v", "on", "than"))


def others(sentence: Sentence, prop: Property, anchor: Anchor, made: Draft, taken: set[int]) -> Iterator[Draft]:
    """The dated figures behind the first that are of the same property and subject."""
    if not (prop.period or prop.dated):
        return
    last = anchor.atom
    for phrase in sentence.phrases():
        atom = _amount(phrase, prop)
        if atom is None or id(atom) in taken or atom.first <= anchor.atom.first:
            continue
        if atom.mention is None or atom.mention.value is None:
            continue
        date = _of_comparison(sentence, phrase, atom, made.qualifiers)
        held = date is not None
        if date is None and _in_series(sentence, last, atom, prop):
            date = _behind(sentence, atom, prop)
        if not date:
            continue
        taken.add(id(atom))
        last = atom
        kept = {**made.qualifiers, ("period" if prop.period else "as_of"): date}
        value = _same_unit(atom.mention.value, made.value, prop)
        how: Modality = "asserted" if held and made.modality == "predicted" else made.modality
        yield sentence.draft(
            atom.first, atom.last, made.subject, made.type, prop.attribute, value, how, made.rule,
            made.confidence, **kept,
        )  # fmt: skip


def _amount(phrase: Phrase, prop: Property) -> Atom | None:
    """The phrase's amount; "97 million" is money beside an amount of money."""
    found = next((atom for atom in phrase.atoms if atom.tag == TAGS[prop.value]), None)
    if found is None and prop.value == "money":
        found = next((a for a in phrase.atoms if a.tag == "QTY" and a is phrase.head and _scaled(a)), None)
    return found


def _scaled(atom: Atom) -> bool:
    return not atom.lower.isdigit() and any(word in atom.lower for word in ("million", "billion", "m", "bn"))


def _same_unit(value: Value, model: Value, prop: Property) -> Value:
    return value if value.kind == prop.value else replace(value, kind=prop.value, currency=model.currency)


def _of_comparison(sentence: Sentence, phrase: Phrase, amount: Atom, known: Mapping[str, str]) -> str | None:
    """The date of a compared figure, where the phrase is one: None where it is not, "" where it has none."""
    if (found := _labelled(sentence, phrase)) is not None:
        return found
    last = phrase.prep.split(" ")[-1]
    if last not in _AGAINST and not (last in ("with", "to") and _compared(sentence, phrase)):
        return None
    following = [m for m in sentence.passage.within(amount.last, amount.last + 8) if m.kind == "date"]
    behind = sentence.passage.text(amount.last, min(amount.last + 7, sentence.last)).casefold()
    if (same := _SAME_OF.match(behind)) and (said := known.get("period", "")) and _YEARS.search(said):
        return _YEARS.sub(same["year"], said)
    if _YEAR_BEFORE.match(behind) and not (following and not following[0].anchor):
        if (period := known.get("period", "")) and _YEARS.search(period):
            return year_before(period)
        if (day := known.get("as_of", ""))[:4].isdigit() and "/" not in day:
            return f"{int(day[:4]) - 1}{day[4:]}"
    return written(following[0], True) if following else ""


def year_before(period: str) -> str:
    """The same period a year earlier: "2024-25" is 2023-24, "the year to June 2024" the year to June 2023."""

    def shifted(match: re.Match[str]) -> str:
        first, joint, second = match[1], match[2] or "", match[3] or ""
        return (
            f"{int(first) - 1}{joint}{str((int(second) - 1) % 10 ** len(second)).zfill(len(second)) if second else ''}"
        )

    return _YEARS.sub(shifted, period)


def _labelled(sentence: Sentence, phrase: Phrase) -> str | None:
    """ "(2023: €44m)": the date before the colon."""
    first, tokens = phrase.atoms[0].first, sentence.passage.tokens
    if first < 2 or tokens[first - 1].text != ":":
        return None
    dates = [m for m in sentence.passage.within(max(0, first - 12), first) if m.kind == "date" and m.last == first - 1]
    return written(dates[-1], True) if dates else None


def _compared(sentence: Sentence, phrase: Phrase) -> bool:
    start = phrase.atoms[0].first
    return "compared" in phrase.prep or any(
        token.lower in ("compared", "comparing") for token in sentence.passage.tokens[max(0, start - 3) : start]
    )


def _in_series(sentence: Sentence, first: Atom, second: Atom, prop: Property) -> bool:
    """Nothing but dates, commas and "and" between two amounts: "€84m in 2021, €97m in 2022 and …"."""
    between = [a for a in sentence.atoms if first.last <= a.first < second.first]
    return (
        any(a.tag == "DATE" for a in between)
        and any(a.tag in ("COMMA", "CONJ", "SEMI") for a in between)
        and all(a.tag in _JOINTS or a.lower in prop.units or singular(a.lower) in prop.units for a in between)
    )


_JOINTS = frozenset("DATE COMMA CONJ SEMI PREP ADV DET OPEN CLOSE".split())


def _behind(sentence: Sentence, atom: Atom, prop: Property) -> str:
    """The date right behind an amount."""
    counted = sentence.passage.tokens[atom.last].lower if atom.last < sentence.last else ""
    reach = atom.last + (5 if counted in prop.units or singular(counted) in prop.units else 4)
    following = [m for m in sentence.passage.within(atom.last, reach) if m.kind == "date"]
    return written(following[0], prop.period) if following else ""
