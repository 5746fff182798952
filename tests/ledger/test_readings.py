"""Nothing unchanged is read twice, nothing stale is believed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import pipeline
from checker.config import Settings
from checker.ledger.records import KeptClaim, KeptSource, pack, unpack
from checker.model import Claim, Report, Skipped, Source, Span, Subject, Value
from checker.reports import render


def check(*paths: str, ledger: bool = True) -> Report:
    return pipeline.check(pipeline.Request(paths or ("sources",)), Settings(ledger=ledger))


def same(*paths: str) -> None:
    with_, without = (render(check(*paths, ledger=ledger), "json") for ledger in (True, False))
    assert with_ == without


@pytest.fixture(autouse=True)
def _here(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)


def reads(*paths: str) -> int:
    """How many files a check reads."""
    from checker.engine import workers

    with mock.patch.object(workers, "read_file", wraps=workers.read_file) as opened:
        report = check(*paths)
    assert report.notes == ()
    return opened.call_count


def test_what_has_not_changed_is_not_read_again() -> None:
    assert reads() == 12
    assert reads() == 0
    same()


def test_only_what_has_changed_is_read() -> None:
    check()
    Path("sources/03.csv").write_text("name,title,company\nAda Byron,Clerk,Mill Ltd\n", encoding="utf-8")
    assert reads() == 1
    same()


def test_an_edit_that_keeps_size_and_time_is_noticed() -> None:
    file = Path("sources/03.csv")
    old = os.stat(file)
    check()
    check()
    file.write_bytes(file.read_bytes().replace(b"Looms", b"Rooms"))
    os.utime(file, ns=(old.st_atime_ns, old.st_mtime_ns))
    same()


def test_a_renamed_or_copied_file_is_not_read_and_has_its_own_place() -> None:
    check()
    Path("sources/03.csv").rename("sources/ninety.csv")
    shutil.copy("sources/04.csv", "sources/again.csv")
    assert reads() == 0
    same()


def test_a_date_in_the_name_is_part_of_what_is_read() -> None:
    check()
    Path("sources/03.csv").rename("sources/2021-03-04-list.csv")
    assert reads() == 1
    same()


def test_a_removed_file_is_gone() -> None:
    check()
    Path("sources/03.csv").unlink()
    same()


def test_other_packs_are_another_reading() -> None:
    check()
    with mock.patch("checker.ledger.stamps.reading", return_value=b"other packs"):
        assert reads() == 12


def test_paths_from_elsewhere_are_shown_as_given(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("factlint.toml").write_text("", encoding="utf-8")
    check()
    monkeypatch.chdir("sources")
    settings = Settings(file="../factlint.toml")
    found = pipeline.check(pipeline.Request((".",)), settings)
    fresh = pipeline.check(pipeline.Request((".",)), Settings(file="../factlint.toml", ledger=False))
    assert render(found, "json") == render(fresh, "json")


words = st.text(max_size=12)
values = st.builds(
    Value, st.sampled_from(["title", "date", "money"]), words, st.none() | words, st.none() | st.floats(-9, 9),
    st.none() | st.floats(-9, 9), st.none() | words, st.booleans(),
)  # fmt: skip
claims = st.builds(
    Claim, id=words, source=st.just("a/b.csv#1"), span=st.builds(Span, *[st.integers(1, 99)] * 4), quote=words,
    subject=st.builds(Subject, words, words), attribute=words, value=values, qualifiers=st.dictionaries(words, words),
    modality=st.sampled_from(["asserted", "denied"]), mark=st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9)),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(claims), words, st.none() | words)
def test_what_is_kept_comes_back_as_it_was(said: list[Claim], text: str, date: str | None) -> None:
    note = Skipped("a/b.csv#1", 3, text)
    source = Source("a/b.csv#1", "csv", "00", "", [], text, date, notes=(note,))
    read: list[tuple[Source | Skipped, list[Claim]]] = [(source, said), (Skipped("a/b.csv", 1, text), [])]
    data = pack(read, "a/b.csv")
    assert data is not None and unpack(data, "a/b.csv") == read


def test_every_field_is_kept() -> None:
    """Whoever adds a field to a source or a claim has to keep it too."""
    assert set(Source.__struct_fields__) == {*KeptSource.__struct_fields__, "path", "raw", "parts", "notes"} - {"part"}
    assert set(Claim.__struct_fields__) == {*KeptClaim.__struct_fields__, "source"}
