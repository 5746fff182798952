"""The claims of many files, by the things they are about, so that a few facts can be looked up without the rest.

A corpus holds, for each file, what one version of it says. ``put`` and ``drop`` change single files; ``settle`` then
brings the table of names up to date. Between ``settle`` and the next change, what is looked up is what a check of the
same files from nothing would hold.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

from checker.digests import blake2b
from checker.entities import Known
from checker.entities.believed import inferred
from checker.entities.match import SHORTENED, exact_key, keys
from checker.entities.mentions import gather
from checker.ledger.records import Read, pack_claim, pack_source, unpack_claim
from checker.ledger.store import Store
from checker.model import Claim, Source
from checker.values.names import fold

Pair = tuple[int, str, bytes, int]
_CORPORA = 16  # sets of files that are held; of more, those used last
_PAIRS = 200  # pairs of different things that one source says of one fact


class Corpus:
    """One set of files, named by ``roots``. ``state`` is what its rows were made with: for another it begins empty."""

    def __init__(self, store: Store, roots: str, state: bytes, known: Known) -> None:
        self.store, self.db, self.known = store, store.db, known
        self._ids: dict[tuple[str, str], int] = {}
        self._dirty: set[str] = set()
        with store.trouble():
            row = self.db.execute("SELECT id, state FROM corpus WHERE roots = ?", (roots,)).fetchone()
            if row is None or row[1] != state:
                with store.writing():
                    row = self._begin(roots, state)
        self.id: int = row[0]

    def _begin(self, roots: str, state: bytes) -> tuple[int, bytes]:
        row = self.db.execute("SELECT id, state FROM corpus WHERE roots = ?", (roots,)).fetchone()
        if row is not None and row[1] == state:
            return int(row[0]), state
        if row is not None:
            remove(self.store, row[0])
        query = "SELECT id FROM corpus ORDER BY used DESC LIMIT -1 OFFSET ?"
        for (old,) in self.db.execute(query, (_CORPORA - 1,)).fetchall():
            remove(self.store, old)
        made = self.db.execute("INSERT INTO corpus (roots, state, used) VALUES (?, ?, 0)", (roots, state))
        return int(made.lastrowid or 0), state

    def members(self) -> dict[str, bytes]:
        """The files, with the key of the version that is held."""
        with self.store.trouble():
            return dict(self.db.execute("SELECT file, key FROM member WHERE corpus = ?", (self.id,)))

    def key_of(self, file: str) -> bytes | None:
        """The version that is held of one file."""
        with self.store.trouble():
            row = self.db.execute("SELECT key FROM member WHERE corpus = ? AND file = ?", (self.id, file)).fetchone()
        return row[0] if row else None

    def count(self) -> int:
        """How many files there are."""
        with self.store.trouble():
            return int(self.db.execute("SELECT count(*) FROM member WHERE corpus = ?", (self.id,)).fetchone()[0])

    def complete(self) -> bool:
        """Whether all files were there once: a fill that was cut short is none to rely on."""
        with self.store.trouble():
            row = self.db.execute("SELECT used FROM corpus WHERE id = ?", (self.id,)).fetchone()
        return bool(row and row[0])

    def completed(self) -> None:
        """All files are there now. Within a ``writing``."""
        self.db.execute("UPDATE corpus SET used = ? WHERE id = ?", (int(time.time()), self.id))

    def put(self, file: str, key: bytes, read: Iterable[Read], path: str) -> None:
        """Hold what a file (named as the ledger names it; read at ``path``) now says. Within a ``writing``."""
        self.drop(file)
        self.db.execute("INSERT INTO member VALUES (?, ?, ?)", (self.id, file, key))
        for item, claims in read:
            if isinstance(item, Source):
                self._add(file, item, path, claims)

    def drop(self, file: str) -> None:
        """Hold nothing of a file any more. Within a ``writing``."""
        self.db.execute("DELETE FROM member WHERE corpus = ? AND file = ?", (self.id, file))
        for number, part in self.db.execute(
            "SELECT id, part FROM source WHERE corpus = ? AND file = ?", (self.id, file)
        ).fetchall():
            self._remove(number, file + part)
            self.db.execute("DELETE FROM source WHERE id = ?", (number,))

    def _add(self, file: str, source: Source, path: str, claims: list[Claim]) -> None:
        part = source.path.removeprefix(path)
        values = (
            self.id,
            file,
            _plain(part),
            last_day(source.published),
            pack_source(_clean_source(source), _plain(part)),
        )
        made = self.db.execute(
            "INSERT INTO source (corpus, file, part, published, data) VALUES (?, ?, ?, ?, ?)", values
        )
        number = int(made.lastrowid or 0)
        packed = [(claim, pack_claim(claim)) for claim in map(clean, claims)]
        claims = [claim for claim, _ in packed]
        for (kind, text), entry in gather(claims).items():
            name = self._name(kind, text, entry.count)
            self.db.execute("INSERT INTO named VALUES (?, ?)", (name, number))
            self.db.executemany(
                "INSERT INTO beside VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
                [(name, other, count) for other, count in folded_beside(entry.beside).items()],
            )
        rows = [
            (self._ids[c.subject.type, c.subject.name], c.attribute, said(c), values[3], number, n, data)
            for n, (c, data) in enumerate(packed)
        ]
        self.db.executemany("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        self.db.executemany("INSERT OR IGNORE INTO pair VALUES (?, ?, ?, ?)", list(_pairs(rows, number)))
        self.db.executemany("INSERT INTO holder VALUES (?, ?, ?, ?, ?)", list(self._holders(claims, number)))

    def _holders(self, claims: list[Claim], number: int) -> Iterator[tuple[int, str, int, int, int]]:
        for n, claim in enumerate(claims):
            organization = claim.qualifiers.get("organization")
            if organization:
                ids = self._ids["organization", organization], self._ids[claim.subject.type, claim.subject.name]
                yield ids[0], claim.attribute, number, n, ids[1]

    def _name(self, kind: str, text: str, count: int) -> int:
        """The number of a spelling, which is used ``count`` times more."""
        self._dirty.add(fold(text))
        number = self._ids.get((kind, text))
        if number is not None:
            changed = self.db.execute("UPDATE name SET count = count + ? WHERE id = ?", (count, number))
            if changed.rowcount:
                return number
        row = self.db.execute(
            "INSERT INTO name (corpus, kind, text, folded, count, held, entity) VALUES (?, ?, ?, ?, ?, '', '')"
            " ON CONFLICT (corpus, kind, text) DO UPDATE SET count = count + excluded.count RETURNING id",
            (self.id, kind, text, fold(text), count),
        ).fetchone()
        if len(self._ids) > 200_000:
            self._ids.clear()
        self._ids[kind, text] = int(row[0])
        return int(row[0])

    def _remove(self, number: int, path: str) -> None:
        rows = self.db.execute(
            "SELECT subject, attribute, number, data FROM claim WHERE source = ?", (number,)
        ).fetchall()
        claims = [unpack_claim(data, path) for _, _, _, data in rows]
        ids: dict[tuple[str, str], int] = {}
        for (kind, text), entry in gather(claims).items():
            found = self.db.execute(
                "SELECT id FROM name WHERE corpus = ? AND kind = ? AND text = ?", (self.id, kind, text)
            )
            ids[kind, text] = name = found.fetchone()[0]
            self._dirty.add(fold(text))
            self.db.execute("UPDATE name SET count = count - ? WHERE id = ?", (entry.count, name))
            self.db.execute("DELETE FROM named WHERE name = ? AND source = ?", (name, number))
            self.db.executemany(
                "UPDATE beside SET count = count - ? WHERE name = ? AND other = ?",
                [(count, name, other) for other, count in folded_beside(entry.beside).items()],
            )
            self.db.execute("DELETE FROM beside WHERE name = ? AND count <= 0", (name,)) if entry.beside else None
        for subject, attribute in {(row[0], row[1]) for row in rows}:
            query = "SELECT said FROM pair WHERE subject = ? AND attribute = ? AND source = ?"
            for (both,) in self.db.execute(query, (subject, attribute, number)).fetchall():
                self.db.execute(
                    "DELETE FROM pair WHERE subject = ? AND attribute = ? AND said = ? AND source = ?",
                    (subject, attribute, both, number),
                )
        self.db.execute("DELETE FROM claim WHERE source = ?", (number,))
        gone = [
            (ids["organization", c.qualifiers["organization"]], c.attribute, number, row[2])
            for c, row in zip(claims, rows, strict=True)
            if c.qualifiers.get("organization")
        ]
        self.db.executemany(
            "DELETE FROM holder WHERE organization = ? AND attribute = ? AND source = ? AND number = ?", gone
        )

    def settle(self) -> None:
        """Bring up to date what depends on several sources: each name's kind, which spellings are one, their keys."""
        touched: set[str] = set()
        for folded in sorted(self._dirty):
            touched |= self._vote(folded)
        for entity in sorted(touched):
            self._head(entity)
        self._dirty.clear()

    def forget(self) -> None:
        """After a change that was not kept."""
        self._ids.clear()
        self._dirty.clear()

    def _vote(self, folded: str) -> set[str]:
        """Decide the kind of all names that are one when folded. The entities that gain or lose a name."""
        found = self.db.execute(
            "SELECT id, kind, text, count, held, entity FROM name WHERE corpus = ? AND folded = ?", (self.id, folded)
        )
        rows = found.fetchall()
        for number, kind, text, count, _, _ in rows:
            if count <= 0:
                self._ids.pop((kind, text), None)
                for statement in (
                    "DELETE FROM name WHERE id = ?",
                    "DELETE FROM named WHERE name = ?",
                    "DELETE FROM beside WHERE name = ?",
                ):
                    self.db.execute(statement, (number,))
        touched = {row[5] for row in rows if row[3] <= 0 and row[5]}
        held = self._kind(folded, [(kind, count) for _, kind, _, count, _, _ in rows if count > 0])
        for number, _, text, count, before, entity in rows:
            if count <= 0:
                continue
            now = f"{held}\x1f{exact_key(text, held, self.known)!r}"
            if (before, entity) != (held, now):
                self.db.execute("UPDATE name SET held = ?, entity = ? WHERE id = ?", (held, now, number))
                touched |= {e for e in (entity, now) if e}
        return touched

    def _kind(self, folded: str, said: list[tuple[str, int]]) -> str:
        given = self.known.types.get(self.known.aliases.get(folded, ""))
        votes: Counter[str] = Counter()
        for kind, count in said:
            votes[kind] += count
        return given or min(votes, key=lambda kind: (-votes[kind], kind), default="")

    def _head(self, entity: str) -> None:
        row = self.db.execute(
            "SELECT min(text) FROM name WHERE corpus = ? AND entity = ?", (self.id, entity)
        ).fetchone()
        kind, head = entity.partition("\x1f")[0], row[0]
        old = self.db.execute("SELECT head FROM entity WHERE corpus = ? AND entity = ?", (self.id, entity)).fetchone()
        if old and old[0] == head:
            return
        if old:
            self.db.execute("DELETE FROM entity WHERE corpus = ? AND entity = ?", (self.id, entity))
            if kind in SHORTENED:
                gone = [(self.id, kind, way, key, old[0]) for way, key in ways(old[0], kind)]
                self.db.executemany(
                    "DELETE FROM block WHERE corpus = ? AND kind = ? AND asks = ? AND key = ? AND head = ?", gone
                )
        if head is not None:
            self.db.execute("INSERT INTO entity VALUES (?, ?, ?, ?)", (self.id, entity, kind, head))
            if kind in SHORTENED:
                rows = [(self.id, kind, way, key, head) for way, key in ways(head, kind)]
                self.db.executemany("INSERT INTO block VALUES (?, ?, ?, ?, ?)", rows)


def remove(store: Store, corpus: int) -> None:
    """All rows of a corpus. Within a ``writing``."""
    db = store.db
    for table in ("named", "beside"):
        db.execute(f"DELETE FROM {table} WHERE name IN (SELECT id FROM name WHERE corpus = ?)", (corpus,))
    db.execute("DELETE FROM holder WHERE organization IN (SELECT id FROM name WHERE corpus = ?)", (corpus,))
    for table in ("claim", "pair"):
        db.execute(f"DELETE FROM {table} WHERE subject IN (SELECT id FROM name WHERE corpus = ?)", (corpus,))
    for table in ("block", "entity", "name", "source", "member"):
        db.execute(f"DELETE FROM {table} WHERE corpus = ?", (corpus,))
    db.execute("DELETE FROM corpus WHERE id = ?", (corpus,))


def said(claim: Claim) -> bytes:
    """Equal for claims of one subject and attribute that say the same, in the same words, and are believed alike."""
    what = (claim.value, sorted(claim.qualifiers.items()), claim.modality, inferred(claim))
    return blake2b(repr(what).encode(), digest_size=8).digest()


def _pairs(rows: Sequence[tuple[int, str, bytes, str, int, int, bytes]], number: int) -> Iterator[Pair]:
    """For each two different things that one source says of one subject, a key of the two."""
    found: dict[tuple[int, str], set[bytes]] = {}
    for subject, attribute, what, *_ in rows:
        found.setdefault((subject, attribute), set()).add(what)
    for (subject, attribute), those in sorted(found.items()):
        for one, other in islice(combinations(sorted(those), 2), _PAIRS):
            yield subject, attribute, blake2b(one + other, digest_size=8).digest(), number


def last_day(published: str | None) -> str:
    """The last day on which something can have been published, "" where that is not known."""
    from checker.findings.interface import days_of

    day = days_of(published)[1] if published else None
    return day.isoformat() if day else ""


def ways(head: str, kind: str) -> Iterator[tuple[int, str]]:
    found = keys(head, kind)
    yield from ((0, key) for key in found.offers)
    yield from ((1, key) for key in found.asks)


def folded_beside(beside: Counter[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for other, count in beside.items():
        found[fold(_plain(other))] += count
    return found


def _plain(text: str) -> str:
    """Without lone surrogates, which a table cannot hold."""
    return text if text.isprintable() else text.encode("utf-8", "replace").decode()


def clean(claim: Claim) -> Claim:
    try:
        pack_claim(claim)
    except UnicodeEncodeError:
        import msgspec

        from checker.ledger.records import kept_claim, revived

        return revived(_whole(msgspec.to_builtins(kept_claim(claim))), claim.source)
    return claim


def _clean_source(source: Source) -> Source:
    from msgspec.structs import asdict, replace

    texts = {name: _plain(value) for name, value in asdict(source).items() if isinstance(value, str)}
    return replace(source, **texts)


def _whole(value: object) -> object:
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, dict):
        return {_whole(k): _whole(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_whole(v) for v in value]
    return value
