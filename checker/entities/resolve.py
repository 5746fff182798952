"""Gather the names of one thing under one name, and say in the claims which name that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from checker.entities.believed import corroborated, sifted
from checker.entities.known import Known
from checker.entities.match import clusters
from checker.entities.mentions import Mentions, Named, gather
from checker.model import Claim, Subject, Value
from checker.values.names import fold

Names = dict[tuple[str, str], str]  # (type, name as written) -> the name to use
Reasons = dict[tuple[str, str], str]


def resolve(claims: Iterable[Claim], known: Known | None = None) -> list[Claim]:
    """The claims that are believed, each thing under one name (and, where a name is said to be of two types, under one
    type).

    ``known`` (an entities file) comes first. Values keep what is written of them; only the names of people and
    organizations change.
    """
    return sift(claims, known)[0]


def sift(claims: Iterable[Claim], known: Known | None = None) -> tuple[list[Claim], list[Claim]]:
    """As ``resolve``, and the claims that are not believed (see ``believed``)."""
    held, known = list(claims), known or Known()
    mentions = gather(held)
    names, _, types = naming_of(mentions, known)
    bodies = corroborated(mentions, names, types, known)
    return sifted((renamed(claim, names, types) for claim in held), bodies)


def naming_of(mentions: Mentions, known: Known) -> tuple[Names, Reasons, dict[str, str]]:
    """Which name stands for each, why, and the type of each name that is said to be of several."""
    types = types_of(mentions, known)
    merged: dict[tuple[str, str], Named] = {}
    for (kind, text), entry in sorted(mentions.items()):
        key = (types.get(fold(text), kind), text)
        if key in merged:
            merged[key].count += entry.count
            merged[key].sources |= entry.sources
            merged[key].beside += entry.beside
        else:
            merged[key] = Named(text, key[0], entry.count, set(entry.sources), Counter(entry.beside))
    names: Names = {}
    reasons: Reasons = {}
    for kind in sorted({kind for kind, _ in merged}):
        same = [entry for (k, _), entry in sorted(merged.items()) if k == kind]
        for name, members in clusters(same, kind, known):
            for entry, reason in members:
                if entry.text != name:
                    names[kind, entry.text] = name
                    reasons[kind, entry.text] = reason
    return names, reasons, types


def types_of(mentions: Mentions, known: Known) -> dict[str, str]:
    """The type of names that are written with several: the one given, else the one most often said."""
    votes: dict[str, Counter[str]] = {}
    for (kind, text), entry in mentions.items():
        votes.setdefault(fold(text), Counter())[kind] += entry.count
    found = {name: min(count, key=lambda t: (-count[t], t)) for name, count in votes.items() if len(count) > 1}
    given = {fold(alias): known.types[name] for alias, name in known.aliases.items() if name in known.types}
    return found | given


def renamed(claim: Claim, names: Names, types: dict[str, str]) -> Claim:
    """The claim with each thing under the name that stands for it."""
    subject = _subject(claim.subject, names, types)
    value = _value(claim.value, names, types)
    qualifiers = claim.qualifiers
    written = qualifiers.get("organization", "")
    if written:
        kind = types.get(fold(written), "organization")
        name = names.get((kind, written), written)
        if name != written:
            qualifiers = {**qualifiers, "organization": name}
    if subject is claim.subject and value is claim.value and qualifiers is claim.qualifiers:
        return claim
    return replace(claim, subject=subject, value=value, qualifiers=qualifiers)


def _subject(subject: Subject, names: Names, types: dict[str, str]) -> Subject:
    kind = types.get(fold(subject.name), subject.type)
    name = names.get((kind, subject.name), subject.name)
    return subject if (name, kind) == (subject.name, subject.type) else Subject(name, kind)


def _value(value: Value, names: Names, types: dict[str, str]) -> Value:
    if value.kind not in ("person", "organization"):
        return value
    kind = types.get(fold(value.text), value.kind)
    name = names.get((kind, value.text), value.text)
    return value if name == value.text else replace(value, text=name)
