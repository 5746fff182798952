"""Names in short documents of many forms: each is found whole, and its kind is decided by all that the document says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.mentions import find
from checker.model import Source
from checker.passages import key_of
from checker.sources import read_text

LETTERS = {"person": "P", "organization": "O", "team": "O", "place": "L", "": "-"}
DOCUMENTS = yaml.safe_load(Path(__file__).with_name("names.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["id"])
def test_names(document: dict[str, Any]) -> None:
    source = next(iter(read_text(document["text"], "a.md", "markdown")))
    assert isinstance(source, Source)
    names = find(source).names
    wrong = {}
    for text, letters in document["kinds"].items():
        name = names.get(key_of(text))
        found = "none" if name is None or name.count < 1 else LETTERS.get(name.kind, "T")
        if (letters == "N" and found in ("P", "O")) or (letters != "N" and found not in letters):
            wrong[text] = (letters, found)
    assert wrong == {}
