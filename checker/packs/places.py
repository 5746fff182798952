"""Where in its file a part of a pack stands: asked only when something has to be said of it."""

from __future__ import annotations

from pathlib import Path

from checker.packs.document import Document
from checker.packs.schema import Packs, Rule


def of_rule(packs: Packs, rule: Rule, *way: str | int) -> str:
    """ "rules/mine.yaml:12:5: " of a part of a rule; the pack's name where the file is not found."""
    for path in packs.files:
        try:
            data = Path(path).read_bytes()
        except OSError:
            continue
        if rule.id.encode() not in data or f"pack: {rule.pack}".encode() not in data:
            continue
        document = Document(data.decode("utf-8-sig", "replace"), path)
        ids = [entry.get("id") for entry in document.data.get("rules", [])]
        if document.data.get("pack") == rule.pack and rule.id in ids:
            line, column = document.at(("rules", ids.index(rule.id), *way))
            return f"{path}:{line}:{column}: "
    return f"{rule.pack}: "
