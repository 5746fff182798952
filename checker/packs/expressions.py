"""Expressions of rules, in CEL (cel.dev), by the bindings of its reference implementation: typed, and bounded in time.

Imported only where a rule has an expression; ``pip install cel-expr-python`` brings it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from checker.errors import UserError

LIMIT = 4000  # characters of an expression


class Compiled:
    """A checked expression that gives true or false."""

    def __init__(self, program: Any) -> None:
        self._program = program

    def true(self, context: Mapping[str, Any]) -> bool:
        """Whether it is true of these claims. Raises ValueError where it cannot be told (a key that is not there)."""
        try:
            found = self._program.eval(data=dict(context)).value()
        except RuntimeError as error:
            raise ValueError(_reason(error)) from None
        if not isinstance(found, bool):
            raise ValueError(f"the expression gives {found!r}, not true or false")
        return found


@cache
def _environment() -> Any:
    try:
        from cel_expr_python import cel  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError:
        raise UserError("a rule has an expression, which needs CEL: pip install cel-expr-python") from None
    kinds = cel.Type
    claim = kinds.Map(kinds.STRING, kinds.DYN)
    return cel.NewEnv(
        variables={"claims": kinds.List(claim), "sources": kinds.List(kinds.STRING), "a": claim, "b": claim}
    )


@lru_cache(maxsize=512)
def compiled(text: str) -> Compiled:
    """The expression, parsed and type-checked. Raises ValueError with the place and what is wrong."""
    if len(text) > LIMIT:
        raise ValueError(f"an expression of {len(text):,} characters; at most {LIMIT:,}")
    if not text.strip():
        raise ValueError("an empty expression")
    environment = _environment()
    try:
        program = environment.compile(text)
    except RuntimeError as error:
        raise ValueError(_reason(error)) from None
    kind = program.return_type().name()
    if kind not in ("bool", "BOOL", "dyn", "DYN"):
        raise ValueError(f"the expression gives {kind.lower()}, not true or false")
    return Compiled(program)


def fault(text: str) -> str:
    """What is wrong with an expression, or ""."""
    try:
        compiled(text)
    except ValueError as error:
        return f"expression: {error}"
    return ""


def _reason(error: Exception) -> str:
    """The first line of what CEL says, with its column."""
    text = str(error).strip().split("\n", 1)[0]
    found = re.search(r"<input>:\d+:(\d+): (.*)", text)
    plain = f"{found[2]} (at character {found[1]})" if found else text
    return re.sub(r"^[A-Z_]+: |\s*\[[A-Z_]+\]$|\s*\(in container ''\)", "", plain)
