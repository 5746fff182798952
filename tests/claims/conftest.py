"""The banks of texts here say what patterns read; what weights add to them is measured by ``test_learnt``."""

from __future__ import annotations

import pytest

from checker.claims import reading


@pytest.fixture(autouse=True)
def by_patterns_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading without weights, but for the tests of weights."""
    if request.module.__name__.rpartition(".")[2] != "test_learnt":
        monkeypatch.setattr(reading, "learner", lambda *_: None)
