"""What the tests of all areas share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# the first example of a process loads what is loaded when asked for
settings.register_profile("factlint", deadline=5_000)
settings.load_profile("factlint")

SHARED = Path(__file__).parent.parent.parent / "shared"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Slow tests are for who asks. Those that need the annotated corpora are skipped where there are none, but not in
    CI: there they fail."""
    if item.get_closest_marker("slow") is not None and "slow" not in (item.config.getoption("markexpr") or ""):
        pytest.skip("takes minutes; ask for it by -m slow")
    if item.get_closest_marker("corpora") is None or (SHARED / "corpora").is_dir():
        return
    reason = "the annotated corpora (../shared/corpora) are missing"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture
def corpora() -> Path:
    """The folder of the annotated corpora; for tests marked ``corpora``."""
    return SHARED / "corpora"
