"""The entities file: what a user knows of names. One YAML mapping:

entities:
  - {name: Halvorsen-Ridder Group, type: organization, aliases: [HRG, Halvorsen]}
apart:
  - [Anvil, Anvil Research Partners]
"""

from __future__ import annotations

import os
from typing import Any

from msgspec import Struct

from checker.errors import UserError


class Known(Struct, frozen=True):
    """Aliases (folded) to the name to use, the types given, and pairs of folded names that are never one."""

    aliases: dict[str, str] = {}
    types: dict[str, str] = {}
    apart: frozenset[frozenset[str]] = frozenset()


def load(path: str) -> Known:
    """What a file says; nothing for "". Raises UserError with line and column."""
    if not path:
        return Known()
    from checker.packs.document import Document

    try:
        if os.stat(path).st_size > 50_000_000:
            raise UserError("larger than 50 MB; split it", path)
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except UnicodeDecodeError:
        raise UserError("not UTF-8; save it as UTF-8", path) from None
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", path) from None
    document = Document(text, path)
    return _known(document, document.data)


def _known(document: Any, data: Any) -> Known:
    from checker.packs.faults import did_you_mean
    from checker.values.names import fold

    def wrong(message: str, *way: str | int) -> UserError:
        return UserError(message, document.path, *document.at(way))

    if not isinstance(data, dict):
        raise wrong("an entities file is a mapping with `entities` and `apart`")
    for key in data:
        if key not in ("entities", "apart"):
            raise wrong(f"unknown key {key!r}{did_you_mean(key, ('entities', 'apart'))}", key)
    aliases: dict[str, str] = {}
    types: dict[str, str] = {}
    for index, entry in enumerate(_list(data, "entities", wrong)):
        if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
            raise wrong("an entity has a name: {name: …, type: …, aliases: [ … ]}", "entities", index)
        for key in entry:
            if key not in ("name", "type", "aliases"):
                raise wrong(
                    f"unknown key {key!r}{did_you_mean(key, ('name', 'type', 'aliases'))}", "entities", index, key
                )
        names = entry.get("aliases") or []
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise wrong("aliases is a list of names", "entities", index, "aliases")
        for name in (entry["name"], *names):
            if aliases.get(fold(name), entry["name"]) != entry["name"]:
                message = f"{name!r} is an alias of {aliases[fold(name)]!r} too; give it to one"
                raise wrong(message, "entities", index)
            aliases[fold(name)] = entry["name"]
        if isinstance(entry.get("type"), str):
            types[entry["name"]] = entry["type"]
    apart: set[frozenset[str]] = set()
    for index, names in enumerate(_list(data, "apart", wrong)):
        if not isinstance(names, list) or len(names) < 2 or not all(isinstance(name, str) for name in names):
            raise wrong("apart is a list of lists of two or more names", "apart", index)
        folded = [fold(aliases.get(fold(name), name)) for name in names]
        apart |= {frozenset((a, b)) for i, a in enumerate(folded) for b in folded[i + 1 :]}
    return Known(aliases, types, frozenset(apart))


def _list(data: dict[str, Any], key: str, wrong: Any) -> list[Any]:
    found = data.get(key) or []
    if not isinstance(found, list):
        raise wrong(f"{key} is a list", key)
    return found
