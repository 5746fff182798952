"""The grammar's engine: rules over the codes of tokens, tried by their first code; the longest match wins."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import cache

from msgspec import Struct

from checker import __version__, kept, lazy
from checker.digests import blake2b
from checker.values.dates.context import Context
from checker.values.dates.guard import stands
from checker.values.dates.lexer import Token
from checker.values.dates.moment import Moment


class Match:
    """What a rule matched: named groups give the token (or None) that stands there."""

    __slots__ = ("_found", "_run")

    def __init__(self, found: re.Match[str], run: list[Token]) -> None:
        self._found, self._run = found, run

    def __getitem__(self, name: str) -> Token | None:
        if name not in self._found.re.groupindex:
            return None
        start, end = self._found.span(name)
        return self._run[start] if end > start else None

    def token(self, name: str) -> Token:
        """The token of a group that every match of the rule has."""
        token = self[name]
        if token is None:
            raise LookupError(name)
        return token

    def tokens(self) -> list[Token]:
        """All tokens that matched."""
        return self._run[self._found.start() : self._found.end()]

    def codes(self) -> str:
        """The codes that matched."""
        return self._found[0]

    def slice(self, name: str) -> list[Token]:
        """All tokens of a group."""
        if name not in self._found.re.groupindex:
            return []
        start, end = self._found.span(name)
        return self._run[start:end] if start >= 0 else []

    def value(self, name: str) -> int:
        """The number that a group's token stands for (which must have matched)."""
        return int(self.token(name).value)

    def whole(self, context: Context) -> bool:
        """Whether the text holds nothing else."""
        tokens = self.tokens()
        return (tokens[0].start, tokens[-1].end) == context.extent

    def last(self) -> bool:
        """Whether nothing of the run follows but marks."""
        return all(token.code in ".,'" for token in self._run[self._found.end() :])

    def value_of(self, name: str) -> str:
        """The word behind a group's token, "" where it did not match."""
        token = self[name]
        return "" if token is None else str(token.value)

    def plural(self, name: str) -> bool:
        """Whether a group's token is written with an s at its end."""
        token = self[name]
        return token is not None and token.plural


Maker = Callable[[Context, Match], Moment | None]


class Rule(Struct):
    """A pattern over codes and the function that makes its moment; ``spoken`` rules are not for running prose."""

    pattern: re.Pattern[str]
    make: Maker
    spoken: bool


_RULES: list[Rule] = []  # in the order of their registering


def rule(*patterns: str, spoken: bool = False, first: bool = False) -> Callable[[Maker], Maker]:
    """Register a rule under the codes it can begin with; ``first``: before those that match the same tokens."""

    def register(make: Maker) -> Maker:
        made = [Rule(lazy.compile(pattern), make, spoken) for pattern in patterns]
        _RULES[:] = [*made, *_RULES] if first else [*_RULES, *made]
        return make

    return register


@cache
def _by_first() -> dict[str, list[Rule]]:
    """The rules by the codes they can begin with; the codes are kept, as it takes 10 ms to read them off."""
    patterns = [each.pattern.pattern for each in _RULES]
    made_of = repr((__version__, os.stat(__file__).st_mtime_ns, patterns))
    known = f"firsts-{blake2b(made_of.encode(), digest_size=16).hexdigest()}.msgpack"
    firsts = kept.load(known, dict[str, set[str]])
    if firsts is None:
        firsts = {pattern: _firsts(pattern) for pattern in patterns}
        kept.save(known, firsts)
    found: dict[str, list[Rule]] = {}
    for each in _RULES:
        for first in firsts[each.pattern.pattern]:
            found.setdefault(first, []).append(each)
    return found


_CODES = "nyNwaoMDUuRXTGLBZPcdCSQqhHFfEeIJKkrtb&piOsv@~W-,./'Y+(:"


def _firsts(pattern: str) -> set[str]:
    """The codes that a match can begin with: read off the parsed pattern."""
    from re import _parser  # type: ignore[attr-defined]

    return _first_set(_parser.parse(pattern))[0] & set(_CODES)


def _first_set(parsed: object) -> tuple[set[str], bool]:
    """The characters that a parsed pattern can begin with, and whether it can match nothing."""
    from re import _constants as kinds  # type: ignore[attr-defined]

    out: set[str] = set()
    for kind, value in parsed:  # type: ignore[attr-defined]
        if kind is kinds.LITERAL:
            return out | {chr(value)}, False
        if kind is kinds.IN:
            return out | {chr(item[1]) for item in value}, False
        if kind is kinds.SUBPATTERN:
            inner, empty = _first_set(value[3])
        elif kind is kinds.BRANCH:
            parts = [_first_set(part) for part in value[1]]
            inner, empty = set().union(*(p[0] for p in parts)), any(p[1] for p in parts)
        elif kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
            inner, empty = _first_set(value[2])
            empty = empty or value[0] == 0
        else:
            inner, empty = set(), True
        out |= inner
        if not empty:
            return out, False
    return out, True


class Atom(Struct):
    """A moment recognised at tokens ``first:last`` of a run."""

    first: int
    last: int
    moment: Moment
    stands: bool = True


def parse(run: list[Token], context: Context, at: int = 0) -> list[Atom]:
    """The moments of a run, left to right."""
    codes = "".join(token.code for token in run)
    out: list[Atom] = []
    while at < len(codes):
        context.at, context.ahead = run[at].start, None
        best = longest(codes, run, context, at)
        if best is None:
            at += 1
            continue
        best = from_next(codes, run, context, best)
        if not out or not listed(codes, out[-1], best):
            best.stands = (
                stands(context.text, run[at].start, run[best.last - 1].end, best.moment) if context.prose else True
            )
        if best.stands and best.moment.weak != "invalid" and (best.moment.free != "year" or context.base):
            context.note(best.moment)
        out.append(best)
        at = best.last
    return out


def from_next(codes: str, run: list[Token], context: Context, best: Atom) -> Atom:
    """Two years after 3 May 2016: counted from the date that follows, not from the one before."""
    if (
        best.moment.anchor != "previous"
        or best.last >= len(codes)
        or run[best.last - 1].value not in {"after", "before"}
    ):
        return best
    following = longest(codes, run, context, best.last)
    if following is None or following.moment.weak not in {"", "year", "month"}:
        return best
    context.previous = following.moment
    again = longest(codes, run, context, best.first)
    return Atom(best.first, following.last, again.moment.but(anchor="", weak="")) if again else best


def listed(codes: str, left: Atom, right: Atom) -> bool:
    """Whether a year follows another in a list ("2021, 2022 and 2023")."""
    return (
        left.moment.weak == right.moment.weak == "year"
        and codes[left.last : right.first] in {",", "&", ",&"}
        and left.stands
    )


def longest(codes: str, run: list[Token], context: Context, at: int) -> Atom | None:
    """The longest moment that begins at a token; of equals the rule registered first."""
    best: Atom | None = None
    for each in _by_first().get(codes[at], ()):
        if each.spoken and context.prose:
            continue
        found = each.pattern.match(codes, at)
        if found and (best is None or found.end() > best.last):
            try:
                made = each.make(context, Match(found, run))
            except OverflowError:  # counted beyond the calendar
                made = None
            if made is not None:
                best = Atom(at, found.end(), made)
    return best
