"""The claims of a ledger, handed out as CSV and as Parquet."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from checker.ledger import Store, upkeep

from .conftest import Run, report


@pytest.fixture
def claims(factlint: Run, project: Path) -> list[dict[str, Any]]:
    """What a check of a project with numbers, dates and formulas says was claimed; its ledger is filled."""
    (project / "sources" / "more.csv").write_text(
        "company,headcount,founded,valuation\n=Acme Corp,40,2001,about $3m\nBolt Ltd,1200,1999-05-02,\n", encoding="utf-8"
    )  # fmt: skip
    found = report(factlint("check", "sources", "--format", "json", "--fail-on", "never", code=0))["claims"]
    assert isinstance(found, list) and len({claim["value"]["kind"] for claim in found}) > 3
    return found


def expected(claims: list[dict[str, Any]]) -> set[tuple[object, ...]]:
    return {
        (c["source"], c["line"], c["subject"]["name"], c["attribute"], c["value"]["text"], c["quote"]) for c in claims
    }


def shown(rows: list[dict[str, Any]]) -> set[tuple[object, ...]]:
    return {(r["source"], int(r["line"]), r["subject"], r["attribute"], r["value"], r["quote"]) for r in rows}


def test_parquet_holds_every_claim_with_its_types(factlint: Run, project: Path, claims: list[dict[str, Any]]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow (the extra parquet) is not installed")
    done = factlint("ledger", "export", "--output", "all.parquet", code=0)
    assert done.stdout.decode() == f"{len(claims):,} claims written to all.parquet\n"
    table = parquet.read_table(project / "all.parquet")
    assert tuple(table.column_names) == upkeep.COLUMNS
    kinds = {
        name: str(table.schema.field(name).type)
        for name in ("line", "low", "approximate", "confidence", "subject", "edtf")
    }
    assert kinds == {
        "line": "int64",
        "low": "double",
        "approximate": "bool",
        "confidence": "double",
        "subject": "string",
        "edtf": "string",
    }
    rows = table.to_pylist()
    assert shown(rows) == expected(claims)
    money = next(row for row in rows if row["kind"] == "money")
    assert (money["low"], money["currency"], money["approximate"]) == (3e6, "USD", True)
    assert next(row for row in rows if row["attribute"] == "title")["low"] is None  # nothing, not zero


@pytest.mark.usefixtures("claims")
def test_parquet_and_csv_say_the_same(factlint: Run, project: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow (the extra parquet) is not installed")
    factlint("ledger", "export", "--format", "parquet", "--output", "all", code=0)
    factlint("ledger", "export", "--output", "all.csv", code=0)
    with (project / "all.csv").open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    assert written == list(
        csv.DictReader(io.StringIO(factlint("ledger", "export", code=0).stdout.decode(), newline=""))
    )
    typed = parquet.read_table(project / "all").to_pylist()
    assert len(written) == len(typed)
    plain = [{name: "" if cell is None else str(upkeep._safe(cell)) for name, cell in row.items()} for row in typed]
    assert plain == written


@pytest.mark.usefixtures("claims")
def test_many_claims_go_in_several_pieces(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow (the extra parquet) is not installed")
    store = Store(str(project), create=False)
    upkeep.export(store, str(project / "one.parquet"), "parquet")
    monkeypatch.setattr(upkeep, "_BATCH", 7)
    count = upkeep.export(store, str(project / "many.parquet"), "parquet")
    store.close()
    assert parquet.ParquetFile(project / "many.parquet").num_row_groups == -(-count // 7) > 2
    assert parquet.read_table(project / "many.parquet") == parquet.read_table(project / "one.parquet")


@pytest.mark.usefixtures("claims")
def test_without_pyarrow_one_line_says_what_to_install(project: Path) -> None:
    code = "import sys; sys.modules['pyarrow'] = None; from checker.cli import run; sys.exit(run(sys.argv[1:]))"
    words = [sys.executable, "-c", code, "ledger", "export", "--output", "all.parquet"]
    here = {**os.environ, "PYTHONPATH": str(Path(upkeep.__file__).parent.parent.parent)}
    done = subprocess.run(words, cwd=project, capture_output=True, text=True, check=False, env=here)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr == "factlint: Parquet needs pyarrow: pip install 'factlint[parquet]', or export --format csv\n"
    assert not (project / "all.parquet").exists()


@pytest.mark.usefixtures("claims")
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_place_that_cannot_be_written_is_one_line(factlint: Run, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow (the extra parquet) is not installed")
    done = factlint("ledger", "export", "--format", form, "--output", "nowhere/all", code=2)
    assert done.stderr.decode() == "factlint: nowhere/all: cannot be written: No such file or directory\n"


def test_without_a_ledger_one_line_says_how_to_make_one(factlint: Run) -> None:
    done = factlint("ledger", "export", code=2)
    assert done.stderr.decode().count("\n") == 1 and "no ledger here; factlint check makes one" in done.stderr.decode()
