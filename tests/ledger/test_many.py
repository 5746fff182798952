"""One source of very many changed: what follows is what a run from nothing gives, byte for byte, and one file is read."""

from __future__ import annotations

import random
from pathlib import Path
from unittest import mock

import pytest

from checker import pipeline
from checker.config import Settings
from checker.engine import workers
from checker.model import Report
from checker.reports import render

POSTS = ["Director of Looms", "Senior Director of Looms", "Chief Engineer", "Head of Sales", "Engineer"]
SIZES = [2_000, pytest.param(10_000, marks=pytest.mark.slow)]


def prose(chance: random.Random) -> str:
    who, where = f"Ada {chance.choice('BCDFGHKLM')}yron", f"{chance.choice(['Mill', 'Loom', 'Dye', 'Wool'])} Holdings"
    told = [
        f"{who} was appointed {chance.choice(POSTS)} of {where} in March {chance.randint(2015, 2024)}.",
        f"{where} has {chance.randint(1, 9)},{chance.randint(100, 999)} employees.",
    ]
    return f"---\ndate: 20{chance.randint(15, 25)}-05-{chance.randint(10, 28)}\n---\n\n" + " ".join(told) + "\n"


def table(chance: random.Random) -> str:
    rows = [
        f"{chance.choice('BCDFGHKLM')}eth Smith,{chance.choice(POSTS)},Mill Holdings,{2000 + chance.randint(0, 20)}"
        for _ in range(2)
    ]
    return "name,title,company,since\n" + "\n".join(rows) + "\n"


def write(folder: Path, n: int, chance: random.Random) -> Path:
    place = folder / f"{n // 500:02}"
    place.mkdir(parents=True, exist_ok=True)
    file = place / (f"{n:05}.md" if n % 3 == 0 else f"{n:05}.csv")
    file.write_text(prose(chance) if n % 3 == 0 else table(chance), encoding="utf-8")
    return file


def check(*, ledger: bool = True) -> Report:
    return pipeline.check(pipeline.Request(("many",)), Settings(ledger=ledger))


def shown(report: Report) -> dict[str, str]:
    return {form: render(report, form) for form in ("json", "text", "markdown", "sarif")}


def as_from_nothing(reads: int) -> dict[str, str]:
    """What a check with the ledger says, which reads so many files, and says what one without it does."""
    with mock.patch.object(workers, "read_file", wraps=workers.read_file) as opened:
        again = check()
    assert again.notes == () and opened.call_count == reads
    after = shown(again)
    assert after == shown(check(ledger=False))
    return after


@pytest.mark.parametrize("size", SIZES)
def test_with_one_of_very_many_changed_it_is_as_from_nothing(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    chance = random.Random(size)
    files = [write(tmp_path / "many", n, chance) for n in range(size)]
    first = shown(check())
    files[size // 2].write_text(table(random.Random(1)).replace("Smith", "Smyth-Roe"), encoding="utf-8")
    assert as_from_nothing(reads=1)["json"] != first["json"]
    files[5].rename(files[5].with_name("later.csv"))
    files[7].unlink()
    as_from_nothing(reads=0)
