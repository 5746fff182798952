"""Patterns that are compiled when first used: a run compiles only what its texts ask for."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class Pattern:
    """Stands for a pattern; its first use compiles it, and puts the methods of the compiled one in place."""

    def __init__(self, pattern: str | bytes, given: int) -> None:
        self.pattern, self.given = pattern, given

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.given)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compile(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As ``re.compile``, later. What is wrong with a pattern shows when it is first used."""
    return cast("re.Pattern[AnyStr]", Pattern(pattern, flags))
