"""A check by Spark, over a real cluster of two workers, is the check of one machine, byte for byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker import distributed, intake, pipeline
from checker.config import Settings
from checker.model import Report
from checker.reports import render
from tests.benchmarks.news import articles
from tests.engine.spark import Killer, executors

OWN = Path(__file__).parent.parent / "corpora"
PACK = """
pack: counted
rules:
  - id: X900
    name: one-director
    attributes: [title]
    check: count
    parameters: {by: organization, values: [Finance Director, Chief Executive], most: 1}
    severity: warning
    message: "{organization} has more than one {reason}"
    why: Two people cannot hold one post.
"""


def both(spark: Any, paths: tuple[str, ...], settings: Settings, tables: str = "") -> tuple[Report, Report]:
    """The report of one machine, and that of Spark."""
    request = pipeline.Request(paths)
    return pipeline.check(request, settings), distributed.checked(spark, request, settings, tables)


def same(here: Report, there: Report) -> None:
    for form in ("json", "text", "markdown", "csv"):
        assert render(there, form, verbose=True) == render(here, form, verbose=True)
    assert (there.skipped, there.notes) == (here.skipped, here.notes)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Some articles, one of them not whole, and one that asks for a finding to be left out."""
    for number, text in enumerate(articles(60_000)):
        (tmp_path / f"{number:03}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "broken.jsonl").write_text(
        '{"id": "a", "text": "Ana Ruiz is Chief Executive of Tarn Foods."}\n{"id":\n', encoding="utf-8"
    )
    (tmp_path / "odd\udce9.md").write_text("# Note\n\nTarn Foods has 400 employees.\n", encoding="utf-8")
    (tmp_path / "empty.md").write_text("", encoding="utf-8")
    (tmp_path / "escaped.json").write_text(
        '{"id": "\\ud800", "text": "Bo \\udc00 Lund is Engineer at Tarn Foods."}', encoding="utf-8"
    )
    return tmp_path


def test_own_corpora(spark: Any, tmp_path: Path) -> None:
    here, there = both(spark, (str(OWN),), Settings(ledger=False), str(tmp_path / "tables"))
    assert here.findings and here.unbelieved
    same(here, there)
    claims = spark.read.parquet(str(tmp_path / "tables" / "claims"))
    assert claims.count() == len(here.claims)
    found = spark.read.parquet(str(tmp_path / "tables" / "findings")).select("id", "verdict", "claims").collect()
    told = {f.id: (f.verdict, len({c.id for p in f.positions for c in p.claims})) for f in here.findings}
    assert {row[0]: (row[1], row[2]) for row in found} == told


@pytest.mark.corpora
def test_annotated_corpora_with_an_executor_killed(spark: Any, corpora: Path) -> None:
    with Killer(spark) as killer:
        here, there = both(spark, (str(corpora),), Settings(ledger=False))
    assert killer.killed and not set(killer.killed) & set(executors())
    assert here.findings
    same(here, there)


def test_made_sources_with_a_rule_over_organizations(spark: Any, news: Path, tmp_path: Path) -> None:
    pack = tmp_path / "rules" / "counted.yaml"
    pack.parent.mkdir()
    pack.write_text(PACK, encoding="utf-8")
    here, there = both(spark, (str(news), "missing.md"), Settings(ledger=False, rules=(str(pack),)))
    assert any(f.rule == "X900" for f in here.findings) and any(s.fatal for s in here.skipped)
    same(here, there)


def test_a_folder_of_a_storage_and_a_table(spark: Any, news: Path, tmp_path: Path) -> None:
    from checker.engine.spark import Job, collected, read_files, read_table

    job = Job(spark)
    readings = job.read(read_files(spark, f"file://{OWN}"))
    names = job.names(readings)
    local = pipeline.check(pipeline.Request((str(OWN),)), Settings(ledger=False))
    assert job.claims(readings, names).count() == len(local.claims)
    rows = [("a.txt", "Last week Ana Ruiz was named Chief Executive of Tarn Foods.", "2024-05-08")]
    table = job.read(read_table(spark.createDataFrame(rows, "path string, text string, published string")))
    said = next(
        collected(job.claims_table(job.claims(table, job.names(table))).select("source", "published", "qualifiers"))
    )
    assert said[:2] == ("a.txt", "2024-05-08")
    assert intake.takes(str(next(OWN.rglob("*.md"))), Settings())
