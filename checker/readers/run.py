"""One reader over many sources: several at a time, in an order of its own outside, ended by Ctrl-C without loss."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable, Sequence
from threading import Thread
from typing import Any

import msgspec

from checker import contract
from checker.errors import UserError
from checker.model import Claim, Skipped, Source
from checker.readers.interface import Outcome, Reader, Refused, Said

PATIENCE = 30.0  # seconds in which answers that are on their way may still come after Ctrl-C


class Result(msgspec.Struct):
    """What one reader made of one source."""

    claims: list[Claim]
    refused: list[Refused]
    notes: list[Skipped]
    whole: bool


class Interrupted(KeyboardInterrupt):
    """Somebody ended the run; ``done`` is what was read until then, by path."""

    def __init__(self, done: dict[str, Result]) -> None:
        super().__init__()
        self.done = done


def run(reader: Reader, sources: Sequence[Source], progress: Callable[[int, int], None]) -> dict[str, Result]:
    """What the reader makes of each source, by path. Raises UserError, and Interrupted for Ctrl-C."""
    reader.expect(list(sources))
    workers = max(1, min(reader.workers, len(sources)))
    if workers == 1:
        return _one_by_one(reader, sources, progress)
    waiting: queue.SimpleQueue[Source | None] = queue.SimpleQueue()
    ready: queue.SimpleQueue[tuple[Source, Outcome] | Exception] = queue.SimpleQueue()
    for item in [*sources, *[None] * workers]:
        waiting.put(item)
    threads = [Thread(target=_work, args=(reader, waiting, ready), daemon=True) for _ in range(workers)]
    for thread in threads:
        thread.start()
    done: dict[str, Result] = {}
    try:
        while len(done) < len(sources):
            _take(reader, ready.get(), done)
            progress(len(done), len(sources))
    except BaseException as error:
        _wind_up(reader, threads, waiting, ready, done)
        if isinstance(error, KeyboardInterrupt):
            raise Interrupted(done) from None
        raise
    return done


def _one_by_one(reader: Reader, sources: Sequence[Source], progress: Callable[[int, int], None]) -> dict[str, Result]:
    done: dict[str, Result] = {}
    try:
        for source in sources:
            done[source.path] = _result(reader, source, _read(reader, source))
            progress(len(done), len(sources))
    except KeyboardInterrupt:
        raise Interrupted(done) from None
    return done


def _work(reader: Reader, waiting: queue.SimpleQueue[Source | None], ready: queue.SimpleQueue[Any]) -> None:
    while (source := waiting.get()) is not None:
        try:
            ready.put((source, _read(reader, source)))
        except Exception as error:  # noqa: BLE001  # it is raised where the results are taken
            ready.put(error)


def _take(reader: Reader, item: tuple[Source, Outcome] | Exception, done: dict[str, Result]) -> None:
    if isinstance(item, Exception):
        raise item
    done[item[0].path] = _result(reader, *item)


def _wind_up(
    reader: Reader, threads: Iterable[Thread], waiting: queue.SimpleQueue[Source | None],
    ready: queue.SimpleQueue[Any], done: dict[str, Result],
) -> None:  # fmt: skip
    """Begin nothing new, and take what is on its way."""
    import time

    try:
        while True:
            waiting.get_nowait()
    except queue.Empty:
        pass
    for _ in threads:
        waiting.put(None)
    stop = getattr(reader, "stop", None)
    if stop is not None:
        stop()
    until = time.monotonic() + PATIENCE
    for thread in threads:
        thread.join(max(0.0, until - time.monotonic()))
    while not ready.empty():
        item = ready.get()
        if not isinstance(item, Exception):
            _take(reader, item, done)


def _read(reader: Reader, source: Source) -> Outcome:
    """One source; a fault of the reader in it does not cost the others."""
    try:
        return reader.read(source)
    except UserError:
        raise
    except Exception as error:  # noqa: BLE001
        return _failed(reader, source, error)


def _failed(reader: Reader, source: Source, error: Exception) -> Outcome:
    reason = f"a fault of the reader {reader.name!r} ({type(error).__name__}: {error})"
    return Outcome([], [], [Skipped(source.path, 0, reason, fatal=True)], whole=False)


def _result(reader: Reader, source: Source, outcome: Outcome) -> Result:
    """What an outcome says, as records."""
    try:
        more, refused = outcome.later() if outcome.later is not None else ([], [])
        claims, others = _claims(reader, source, [*outcome.claims, *more])
    except Exception as error:  # noqa: BLE001
        outcome = _failed(reader, source, error)
        claims, refused, others = [], [], []
    return Result(claims, [*outcome.refused, *refused, *others], list(outcome.notes), outcome.whole)


def _claims(reader: Reader, source: Source, all_: Iterable[Said]) -> tuple[list[Claim], list[Refused]]:
    """Records of what a reader said in whichever form."""
    claims: list[Claim] = []
    refused: list[Refused] = []
    for said in all_:
        claim = _claim(said, reader, source)
        if isinstance(claim, str):
            refused.append(Refused(source.path, str(said)[:80], f"not a claim: {claim}"))
        else:
            claims.append(claim)
    return claims, refused


def _claim(said: Said, reader: Reader, source: Source) -> Claim | str:
    if isinstance(said, Claim):
        return said
    try:
        if not isinstance(said, contract.ClaimEntry):
            said = msgspec.convert({"source": source.path, "reader": reader.name, **said}, contract.ClaimEntry)
    except (msgspec.ValidationError, TypeError) as error:
        return str(error)
    if said.source != source.path:
        return f"of another source: {said.source!r}"
    return contract.claim_from(said)
