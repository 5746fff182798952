"""A check on Apache Spark: the stages of ``checker.engine.stages`` over Spark's data frames, for jobs of your own.

    from checker.engine.spark import Job, read_files

    job = Job(spark)                                   # the packs that ship; or Job(spark, packs, known)
    readings = job.read(read_files(spark, "s3a://bucket/articles"))
    claims = job.claims(readings, job.names(readings))
    job.claims_table(claims).write.parquet("s3a://bucket/claims")
    job.findings_table(job.findings(claims, readings)).write.parquet("s3a://bucket/findings")

``readings`` and ``claims`` are used several times: ``persist`` them, or write and read them. factlint of one version
has to be installed wherever Spark's Python workers run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from checker import __version__, packs
from checker.engine import arrow, stages, tables
from checker.engine.kept import encoded
from checker.entities import Known, add_to
from checker.packs import Packs

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

SUFFIXES = ("txt", "text", "md", "markdown", "mdown", "mkd", "html", "htm", "xhtml", "csv", "tsv", "tab", "json",
            "jsonld", "jsonl", "ndjson")  # fmt: skip


class Job:
    """What all stages of one check share: the packs, and what a user knows of names."""

    def __init__(self, spark: SparkSession, rules: Packs | None = None, known: Known | None = None) -> None:
        self.spark, self.known = spark, known or Known()
        self.packs = packs.load() if rules is None else rules
        self._packs = spark.sparkContext.broadcast(msgspec.msgpack.encode(self.packs))

    def read(self, documents: DataFrame, exclude: Sequence[str] = ()) -> DataFrame:
        """A row for each source with its claims (``stages.READING``), of documents (``stages.DOCUMENT``)."""
        return self._over(documents, stages.read, stages.READING, self._packs, tuple(exclude))

    def names(self, readings: DataFrame) -> bytes:
        """Which name stands for which: the names of all readings, put together by Spark, compared on the driver."""
        combined = self._over(readings, stages.name, stages.NAME)
        gathered = self._over(self._sorted(combined, 2, "kind", "text"), stages.gather, stages.NAME)
        found: dict[tuple[str, str], Any] = {}
        add_to(found, map(stages.named_of, collected(gathered)))
        return stages.naming(found, self.known)

    def claims(self, readings: DataFrame, names: bytes) -> DataFrame:
        """The claims that are believed, each thing under its one name (``stages.CLAIM``)."""
        return self._over(readings, stages.resolve, stages.CLAIM, self._packs, self.spark.sparkContext.broadcast(names))

    def findings(self, claims: DataFrame, readings: DataFrame) -> DataFrame:
        """The findings on claims (``stages.FINDING``): partitioned by subject, compared as they lie sorted by fact."""
        days = readings.select("published").where("published IS NOT NULL").distinct()
        newest = stages.newest(row[0] for row in collected(days))
        order = ("subject_key", "fact_key", "source_key", "number")
        found = self._over(self._sorted(claims, 1, *order), stages.compare, stages.FINDING, self._packs, newest)
        if not stages.counts(self.packs):
            return found
        placed = self._sorted(claims.where("place_key <> X''"), 1, "place_key", *order)
        return found.union(self._over(placed, stages.count, stages.FINDING, self._packs, newest))

    def claims_table(self, claims: DataFrame) -> DataFrame:
        """The claims with their columns by name (``tables.CLAIMS``)."""
        return self._over(claims, tables.claims, tables.CLAIMS)

    def findings_table(self, findings: DataFrame) -> DataFrame:
        """The findings with their columns by name (``tables.FINDINGS``)."""
        return self._over(findings, tables.findings, tables.FINDINGS)

    def sources_table(self, readings: DataFrame) -> DataFrame:
        """The sources, and what was not read, with their columns by name (``tables.SOURCES``)."""
        return self._over(self._over(readings, stages.describe, stages.DESCRIBED), tables.sources, tables.SOURCES)

    def _over(self, frame: DataFrame, stage: Callable[..., Iterator[Any]], schema: str, *given: Any) -> DataFrame:
        run = partial(_same_version, __version__, stage, schema, given)
        return frame.mapInArrow(run, schema)

    def _sorted(self, frame: DataFrame, keys: int, *columns: str) -> DataFrame:
        """Rows with equal keys (the first columns) in one partition, in the order of the columns."""
        parts = int(self.spark.conf.get("spark.sql.shuffle.partitions") or 200)
        return frame.repartition(parts, *columns[:keys]).sortWithinPartitions(*columns)


def _same_version(
    version: str, stage: Callable[..., Iterator[Any]], schema: str, given: tuple[Any, ...], batches: Iterable[Any]
) -> Iterator[Any]:
    if version != __version__:
        raise RuntimeError(
            f"factlint {version} drives this job, but {__version__} is installed here; install {version}"
        )
    return arrow.over(stage, schema, *given)(batches)


def read_files(spark: SparkSession, url: str) -> DataFrame:
    """The documents of a folder, or one file, of any storage that Spark reads (``stages.DOCUMENT``)."""
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", "true")
    found = reader.load(url)
    known = f"lower(element_at(split(path, '[.]'), -1)) IN ({', '.join(map(repr, SUFFIXES))})"
    named = url.rpartition(".")[2].lower() in SUFFIXES
    return (found if named else found.where(known)).selectExpr(
        "CAST(path AS binary) file", "content", "CAST(NULL AS string) text", _NOT_SAID
    )


def read_table(table: DataFrame) -> DataFrame:
    """The documents of a table with the columns ``path`` and ``text`` and (if it has it) ``published``."""
    published = "CAST(published AS string) published" if "published" in table.columns else _NOT_SAID
    return table.selectExpr("CAST(path AS binary) file", "CAST(NULL AS binary) content", "text", published)


def name_files(spark: SparkSession, files: Iterable[str]) -> DataFrame:
    """Files by their paths, to be opened by the workers: they have to see them under the same paths."""
    held = [(encoded(file), None, None, None) for file in files]
    parts = max(1, min(len(held), 4 * spark.sparkContext.defaultParallelism, len(held) // 8 + 1))
    return spark.createDataFrame(held, stages.DOCUMENT).repartition(parts)


def collected(frame: DataFrame) -> Iterator[stages.Row]:
    """All rows, here."""
    return arrow.rows(frame.toArrow().to_batches())


_NOT_SAID = "CAST(NULL AS string) published"
