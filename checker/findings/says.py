"""What a fact's claims say, each distinct thing once: the comparison then is of things said, not of claims."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from datetime import date

from msgspec import Struct

from checker import lazy
from checker.findings.interface import SPEAKING, Case, days_of
from checker.model import Claim, Fact, Value
from checker.values import AMOUNTS, canonical
from checker.values.names import fold, words

MOST = 120  # distinct things compared pairwise; of more, those with the most sources


class Say(Struct):
    """One distinct thing said: a value, for when, and whether it is denied or said to be the only one."""

    value: Value
    key: Hashable
    as_of: str
    status: str
    past: bool  # held before another post at the same place, by the same source
    denied: bool
    sole: bool
    history: bool  # a dated figure of sources that each give a later one too
    scope: str  # of what part it is said, where that does not tell facts apart
    edition: str  # of which year's race, meeting or festival
    claims: list[Claim]
    sources: set[str]
    told: tuple[date, date, bool] | None = None  # what ``pairs`` makes of it, once
    kinds: dict[str, bool] = {}


def says(fact: Fact, case: Case, sole: Sequence[str] = ()) -> tuple[list[Say], int]:
    """The things said of a fact, those of the most sources first; and how many were left out beyond ``MOST``."""
    attribute = case.world.attribute(fact.attribute)
    past = _past(fact, case) if attribute.status else frozenset()
    found: dict[Hashable, Say] = {}
    for claim in fact.claims:
        denied = claim.modality == "denied"
        if (not denied and claim.modality not in SPEAKING) or not _says_something(claim.value):
            continue
        status = claim.qualifiers.get("status", "") if attribute.status else ""
        only = bool(sole) and not denied and _sole(claim, sole)
        as_of = claim.qualifiers.get("as_of", "")
        scope = "" if "scope" in attribute.key else fold(claim.qualifiers.get("scope", ""))
        value_key = canonical(claim.value)
        edition = fold(claim.qualifiers.get("edition", ""))
        key = (value_key, as_of, status if denied else _phase(status), claim.id in past, denied, only, scope, edition)
        say = found.get(key)
        if say is None:
            found[key] = say = Say(
                claim.value, value_key, as_of, status, claim.id in past, denied, only, False, scope, edition, [], set()
            )
        say.claims.append(claim)
        say.sources.add(claim.source)
    if attribute.dated:
        _mark_history(found.values())
    ordered = sorted(found.values(), key=_rank)
    return ordered[:MOST], max(0, len(ordered) - MOST)


def _says_something(value: Value) -> bool:
    """Whether a value can be compared at all: "many" is no figure, "at some time" no date."""
    if value.kind in AMOUNTS:
        return value.low is not None or value.high is not None
    return bool(value.edtf) if value.kind == "date" else bool(value.text)


def _mark_history(said: Iterable[Say]) -> None:
    latest: dict[str, date] = {}
    dated = [(say, days_of(say.as_of)[1] if say.as_of else None) for say in said if not say.denied]
    for say, day in dated:
        for source in say.sources:
            latest[source] = max(latest.get(source, date.min), date.max if not say.as_of else day or date.min)
    for say, day in dated:
        say.history = day is not None and all(latest[source] > day for source in say.sources)


def _rank(say: Say) -> tuple[object, ...]:
    first = say.claims[0]
    return (-len(say.sources), say.value.text, say.as_of, say.status, say.denied, say.past, first.source, first.span)


def _phase(status: str) -> str:
    """Current and incoming are one: an appointment is announced before it begins."""
    return "current" if status in ("incoming", "acting", "interim", "designate") else status


def _past(fact: Fact, case: Case) -> frozenset[str]:
    """Ids of claims of a former post whose source says that its holder is still there, in another post."""
    still: dict[str, set[Hashable]] = {}
    for claim in fact.claims:
        if (
            claim.modality in SPEAKING
            and claim.qualifiers.get("status") in ("current", "incoming")
            and not timeless(claim.value)
        ):
            still.setdefault(claim.source, set()).add(canonical(claim.value))
    place = fold(fact.qualifiers.get("organization", ""))
    found = set()
    for claim in fact.claims:
        if claim.qualifiers.get("status") != "former":
            continue
        work = case.at_work.get((claim.source, place), set())
        if still.get(claim.source, set()) - {canonical(claim.value)} or work & {"current", "incoming"}:
            found.add(claim.id)
    return frozenset(found)


def timeless(value: Value) -> bool:
    """Whether a title is of founding: that is held for ever, beside any post."""
    return value.kind == "title" and bool(_FOUNDING.search(fold(value.text)))


_FOUNDING = lazy.compile(r"\b(?:co-?\s?)?found(?:er|ers|ing|ress)\b|\bcofounder\b")
_ONLY = lazy.compile(
    r"\b(?:sole(?:ly)?|alone|single-?handed(?:ly)?|on (?:her|his|my|their|its) own|by (?:her|him|my)self"
    r"|without (?:any )?co-?founders?)\b"
)
_LONE = lazy.compile(r"\b(?:only|single|lone|one and only)\s+(?:\w+\s+)?$")


def _sole(claim: Claim, stems: Sequence[str]) -> bool:
    """Whether the sentence that a claim stands in says that its value is the only one."""
    if claim.qualifiers.get("sole") or claim.qualifiers.get("only"):
        return True
    if len(claim.quote) > 20_000:
        return False
    quote = fold(claim.quote)
    said = set(words(claim.value.text)) | {"i", "she", "he"}
    for sentence in re.split(r"(?<=[.!?;])\s+", quote):
        found = next((at for stem in stems if (at := _at(sentence, stem)) >= 0), -1)
        if found < 0 or not said & set(words(sentence)) or re.search(r"\bnot (?:the )?(?:sole|only|alone)\b", sentence):
            continue
        if _ONLY.search(sentence) or _LONE.search(sentence[max(0, found - 30) : found]):
            return True
    return False


def _at(sentence: str, stem: str) -> int:
    found = re.search(rf"\b(?:co-?)?{re.escape(stem)}", sentence)
    return found.start() if found else -1
