"""The pre-commit hook for real: a commit whose source conflicts with what is there is refused."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
PARTS = ("checker", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
HEAD = "company,founded\n"


def git(folder: Path, *words: str, check: bool = True, **more: str) -> subprocess.CompletedProcess[str]:
    known = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_CONFIG_NOSYSTEM": "1"}
    who = known | {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")} | who | {"PATH": path} | more
    done = subprocess.run(
        ["git", *words], cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=600
    )
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as a repository of hooks."""
    folder = tmp_path_factory.mktemp("factlint")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, folder / part)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "hooks")
    return folder


@pytest.fixture
def repository(hooks: Path, tmp_path: Path) -> Path:
    """Somebody's sources, with the hook installed."""
    git(tmp_path, "init", "--quiet")
    revision = git(hooks, "rev-parse", "HEAD").stdout.strip()
    config = {"repos": [{"repo": str(hooks), "rev": revision, "hooks": [{"id": "factlint"}]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    (tmp_path / "a.csv").write_text(HEAD + "Acme Corp,2001\n")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "sources")
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


def test_a_conflicting_commit_is_refused(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = str(tmp_path_factory.mktemp("home"))
    (repository / "good.csv").write_text(HEAD + "Bolt Ltd,1999\nAcme Corp,2001\n")
    git(repository, "add", "good.csv")
    git(repository, "commit", "--message", "agrees", PRE_COMMIT_HOME=home)

    (repository / "bad.csv").write_text(HEAD + "Acme Corp,2003\n")
    git(repository, "add", "bad.csv")
    refused = git(repository, "commit", "--message", "conflicts", check=False, PRE_COMMIT_HOME=home)
    said = refused.stdout + refused.stderr
    assert refused.returncode == 1
    assert "Acme Corp" in said and "bad.csv:2" in said and "a.csv:2" in said
    assert git(repository, "log", "--format=%s").stdout.split() == ["agrees", "sources"]

    (repository / "bad.csv").write_text(HEAD + "Acme Corp,2001\n")
    git(repository, "add", "bad.csv")
    git(repository, "commit", "--message", "mended", PRE_COMMIT_HOME=home)
    assert git(repository, "status", "--porcelain").stdout == "", "the ledger keeps itself out of git"
