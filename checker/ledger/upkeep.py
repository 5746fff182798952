"""Looking after the ledger: what is in it, whether it is whole, making it smaller, handing it out."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import time
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from typing import Any

from checker.errors import UserError
from checker.ledger.corpus import remove
from checker.ledger.records import unpack, unpack_claim, unpack_source
from checker.ledger.store import FILE, FOLDER, Store
from checker.model import Claim

_BATCH = 20_000  # claims that are written at once
_KEPT = 30  # days for which a reading that nobody asks for is kept
COLUMNS = (
    "source", "line", "column", "subject", "type", "attribute", "kind", "value", "edtf", "low", "high", "currency",
    "approximate", "qualifiers", "modality", "rule", "reader", "confidence", "published", "quote",
)  # fmt: skip
NUMBERS = {"line": int, "column": int, "low": float, "high": float, "confidence": float}


def status(store: Store) -> list[tuple[str, str]]:
    """What the ledger holds, as lines of a name and a value."""
    with store.trouble():
        counts = {
            name: store.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for name, table in (
                ("files seen", "file"),
                ("readings", "reading"),
                ("sources", "source"),
                ("claims", "claim"),
                ("names", "name"),
            )
        }
        corpora = store.db.execute(
            "SELECT roots, used, (SELECT count(*) FROM member WHERE corpus = c.id) FROM corpus c ORDER BY roots"
        ).fetchall()
    size = sum(os.stat(path).st_size for path in _files(store.path) if os.path.exists(path))
    lines = [
        ("ledger", store.path),
        ("size", f"{size / 1e6:,.1f} MB"),
        *((name, f"{count:,}") for name, count in counts.items()),
    ]
    for roots, used, count in corpora:
        lines.append((f"corpus {roots}", f"{count:,} files" if used else f"{count:,} files, not complete"))
    return lines


def check(store: Store) -> list[str]:
    """What is wrong with the ledger: damaged pages, readings that cannot be taken out, rows that belong to nothing."""
    faults: list[str] = []
    with store.trouble():
        for (said,) in store.db.execute("PRAGMA integrity_check"):
            if said != "ok":
                faults.append(f"damaged: {said}")
        for (data,) in store.db.execute("SELECT data FROM reading"):
            try:
                unpack(data, "")
            except ValueError:
                faults.append("a reading cannot be taken out")
        for what, query in _STRAYS:
            (count,) = store.db.execute(query).fetchone()
            if count:
                faults.append(f"{count:,} {what}")
    return faults


_STRAYS = (
    ("claims without a source", "SELECT count(*) FROM claim WHERE source NOT IN (SELECT id FROM source)"),
    ("claims without a subject", "SELECT count(*) FROM claim WHERE subject NOT IN (SELECT id FROM name)"),
    ("sources without a file", "SELECT count(*) FROM source s WHERE NOT EXISTS"
     " (SELECT 1 FROM member m WHERE m.corpus = s.corpus AND m.file = s.file)"),
    ("names that nobody uses", "SELECT count(*) FROM name WHERE id NOT IN (SELECT name FROM named)"),
    ("names of nothing", "SELECT count(*) FROM name n WHERE NOT EXISTS"
     " (SELECT 1 FROM entity e WHERE e.corpus = n.corpus AND e.entity = n.entity)"),
    ("files without a corpus", "SELECT count(*) FROM member WHERE corpus NOT IN (SELECT id FROM corpus)"),
)  # fmt: skip


def compact(store: Store) -> tuple[int, int]:
    """Forget files that are gone, corpora of nothing, readings nobody asks for; give room back. Bytes before, after."""
    before = os.stat(store.path).st_size
    with store.trouble():
        paths = [row[0] for row in store.db.execute("SELECT path FROM file")]
        gone = [path for path in paths if not os.path.exists(os.path.join(store.folder, path))]
        empty = [
            row[0] for row in store.db.execute("SELECT id FROM corpus WHERE id NOT IN (SELECT corpus FROM member)")
        ]
        with store.writing():
            store.db.executemany("DELETE FROM file WHERE path = ?", [(path,) for path in gone])
            for number in empty:
                remove(store, number)
            store.db.execute(
                "DELETE FROM reading WHERE day < ? AND key NOT IN (SELECT key FROM member)",
                (int(time.time()) // 86_400 - _KEPT,),
            )
        store.db.execute("VACUUM")
        store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return before, os.stat(store.path).st_size


def drop(folder: str) -> bool:
    """Remove the ledger, whatever state it is in; whether there was one."""
    path = os.path.join(os.path.abspath(folder), FOLDER, FILE)
    there = [name for name in _files(path) if os.path.exists(name)]
    try:
        for name in there:
            os.remove(name)
    except OSError as error:
        raise UserError(f"cannot be removed: {error.strerror}", path) from None
    with contextlib.suppress(OSError):
        os.remove(os.path.join(os.path.dirname(path), ".gitignore"))
        os.rmdir(os.path.dirname(path))
    return bool(there)


def _files(path: str) -> list[str]:
    return [path, f"{path}-wal", f"{path}-shm"]


def rows(store: Store) -> Iterator[dict[str, Any]]:
    """Every claim of every corpus, as written in its source, in the order of the sources."""
    query = (
        "SELECT s.file, s.part, s.data, c.data FROM source s JOIN claim c ON c.source = s.id"
        " ORDER BY s.file, s.part, s.corpus, c.number"
    )
    with store.trouble():
        seen: set[tuple[str, str]] = set()
        for file, part, source, data in store.db.execute(query):
            claim = unpack_claim(data, file + part)
            if (claim.source, claim.id) not in seen:
                seen.add((claim.source, claim.id))
                yield row(claim, unpack_source(source, file).published or "")


def row(claim: Claim, published: str) -> dict[str, Any]:
    """A claim as a row of a table with ``COLUMNS``."""
    value = claim.value
    said = "; ".join(f"{name}={text}" for name, text in sorted(claim.qualifiers.items()))
    cells = (
        claim.source, claim.span.line, claim.span.column, claim.subject.name, claim.subject.type, claim.attribute,
        value.kind, value.text, value.edtf, value.low, value.high, value.currency, value.approximate, said,
        claim.modality, claim.rule, claim.reader, claim.confidence, published, claim.quote,
    )  # fmt: skip
    return dict(zip(COLUMNS, cells, strict=True))


def export(store: Store, path: str, format: str) -> int:
    """Write the claims to a file ("": nowhere to be written but returned by ``csv_text``); how many there are."""
    return _to_parquet(store, path) if format == "parquet" else _to_csv(store, path)


def _to_csv(store: Store, path: str) -> int:
    count = 0
    try:
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            for one in rows(store):
                writer.writerow({name: _safe(cell) for name, cell in one.items()})
                count += 1
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror}", path) from None
    return count


def csv_text(store: Store) -> str:
    """The claims as CSV."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for one in rows(store):
        writer.writerow({name: _safe(cell) for name, cell in one.items()})
    return out.getvalue()


def _safe(cell: object) -> object:
    """A text that a spreadsheet does not take for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _to_parquet(store: Store, path: str) -> int:
    try:
        pa, pq = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        raise UserError("Parquet needs pyarrow: pip install 'factlint[parquet]', or export --format csv") from None
    kinds = {int: pa.int64(), float: pa.float64()}
    schema = pa.schema(
        [(n, pa.bool_() if n == "approximate" else kinds.get(NUMBERS.get(n, str), pa.string())) for n in COLUMNS]
    )
    count, ahead = 0, rows(store)
    try:
        with open(path, "wb") as file, pq.ParquetWriter(file, schema, compression="zstd") as writer:
            while batch := list(islice(ahead, _BATCH)):
                writer.write_table(pa.Table.from_pylist(batch, schema=schema))
                count += len(batch)
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror or error}", path) from None
    return count
