"""``gate`` and ``verify`` as commands: exit codes, formats, new files from git."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def table(*rows: str) -> str:
    return "name,title,company\n" + "".join(f"{row}\n" for row in rows)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "a.csv").write_text(table("Ada Byron,Director of Looms,Mill Ltd"), encoding="utf-8")
    for name, post in (("b", "Director of Ledgers"), ("c", "Senior Director of Ledgers")):
        (sources / f"{name}.csv").write_text(table(f"Bo Carr,{post},Mill Ltd"), encoding="utf-8")
    (tmp_path / "new.csv").write_text(table("Ada Byron,Senior Director of Looms,Mill Ltd"), encoding="utf-8")
    (tmp_path / "same.csv").write_text(table("Ada Byron,Director of Looms,Mill Ltd"), encoding="utf-8")
    return tmp_path


@pytest.fixture
def factlint(project: Path) -> Run:
    def run(*words: str, given: bytes = b"", code: int = 0) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "checker", *words]
        done = subprocess.run(command, cwd=project, input=given, capture_output=True, check=False, timeout=60)
        assert done.returncode == code, (done.returncode, done.stdout.decode(), done.stderr.decode())
        return done

    return run


def test_a_conflict_of_a_new_source_is_shown_with_both_sides(factlint: Run) -> None:
    shown = factlint("gate", "new.csv", "--against", "sources", code=1).stdout.decode()
    assert "sources/a.csv:2" in shown and "new.csv:2" in shown and "b.csv" not in shown
    assert "1 conflict" in shown


def test_what_agrees_passes_and_conflicts_of_the_corpus_are_not_its_business(factlint: Run) -> None:
    shown = factlint("gate", "same.csv", "--against", "sources").stdout.decode()
    assert "0 conflicts" in shown


def test_a_new_source_within_the_corpus_stays_and_one_beside_it_does_not(factlint: Run, project: Path) -> None:
    factlint("gate", "new.csv", "--against", "sources", code=1)
    factlint("gate", "same.csv", "--against", "sources")
    (project / "sources" / "d.csv").write_text((project / "new.csv").read_text(encoding="utf-8"), encoding="utf-8")
    factlint("gate", "sources/d.csv", "--against", "sources", code=1)
    factlint("gate", "same.csv", "--against", "sources", "--scan", "quick", code=1)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["never"], 0),
        (["error"], 1),
        (["conflict"], 1),
        (["T101"], 1),
        (["G104"], 0),
        (["notice"], 0),
        (["G104,T1"], 1),
    ],
)
def test_what_fails_can_be_chosen(factlint: Run, words: list[str], code: int) -> None:
    factlint("gate", "new.csv", "--against", "sources", "--fail-on", *words, code=code)


def test_bad_usage_is_one_line(factlint: Run) -> None:
    for words in (
        ["gate"],
        ["gate", "missing.csv", "--against", "sources"],
        ["gate", "new.csv", "--fail-on", "sometimes"],
    ):
        error = factlint(*words, code=2).stderr.decode()
        assert error.startswith("factlint: ") and "Traceback" not in error
    error = factlint("gate", "new.csv", "--against", "nowhere", code=2).stderr.decode()
    assert "nowhere: no such file or folder" in error


def test_standard_input_can_be_new(factlint: Run, project: Path) -> None:
    given = (project / "new.csv").read_bytes()
    words = ("gate", "-", "--stdin-format", "csv", "--against", "sources")
    assert "-:2:" in factlint(*words, given=given, code=1).stdout.decode()


def test_new_files_from_git(factlint: Run, project: Path) -> None:
    def git(*words: str) -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *who, *words], cwd=project, check=True, capture_output=True)

    git("init", "-q")
    git("add", "sources")
    git("commit", "-qm", "first")
    words = ("gate", "--new-from", "HEAD", "--against", "sources")
    for name in ("new.csv", "same.csv"):
        (project / name).unlink()
    assert "0 conflicts" in factlint(*words).stdout.decode()
    (project / "sources" / "a new.csv").write_text(
        table("Ada Byron,Senior Director of Looms,Mill Ltd"), encoding="utf-8"
    )
    assert "sources/a new.csv:2:" in factlint(*words, code=1).stdout.decode()
    assert "no revision" in factlint("gate", "--new-from", "nothing", "--against", "sources", code=2).stderr.decode()
    assert "no revision" in factlint("gate", "--new-from=--output=x", "--against", "sources", code=2).stderr.decode()


def test_the_worksheet_says_of_each_claim_how_it_stands(factlint: Run, project: Path) -> None:
    draft = project / "draft.csv"
    draft.write_text(table("Ada Byron,Senior Director of Looms,Mill Ltd", "Eve Moss,Miller,Mill Ltd"), encoding="utf-8")
    sheet = json.loads(factlint("verify", "draft.csv", "--against", "sources", "-f", "json", code=1).stdout)
    standing = {(c["claim"]["subject"]["name"], c["claim"]["attribute"]): c for c in sheet["claims"]}
    assert standing["Ada Byron", "title"]["standing"] == "contradicted"
    assert standing["Ada Byron", "title"]["contradicts"][0]["source"] == "sources/a.csv"
    assert standing["Eve Moss", "title"]["standing"] == "nothing"
    assert sum(sheet["summary"].values()) == len(sheet["claims"])
    sheet = json.loads(factlint("verify", "same.csv", "--against", "sources", "-f", "json").stdout)
    title = next(c for c in sheet["claims"] if c["claim"]["attribute"] == "title")
    assert (title["standing"], title["exact"], title["origins"]) == ("supported", 1, 1)


def test_a_draft_with_its_marks(factlint: Run, project: Path) -> None:
    draft = project / "draft.txt"
    draft.write_text("Ada Byron is Senior Director of Looms at Mill Ltd. <script>alert(1)</script>\n", encoding="utf-8")
    page = factlint("verify", "draft.txt", "--against", "sources", "--annotate", "html", code=1).stdout.decode()
    assert '<mark class="contradicted"' in page and "<script>" not in page
    text = factlint("verify", "draft.txt", "--against", "sources", "--annotate", "markdown", code=1).stdout.decode()
    assert "✗[^check-" in text and "\n[^check-1]: " in text


def test_the_api_is_of_the_same_shape(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from checker import api

    monkeypatch.chdir(project)
    assert [f.rule for f in api.check("sources").findings if f.verdict == "conflict"]
    report = api.gate("new.csv", against="sources")
    assert [f.verdict for f in report.findings] == ["conflict"]
    assert api.verify("same.csv", against="sources").worksheet.counts()["supported"] >= 1
    with api.Ledger() as ledger:
        assert ledger.check() == [] and int(ledger.status()["claims"]) >= 3
        assert ledger.export("claims.csv") == len(list(ledger.claims()))
    with pytest.raises(api.LedgerError):
        api.Ledger("sources")
