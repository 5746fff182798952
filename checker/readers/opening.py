"""Readers by their names: those that ship, and those of installed packages."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from checker.config import did_you_mean
from checker.errors import UserError
from checker.readers.interface import Options, Reader

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "factlint.readers"
BUILT_IN = {
    "rules": "checker.readers.rules:open_reader",
    "claims": "checker.readers.claims_file:open_reader",
    "llm": "checker.readers.llm:open_reader",
}


def _points(name: str = "") -> list[EntryPoint]:
    """What installed packages offer (of this name), sorted; to look takes 20 ms."""
    from importlib.metadata import entry_points

    return sorted(point for point in entry_points(group=GROUP) if not name or point.name == name)


def names() -> list[str]:
    """All readers there are."""
    return sorted({*BUILT_IN, *(point.name for point in _points())})


def check(wanted: tuple[str, ...]) -> None:
    """Raises UserError for a name that no reader has."""
    for name in wanted:
        if name not in BUILT_IN and not _points(name):
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
    point = _points(name)[0]
    try:
        return point.load()  # type: ignore[no-any-return]
    except Exception as error:  # noqa: BLE001
        raise UserError(f"the reader {name!r} ({point.value}) cannot be loaded: {error}") from None
