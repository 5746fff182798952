"""The command, with a provider on the loopback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.readers.provider import KEY

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXT = """Halden Robotics names new chief executive

OSLO, 3 March 2025 - Halden Robotics has appointed Ingrid Solheim as chief executive. She joined the company in 2019.

Halden Robotics was founded in 2012 and employs 340 people. It raised $45 million in a Series B round led by Fjord Capital.
"""


def claim(quote: str, subject: str, attribute: str, value: dict, type_: str = "organization", **more: object) -> dict:
    """A claim as a model gives it."""
    return {"quote": quote, "subject": {"name": subject, "type": type_}, "attribute": attribute, "value": value, **more}


FOUNDED = claim(
    "Halden Robotics was founded in 2012",
    "Halden Robotics",
    "founded_on",
    {"kind": "date", "text": "2012", "edtf": "2012"},
)
STAFF = claim(
    "employs 340 people", "Halden Robotics", "headcount", {"kind": "quantity", "text": "340", "low": 340, "high": 340}
)
CHIEF = claim(
    "Halden Robotics has appointed Ingrid Solheim as chief executive.", "Ingrid Solheim", "title",
    {"kind": "title", "text": "chief executive"}, "person", qualifiers={"organization": "Halden Robotics"}, status="incoming",
)  # fmt: skip


@pytest.fixture
def factlint(tmp_path: Path) -> Run:
    """Runs ``factlint`` with these words in an empty folder; ``key`` is the provider's, "" for none."""

    def run(*words: str, key: str = KEY, timeout: float = 60) -> subprocess.CompletedProcess[str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "FACTLINT_"))}
        env = {**kept, **({"FACTLINT_API_KEY": key} if key else {})}
        command = [sys.executable, "-m", "checker", *words]
        return subprocess.run(
            command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False, timeout=timeout
        )

    return run


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """One source in the folder, and settings that wait for nothing long."""
    (tmp_path / "factlint.toml").write_text("[readers.llm]\npause = 0.01\nmodel = 'recorded'\n")
    file = tmp_path / "halden.md"
    file.write_text(TEXT)
    return file
