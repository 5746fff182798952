"""What a rule cannot be: a check of the wrong attributes, without what it needs, or with what it does not take."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from checker.errors import UserError
from checker.packs.checks import CHECKS
from checker.packs.faults import did_you_mean
from checker.packs.schema import Attribute, Only, Rule
from checker.packs.written import value_of
from checker.values import AMOUNTS, compare

Attributes = Mapping[str, Attribute]
Way = tuple[str | int, ...]  # from the rule
Fault = tuple[str, Way]
FIGURE, DATE = frozenset(AMOUNTS), frozenset(("date",))
# Checks that relate attributes: what each is called, and the kinds that its value can be of; the last from here on may
# be left out.
_PARTS: dict[str, tuple[tuple[tuple[str, frozenset[str]], ...], int]] = {
    "order": ((("earlier", DATE), ("later", DATE)), 2),
    "periods": ((("start", DATE), ("end", DATE)), 2),
    "total": ((("part", FIGURE), ("total", FIGURE)), 2),
    "change": ((("change", frozenset(("percent",))), ("figure", FIGURE), ("figure after", FIGURE)), 2),
    "implied": ((("figure", FIGURE), ("start", DATE), ("end", DATE)), 2),
}
_KINDS = {"tolerance": FIGURE | DATE, "range": FIGURE | DATE}


def of_rule(rule: Rule, attributes: Attributes) -> Iterator[Fault]:
    """Every fault of one rule, with the way to where it stands."""
    for name in rule.attributes:
        if name not in attributes:
            yield f"no attribute {name!r}{did_you_mean(name, attributes)}", ("attributes",)
    if not rule.attributes:
        yield f"{rule.id}: names no attribute; give at least one", ("attributes",)
    if rule.check not in CHECKS:
        yield f"{rule.id}: no check {rule.check!r}{did_you_mean(rule.check, CHECKS)}", ("check",)
        return
    if rule.attributes and all(name in attributes for name in rule.attributes):
        yield from _attributes(rule, attributes)
    yield from of_parameters(rule, attributes)
    yield from _message(rule, attributes)
    if rule.only is not None and rule.check != "single-value":
        yield f"{rule.id}: 'only' is for the check single-value, not for {rule.check}; leave it out", ("only",)
    elif rule.only == Only():
        yield f"{rule.id}: 'only' says nothing; give it words, inferred or qualifiers, or leave it out", ("only",)


def _attributes(rule: Rule, attributes: Attributes) -> Iterator[Fault]:
    parts, least = _PARTS.get(rule.check, ((), 0))
    if parts and not least <= len(rule.attributes) <= len(parts):
        shown = " or ".join(f"[{', '.join(name for name, _ in parts[:n])}]" for n in range(least, len(parts) + 1))
        yield f"{rule.id}: {rule.check} takes the attributes {shown}, not {len(rule.attributes)}", ("attributes",)
        return
    twice = next((n for n, name in enumerate(rule.attributes) if name in rule.attributes[:n]), None)
    if twice is not None and rule.check != "change":  # a figure before and after can be one attribute
        yield f"{rule.id}: names {rule.attributes[twice]!r} twice; name another, or leave it out", ("attributes", twice)
        return
    any_of = _KINDS.get(rule.check)
    for index, name in enumerate(rule.attributes):
        kind = attributes[name].value
        wanted = parts[index][1] if parts else any_of
        if wanted is not None and kind not in wanted:
            place = f" as its {parts[index][0]}" if parts else ""
            given = f"{rule.id}: {rule.check} takes a {_one_of(wanted)}{place}; {name} is a {kind}"
            yield given, ("attributes", index)


def _one_of(kinds: frozenset[str]) -> str:
    names = sorted(kinds)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def of_parameters(rule: Rule, attributes: Attributes) -> Iterator[Fault]:
    """What is wrong with a rule's parameters, those of an override included."""
    kind = CHECKS[rule.check]
    known = [field.name for field in msgspec.structs.fields(kind)]
    unknown = [name for name in rule.parameters if name not in known]
    for name in unknown:
        hint = did_you_mean(name, known) if known else "; it takes no parameters"
        yield f"{rule.id}: {rule.check} takes no {name!r}{hint}", ("parameters", name)
    if unknown:
        return
    try:
        parameters = msgspec.convert(rule.parameters, kind)
    except msgspec.ValidationError as error:
        yield f"{rule.id}: parameters of {rule.check}: {_said(error)}", ("parameters", _key(error))
        return
    needs = _NEEDS.get(rule.check, ())
    if needs and not any(_is_given(getattr(parameters, name)) for name in needs):
        yield f"{rule.id}: {rule.check} needs one of {', '.join(needs)}; give one", ("parameters",)
    for fault in _SPECIAL.get(rule.check, _nothing)(rule, parameters, attributes):
        yield f"{rule.id}: {fault[0]}", ("parameters", *fault[1])


def _is_given(value: object) -> bool:
    return value is not None and value is not False and value != []


_NEEDS = {
    "tolerance": ("absolute", "relative", "last_digit"), "range": ("least", "most", "whole"),
    "one-of": ("values", "none_of"), "count": ("most", "least"),
}  # fmt: skip


def _said(error: msgspec.ValidationError) -> str:
    message, _, where = str(error).replace("`", "").partition(" - at ")
    key = where.removeprefix("$.")
    found = re.fullmatch(r"Expected `?([^`]+?)`?, got `?(\w+)`?", message)
    if found is not None and key:
        wanted = found[1].removesuffix(" | null")
        return f"{key}: should be {_TYPES.get(wanted, wanted)}, not {_TYPES.get(found[2], found[2])}"
    bound = re.fullmatch(r"Expected (\w+) ([<>]=) ([\d.]+)", message)
    if bound is not None and key:
        end = "at least" if bound[2] == ">=" else "at most"
        return f"{key}: should be {_TYPES.get(bound[1], bound[1])} of {end} {float(bound[3]):g}"
    if message == "Expected array of length >= 1":
        return f"{key}: is empty; name at least one"
    return (
        f"{key}: {message[:1].lower()}{message[1:]}"
        if key
        else message.replace("Object missing required field", "give")
    )


_TYPES = {
    "int": "a whole number", "float": "a number", "str": "text", "bool": "true or false", "array": "a list",
    "object": "a mapping", "null": "nothing", "int | float": "a number", "float | str": "a number or a text",
}  # fmt: skip


def _key(error: msgspec.ValidationError) -> str:
    return str(error).partition("$.")[2].strip("`").partition("[")[0]


def _nothing(rule: Rule, parameters: Any, attributes: Attributes) -> Iterator[Fault]:
    return iter(())


def _range(rule: Rule, parameters: Any, attributes: Attributes) -> Iterator[Fault]:
    for name in rule.attributes:
        for end in ("least", "most"):
            bound = getattr(parameters, end)
            if bound is not None and name in attributes and (fault := _bound(bound, attributes[name])):
                yield f"{end}: {fault}", (end,)
                return
        if name in attributes and _turned(parameters, attributes[name].value):
            least, most = _plain(parameters.least), _plain(parameters.most)
            yield f"least ({least}) is more than most ({most}): nothing lies between", ("least",)
            return


def _turned(parameters: Any, kind: str) -> bool:
    """Whether a range ends before it begins."""
    if parameters.least is None or parameters.most is None or "now" in (parameters.least, parameters.most):
        return False
    if kind == "date":
        from checker.values.dates.edtf import widened

        first, last = widened(_plain(parameters.least))[0], widened(_plain(parameters.most))[1]
        return first is not None and last is not None and first > last
    least, most = (value_of(_plain(bound), kind) for bound in (parameters.least, parameters.most))
    return bool(compare(least, most).verdict == "different" and (least.low or 0.0) > (most.low or 0.0))


def _plain(bound: float | str) -> str:
    return f"{bound:g}" if isinstance(bound, float) and bound == int(bound) else str(bound)


def _distance(rule: Rule, parameters: Any, attributes: Attributes) -> Iterator[Fault]:
    """A distance of measures has a unit; of all else, none."""
    given = parameters.absolute
    for kind in sorted({attributes[name].value for name in rule.attributes if name in attributes and given}):
        if kind == "date" and isinstance(given, str):
            yield "absolute: of dates it is a number of days", ("absolute",)
        elif kind != "date" and (isinstance(given, str) or kind == "measure"):
            try:
                value_of(given, kind)
            except UserError as error:
                yield f"absolute: {error.message}", ("absolute",)


def _count(rule: Rule, parameters: Any, attributes: Attributes) -> Iterator[Fault]:
    if parameters.least is not None and parameters.most is not None and parameters.least > parameters.most:
        yield f"least ({parameters.least}) is more than most ({parameters.most}): no number is both", ("least",)


def _bound(bound: float | str, attribute: Attribute) -> str:
    """What is wrong with one end of a range."""
    if bound == "now" or (attribute.value == "date" and isinstance(bound, float) and bound == int(bound)):
        return "" if attribute.value == "date" else f"'now' is for dates; {attribute.name} is a {attribute.value}"
    if attribute.value not in (*AMOUNTS, "date") or (isinstance(bound, float) and attribute.value != "measure"):
        return ""
    try:
        value_of(bound, attribute.value)
    except UserError as error:
        return error.message
    return ""


def _listed(rule: Rule, parameters: Any, attributes: Attributes) -> Iterator[Fault]:
    for key in ("values", "none_of"):
        for index, given in enumerate(getattr(parameters, key)):
            for name in rule.attributes:
                try:
                    value_of(given, attributes[name].value if name in attributes else "text")
                except UserError as error:
                    yield f"{key}: {error.message}", (key, index)


def _keyed(rule: Rule, parameters: Any, attributes: Attributes) -> Iterator[Fault]:
    """A key that none of the attributes has."""
    keys = {key for name in rule.attributes if name in attributes for key in attributes[name].key}
    given = parameters.key if isinstance(parameters.key, list) else [parameters.key] if parameters.key else []
    for name in given:
        if name not in keys:
            yield f"key: no attribute here has the key {name!r}{did_you_mean(name, keys) if keys else ''}", ("key",)


def _expression(rule: Rule, parameters: Any, attributes: Attributes) -> Iterator[Fault]:
    from checker.packs.expressions import fault

    wrong = fault(parameters.violated, parameters.over == "pair")
    if wrong:
        yield wrong, ("violated",)


_SPECIAL: dict[str, Callable[[Rule, Any, Attributes], Iterator[Fault]]] = {
    "range": _range, "one-of": _listed, "total": _keyed, "order": _keyed, "expression": _expression,
    "tolerance": _distance, "count": _count,
}  # fmt: skip


def _message(rule: Rule, attributes: Attributes) -> Iterator[Fault]:
    keys = {key for name in rule.attributes if name in attributes for key in attributes[name].key}
    known = {"subject", "attribute", "values", "reason", "count", "sources", *keys}
    try:
        parts = [part for part in string.Formatter().parse(rule.message) if part[1] is not None]
    except ValueError as error:
        yield f"{rule.id}: message: {error}; write {{{{ for a brace", ("message",)
        return
    for _, name, form, turned in parts:
        if name in known and (form or turned):  # a width of a thousand million is a way to take all memory
            yield f"{rule.id}: the message takes {{{name}}} as it is; leave out what follows the name", ("message",)
    for name in sorted({str(name) for _, name, _, _ in parts} - known):
        yield f"{rule.id}: the message names no {{{name}}}{did_you_mean(name, known)}", ("message",)
