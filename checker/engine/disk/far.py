"""Claims of which the quote stays on disk: what is held of a claim where there are a million of one thing.

What such claims have in common (values, qualifiers, names) is held once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import ClassVar, TypeVar

from checker.ledger.records import KeptClaim, decoded_claim
from checker.model import Claim, Span, Subject, Value

T = TypeVar("T")
_SHARED = 100_000  # different things of one kind that are looked out for


class FarClaim(Claim, frozen=True, gc=False):
    """A claim with the number of its row in the place of its quote, which is fetched whenever somebody reads it."""

    fetch: ClassVar[Callable[[int], bytes]]

    @property  # type: ignore[misc]
    def quote(self) -> str:
        """The quote."""
        return self._kept().quote

    @property  # type: ignore[misc]
    def mark(self) -> tuple[int, int] | None:
        """Where in the quote the value stands."""
        return self._kept().mark

    def _kept(self) -> KeptClaim:
        row: int = Claim.quote.__get__(self)  # type: ignore[attr-defined]
        return decoded_claim(type(self).fetch(row))


class Sharing:
    """Makes far claims, whose equal parts are one. ``fetch`` gives the bytes of a row."""

    def __init__(self, fetch: Callable[[int], bytes]) -> None:
        class Made(FarClaim, frozen=True, gc=False):
            pass

        Made.fetch = staticmethod(fetch)
        self._made, self._held = Made, dict[Hashable, object]()

    def claim(self, data: bytes, path: str, row: int) -> Claim:
        """The claim of a row."""
        kept = decoded_claim(data)
        qualifiers = self._one(tuple(sorted(kept.qualifiers.items())), kept.qualifiers)
        return self._made(
            kept.id, path, self._one(kept.span, Span(*kept.span)), row,  # type: ignore[arg-type]
            self._one(kept.subject, Subject(*kept.subject)), self._one(kept.attribute, kept.attribute),
            self._one(kept.value, Value(*kept.value)), qualifiers, kept.modality, self._one(kept.rule, kept.rule),
            self._one(kept.reader, kept.reader), kept.confidence, None, kept.witnesses,
        )  # fmt: skip

    def _one(self, key: Hashable, made: T) -> T:
        """What was made of an equal one before."""
        found = self._held.get((type(made), key))
        if found is None:
            if len(self._held) >= _SHARED:
                self._held.clear()
            found = self._held[type(made), key] = made
        return found  # type: ignore[return-value]
