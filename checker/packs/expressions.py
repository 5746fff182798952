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
FIELDS = (
    "source", "published", "subject", "type", "attribute", "text", "date", "low", "high", "currency", "approximate",
    "modality", "qualifiers", "quote",
)  # fmt: skip


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
            said = str(found)
            failed = re.match(r"[A-Z_]+: ", said)
            raise ValueError(_reason(said) if failed else f"the expression gives {found!r}, not true or false")
        return found


@cache
def _environment(pair: bool) -> Any:
    try:
        from cel_expr_python import cel  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError:
        raise UserError("a rule has an expression, which needs CEL: pip install cel-expr-python") from None
    kinds = cel.Type
    claim = kinds.Map(kinds.STRING, kinds.DYN)
    both = {"a": claim, "b": claim} if pair else {}
    return cel.NewEnv(variables={"claims": kinds.List(claim), "sources": kinds.List(kinds.STRING), **both})


@lru_cache(maxsize=512)
def compiled(text: str, pair: bool = False) -> Compiled:
    """The expression, parsed and type-checked; over a pair it knows ``a`` and ``b``. Raises ValueError with the place
    and what is wrong."""
    if len(text) > LIMIT:
        raise ValueError(f"an expression of {len(text):,} characters; at most {LIMIT:,}")
    if not text.strip():
        raise ValueError("an empty expression")
    environment = _environment(pair)
    try:
        program = environment.compile(text)
    except RuntimeError as error:
        raise ValueError(_reason(error)) from None
    kind = program.return_type().name()
    if kind not in ("bool", "BOOL", "dyn", "DYN"):
        raise ValueError(f"the expression gives {kind.lower()}, not true or false")
    return Compiled(program)


def fault(text: str, pair: bool = False) -> str:
    """What is wrong with an expression, or ""."""
    try:
        compiled(text, pair)
    except ValueError as error:
        return f"expression: {error}"
    return ""


_HINTS = (
    ("key not found", f"; a claim has {', '.join(FIELDS)}; what may be missing is asked for by has(c.qualifiers.site)"),
    ("null_type", "; a figure is null where a value is none: ask c.low != null before"),
    ("undeclared reference to 'a", "; a and b are the two claims of `over: pair`"),
    ("undeclared reference to 'b", "; a and b are the two claims of `over: pair`"),
    ("budget exceeded", "; too many claims for a loop in a loop: compare two at a time by `over: pair`"),
)


def _reason(error: Exception | str) -> str:
    """The first line of what CEL says, with its column."""
    text = str(error).strip().split("\n", 1)[0]
    found = re.search(r"<input>:\d+:(\d+): (.*)", text)
    plain = f"{found[2].partition(' expecting {')[0]} (at character {found[1]})" if found else text
    plain = re.sub(r"^[A-Z_]+: |\s*\[[A-Z_]+\]$|\s*\(in container ''\)", "", plain)
    return plain + next((hint for sign, hint in _HINTS if sign in plain.lower()), "")
