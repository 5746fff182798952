"""The work of small fixed jobs stays within a tenth of what was recorded, so that a slow-down is seen on a noisy machine."""

from __future__ import annotations

import pytest

from tests import work


def test_work_is_what_was_recorded() -> None:
    held = work.recorded()
    if not held:
        pytest.skip(f"no counts are recorded for Python {work.VERSION}: python -m tests.work --record")
    found = work.counted()
    told = "python -m tests.work --record, if the change is worth it (or to keep what it gains)"
    assert {job: abs(found[job] / held[job] - 1) <= work.ALLOWED for job in held} == dict.fromkeys(held, True), (
        f"calls {found}, recorded {held}: {told}"
    )
