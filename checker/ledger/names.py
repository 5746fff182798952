"""Which name stands for a few names, found without looking at all others.

It is the matching of ``checker.entities`` (the same functions) over tables instead of everything in memory. What
a name comes to depends on the names that share a key with it, on those that share one with the fuller form it is put
with, and so on along the way to the fullest form; and the spellings of one thing are all those whose way ends there.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Protocol

from checker.entities.match import SHORTENED, WINDOW, Groups, compared, fitting, keys, named
from checker.ledger.corpus import Corpus
from checker.values.names import fold

Written = tuple[str, str]  # (type, name as written)


class Tables(Protocol):
    """Where the tables ``name``, ``entity``, ``block``, ``named`` and ``beside`` are; ``id``: whose rows count."""

    db: sqlite3.Connection
    id: int


class Spelling:
    """One spelling as ``entities.mentions.Named``, what goes with it fetched when it is asked for."""

    def __init__(self, corpus: Tables, text: str, type: str) -> None:
        self.text, self.type, self.count = text, type, 0
        self.ids: list[int] = []
        self.kinds: list[str] = []
        self._corpus = corpus

    @property
    def sources(self) -> Sources:
        """The sources that use it."""
        return Sources(self._corpus, self.ids)

    @cached_property
    def beside(self) -> Counter[str]:
        """What stands beside it, folded."""
        rows = (
            row
            for n in self.ids
            for row in self._corpus.db.execute("SELECT other, count FROM beside WHERE name = ?", (n,))
        )
        found: Counter[str] = Counter()
        for other, count in rows:
            found[other] += count
        return found


class Sources:
    """Numbers of sources, counted without fetching them."""

    def __init__(self, corpus: Tables, names: list[int]) -> None:
        self._corpus, self._names = corpus, names

    def __len__(self) -> int:
        if len(self._names) > 1:  # used as two kinds, by the same sources maybe
            return len(set(self))
        query = "SELECT count(*) FROM named WHERE name = ?"
        return sum(int(self._corpus.db.execute(query, (name,)).fetchone()[0]) for name in self._names)

    def __iter__(self) -> Iterator[str]:
        for name in self._names:
            yield from (
                str(row[0]) for row in self._corpus.db.execute("SELECT source FROM named WHERE name = ?", (name,))
            )


class TableGroups(Groups):
    """Groups of spellings by their head, fetched when they are asked for."""

    def __init__(self, corpus: Tables, kind: str) -> None:
        super().__init__()
        self._corpus, self._kind = corpus, kind
        self._common: dict[tuple[str, str, str], bool] = {}

    def __missing__(self, head: str) -> list[tuple[Spelling, str]]:
        key = (self._corpus.id, self._kind, head)
        rows = self._corpus.db.execute(
            "SELECT n.id, n.kind, n.text, n.count FROM entity e"
            " CROSS JOIN name n ON n.corpus = e.corpus AND n.entity = e.entity"
            " WHERE e.corpus = ? AND e.kind = ? AND e.head = ?", key,
        ).fetchall()  # fmt: skip
        found: dict[str, Spelling] = {}
        for number, kind, text, count in rows:
            entry = found.setdefault(text, Spelling(self._corpus, text, self._kind))
            entry.ids.append(number)
            entry.kinds.append(kind)
            entry.count += count
        made = [(found[text], "") for text in sorted(found)]
        self[head] = made  # type: ignore[assignment]
        return made

    def meet(self, one: str, other: str) -> bool:
        """Whether some source names both."""
        return self._both(one, other, "named", "source")

    def share(self, one: str, other: str) -> bool:
        """Whether the same stands beside both."""
        return self._both(one, other, "beside", "other")

    def _both(self, one: str, other: str, table: str, column: str) -> bool:
        """Whether two names have something in common in a table; the lookup begins with the rarer one."""
        first, second = sorted((one, other), key=lambda head: (sum(e.count for e, _ in self[head]), head))
        known = self._common.get((first, second, table))
        if known is None:
            join = f"{table} a JOIN {table} b ON b.{column} = a.{column} AND b.name = ?"
            query = f"SELECT 1 FROM {join} WHERE a.name = ? LIMIT 1"
            known = any(
                self._corpus.db.execute(query, (theirs, ours)).fetchone()
                for ours in self._ids(first)
                for theirs in self._ids(second)
            )
            self._common[first, second, table] = known
        return known

    def _ids(self, head: str) -> list[int]:
        return [number for entry, _ in self[head] for number in entry.ids]  # type: ignore[attr-defined]


class Window(dict[str, list[str]]):
    """The heads of each key, in their order, as far as they are compared."""

    def __init__(self, corpus: Tables, kind: str) -> None:
        super().__init__()
        self._corpus, self._kind = corpus, kind

    def get(self, key: str, default: object = None) -> list[str]:
        """The first heads of a key."""
        if key not in self:
            self[key] = self._heads(key, 0, WINDOW)
        return self[key]

    def asking(self, key: str) -> list[str]:
        """The heads that look under a key."""
        return self._heads(key, 1, -1)

    def _heads(self, key: str, asks: int, most: int) -> list[str]:
        rows = self._corpus.db.execute(
            "SELECT head FROM block WHERE corpus = ? AND kind = ? AND asks = ? AND key = ? ORDER BY head LIMIT ?",
            (self._corpus.id, self._kind, asks, key, most),
        )
        return [row[0] for row in rows]


class Names:
    """What names come to, in a corpus as it stands; asked again after a change, make another."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus, self.known = corpus, corpus.known
        self._groups = {kind: TableGroups(corpus, kind) for kind in SHORTENED}
        self._windows = {kind: Window(corpus, kind) for kind in SHORTENED}
        self._targets: dict[Written, str | None] = {}
        self._clusters: dict[Written, tuple[str, list[Spelling]]] = {}
        self._heads: dict[Written, Written | None] = {}

    def naming(self, written: Iterable[Written]) -> tuple[dict[Written, str], dict[str, str]]:
        """As ``entities.resolve.naming``, for these: (type, text) to the name to use, and folded texts to types."""
        names: dict[Written, str] = {}
        types: dict[str, str] = {}
        for kind, text in sorted(set(written)):
            found = self.head(kind, text)
            if found is not None:
                types[fold(text)] = found[0]
                name, _ = self.cluster(*found)
                if name != text:
                    names[found[0], text] = name
        return names, types

    def head(self, kind: str, text: str) -> Written | None:
        """The kind that a written name is taken for, and the head of its spellings; None if it is not there."""
        if (kind, text) not in self._heads:
            row = self.corpus.db.execute(
                "SELECT e.kind, e.head FROM name n JOIN entity e ON e.corpus = n.corpus AND e.entity = n.entity"
                " WHERE n.corpus = ? AND n.kind = ? AND n.text = ?", (self.corpus.id, kind, text),
            ).fetchone()  # fmt: skip
            self._heads[kind, text] = (row[0], row[1]) if row else None
        return self._heads[kind, text]

    def cluster(self, kind: str, head: str) -> tuple[str, list[Spelling]]:
        """The name that stands for the thing with this head, and all its spellings."""
        known = self._clusters.get((kind, head))
        if known is not None:
            return known
        heads = self._kin(kind, head) if kind in SHORTENED else [head]
        groups = self._groups.get(kind) or TableGroups(self.corpus, kind)
        entries = [pair for h in heads for pair in groups[h]]
        found = named(entries, self.known), [entry for entry, _ in entries]
        for h in heads:
            self._clusters[kind, h] = found  # type: ignore[assignment]
        return found  # type: ignore[return-value]

    def things(self, name: str) -> list[Spelling]:
        """The spellings of all things that go by this name (folded): a fact is known by it, whatever the kind."""
        rows = self.corpus.db.execute(
            "SELECT DISTINCT e.kind, e.head FROM name n JOIN entity e ON e.corpus = n.corpus AND e.entity = n.entity"
            " WHERE n.corpus = ? AND n.folded = ?", (self.corpus.id, name),
        ).fetchall()  # fmt: skip
        found: dict[int, Spelling] = {}
        for kind, head in rows:
            stands, entries = self.cluster(kind, head)
            if fold(stands) == name:
                found |= {id(entry): entry for entry in entries}
        return list(found.values())

    def _kin(self, kind: str, head: str) -> list[str]:
        """The heads whose way ends where this head's does."""
        end = self._end(kind, head)
        near, ahead = {head, end}, [head, end]
        while ahead:
            at = ahead.pop()
            for other in self._neighbours(kind, at):
                if other not in near:
                    near.add(other)
                    ahead.append(other)
        return sorted(h for h in near if self._end(kind, h) == end)

    def _neighbours(self, kind: str, head: str) -> Iterator[str]:
        """The head that this one is put with, and those that are put with it."""
        target = self._target(kind, head)
        if target is not None:
            yield target
        window, seen = self._windows[kind], {head}
        for key in sorted(keys(head, kind).offers):
            if head not in window.get(key):
                continue
            for other in window.asking(key):
                if other not in seen:
                    seen.add(other)
                    if compared(other, head, kind).verdict != "different" and self._target(kind, other) == head:
                        yield other

    def _target(self, kind: str, head: str) -> str | None:
        if (kind, head) not in self._targets:
            groups = self._groups[kind]
            found = fitting(head, groups, self._windows[kind], kind, self.known) if groups[head] else None
            self._targets[kind, head] = found[0] if found else None
        return self._targets[kind, head]

    def _end(self, kind: str, head: str) -> str:
        end, seen = head, {head}
        while (target := self._target(kind, end)) is not None and target not in seen:
            end = target
            seen.add(end)
        return end
