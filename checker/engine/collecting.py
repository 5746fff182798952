"""A whole check on Spark, down to what a report is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.engine import spark as frames
from checker.engine.kept import decoded, unpack_finding
from checker.engine.stages import read_back
from checker.entities import Known, doubts_of
from checker.ledger.records import Read, unpack_claim
from checker.model import Claim, Finding, Unbelieved
from checker.packs import Packs

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


class Documents(Struct, frozen=True):
    """What is to be read: files that all workers see, folders of a storage, tables."""

    files: Sequence[str] = ()
    folders: Sequence[str] = ()
    tables: Sequence[str] = ()
    exclude: Sequence[str] = ()  # glob patterns of files in folders that are not sources


class Collected(Struct):
    """What a report is made of; ``reads`` are without claims, in the order of their files."""

    reads: list[tuple[str, Read]]
    claims: list[Claim]
    findings: list[Finding]
    unbelieved: tuple[Unbelieved, ...]


def check(spark: SparkSession, documents: Documents, rules: Packs, known: Known, tables: str = "") -> Collected:
    """Read, compare and collect; with ``tables``, by way of Parquet tables in that folder, which stay."""
    job = frames.Job(spark, rules, known)
    readings = job.read(_frame(spark, documents), documents.exclude).persist()
    claims = job.claims(readings, job.names(readings)).persist()
    made = {
        "sources": job.sources_table(readings),
        "claims": job.claims_table(claims),
        "findings": job.findings_table(job.findings(claims, readings)),
    }
    if tables:
        for name, frame in made.items():
            frame.write.parquet(f"{tables.rstrip('/')}/{name}", compression="zstd")
        made = {name: spark.read.parquet(f"{tables.rstrip('/')}/{name}") for name in made}
    return collect(made["sources"], made["claims"], made["findings"])


def collect(sources: DataFrame, claims: DataFrame, findings: DataFrame) -> Collected:
    """What three tables hold, here."""
    described = sources.select("file", "number", "published", "record", "claims")
    reads = sorted(frames.collected(described), key=lambda row: (row[0], row[1]))
    held = [unpack_claim(row[1], decoded(row[0])) for row in frames.collected(claims.select("source_key", "record"))]
    by_name = {(claim.source, claim.id): claim for claim in held}
    found = [unpack_finding(row[0], by_name) for row in frames.collected(findings.select("record"))]
    made, left = [read_back(row) for row in reads], Counter[str]()
    for row, (_, (item, _)) in zip(reads, made, strict=True):
        left[item.path] += row[4]
    left.subtract(claim.source for claim in held)
    return Collected(made, held, found, doubts_of(left))


def _frame(spark: SparkSession, documents: Documents) -> DataFrame:
    parts = [frames.name_files(spark, documents.files)] if documents.files else []
    parts += [frames.read_files(spark, url) for url in documents.folders]
    parts += [frames.read_table(spark.read.parquet(url)) for url in documents.tables]
    return reduce(lambda one, other: one.union(other), parts)
