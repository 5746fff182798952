"""Accepted findings: what is new, what is not, and a file that merges."""

from __future__ import annotations

import json
import random
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checker import baseline, config, pipeline
from checker.baseline import Acceptance, Entry, accept, apply, dump, load, prune, save
from checker.errors import UserError
from checker.model import Report
from tests.reports.made import report

DAY = date(2026, 6, 1)
HEAD = "company,founded,headcount\n"


def entries(held: Report, **more: str) -> list[Entry]:
    return accept(held.findings, Acceptance(**{"who": "ann", "when": "2026-05-19", "why": "known", **more}))


def applied(held: Report, folder: Path, kept: list[Entry], day: date = DAY) -> Report:
    path = str(folder / "known.jsonl")
    save(path, kept)
    return apply(held, load(path), path, day)


def test_what_is_accepted_is_marked_and_kept(tmp_path: Path) -> None:
    held = report()
    marked = applied(held, tmp_path, entries(held, expires="2026-12-31"))
    accepted = marked.findings[0].accepted
    assert accepted is not None and (accepted.who, accepted.why, accepted.expires) == ("ann", "known", "2026-12-31")
    assert len(marked.findings) == len(held.findings) and (held.count("conflict"), marked.count("conflict")) == (1, 0)
    assert marked.findings[1].accepted is None, "there is nothing to accept in an agreement"


@pytest.mark.parametrize(("expires", "holds"), [("2026-06-01", True), ("2026-05-31", False), ("", True)])
def test_an_acceptance_holds_to_its_last_day(tmp_path: Path, expires: str, holds: bool) -> None:
    held = report()
    marked = applied(held, tmp_path, entries(held, expires=expires))
    assert (marked.findings[0].accepted is not None) is holds
    assert [("accepted until" in note.reason, note.line) for note in marked.notes] == ([] if holds else [(True, 1)])


def test_unused_entries_are_said_only_if_their_sources_were_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    held = report()
    mended = replace(held, findings=held.findings[1:])
    (tmp_path / "folder").mkdir()
    for source in held.sources:
        Path(source.path).touch()
    assert ["no longer found" in n.reason for n in applied(mended, tmp_path, entries(held)).notes] == [True]
    part = replace(mended, sources=held.sources[:1])
    assert applied(part, tmp_path, entries(held)).notes == ()
    for source in held.sources[1:]:
        Path(source.path).unlink()
    assert len(applied(part, tmp_path, entries(held)).notes) == 1, "a source that is gone says nothing any more"
    assert prune(entries(held), part, DAY) == [] and prune(entries(held), held, DAY) == entries(held)


@given(st.randoms(use_true_random=False), st.integers(0, 12))
def test_the_file_is_the_same_whatever_the_order(shuffle: random.Random, count: int) -> None:
    held = entries(report())[0]
    made = [
        Entry(id=f"f{n * 7 % 13}", rule="T", fact="k", when=f"2026-01-{n % 3 + 1:02}", why=str(n)) for n in range(count)
    ]
    mixed = [held, *made]
    first = dump(mixed)
    shuffle.shuffle(mixed)
    assert dump(mixed) == first
    lines = first.splitlines()
    assert lines == sorted(lines) and len(lines) == len({json.loads(line)["id"] for line in lines})


def test_two_branches_merge(tmp_path: Path) -> None:
    """What both add is kept, without a conflict, by git's own way of joining lines."""

    def entry(n: int) -> Entry:
        return Entry(id=f"f{n:04}", rule="T101", fact=f"k{n}", why=f"number {n}")

    base = [entry(n) for n in range(0, 100, 10)]
    ours, theirs = [*base, entry(15), entry(95)], [*base, entry(16), entry(45)]
    for name, held in (("base", base), ("ours", ours), ("theirs", theirs)):
        save(str(tmp_path / name), held)
    done = subprocess.run(
        ["git", "merge-file", "-p", "--union", "ours", "base", "theirs"], cwd=tmp_path, capture_output=True, check=True
    )
    (tmp_path / "merged").write_bytes(done.stdout)
    merged = [line.entry for line in load(str(tmp_path / "merged"))]
    assert dump(merged) == dump([*ours, *theirs])


def test_of_two_acceptances_the_later_counts(tmp_path: Path) -> None:
    path = tmp_path / "known.jsonl"
    old, new = (Entry(id="f1", rule="T", fact="k", when=when, why=when) for when in ("2026-01-01", "2026-02-01"))
    for first, second in ((old, new), (new, old)):
        path.write_text(dump([first]) + dump([second]))
        assert [line.entry for line in load(str(path))] == [new]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<<<<<<< ours", "merge is not finished"),
        ("{", "not an entry"),
        ('{"id": "f1"}', "missing required field `rule`"),
        ('{"id": "f1", "rule": "T", "fact": "k", "expire": "x"}', "unknown field `expire`"),
        ('{"id": "f1", "rule": "T", "fact": "k", "expires": "soon"}', "'soon' is no date"),
        ('{"id": "f1", "rule": "T", "fact": "k", "when": "2026-02-30"}', "is no date"),
        ("\udcff", "not an entry"),
    ],
)
def test_a_broken_file_is_said_with_its_line(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "known.jsonl"
    path.write_bytes((dump(entries(report())) + "\n" + line + "\n").encode("utf-8", "surrogateescape"))
    with pytest.raises(UserError) as error:
        load(str(path))
    assert said in str(error.value) and error.value.line == 3 and "\n" not in str(error.value)


def test_a_missing_file_is_only_fine_where_it_will_be_written(tmp_path: Path) -> None:
    path = str(tmp_path / "none.jsonl")
    assert load(path, new=True) == [] == load("")
    with pytest.raises(UserError, match="no such baseline"):
        load(path)


def test_lone_surrogates_can_be_accepted(tmp_path: Path) -> None:
    held = report()
    odd = replace(held.findings[0], subject=replace(held.findings[0].subject, name="a\ud800b"))
    assert len(applied(held, tmp_path, entries(replace(held, findings=(odd,)))).findings) == 2


class TestCommand:
    """The command, in a folder with one conflict."""

    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
        Path("factlint.toml").write_text("ledger = false\n")
        self.write("2003")

    def write(self, year: str) -> None:
        Path("a.csv").write_text(HEAD + "Acme Corp,2001,300\nBolt Ltd,1999,40\n")
        Path("b.csv").write_text(HEAD + f"Acme Corp,{year},300\n")

    def run(self, *words: str) -> int:
        from checker.cli import run

        return run(list(words))

    def test_later_runs_show_only_what_is_new(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert self.run("check") == 1
        assert self.run("baseline", "--why", "both are right", "--who", "ann") == 0
        capsys.readouterr()
        assert self.run("check") == 0
        shown = capsys.readouterr()
        assert "2001 v 2003" not in shown.out and "1 accepted finding" in shown.out and shown.err == ""
        assert self.run("check", "--no-baseline") == 1
        entry = json.loads(Path("factlint-baseline.jsonl").read_text())
        assert (entry["who"], entry["why"], entry["when"]) == ("ann", "both are right", "2026-05-28")

    def test_changed_positions_are_new_again(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.run("baseline")
        self.write("2004")
        capsys.readouterr()
        assert self.run("check") == 1
        shown = capsys.readouterr()
        assert "2001 v 2004" in shown.out and "has changed, and is new again" in shown.err
        assert self.run("baseline", "--prune") == 0
        assert "1 accepted now, 0 kept, 1 taken out" in capsys.readouterr().out
        assert self.run("check") == 0

    def test_a_moved_line_and_another_witness_are_nothing_new(self) -> None:
        self.run("baseline")
        Path("b.csv").write_text("\n" + HEAD + "Bolt Ltd,1999,40\nAcme Corp,2003,300\n")
        Path("c.csv").write_text(HEAD + "Acme Corp,2003,300\n")
        assert self.run("check") == 0

    def test_accepting_twice_changes_no_byte(self) -> None:
        self.run("baseline", "--who", "ann")
        before = Path("factlint-baseline.jsonl").read_bytes()
        assert self.run("baseline", "--who", "bob") == 0
        assert Path("factlint-baseline.jsonl").read_bytes() == before

    def test_one_finding_alone(self) -> None:
        Path("b.csv").write_text(HEAD + "Acme Corp,2003,900\n")
        (first, second) = (f.id for f in self.findings())
        assert self.run("baseline", "--finding", first) == 0
        assert [f.id for f in self.findings() if f.accepted is None] == [second]
        assert self.run("baseline", "--finding", "f0") == 2

    def findings(self) -> list[object]:
        found = pipeline.check(pipeline.Request(), config.load(None, ["."])).findings
        return [f for f in found if f.verdict == "conflict"]

    @pytest.mark.parametrize("day", ["tomorrow", "2020-01-01"])
    def test_a_wrong_expiry_writes_nothing(self, day: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert self.run("baseline", "--expires", day) == 2
        assert "--expires" in capsys.readouterr().err and not Path("factlint-baseline.jsonl").exists()

    def test_listing(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.run("baseline", "--who", "ann\x1b[31m", "--why", "known")
        capsys.readouterr()
        assert self.run("baseline", "--list") == 0
        shown = capsys.readouterr().out
        assert "2001 v 2003" in shown and "known" in shown and "\x1b" not in shown


def test_the_day_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert baseline.today() == date(1970, 1, 1)
