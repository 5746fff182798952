"""The evidence gathered about the names of one document."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct

from checker.mentions import weights
from checker.passages import Name


class Evidence(Struct):
    """The document's names by key, how often each piece of evidence was seen for them, and votes from other names."""

    names: dict[str, Name]
    counts: dict[str, dict[str, float]]
    extra: dict[str, dict[str, float]]
    beside: list[tuple[str, str]]  # keys of names joined by "and" or a list
    aliases: dict[str, str]  # key of a short form -> key of the form that defines it: "Name (N)"

    def add(self, key: str, piece: str, note: str = "") -> None:
        """Count one sighting of ``piece``; ``note`` is the word that it was."""
        seen = self.counts[key]
        seen[piece] = seen.get(piece, 0.0) + 1.0
        self._note(key, f"{piece} ({note})" if note else piece)

    def lend(self, key: str, kind: str, weight: float, reason: str) -> None:
        """A vote that comes from another name."""
        votes = self.extra[key]
        votes[kind] = votes.get(kind, 0.0) + weight
        self._note(key, f"{kind} {weight:+.1f}: {reason}")

    def settle(self) -> None:
        """Weigh what was gathered: every name's votes and kind."""
        for key, name in self.names.items():
            votes = weights.weigh(self.counts[key])
            for kind, weight in self.extra[key].items():
                votes[kind] = votes.get(kind, 0.0) + weight
            name.votes = votes
            name.kind = weights.best(votes)

    def _note(self, key: str, note: str) -> None:
        reasons = self.names[key].reasons
        if len(reasons) < 16 and note not in reasons:
            reasons.append(note)


def fresh(names: dict[str, Name]) -> Evidence:
    """No evidence yet about ``names``."""
    return Evidence(names, defaultdict(dict), defaultdict(dict), [], {})
