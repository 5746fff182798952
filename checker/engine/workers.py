"""Processes that read files: paths go to them, claims come back, never a text. One that dies is replaced, and what it
was reading is read again."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from msgspec import Struct

from checker.engine import extraction
from checker.errors import UserError
from checker.ledger.records import Read, unpack, whole
from checker.model import Skipped
from checker.packs import Packs

TRIES = 3  # of a single file whose reader dies
LOOK = 1.0  # seconds after which an idle process looks whether anybody is still there
_CONTEXT: Any = get_context("fork" if sys.platform == "linux" else "spawn")

Outcome = list[Read] | UserError


class Task(Struct):
    """Files to be read, and what they gave so far."""

    paths: list[str]
    found: dict[str, Outcome] = {}

    @property
    def done(self) -> bool:
        """Whether all files were read."""
        return len(self.found) == len(set(self.paths))

    def result(self, path: str) -> list[Read]:
        """What one of its files gave. Raises the UserError that reading it raised."""
        outcome = self.found[path]
        if isinstance(outcome, UserError):
            raise outcome
        return outcome


class _Part(Struct):
    """Some files of a task, to be read at a stretch."""

    task: Task
    paths: list[str]
    deaths: int = 0


class _Worker(Struct):
    process: Any
    pipe: Connection
    part: _Part | None = None


class Pool:
    """Up to ``jobs`` processes, started when there is work for two; what little there is else is read here."""

    def __init__(self, rules: Packs, jobs: int) -> None:
        self._rules, self._jobs = rules, jobs
        self._reader: extraction.Reader | None = None
        self._workers: list[_Worker] = []
        self._queue: deque[_Part] = deque()

    def submit(self, task: Task) -> None:
        """Have the files of a task read."""
        if task.paths:
            self._queue.append(_Part(task, task.paths))
            if self._workers or (self._jobs > 1 and len(self._queue) > 1):
                self._assign()

    def finish(self, task: Task) -> None:
        """Wait until all files of a task are read."""
        while self._queue and not self._workers:
            self._here(self._queue.popleft())
        while not task.done:
            self._assign()
            busy = {worker.pipe: worker for worker in self._workers if worker.part is not None}
            for pipe in wait(list(busy)):
                self._take(busy[pipe])  # type: ignore[index]

    def close(self) -> None:
        """End all processes, whatever they are at."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()

    def _here(self, part: _Part) -> None:
        self._reader = self._reader or extraction.reader(self._rules)
        for path in part.paths:
            part.task.found[path] = read_file(path, self._reader)

    def _assign(self) -> None:
        while self._queue:
            worker = next((worker for worker in self._workers if worker.part is None), None)
            if worker is None:
                if len(self._workers) >= self._jobs:
                    return
                worker = self._start()
            worker.part = self._queue.popleft()
            try:
                worker.pipe.send(worker.part.paths)
            except OSError:
                self._died(worker)

    def _start(self) -> _Worker:
        forked = _CONTEXT.get_start_method() == "fork"
        if forked and self._reader is None:
            self._reader = extraction.reader(self._rules)  # once, for all that are forked
        ours, theirs = _CONTEXT.Pipe()
        others = [ours, *(worker.pipe for worker in self._workers)] if forked else []  # not this process's to hold
        process = _CONTEXT.Process(target=_work, args=(theirs, others, self._rules, os.getpid()), daemon=True)
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))
        return self._workers[-1]

    def _take(self, worker: _Worker) -> None:
        assert worker.part is not None
        try:
            answers: list[tuple[str, bytes | Outcome]] = worker.pipe.recv()
        except (EOFError, OSError):
            self._died(worker)
            return
        for path, answer in answers:
            worker.part.task.found[path] = unpack(answer, path) if isinstance(answer, bytes) else answer
        worker.part = None

    def _died(self, worker: _Worker) -> None:
        """Another process reads what it was reading; after the first time file by file, to find the one that kills."""
        part = worker.part
        assert part is not None
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.kill()
        worker.process.join()
        if len(part.paths) > 1:
            self._queue.extendleft(_Part(part.task, [path]) for path in reversed(part.paths))
        elif part.deaths + 1 < TRIES:
            self._queue.appendleft(_Part(part.task, part.paths, part.deaths + 1))
        else:
            reason = f"the process that read it was killed {TRIES} times; is there enough memory? --jobs 1 needs less"
            part.task.found[part.paths[0]] = [(Skipped(part.paths[0], 0, reason, fatal=True), [])]


def _work(pipe: Connection, others: Sequence[Connection], rules: Packs, parent: int) -> None:
    """Read what one is asked to, until nobody asks any more. Ctrl-C is for the one who asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    claims_of = extraction.reader(rules)
    while True:
        while not pipe.poll(LOOK):
            if os.getppid() != parent:
                return
        try:
            pipe.send([(path, _packed(path, read_file(path, claims_of))) for path in pipe.recv()])
        except (EOFError, OSError):
            return


def _packed(path: str, found: Outcome) -> bytes | Outcome:
    try:
        return found if isinstance(found, UserError) else whole(found, path)
    except UnicodeEncodeError:
        return found


def read_file(path: str, claims_of: extraction.Reader) -> Outcome:
    """What one file gives."""
    from checker import sources

    try:
        return [read for item in sources.read(path) for read in claims_of(item)]
    except UserError as error:
        return error
