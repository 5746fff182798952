"""Our modules, imported by their compiled files."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import checker
from checker import compiled

LATER = 1_900_000_000


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package "ours" with a module and a package in it, compiled once, and then imported by our finder."""
    place = tmp_path / "ours"
    (place / "inner").mkdir(parents=True)
    for file in ("__init__.py", "one.py", "inner/__init__.py", "inner/two.py"):
        (place / file).write_text("said = 1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(compiled, "_OURS", "ours.")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    for name in NAMES:
        importlib.import_module(name)
    forget()
    monkeypatch.setattr(sys, "meta_path", [compiled.Finder, *sys.meta_path])
    yield place
    forget()
    sys.modules.pop("ours", None)


NAMES = ("ours.one", "ours.inner", "ours.inner.two")


def forget() -> None:
    for name in NAMES:
        sys.modules.pop(name, None)


def loaded(name: str) -> tuple[type, int]:
    module = importlib.import_module(name)
    return type(module.__loader__), module.said


def test_a_compiled_module_is_taken_as_it_is(package: Path) -> None:
    assert [loaded(name) for name in NAMES] == [(compiled.Loader, 1)] * 3
    inner = sys.modules["ours.inner"]
    assert inner.__path__ == [str(package / "inner")] and inner.__file__ == str(package / "inner" / "__init__.py")
    assert sys.modules["ours.one"].__spec__.cached.endswith(".pyc")  # type: ignore[union-attr]
    assert sys.modules["ours.one"].__loader__.get_source("ours.one") == "said = 1\n"  # type: ignore[union-attr]
    assert importlib.reload(inner).said == 1


def test_a_module_that_changed_is_compiled_anew(package: Path) -> None:
    (package / "one.py").write_text("said = 2\n", encoding="utf-8")  # of the same size
    os.utime(package / "one.py", (LATER, LATER))
    (package / "inner/two.py").write_text("said = 22\n", encoding="utf-8")
    assert loaded("ours.one")[1] == 2 and loaded("ours.inner.two")[1] == 22
    assert compiled.Loader not in {loaded("ours.one")[0], loaded("ours.inner.two")[0]}


@pytest.mark.parametrize("damage", [b"", b"\x00" * 200])
def test_a_damaged_compiled_file_is_left_to_the_interpreter(package: Path, damage: bytes) -> None:
    file = next((package / "__pycache__").glob("one.*.pyc"))
    file.write_bytes(damage)
    assert loaded("ours.one")[1] == 1


def test_half_a_compiled_file_is_not_taken(package: Path) -> None:
    file = next((package / "__pycache__").glob("one.*.pyc"))
    file.write_bytes(file.read_bytes()[:-5])
    assert compiled.Finder.find_spec("ours.one", [str(package)]) is None


def test_what_is_missing_is_missing(package: Path) -> None:
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("ours.three")


@pytest.mark.parametrize("option", ["-O", f"-Xpycache_prefix={os.devnull}"])
def test_where_compiled_files_are_others_the_interpreter_imports(option: str) -> None:
    said = _meta_path(option)
    assert "Finder'" in said and "checker.compiled" not in said
    assert "checker.compiled" in _meta_path("-Xutf8")


def _meta_path(option: str) -> str:
    code = "import sys; from checker import compiled; compiled.install(); print(sys.meta_path)"
    surroundings = {**os.environ, "PYTHONPATH": str(Path(checker.__file__).parent.parent)}
    words = [sys.executable, "-B", option, "-c", code]
    return subprocess.run(words, capture_output=True, text=True, check=True, env=surroundings).stdout
