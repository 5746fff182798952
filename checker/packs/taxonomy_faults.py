"""What taxonomies cannot say: a whole that lies in its own part, names that are alike and never the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.packs.schema import Taxonomies
from checker.values.names import fold

Fault = tuple[str, tuple[str | int, ...]]


def of_taxonomies(given: Taxonomies) -> Iterator[Fault]:
    """Every fault of one pack's taxonomies, with the way from them to where it stands."""
    for kind, wholes in given.within.items():
        yield from _circles(kind, wholes)
    for kind, groups in given.distinct.items():
        alike = [{fold(word) for word in group} for group in given.alike.get(kind, [])]
        for index, group in enumerate(groups):
            both = next((shared for same in alike if len(shared := sorted(same & set(map(fold, group)))) > 1), [])
            if both:
                yield f"{both[0]!r} and {both[1]!r} are alike too; they cannot be both", ("distinct", kind, index)
    for part, by_kind in (("alike", given.alike), ("distinct", given.distinct)):
        for kind, groups in by_kind.items():
            for index, group in enumerate(groups):
                if len({fold(word) for word in group}) < 2:
                    yield f"{part} takes groups of two names or more", (part, kind, index)


def _circles(kind: str, wholes: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    parts = {fold(whole): [fold(part) for part in held] for whole, held in wholes.items()}
    for whole in wholes:
        seen: set[str] = set()
        ahead = list(parts[fold(whole)])
        while ahead:
            part = ahead.pop()
            if part == fold(whole):
                yield f"{whole!r} lies in itself, by way of its parts; leave one of them out", ("within", kind, whole)
                return
            if part not in seen:
                seen.add(part)
                ahead += parts.get(part, ())
