"""Whose money a sign, a code or a word means. The data is ``rules/lexicons/currencies.yaml``."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from checker.values import lexicon


class Currencies(Struct, frozen=True):
    """The lexicon, made ready to look things up.

    ``words``: lower case, plurals too, to an ISO code or the name of a family or a part; ``members``: of families and
    parts; ``parts``: names of hundredths.
    """

    signs: dict[str, str]
    dollars: dict[str, str]
    words: dict[str, str]
    exact: dict[str, str]
    behind: frozenset[str]
    members: dict[str, tuple[str, ...]]
    parts: frozenset[str]
    magnitudes: dict[str, float]
    weights: frozenset[str]
    sign_class: str


@cache
def table() -> Currencies:
    """The currencies, read once."""
    data = lexicon.load("currencies")
    words = {form: code for code, names in data["words"].items() for name in names for form in (name, f"{name}s")}
    members: dict[str, tuple[str, ...]] = {}
    for group in ("families", "parts"):
        for name, entry in data[group].items():
            members[name] = tuple(entry["members"])
            words |= {form: name for word in entry["words"] for form in (word, f"{word}s")}
    any_of = {name: codes[0] for name, codes in data["any_of"].items()}
    exact = {code: code for code in data["codes"]} | {k: any_of.get(v, v) for k, v in data["abbreviations"].items()}
    signs = {sign: code for sign, code in {**data["signs"], **data["part_signs"]}.items() if len(sign) == 1}
    exact |= {sign: code for sign, code in data["signs"].items() if sign.isalpha() and len(sign) > 1}
    single = "".join(re.escape(sign) for sign in sorted(signs))
    return Currencies(signs, data["dollars"], words, exact, frozenset(data["only_behind"]), members,
                      frozenset(data["parts"]), data["magnitudes"], frozenset(data["weights"]), single)  # fmt: skip


def standard(amount: float | None, currency: str | None, default: str | None = None) -> tuple[float | None, str | None]:
    """The amount in whole units: 50 pence is 0.5 GBP; a cent is ``default``'s where that has cents, else a dollar's."""
    known = table()
    if currency not in known.parts:
        return amount, currency
    members = known.members[currency]
    return (None if amount is None else amount / 100), default if default in members else members[0]


def agree(one: str | None, other: str | None) -> bool:
    """Whether two currencies can be one: equal, unknown, or a member and its family."""
    if one is None or other is None or one == other:
        return True
    members = table().members
    return other in members.get(one, ()) or one in members.get(other, ())
