"""Rows in and out of Arrow's batches, in which Spark hands them over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from checker.engine.stages import Row

ROWS = 2_000  # in a batch at the most
BYTES = 8_000_000  # in a batch, about


def over(stage: Callable[..., Iterator[Row]], schema: str, *given: Any) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """A stage as a function of batches, as ``mapInArrow`` takes it; what has a ``value`` is a broadcast."""

    def run(batches: Iterable[Any]) -> Iterator[Any]:
        with_values = (getattr(one, "value", one) for one in given)
        yield from batched(stage(rows(batches), *with_values), schema)

    return run


def rows(batches: Iterable[Any]) -> Iterator[Row]:
    """The rows of batches."""
    for batch in batches:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def batched(found: Iterable[Row], schema: str) -> Iterator[Any]:
    """Rows in batches."""
    held: list[Row] = []
    size = 0
    for row in found:
        held.append(row)
        size += sum(len(cell) for cell in row if isinstance(cell, (bytes, str)))
        if len(held) >= ROWS or size >= BYTES:
            yield batch(held, schema)
            held, size = [], 0
    if held:
        yield batch(held, schema)


def batch(held: list[Row], schema: str) -> Any:
    """One batch of these rows."""
    import pyarrow as pa

    made = pa.schema(_fields(schema))
    columns = zip(*held, strict=True)
    return pa.RecordBatch.from_arrays(
        [pa.array(cells, field.type) for cells, field in zip(columns, made, strict=True)], schema=made
    )


def _fields(schema: str) -> list[tuple[str, Any]]:
    import pyarrow as pa

    kinds = {
        "binary": pa.binary(), "string": pa.string(), "int": pa.int32(), "double": pa.float64(), "boolean": pa.bool_(),
    }  # fmt: skip
    return [(name, kinds[kind]) for name, kind in (field.split() for field in schema.split(","))]
