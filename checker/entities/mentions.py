"""Every name in the claims, with how often and beside what it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from checker.model import Claim
from checker.values import canonical
from checker.values.names import fold

_COUNTED = frozenset(("quantity", "percent"))  # figures that two things share by chance


class Named(Struct):
    """One spelling of a name: its type, how many claims and sources name it, and what is said beside it."""

    text: str
    type: str
    count: int
    sources: set[str]
    beside: Counter[str]  # organizations beside a person; what is said of an organization, or of people at it


Mentions = dict[tuple[str, str], Named]  # by (type, text)


def add_to(found: Mentions, more: Iterable[Named]) -> None:
    """Put names that were gathered apart together."""
    for entry in more:
        held = found.setdefault((entry.type, entry.text), entry)
        if held is not entry:
            held.count += entry.count
            held.sources |= entry.sources
            held.beside += entry.beside


def gather(claims: Iterable[Claim]) -> Mentions:
    """The names in the claims by (type, text): subjects, names as values, and organizations in qualifiers."""
    found: Mentions = {}

    def add(text: str, kind: str, claim: Claim, beside: str = "") -> None:
        entry = found.get((kind, text))
        if entry is None:
            entry = found[kind, text] = Named(text, kind, 0, set(), Counter())
        entry.count += 1
        entry.sources.add(claim.source)
        if beside:
            entry.beside[beside] += 1

    for claim in claims:
        organization, value = claim.qualifiers.get("organization", ""), claim.value
        named = value.text if value.kind in ("person", "organization") else ""
        said = "" if value.kind in _COUNTED else f"{claim.attribute}={canonical(value)}"
        if claim.subject.type == "person":
            add(claim.subject.name, "person", claim, organization or named)
        else:
            add(claim.subject.name, claim.subject.type, claim, said)
        if named:
            add(named, value.kind, claim, claim.subject.name if value.kind == "person" else "")
        if organization:
            add(organization, "organization", claim, f"{fold(claim.subject.name)} {said}" if said else "")
    return found
