"""The sentence before and after a quote."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import api
from checker.cli import run
from checker.surroundings import ROOM, surround

ONE = "It rained on <b>Monday</b>. North Works was founded in 2017. Nobody laughed & nobody cried. The rest is later.\n"
TWO = "# North Works\n\n- North Works was founded in 2016.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ONE)
    (tmp_path / "b.md").write_text(TWO)
    return tmp_path


def contexts() -> dict[str, tuple[str, str]]:
    report = api.check(".")
    around = surround(report).contexts
    return {claim.source: around[claim.id] for claim in report.claims if claim.id in around}


def test_one_sentence_on_each_side(folder: Path) -> None:
    assert contexts() == {"a.txt": ("It rained on <b>Monday</b>.", "Nobody laughed & nobody cried.")}


def test_a_long_one_is_cut_between_words(folder: Path) -> None:
    (folder / "a.txt").write_text(f"{'so ' * 400}it began. North Works was founded in 2017. {'And so ' * 300}\n")
    ((before, after),) = contexts().values()
    assert before.startswith("…so ") and before.endswith(" it began.") and len(before) <= ROOM + 1
    assert after.startswith("And so ") and after.endswith(("so…", "And…")) and len(after) <= ROOM + 1


def test_a_file_that_is_gone_or_says_it_no_longer_has_none(folder: Path) -> None:
    report = api.check(".")
    (folder / "a.txt").write_text(ONE.replace("was founded", "began"))
    (folder / "b.md").unlink()
    assert surround(report).contexts == {}


def test_the_page_shows_it_as_data(folder: Path) -> None:
    run(["check", ".", "--format", "html", "--output", "page.html", "--quiet"])
    page = (folder / "page.html").read_text()
    assert '<span class="context">It rained on &lt;b&gt;Monday&lt;/b&gt;.</span>' in page
