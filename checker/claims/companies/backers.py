"""Who puts money into others: of whom a text about a firm's rounds is not."""

from __future__ import annotations

from checker.claims.discourse.scene import Scene

_FUNDS = frozenset(
    "ventures capital partners fund funds equity angels investments investors investment vc growth seed".split()
)


def backs(name: str, scene: Scene) -> bool:
    """Whether a body is known to back others: it led a round here, or is called a fund."""
    if not name or name in scene.backers:
        return bool(name)
    words = [word.strip(".,").casefold() for word in name.split()]
    return len(words) > 1 and any(word in _FUNDS for word in words[1:])


def raising(scene: Scene, *names: str) -> str:
    """The first of these that can raise money itself; "" where none is named that does not back others."""
    return next((name for name in names if name and not backs(name, scene)), "")
