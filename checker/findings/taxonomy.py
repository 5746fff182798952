"""What the loaded packs' taxonomies say of two values: alike, one within the other, never the same."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from checker.findings.interface import Held
from checker.model import Value
from checker.packs import Packs
from checker.values.comparison import Comparison
from checker.values.names import fold


class _Tables:
    def __init__(self, packs: Packs) -> None:
        found: Any = packs.taxonomies
        self.alike = {kind: _joined(groups) for kind, groups in found.alike.items()}
        self.distinct: dict[str, dict[str, set[int]]] = {}
        for kind, groups in found.distinct.items():
            for index, group in enumerate(groups):
                for word in group:
                    self.distinct.setdefault(kind, {}).setdefault(fold(word), set()).add(index)
        self.within: dict[str, dict[str, set[str]]] = {}
        for kind, wholes in found.within.items():
            for whole, parts in wholes.items():
                for part in parts:
                    self.within.setdefault(kind, {}).setdefault(fold(part), set()).add(fold(whole))
        self.empty = not (self.alike or self.distinct or self.within)


def _joined(groups: list[list[str]]) -> dict[str, int]:
    """Each name with the number of its group; groups that have a name in common are one."""
    found: dict[str, int] = {}
    for index, group in enumerate(groups):
        names = [fold(word) for word in group]
        met = {found[name] for name in names if name in found}
        found |= dict.fromkeys([*(name for name in found if found[name] in met), *names], index)
    return found


@lru_cache(maxsize=8)
def _tables(digest: str, packs: Held) -> _Tables:
    return _Tables(packs.packs)


def related(a: Value, b: Value, packs: Packs) -> Comparison | None:
    """What the taxonomies say of two values; None where they say nothing."""
    tables = _tables(packs.digest, Held(packs))
    if tables.empty or a.kind != b.kind:
        return None
    one, other, kind = fold(a.text), fold(b.text), a.kind
    if one == other:
        return None
    apart = tables.distinct.get(kind, {})
    if apart.get(one, set()) & apart.get(other, set()):
        return Comparison("different", f"kept apart: {' and '.join(sorted((a.text, b.text)))}")
    same = tables.alike.get(kind, {})
    if one in same and same[one] == same.get(other):
        return Comparison("same", "two names of one, by the packs")
    within = tables.within.get(kind, {})
    if _inside(one, other, within) or _inside(other, one, within):
        return Comparison("compatible", "one lies in the other, by the packs")
    return None


def _inside(part: str, whole: str, within: dict[str, set[str]]) -> bool:
    seen, ahead = {part}, [part]
    while ahead:
        for holder in within.get(ahead.pop(), ()):
            if holder == whole:
                return True
            if holder not in seen:
                seen.add(holder)
                ahead.append(holder)
    return False
