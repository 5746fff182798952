"""A check that Apache Spark carries out; the report is the one that ``pipeline.check`` makes, byte for byte."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from checker import intake, pipeline
from checker.chosen import chooser
from checker.config import Settings
from checker.errors import UserError
from checker.intake import Listing
from checker.model import Report, Skipped, Source

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

    from checker.engine.collecting import Documents


class Cluster(Struct, frozen=True):
    """Where Spark runs, and where it leaves its tables ("": nowhere)."""

    master: str = "local[*]"
    tables: str = ""
    verbose: bool = False


def check(request: pipeline.Request, settings: Settings, cluster: Cluster) -> Report:
    """As ``pipeline.check``; a path may also be the URL of a folder in a storage, or of a Parquet table."""
    from checker.engine.session import session

    _fits(request, settings)
    chooser(settings, pipeline.load_packs(settings))  # before all the work, what is wrong with the settings
    with session(cluster.master, cluster.verbose) as spark:
        return checked(spark, request, settings, cluster.tables)


def checked(spark: SparkSession, request: pipeline.Request, settings: Settings, tables: str = "") -> Report:
    """As ``check``, in a session that there is already."""
    from checker import entities, facts
    from checker.engine import collecting

    rules, known = pipeline.load_packs(settings), entities.load(settings.entities)
    there, documents = _documents(request.paths, settings)
    if not (documents.files or documents.folders or documents.tables):
        return pipeline.concluded([], [], [], [], there.skipped, settings, rules)
    made = collecting.check(spark, documents, rules, known, tables)
    sources: list[Source] = []
    skipped: list[Skipped] = list(there.skipped)
    for file, found in groupby(made.reads, key=itemgetter(0)):
        pipeline.sort_out(file, [item for _, (item, _) in found], there.named, sources, skipped)
    grouped = facts.group(made.claims, rules)
    report = pipeline.concluded(sources, made.claims, grouped, made.findings, skipped, settings, rules)
    return replace(report, unbelieved=made.unbelieved)


def _documents(paths: Sequence[str], settings: Settings) -> tuple[Listing, Documents]:
    """What lies here, and all that is to be read, here or in a storage."""
    from checker.engine.collecting import Documents

    far = [path for path in paths if _far(path)]
    near = [path for path in paths if not _far(path)]
    there = intake.listing(near, settings) if near or not far else Listing([], frozenset(), [])
    folders, tables = [path for path in far if not _table(path)], [path for path in far if _table(path)]
    return there, Documents(there.files, folders, tables, settings.exclude)


def _fits(request: pipeline.Request, settings: Settings) -> None:
    """Raises UserError for what only one machine can do."""
    if "-" in request.paths:
        raise UserError("--engine spark reads files, folders and tables; standard input it cannot")
    if request.claims or not request.asked.plain:
        raise UserError("--engine spark reads by rules alone; leave out --reader and --claims")
    if request.locked or settings.lock:
        raise UserError("--engine spark knows no lock; add --no-lock")
    if request.statistics:
        raise UserError("--statistics reads everything twice, here; leave it out with --engine spark")


def _far(path: str) -> bool:
    return "://" in path or _table(path)


def _table(path: str) -> bool:
    return path.rstrip("/").endswith(".parquet")
