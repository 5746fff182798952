"""Patterns that are compiled when first used: a run compiles only what its texts ask for.

What ``re`` makes of a pattern is kept, as the interpreter keeps what it makes of a module: the 150 patterns that a gate
asks for take 25 ms to compile and 2 ms to take up again. Where this interpreter does not let us, all is compiled anew.
"""

# annotations are evaluated here: msgspec asks for them at every start, and would compile each

import re
import sys
from functools import cache
from typing import Any, AnyStr, cast

from msgspec import Struct

from checker import kept

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split")
_WORD = memoryview(b"").cast("I").itemsize
_MANY = (
    3_000  # patterns that are kept: ours are fewer; more are those of earlier versions and packs, and all is made anew
)


class Code(Struct, frozen=True, gc=False, array_like=True):
    """What a pattern compiles to: what ``re`` hands to its engine, which looks it over before it runs it."""

    flags: int
    words: bytes
    groups: int
    names: dict[str, int]


_new: dict[str, Code] = {}


class Pattern:
    """Stands for a pattern; its first use compiles it, and puts the methods of the compiled one in place."""

    def __init__(self, pattern: str | bytes, given: int) -> None:
        self.pattern, self.given = pattern, given

    def __getattr__(self, name: str) -> Any:
        compiled = _known(self.pattern, self.given) or re.compile(self.pattern, self.given)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compile(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As ``re.compile``, later. What is wrong with a pattern shows when it is first used."""
    return cast("re.Pattern[AnyStr]", Pattern(pattern, flags))


def keep() -> None:
    """Keep what this run compiled for the next."""
    if _new:
        found = _kept() | _new
        kept.save(_name(), found if len(found) <= _MANY else _new)
        _new.clear()


@cache
def _kept() -> dict[str, Code]:
    return kept.load(_name(), dict[str, Code]) or {}


@cache
def _name() -> str:
    """Of this interpreter alone: codes and the tables of letters are other ones in the next."""
    made_by = f"{sys.implementation.cache_tag}-{sys.hexversion:x}-{sys.byteorder}-{_WORD}"
    return f"patterns-{made_by}.msgpack"


def _known(pattern: str | bytes, given: int) -> re.Pattern[Any] | None:
    """The compiled pattern by its kept code, or by making the code (and keeping it); None where that cannot be."""
    key = f"{int(given)} {pattern!r}"
    code = _kept().get(key)
    try:
        if code is None:
            code = _new[key] = _code(pattern, given)
        return _taken_up(pattern, code)
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
        _new.pop(key, None)
        return None


def _code(pattern: str | bytes, given: int) -> Code:
    """As ``re`` itself does it, by its own parts, which are not promised to stay."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, int(given))
    state = parsed.state
    words = array("I", _compiler._code(parsed, int(given))).tobytes()
    return Code(int(given) | state.flags, words, state.groups - 1, dict(state.groupdict))


def _taken_up(pattern: str | bytes, code: Code) -> re.Pattern[Any]:
    import _sre  # type: ignore[import-not-found]

    names: list[str | None] = [None] * (code.groups + 1)
    for name, number in code.names.items():
        names[number] = name
    words = memoryview(code.words).cast("I").tolist()
    return cast("re.Pattern[Any]", _sre.compile(pattern, code.flags, words, code.groups, code.names, tuple(names)))
