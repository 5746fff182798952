"""What a language model read in the annotated corpora, replayed: what is left of it, and the conflicts it leads to."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SHARED
from tests.readers.provider import KEY, Provider, Replay


@pytest.mark.corpora
def test_replayed_claims_hold_and_find_the_conflicts(tmp_path: Path) -> None:
    pairs: list[str] = []
    with Provider(Replay(SHARED / "recorded", SHARED / "corpora")) as provider:
        for corpus in sorted((SHARED / "corpora").iterdir()):
            shutil.copytree(corpus / "sources", tmp_path / corpus.name)
            report = tmp_path / f"{corpus.name}.json"
            words = ["check", corpus.name, "--format", "json", "--output", report.name, "--no-ledger"]
            words += ["--reader", "llm", "--model", "recorded", "--base-url", provider.url]
            seeds = Path(__file__).parents[2] / "seeds" / "factlint.toml"
            words += ["--config", str(seeds)] if corpus.name == "karpathy" else []
            command = [sys.executable, "-m", "checker", *words]
            done = subprocess.run(
                command,
                cwd=tmp_path,
                env={**os.environ, "FACTLINT_API_KEY": KEY},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode in (0, 1), done.stderr
            pairs += [str(corpus), str(report)]
    score = [sys.executable, str(SHARED / "eval" / "score.py"), "--json", *pairs]
    found = json.loads(subprocess.run(score, capture_output=True, text=True, check=True).stdout)
    claims, conflicts = found["claims"], found["conflict_facts"]
    assert min(claims["precision"], claims["recall"], conflicts["precision"], conflicts["recall"]) >= 0.95, found
