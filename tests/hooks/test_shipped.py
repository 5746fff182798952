"""What ships for CI services: each against the service's own schema, and the Action's script run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from checker.sources.files import FORMATS

ROOT = Path(__file__).parent.parent.parent
HEAD = "company,founded\n"


@pytest.mark.parametrize(
    ("schema", "file"),
    [("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", ".ci/gitlab.yml")],
)
def test_the_service_understands_it(schema: str, file: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    if schema == "vendor.gitlab-ci":
        command += ["--data-transform", "gitlab-ci"]
    done = subprocess.run([*command, str(ROOT / file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_pre_commit_understands_the_hooks() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_the_hook_is_given_every_format_that_is_read() -> None:
    import re

    hook = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())[0]
    assert {suffix for suffix in FORMATS if not re.search(hook["files"], f"folder/name{suffix}")} == set()
    assert not re.search(hook["files"], "checker/model.py")
    assert re.search(hook["exclude"], "sources/factlint-baseline.jsonl")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "factlint.toml").write_text("ledger = false\n")
    (tmp_path / "a.csv").write_text(HEAD + "Acme Corp,2001\n")
    (tmp_path / "b.csv").write_text(HEAD + "Acme Corp,2003\n")
    return tmp_path


def act(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The Action's script as a runner runs it."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    known = {"ACTION": str(ROOT), "PATHS": ".", "SARIF": "factlint.sarif", "PATH": path}
    files = {"GITHUB_OUTPUT": str(folder / "output"), "GITHUB_STEP_SUMMARY": str(folder / "summary.log")}
    script = ["bash", str(ROOT / ".ci" / "action")]
    return subprocess.run(
        script, cwd=folder, env=os.environ | known | files | inputs, capture_output=True, text=True, check=False
    )


def test_the_action_annotates_sums_up_and_fails(folder: Path) -> None:
    done = act(folder)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=a.csv,line=2,")
    assert (folder / "output").read_text() == "conflicts=1\n"
    assert "[a.csv:2](a.csv#L2)" in (folder / "summary.log").read_text()
    assert len(json.loads((folder / "factlint.sarif").read_text())["runs"][0]["results"]) == 1


def test_the_action_takes_options_and_never_runs_them(folder: Path) -> None:
    done = act(folder, ARGS="--fail-on\nnever", PATHS="a.csv\nb.csv", SARIF="")
    assert (done.returncode, (folder / "factlint.sarif").exists()) == (0, False)
    done = act(folder, PATHS="$(touch pwned); `touch pwned`")
    assert done.returncode == 2 and not (folder / "pwned").exists()
