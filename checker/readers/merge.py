"""What several readers say of one source, as one list: the same claim from two is one claim with two witnesses."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from checker.claims.finish import claim_id
from checker.model import Claim
from checker.packs import Packs
from checker.values import compare
from checker.values.names import words
from checker.values.qualifiers import qualifier


def merge(lists: Iterable[list[Claim]], packs: Packs) -> list[Claim]:
    """The claims of each reader; where a later reader says the same as an earlier, the earlier one's claim stays."""
    kept: list[Claim] = []
    places: dict[tuple[str, ...], list[int]] = {}
    for claims in lists:
        earlier = len(kept)
        for claim in claims:
            slots = places.setdefault(_slot(claim), [])
            twin = next((at for at in slots if at < earlier and _same(kept[at], claim, packs)), None)
            if twin is None:
                slots.append(len(kept))
                kept.append(claim)
            else:
                kept[twin] = _witnessed(kept[twin], claim)
    return kept


def _slot(claim: Claim) -> tuple[str, ...]:
    """What two claims have to share before they are compared: a surname, the last word of another name or its first."""
    name = words(claim.subject.name)
    part = name[-1:] if claim.subject.type == "person" else name[:1]
    return claim.source, claim.attribute, claim.modality, *part


def _same(one: Claim, other: Claim, packs: Packs) -> bool:
    ours, theirs = set(words(one.subject.name)), set(words(other.subject.name))
    if not (ours <= theirs or theirs <= ours):
        return False
    attribute = packs.attributes.get(one.attribute)
    for key in attribute.key if attribute is not None else ():
        a, b = one.qualifiers.get(key, ""), other.qualifiers.get(key, "")
        if a and b and qualifier(key, a) != qualifier(key, b):
            return False
    return compare(one.value, other.value).verdict == "same"


def _witnessed(one: Claim, other: Claim) -> Claim:
    """The first claim, with the second as its witness and with what that one says more."""
    readers = (*(one.witnesses or (one.reader,)), *(other.witnesses or (other.reader,)))
    more = {key: text for key, text in other.qualifiers.items() if key not in one.qualifiers}
    qualifiers = dict(sorted({**one.qualifiers, **more}.items()))
    witnesses = tuple(dict.fromkeys(readers))
    both = replace(one, qualifiers=qualifiers, witnesses=witnesses if len(witnesses) > 1 else ())
    return replace(both, id=identity(both)) if one.id == identity(one) else both


def identity(claim: Claim) -> str:
    """The id that a claim of this content has."""
    place = claim.span.line, claim.span.column
    return claim_id(claim.source, *place, claim.subject, claim.attribute, claim.value, claim.qualifiers, claim.modality)
