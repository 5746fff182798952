"""The JSON Schema of settings, for editors: ``factlint.toml``, and ``[tool.factlint]`` of ``pyproject.toml``."""

from __future__ import annotations

from typing import Any

from checker.config import SEVERITIES

_TEXT: dict[str, Any] = {"type": "string"}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_WHOLE: dict[str, Any] = {"type": "integer", "minimum": 0}
_NUMBER: dict[str, Any] = {"type": "number", "minimum": 0}
_RULES = "rule ids or their beginnings, rule names, attributes"
_LLM: dict[str, dict[str, Any]] = {
    "model": _TEXT, "base-url": _TEXT, "key-env": _TEXT, "max-cost": _NUMBER, "workers": _WHOLE,
    "per-minute": _NUMBER, "part": _WHOLE, "overlap": _WHOLE, "tries": _WHOLE, "timeout": _NUMBER, "pause": _NUMBER,
    "price": {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2},
}  # fmt: skip
PROPERTIES: dict[str, dict[str, Any]] = {
    "rules": {**_TEXTS, "description": "rule packs (files, folders, names of installed ones) beside those that ship"},
    "shipped-rules": {"type": "boolean", "default": True, "description": "whether the packs that ship are loaded"},
    "entities": {**_TEXT, "description": "a file of names, aliases, and names to keep apart"},
    "select": {**_TEXTS, "description": f"report these alone: {_RULES}"},
    "ignore": {**_TEXTS, "description": f"do not report these: {_RULES}"},
    "per-file-ignores": {
        "type": "object", "additionalProperties": _TEXTS,
        "description": f"glob patterns of files -> what does not hold for them: {_RULES}",
    },
    "exclude": {**_TEXTS, "description": "glob patterns of files in folders that are no sources"},
    "fail-on": {
        "enum": [*SEVERITIES, "never"], "default": "warning",
        "description": "the least severity that makes the exit code 1",
    },
    "ledger": {"type": "boolean", "default": True, "description": "keep what was read, in .factlint"},
    "baseline": {**_TEXT, "description": "the file of accepted findings"},
    "lock": {**_TEXT, "description": "the file of kept claims"},
    "readers": {
        "type": "object", "description": "what readers other than rules are told, a table each",
        "properties": {"llm": {"type": "object", "additionalProperties": False, "properties": _LLM}},
        "additionalProperties": {"type": "object"},
    },
}  # fmt: skip


def json_schema() -> dict[str, Any]:
    """The schema (2020-12) of a settings file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:factlint:settings:1",
        "title": "factlint settings",
        "type": "object",
        "additionalProperties": False,
        "properties": PROPERTIES,
    }
