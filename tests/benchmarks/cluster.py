"""Spark beside one machine: ``python -m tests.benchmarks.cluster [MEGABYTES]`` (5). Needs pyspark and Java.

Articles made by a program are checked here by one process and by two, and by Spark's ``local-cluster[2,1,1024]``, the second
time with an executor killed amid the work. Printed: seconds of each and what that is of one process, whether the JSON report
is the same byte for byte, and what Spark shuffled.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tabulate import tabulate

from checker import distributed, pipeline
from checker.config import Settings
from checker.engine.session import session
from checker.model import Report
from checker.reports import render
from tests.benchmarks.news import articles
from tests.engine.spark import CLUSTER, Killer

SETTINGS = Settings(ledger=False)


def fill(folder: Path, megabytes: float) -> float:
    """Articles of so many MB, one a file; the MB that they are."""
    size = 0
    for number, text in enumerate(articles(int(megabytes * 1_000_000))):
        file = folder / f"{number // 500:03}" / f"{number:06}.txt"
        file.parent.mkdir(exist_ok=True)
        size += file.write_text(text, encoding="utf-8")
    return size / 1e6


def timed(make: Callable[[], Report]) -> tuple[float, Report]:
    began = time.perf_counter()
    report = make()
    return time.perf_counter() - began, report


def shuffled(spark: Any) -> tuple[int, int]:
    """Bytes and rows that the stages so far wrote for others."""
    store, jvm = spark.sparkContext._jsc.sc().statusStore(), spark.sparkContext._jvm
    stages = store.stageList(
        jvm.java.util.ArrayList(),
        False,
        False,
        spark.sparkContext._gateway.new_array(jvm.double, 0),
        jvm.java.util.ArrayList(),
    )
    found = [stages.apply(n) for n in range(stages.size())]
    return sum(s.shuffleWriteBytes() for s in found), sum(s.shuffleWriteRecords() for s in found)


def measure(megabytes: float) -> tuple[list[tuple[str, float, bool]], str]:
    """Rows of (who, seconds, whether the report is the same), and what was shuffled."""
    with tempfile.TemporaryDirectory() as made:
        size = fill(Path(made), megabytes)
        request = pipeline.Request((made,))
        alone, report = timed(lambda: pipeline.check(request, SETTINGS))
        expected = render(report, "json")
        rows = [("one process", alone, True)]

        def add(who: str, make: Callable[[], Report]) -> None:
            seconds, found = timed(make)
            rows.append((who, seconds, render(found, "json") == expected))

        add("two processes", lambda: pipeline.check(pipeline.Request((made,), jobs=2), SETTINGS))
        with session(CLUSTER) as spark:
            spark.conf.set("spark.sql.shuffle.partitions", "4")
            add(f"Spark {CLUSTER}", lambda: distributed.checked(spark, request, SETTINGS))
            moved, moved_rows = shuffled(spark)
            with Killer(spark) as killer:
                add("the same, an executor killed", lambda: distributed.checked(spark, request, SETTINGS))
            assert killer.killed
    told = f"{size:.1f} MB, {len(report.claims):,} claims; Spark shuffled {moved / 1e6:.1f} MB in {moved_rows:,} rows"
    return rows, told


HEAD = ("read by", "seconds by the clock", "of one process", "bytes")


def cells(rows: list[tuple[str, float, bool]]) -> list[tuple[str, ...]]:
    """The rows of the table."""
    return [(who, f"{s:.0f}", f"{s / rows[0][1]:.2f}", "same" if same else "DIFFERENT") for who, s, same in rows]


def main() -> None:
    """Measure and print."""
    rows, told = measure(float(sys.argv[1]) if len(sys.argv) > 1 else 5)
    print(told, tabulate(cells(rows), HEAD, disable_numparse=True), sep="\n\n")


if __name__ == "__main__":
    main()
