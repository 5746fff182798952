"""Every name in the claims, with how often and beside what it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from checker.model import Claim


class Named(Struct):
    """One spelling of a name: its type, how many claims and sources name it, and what is said beside it."""

    text: str
    type: str
    count: int
    sources: set[str]
    beside: Counter[str]  # people beside an organization, organizations beside a person


def gather(claims: Iterable[Claim]) -> dict[tuple[str, str], Named]:
    """The names in the claims by (type, text): subjects, names as values, and organizations in qualifiers."""
    found: dict[tuple[str, str], Named] = {}

    def add(text: str, kind: str, claim: Claim, beside: str = "") -> None:
        entry = found.get((kind, text))
        if entry is None:
            entry = found[kind, text] = Named(text, kind, 0, set(), Counter())
        entry.count += 1
        entry.sources.add(claim.source)
        if beside:
            entry.beside[beside] += 1

    for claim in claims:
        organization = claim.qualifiers.get("organization", "")
        value = claim.value
        other = organization or (value.text if value.kind == "organization" else "")
        if value.kind == "person":
            other = value.text
        add(claim.subject.name, claim.subject.type, claim, other)
        if value.kind in ("person", "organization") and value.text:
            add(value.text, value.kind, claim, claim.subject.name)
        if organization:
            add(organization, "organization", claim, claim.subject.name)
    return found
