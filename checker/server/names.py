"""Say in the entities file that two names are one; where there is none yet, make it and name it in the settings."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from checker import lazy
from checker.config import Settings

_KEY = lazy.compile(r"^entities:[ \t]*(#.*)?$", re.MULTILINE)
_ITEM = lazy.compile(r"\n(?:[ \t]*(?:#.*)?\n)*([ \t]*)- ")
_HIDDEN = lazy.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
Files = dict[str, tuple[str | None, str]]  # path -> the text that it has (None: not there), and that it is to have


def alias_edits(settings: Settings, name: str, alias: str, kind: str) -> Files:
    """The files to change. A JSON string is a YAML string too, so that no name can break out of its quotes."""
    item = f"{{name: {_quoted(name)}, type: {kind}, aliases: [{_quoted(alias)}]}}"
    path = settings.entities or os.path.join(os.path.dirname(settings.file), "names.yaml")
    held = _text(path)
    files: Files = {path: (held, with_item(held or "", item))}
    if not settings.entities:
        file = settings.file or "factlint.toml"
        known = _text(file)
        files[file] = (known, with_setting(known or "", os.path.basename(file), "names.yaml"))
    return files


def with_item(text: str, item: str) -> str:
    """An entities file with an entity more, before the others."""
    key = _KEY.search(text)
    if key is None:
        return f"{text}{chr(10) if text and not text.endswith(chr(10)) else ''}entities:\n  - {item}\n"
    after = _ITEM.match(text, key.end())
    indent = after[1] if after else "  "
    return f"{text[: key.end()]}\n{indent}- {item}{text[key.end() :] or chr(10)}"


def with_setting(text: str, file: str, names: str) -> str:
    """A settings file that names the entities file: at the top, or in its table in pyproject.toml."""
    line = f"entities = {json.dumps(names)}\n"
    table = re.search(r"^\[tool\.factlint\][^\n]*\n", text, re.MULTILINE)
    if table:
        return text[: table.end()] + line + text[table.end() :]
    return f"{text}\n[tool.factlint]\n{line}" if file == "pyproject.toml" else line + text


def _quoted(name: str) -> str:
    text = json.dumps(name.encode("utf-8", "replace").decode(), ensure_ascii=False)
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _text(path: str) -> str | None:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return None
