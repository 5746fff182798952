"""A Spark session for the command: what it needs looked for first, its noise kept off the terminal, gone at the end."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from checker.errors import UserError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LEAST_JAVA = 17
_INSTALL = "install one (Debian: apt-get install openjdk-17-jre-headless), or name it in JAVA_HOME"


@contextmanager
def session(master: str, verbose: bool = False) -> Iterator[SparkSession]:
    """A session on this master. Raises UserError where there cannot be one, or where Spark gives up in it."""
    require()
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    with tempfile.TemporaryFile("w+b") as log, tempfile.TemporaryDirectory(prefix="factlint-") as scratch:
        spark = _started(master, scratch, None if verbose else log)
        try:
            yield spark
        except (PySparkException, Py4JError) as error:
            raise _told(error) from None
        finally:
            spark.stop()
            _end(spark)


def require() -> None:
    """Raises UserError where pyspark or Java is missing."""
    if any(find_spec(name) is None for name in ("pyspark", "pyarrow", "pandas")):
        raise UserError("--engine spark needs pyspark: pip install 'factlint[spark]'")
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else "java"
    if shutil.which(java) is None:
        raise UserError(f"--engine spark needs Java {LEAST_JAVA} or later: {_INSTALL}")
    version = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', version)
    if found and int(found[1]) < LEAST_JAVA:
        raise UserError(f"--engine spark needs Java {LEAST_JAVA} or later, and {java} is {found[1]}: {_INSTALL}")


def _started(master: str, scratch: str, log: IO[bytes] | None) -> SparkSession:
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    warnings.filterwarnings("ignore", category=FutureWarning, module="pyspark")
    _surroundings(master)
    builder = SparkSession.builder.master(master).appName("factlint")
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    builder = builder.config("spark.sql.warehouse.dir", scratch).config("spark.sql.artifact.rootDirectory", scratch)
    with _redirected(log):
        try:
            spark = builder.getOrCreate()
        except (PySparkException, Py4JError) as error:
            raise _told(error) from None
    spark.sparkContext.setLogLevel("ERROR")
    return spark


_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.maxResultSize": "0",
    "spark.log.level": "ERROR",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "2000",
}


def _surroundings(master: str) -> None:
    """Workers on this machine run the same Python, with the same factlint."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if master.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        root = str(Path(__file__).parent.parent.parent)
        held = os.environ.get("PYTHONPATH", "")
        if root not in held.split(os.pathsep):
            os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (root, held)))


@contextmanager
def _redirected(log: IO[bytes] | None) -> Iterator[None]:
    """What is started within writes its errors to the log."""
    if log is None:
        yield
        return
    held = os.dup(2)
    try:
        os.dup2(log.fileno(), 2)
        yield
    finally:
        os.dup2(held, 2)
        os.close(held)


def _end(spark: Any) -> None:
    """End Spark's own process too, so that nothing of it outlives the command."""
    gateway = spark.sparkContext._gateway
    process = getattr(gateway, "proc", None)
    gateway.shutdown()
    if process is not None:
        process.stdin.close()
        process.wait(20)
    from pyspark import SparkContext

    SparkContext._gateway = SparkContext._jvm = None


def _told(error: Exception) -> UserError:
    """What went wrong with Spark, in a line."""
    text = str(error)
    for sign, advice in _ADVICE.items():
        if sign in text:
            return UserError(f"--engine spark: {advice}")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    reason = next((line for line in reversed(lines) if re.match(r"[\w.]*(?:Error|Exception): ", line)), lines[:1])
    return UserError(f"--engine spark: Spark gave up: {reason if isinstance(reason, str) else ''.join(reason)}"[:400])


_ADVICE = {
    "Could not parse Master URL": "no such master; give --master local[2], spark://HOST:7077, yarn or k8s://…",
    "No FileSystem for scheme": "Spark has no connector for this storage; name its package in spark.jars.packages",
    "ClassNotFoundException: Class org.apache.hadoop.fs.s3a": "s3a:// needs hadoop-aws; name it in spark.jars.packages"
    " of spark-defaults.conf",
    "PATH_NOT_FOUND": "no such path, or nothing in it; check PATH",
    "PATH_ALREADY_EXISTS": "--tables: there is something already; name another folder",
    "UNRESOLVED_COLUMN": "a table of documents has the columns path and text, and published if it is known",
}
