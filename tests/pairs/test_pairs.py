"""Two passages as two sources, without configuration: a conflict on what contradicts, and none where nothing does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.api import check

BANK: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("pairs.yaml").read_text(encoding="utf-8")
)


def _conflicts(folder: Path, pair: dict[str, Any]) -> set[str]:
    for name in ("one", "other"):
        (folder / f"{name}.md").write_text(pair[name] + "\n", encoding="utf-8")
    return {f.attribute for f in check(str(folder)).findings if f.verdict == "conflict"}


@pytest.mark.parametrize("pair", BANK["contradict"], ids=lambda pair: pair["one"][:40])
def test_what_contradicts(pair: dict[str, Any], tmp_path: Path) -> None:
    assert _conflicts(tmp_path, pair) == {pair["attribute"]}


@pytest.mark.parametrize("pair", BANK["agree"], ids=lambda pair: pair["one"][:40])
def test_what_does_not(pair: dict[str, Any], tmp_path: Path) -> None:
    assert _conflicts(tmp_path, pair) == set()
