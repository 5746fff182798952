"""Spark is needed here: where it is missing, tests are skipped with the reason, but in CI they fail."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest

from tests.engine.spark import CLUSTER


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A cluster of two workers."""
    if find_spec("pyspark") is None or shutil.which("java") is None:
        reason = "pyspark or Java is missing: pip install 'factlint[spark]', apt-get install openjdk-17-jre-headless"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    from checker.engine.session import session

    with session(CLUSTER) as started:
        started.conf.set("spark.sql.shuffle.partitions", "4")
        yield started
