"""Files in chunks, read by several processes, given back in their order with what is known of the others."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing

from msgspec import Struct

from checker.engine.workers import Pool, Task
from checker.ledger.records import Read
from checker.packs import Packs

FILES = 64  # in a chunk that is read, at the most
HELD = 256  # in a chunk, with those that need no reading
BYTES = 256_000  # of a chunk, about
AHEAD = 3  # chunks for each process that are read, or wait to be taken

Known = tuple[str, list[Read] | None]  # a file, and what it gives if that is known


class Chunk(Struct):
    """Some files in their order, and the task of those among them that have to be read."""

    files: list[Known]
    task: Task


def read(files: Iterable[Known], rules: Packs, jobs: int) -> Generator[tuple[str, list[Read]], None, None]:
    """Each file with what it gives: as known, else read, in several processes where there is enough to read."""
    ahead = AHEAD * jobs if jobs > 1 else 1
    waiting: deque[Chunk] = deque()
    with closing(Pool(rules, jobs)) as pool:
        for chunk in _chunks(files):
            pool.submit(chunk.task)
            waiting.append(chunk)
            while waiting and (waiting[0].task.done or len(waiting) >= ahead):
                yield from _taken(waiting.popleft(), pool)
        while waiting:
            yield from _taken(waiting.popleft(), pool)


def _taken(chunk: Chunk, pool: Pool) -> Iterator[tuple[str, list[Read]]]:
    pool.finish(chunk.task)
    for file, found in chunk.files:
        yield file, chunk.task.result(file) if found is None else found


def _chunks(files: Iterable[Known]) -> Iterator[Chunk]:
    held: list[Known] = []
    paths: list[str] = []
    size = 0
    for file, found in files:
        held.append((file, found))
        if found is None:
            paths.append(file)
            size += _size(file)
        if len(paths) >= FILES or size >= BYTES or len(held) >= HELD:
            yield Chunk(held, Task(paths))
            held, paths, size = [], [], 0
    if held:
        yield Chunk(held, Task(paths))


def _size(file: str) -> int:
    try:
        return os.stat(file).st_size
    except OSError:
        return 0
