"""What the package says of itself is so."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parent.parent
OF_ANOTHER_VERSION = {"_sha2", "_sha256"}  # parts of some versions of the interpreter, tried one after the other
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def imported() -> set[str]:
    """Top-level names of everything that the package imports."""
    names: set[str] = set()
    for file in (ROOT / "checker").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - OF_ANOTHER_VERSION - {"checker"}


def folded(requirement: str) -> str:
    return re.split(r"[<>=\[; ]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def test_every_library_imported_is_a_dependency_and_every_dependency_is_imported() -> None:
    providers = packages_distributions()
    used = {
        providers.get(name, [name])[0].lower().replace("_", "-") for name in imported() - {"lsprotocol", "py4j"}
    }  # pygls and pyspark bring them
    optional = PROJECT["optional-dependencies"]
    extras = {folded(requirement) for name in optional.keys() - {"test", "dev"} for requirement in optional[name]}
    needed = {folded(requirement) for requirement in PROJECT["dependencies"]}
    assert needed <= used
    assert used <= needed | extras


def test_every_dependency_has_a_lower_bound() -> None:
    assert [r for r in PROJECT["dependencies"] if ">=" not in r] == []


def test_the_changelog_has_an_entry_for_this_version() -> None:
    from checker import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
