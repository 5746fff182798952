"""Readers by their names: those that ship, and those of installed packages."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from checker.config import did_you_mean
from checker.errors import UserError
from checker.readers.interface import Options, Reader

GROUP = "factlint.readers"
BUILT_IN = {
    "rules": "checker.readers.rules:open_reader",
    "claims": "checker.readers.claims_file:open_reader",
    "llm": "checker.readers.llm:open_reader",
}


def names() -> list[str]:
    """All readers there are."""
    return sorted({*BUILT_IN, *(point.name for point in entry_points(group=GROUP))})


def check(wanted: tuple[str, ...]) -> None:
    """Raises UserError for a name that no reader has."""
    for name in wanted:
        if name not in BUILT_IN and not entry_points(group=GROUP, name=name):
            raise UserError(f"no reader {name!r}{did_you_mean(name, names())}")


def open_reader(name: str, options: Options) -> Reader:
    """The reader of this name. Raises UserError if there is none, or it cannot be opened."""
    check((name,))
    factory = _factory(name)
    try:
        reader: Reader = factory(options)
    except UserError:
        raise
    except Exception as error:  # noqa: BLE001  # a plug-in may fail in any way
        raise UserError(f"the reader {name!r} cannot be opened: {type(error).__name__}: {error}") from None
    return reader


def _factory(name: str) -> Callable[[Options], Any]:
    if name in BUILT_IN:
        module, _, function = BUILT_IN[name].partition(":")
        return getattr(import_module(module), function)  # type: ignore[no-any-return]
    point: EntryPoint = sorted(entry_points(group=GROUP, name=name), key=lambda p: p.value)[0]
    try:
        return point.load()  # type: ignore[no-any-return]
    except Exception as error:  # noqa: BLE001
        raise UserError(f"the reader {name!r} ({point.value}) cannot be loaded: {error}") from None
