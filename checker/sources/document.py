"""What a format's parser gives back: parts, notes and what it learnt about the document itself."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from checker.model import Part

About = Literal["title", "published", "publisher", "author", "url"]


class BadJsonError(Exception):
    """Not JSON: where, and what was expected."""

    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(reason)
        self.offset, self.reason = offset, reason


class Document(Struct):
    """One parsed text; offsets are those of the text that was parsed.

    ``about`` keeps, per property, the best offer: (rank, value), a low rank being better.
    """

    parts: list[Part] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)  # (offset, reason)
    about: dict[About, tuple[float, str]] = field(default_factory=dict)

    def offer(self, name: About, value: str | None, rank: float) -> None:
        """Take ``value`` for ``name`` unless a better ranked one is known."""
        value = " ".join(value.split()) if value else ""
        if value and (name not in self.about or rank < self.about[name][0]):
            self.about[name] = (rank, value)

    def known(self, name: About) -> str | None:
        """The best value offered for ``name``."""
        return self.about[name][1] if name in self.about else None
