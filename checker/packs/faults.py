"""Every fault of a pack file, each with line and column; and the JSON Schema of packs, for editors.

Both come from pydantic models made of the structs in ``checker.packs.schema``, so that there is one definition.
"""

from __future__ import annotations

import typing
from functools import cache
from typing import Any

import msgspec

from checker.errors import UserError
from checker.packs import schema
from checker.packs.checks import CHECKS
from checker.packs.document import Document

_LOADED = {"Attribute": ("name", "pack"), "Rule": ("pack",)}  # what the loader fills


def did_you_mean(word: str, known: Any) -> str:
    """What to do about an unknown word: the nearest known one, or all of them where they are few."""
    import difflib

    names = sorted(known)
    lower = {name.lower(): name for name in reversed(names)}
    close = difflib.get_close_matches(str(word).lower(), list(lower), 1, 0.6)
    if close:
        return f"; did you mean {lower[close[0]]!r}?"
    return f"; known: {', '.join(names)}" if len(names) <= 24 else ""


@cache
def _model(struct: Any, partial: bool = False) -> Any:
    from pydantic import ConfigDict, Field, create_model

    hints = typing.get_type_hints(struct, include_extras=True)
    fields: dict[str, Any] = {}
    aliases = {"schema": "schema_"}
    for field in msgspec.structs.fields(struct):
        if field.name in _LOADED.get(struct.__name__, ()):
            continue
        kind = _typed(hints[field.name])
        alias = aliases.get(field.name, field.name)
        given: dict[str, Any] = {"alias": field.name} if alias != field.name else {}
        if field.default_factory is not msgspec.NODEFAULT:
            given["default_factory"] = field.default_factory
        elif field.default is not msgspec.NODEFAULT:
            given["default"] = None if isinstance(field.default, msgspec.Struct) else field.default
        elif partial:
            given["default"] = None
        fields[alias] = (kind, Field(**given) if given else Field())
    config = ConfigDict(extra="forbid", strict=True, arbitrary_types_allowed=True, protected_namespaces=())
    return create_model(struct.__name__, __config__=config, __doc__=struct.__doc__, **fields)


def _typed(hint: Any) -> Any:
    """The hint with msgspec's structs as models and its constraints as pydantic's."""
    from pydantic import Field

    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return _model(hint)
    if origin is typing.Annotated:
        rules: dict[str, Any] = {}
        for meta in args[1:]:
            rules.update(
                {k: getattr(meta, k) for k in ("ge", "le", "pattern", "min_length") if getattr(meta, k) is not None}
            )
        return typing.Annotated[_typed(args[0]), Field(**rules)]
    if origin is typing.Literal or not args:
        return hint
    kinds = tuple(_typed(arg) for arg in args)
    if origin in (list, dict):
        return origin[kinds]
    return typing.Union[kinds]  # noqa: UP007  # made at run time


@cache
def model() -> Any:
    """The pydantic model of one pack file."""
    from pydantic import create_model

    base = _model(schema.Pack)
    part: Any = _model(schema.Attribute, True)
    attributes: Any = dict.__class_getitem__((_typed(schema.Name), part))
    return create_model("Pack", __base__=base, __doc__=schema.Pack.__doc__, attributes=(attributes, {}))


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a pack file, the parameters of each check in it."""
    made: dict[str, Any] = model().model_json_schema(by_alias=True)
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:factlint:pack:1",
        **made,
        "title": "factlint rule pack",
    }
    rule = made["$defs"]["Rule"]
    rule["properties"]["check"] = {"enum": sorted(CHECKS), "title": "Check"}
    rule["allOf"] = []
    for name, parameters in sorted(CHECKS.items()):
        shape = _model(parameters).model_json_schema(by_alias=True)
        shape.pop("$defs", None)
        rule["allOf"].append(
            {"if": {"properties": {"check": {"const": name}}}, "then": {"properties": {"parameters": shape}}}
        )
    return made


Way = tuple[str | int, ...]


def without(data: dict[str, Any], ways: list[Way]) -> tuple[list[int], frozenset[str]]:
    """Take out of a pack the parts that hold these places, so that the rest can be looked at.

    Gives where the rules that are left stand among all, and the names of the attributes that are gone.
    """
    gone = {way[:2] for way in ways if len(way) > 1}
    for section in {way[0] for way in ways if len(way) == 1} - {"pack", "rules"}:
        data.pop(str(section), None)
    rules = data.get("rules")
    kept = [n for n in range(len(rules)) if ("rules", n) not in gone] if isinstance(rules, list) else []
    data["rules"] = [rules[n] for n in kept] if isinstance(rules, list) else []
    for section, held in data.items():
        if section != "rules" and isinstance(held, dict):
            data[section] = {k: v for k, v in held.items() if (section, k) not in gone}
        elif section != "rules" and isinstance(held, list):
            data[section] = [v for n, v in enumerate(held) if (section, n) not in gone]
    return kept, frozenset(str(way[1]) for way in gone if way[0] == "attributes")


def of_shape(document: Document) -> list[tuple[UserError, Way]]:
    """What is wrong with the shape of a file, and where: unknown keys, wrong types, missing parts."""
    from pydantic import ValidationError

    found: list[tuple[UserError, Way]] = [
        (UserError(f"{key!r} is given twice; keep one", document.path, *where), ())
        for where, key in sorted(document.repeated)
    ]
    try:
        model().model_validate(document.data)
    except ValidationError as error:
        seen: set[tuple[int, int, str]] = set()
        for entry in error.errors(include_url=False):
            way = tuple(step for step in entry["loc"] if not (isinstance(step, str) and step == "[key]"))
            fault = _fault(document, entry, way)
            if (fault.line, fault.column, fault.message) not in seen:
                seen.add((fault.line, fault.column, fault.message))
                found.append((fault, way))
    return found


def _fault(document: Document, entry: Any, way: Way) -> UserError:
    line, column = document.at(way)
    shown = ".".join(str(step + 1) if isinstance(step, int) else step for step in way)
    kind, last = entry["type"], str(way[-1]) if way else ""
    if kind == "extra_forbidden":
        known = _known(way[:-1])
        return UserError(f"unknown key {last!r}{did_you_mean(last, known)}", document.path, line, column)
    if kind == "missing":
        return UserError(f"{shown or 'the pack'}: missing; give it", document.path, line, column)
    message = _plain(entry["msg"])
    given = entry.get("input")
    hint = ""
    if kind == "literal_error":
        words = [word.strip(" '") for word in str(entry["ctx"]["expected"]).replace(" or ", ", ").split(",")]
        hint = did_you_mean(str(given), words)
        return UserError(
            f"{shown}: {given!r} is none of {', '.join(words)}{hint if 'mean' in hint else ''}",
            document.path,
            line,
            column,
        )
    if kind == "string_pattern_mismatch":
        wanted = _PATTERNS.get(entry["ctx"]["pattern"], entry["ctx"]["pattern"])
        return UserError(f"{shown}: {str(given)[:40]!r} should look like {wanted}", document.path, line, column)
    shown_input = "" if isinstance(given, (dict, list)) or given == "" else f", not {str(given)[:40]!r}"
    return UserError(f"{shown}: {message}{shown_input}", document.path, line, column)


_WANTED = (
    ("a valid dictionary", "a mapping"), ("a valid list", "a list, as in [one, two]"), ("a valid string", "a text"),
    ("a valid boolean", "true or false"), ("a valid integer", "a whole number"), ("a valid number", "a number"),
)  # fmt: skip


def _plain(message: str) -> str:
    """What pydantic says, for those who write packs."""
    wanted = next((ours for theirs, ours in _WANTED if theirs in message), "")
    if wanted:
        return f"should be {wanted}"
    plain = message.removeprefix("Input ").replace("String should have at least 1 character", "should not be empty")
    return plain[:1].lower() + plain[1:]


_PATTERNS = {
    r"^[a-z][a-z0-9_]*$": "a_word",
    r"^[A-Z][A-Z0-9]*[0-9]+$": "T101",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "a-name",
}


def _known(way: tuple[Any, ...]) -> list[str]:
    """The keys that a mapping at ``way`` may have."""
    struct: Any = schema.Pack
    for step in way:
        struct = _PARTS.get(step, struct) if isinstance(step, str) else struct
    hidden = _LOADED.get(struct.__name__, ())
    return [field.name for field in msgspec.structs.fields(struct) if field.name not in hidden]


_PARTS: dict[str, Any] = {
    "attributes": schema.Attribute, "events": schema.Event, "rules": schema.Rule, "overrides": schema.Override,
    "authority": schema.Authority, "taxonomies": schema.Taxonomies, "only": schema.Only, "examples": schema.Example,
}  # fmt: skip
