"""A check that Apache Spark carries out; the report is the one that ``pipeline.check`` makes, byte for byte."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from checker import intake, pipeline
from checker.config import Settings
from checker.errors import UserError
from checker.intake import Listing
from checker.model import Report, Skipped, Source


class Cluster(Struct, frozen=True):
    """Where Spark runs, and where it leaves its tables ("": nowhere)."""

    master: str = "local[*]"
    tables: str = ""
    verbose: bool = False


def check(request: pipeline.Request, settings: Settings, cluster: Cluster) -> Report:
    """As ``pipeline.check``; a path may also be the URL of a folder in a storage, or of a Parquet table."""
    from checker import entities, facts
    from checker.engine import collecting
    from checker.engine.session import session

    _fits(request, settings)
    rules = pipeline.load_packs(settings)
    pipeline.chooser(settings, rules)
    far = [path for path in request.paths if _far(path)]
    there = _listed([path for path in request.paths if path not in far], far, settings)
    folders, tables = [path for path in far if not _table(path)], [path for path in far if _table(path)]
    documents = collecting.Documents(there.files, folders, tables, settings.exclude)
    known = entities.load(settings.entities)
    if not there.files and not far:
        return pipeline.concluded([], [], [], [], there.skipped, settings, rules)
    with session(cluster.master, cluster.verbose) as spark:
        made = collecting.check(spark, documents, rules, known, cluster.tables)
    sources: list[Source] = []
    skipped: list[Skipped] = list(there.skipped)
    for file, found in groupby(made.reads, key=itemgetter(0)):
        pipeline.sort_out(file, [item for _, (item, _) in found], there.named, sources, skipped)
    grouped = facts.group(made.claims, rules)
    return pipeline.concluded(sources, made.claims, grouped, made.findings, skipped, settings, rules)


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


def _listed(near: list[str], far: list[str], settings: Settings) -> Listing:
    return intake.listing(near, settings) if near or not far else Listing([], frozenset(), [])
