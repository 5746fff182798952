"""What an annotated corpus says: whom a name means, and which of its claims a mention may be of."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from checker.claims.syntax.atoms import Atom


def folded(text: str) -> str:
    """A name without case, accents, marks and articles."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ")).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("’s", "").replace("'s", "")
    return " ".join(word for word in re.findall(r"\w+", plain) if word not in ("the", "a", "an"))


class Gold:
    """The claims of one corpus by file."""

    def __init__(self, said: dict[str, Any]) -> None:
        self.names: dict[str, str] = {}
        for entity in said.get("entities", []):
            for name in (entity["name"], *entity.get("aliases", [])):
                self.names.setdefault(folded(name), folded(entity["name"]))
        self.claims: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
        for number, claim in enumerate(said["claims"]):
            self.claims[claim["source"]].append((number, claim))

    def who(self, name: str) -> str:
        return self.names.get(folded(name), folded(name))

    def where(self, claim: dict[str, Any]) -> str:
        """Whom the key qualifier of a post or a date of work names; "" for none."""
        found = (claim.get("qualifiers") or {}).get("organization") or ""
        return self.who(found[0] if isinstance(found, list) else found)

    def matching(self, file: str, line: int, atom: Atom, attributes: list[str]) -> Iterator[tuple[int, dict[str, Any]]]:
        """The claims of these attributes, within a line of this one, whose value the atom says."""
        for number, claim in self.claims.get(file, ()):
            if claim["attribute"] in attributes and abs(int(claim["line"]) - line) <= 1:
                golds = claim["value"] if isinstance(claim["value"], list) else [claim["value"]]
                if any(self._says(atom, gold) for gold in golds):
                    yield number, claim

    def _says(self, atom: Atom, gold: Any) -> bool:
        value = atom.mention.value if atom.mention is not None else None
        if isinstance(gold, dict):
            if value is None or value.kind not in ("money", "quantity"):
                return False
            return value.low is not None and any(end is not None and abs(value.low - end) <= 0.005 * abs(end)
                                                 for end in (gold.get("low"), gold.get("high")))  # fmt: skip
        if atom.tag == "DATE":
            return value is not None and (value.edtf or "").rstrip("~?%") == str(gold).rstrip("~?%")
        said = atom.name.full or atom.name.text if atom.name is not None else value.text if value is not None else ""
        return bool(said) and self.who(said) == self.who(str(gold))
