"""Settings: ``[tool.factlint]`` of pyproject.toml, or factlint.toml, or a file named by ``--config``.

Paths in a settings file are relative to that file. Every setting is an option of the command too; options win.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from checker.errors import Faults, UserError

if TYPE_CHECKING:
    from pathlib import Path

SEVERITIES = ("error", "warning", "info")
LOCK = "factlint.lock"  # taken where it lies beside the settings file, or here where there is none
BASELINE = "factlint-baseline.jsonl"  # taken where it lies beside the settings file, or here where there is none


class Settings(Struct, frozen=True):
    """What a run is to do, apart from the sources it reads."""

    file: str = ""  # the settings file these came from, "" for none
    rules: tuple[str, ...] = ()  # packs (files or folders) beside those that ship
    shipped_rules: bool = True
    entities: str = ""  # a file of names, aliases and names to keep apart
    select: tuple[str, ...] = ()  # rule ids (or their beginnings), rule names, attributes; none: all
    ignore: tuple[str, ...] = ()
    per_file_ignores: dict[str, tuple[str, ...]] = {}  # glob pattern of files -> rules that don't hold for them
    exclude: tuple[str, ...] = ()  # glob patterns of files in folders that are not sources
    fail_on: str = "warning"  # the least severity of a conflict or notice that makes the exit code 1, or never
    ledger: bool = True  # remember what was read, in .factlint beside the settings file
    baseline: str = ""  # the file of accepted findings, "" for none
    lock: str = ""  # the file of claims that are kept, "" for none
    readers: dict[str, dict[str, Any]] = {}  # what readers other than rules are told, a table each by its name


def load(named: str | None, paths: Sequence[str]) -> Settings:
    """The settings for these paths: of the file named, else of the nearest one at or above what the paths share.

    A baseline that is not named is the one that lies beside the settings file (or here, if there is none).
    Raises UserError for a file that is missing, broken, or says what is not understood.
    """
    found = read(named) if named is not None else _nearest(paths)
    beside = os.path.dirname(found.file)
    usual = os.path.join(beside, BASELINE)
    found = replace(found, baseline=usual) if not found.baseline and os.path.isfile(usual) else found
    lock = os.path.join(beside, LOCK)
    return replace(found, lock=lock) if not found.lock and os.path.isfile(lock) else found


def _nearest(paths: Sequence[str]) -> Settings:
    for folder in _upwards(paths):
        for name in ("factlint.toml", "pyproject.toml"):
            file = os.path.join(folder, name)
            if os.path.isfile(file) and (name == "factlint.toml" or _table(file, _text(file)) is not None):
                return read(file)
        if os.path.exists(os.path.join(folder, ".git")):
            break
    return Settings()


def read(named: str) -> Settings:
    """The settings of one file."""
    from pathlib import Path

    file = str(Path(named))
    text = _text(file)
    table = _table(file, text)
    if table is None:
        raise UserError("has no [tool.factlint] table; add one, or name a factlint.toml", file)
    values: dict[str, Any] = {}
    faults: list[UserError] = []
    for key, value in table.items():
        check = _KEYS.get(key)
        if check is None:
            wrong = f"unknown setting {key!r}{did_you_mean(key, _KEYS)}"
            faults.append(UserError(wrong, file, _line(text, key)))
            continue
        try:
            values[key.replace("-", "_")] = check(value, Path(file).parent)
        except ValueError as error:
            faults.append(UserError(f"{key}: {error}", file, _line(text, key)))
    if faults:
        raise Faults(sorted(faults, key=lambda fault: fault.line))
    return Settings(file=file, **values)


def did_you_mean(word: str, known: Any) -> str:
    """What to do about an unknown word: the nearest known one, or all of them where they are few."""
    import difflib

    names = sorted(known)
    close = difflib.get_close_matches(word.lower(), names, 1, 0.6)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; known: {', '.join(names)}" if 0 < len(names) <= 12 else ""


def _upwards(paths: Sequence[str]) -> Iterator[str]:
    folders = [os.path.abspath(p) for p in paths if p != "-"] or [os.getcwd()]
    try:
        folder = os.path.commonpath(folders)
    except ValueError:  # on several drives
        return
    if os.path.isdir(folder):
        yield folder
    while (above := os.path.dirname(folder)) != folder:
        yield above
        folder = above


def _text(file: str) -> str:
    try:
        with open(file, encoding="utf-8-sig") as opened:
            return opened.read()
    except FileNotFoundError:
        raise UserError("no such settings file", file) from None
    except UnicodeDecodeError:
        raise UserError("not UTF-8, as TOML has to be; save it as UTF-8", file) from None
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", file) from None


def _table(file: str, text: str) -> dict[str, Any] | None:
    """The settings in the file; None for a pyproject.toml without any."""
    name = os.path.basename(file)
    if name == "pyproject.toml" and "factlint" not in text:
        return None
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).partition(" (at ")
        line = re.search(r"line (\d+)", place)
        at = int(line[1]) if line else len(text.splitlines())
        raise UserError(f"not valid TOML: {message}", file, at) from None
    tool = data.get("tool", {})
    if name == "pyproject.toml" or (isinstance(tool, dict) and "factlint" in tool):
        found = tool.get("factlint") if isinstance(tool, dict) else None
        return found if isinstance(found, dict) else None
    return data


def _line(text: str, key: str) -> int:
    """The line on which a key is set (the last one that looks so: tables of other tools come before)."""
    names = (key, f'"{key}"', f"'{key}'", f"[{key}", f"[tool.factlint.{key}")
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip().startswith(names)]
    return lines[-1] if lines else 0


def _words(value: object, _: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ValueError('give a list of texts, as in ["one", "two"]')
    return tuple(value)


def _packs(value: object, folder: Path) -> tuple[str, ...]:
    """Packs: files and folders beside the settings; a word that is neither can name an installed one."""
    return tuple(
        str(folder / word) if (folder / word).exists() or not _is_installed(word) else word
        for word in _words(value, folder)
    )


def _is_installed(pack: str) -> bool:
    from checker.packs.load import installed

    return bool(installed(pack))


def _path(value: object, folder: Path) -> str:
    if not isinstance(value, str):
        raise ValueError("give a path as text")
    return str(folder / value)


def _flag(value: object, _: Path) -> bool:
    if not isinstance(value, bool):
        raise ValueError("give true or false")
    return value


def _ignores(value: object, folder: Path) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise ValueError('give a table of patterns, as in {"drafts/*" = ["headcount"]}')
    return {pattern: _words(words, folder) for pattern, words in value.items()}


def _tables(value: object, _: Path) -> dict[str, dict[str, Any]]:
    if not isinstance(value, dict) or not all(isinstance(table, dict) for table in value.values()):
        raise ValueError("give a table for each reader, as in [readers.llm]")
    return value


def _severity(value: object, _: Path) -> str:
    if value not in (*SEVERITIES, "never"):
        raise ValueError(f"give one of {', '.join(SEVERITIES)}, never")
    return str(value)


_KEYS: dict[str, Callable[[object, Path], object]] = {
    "rules": _packs,
    "shipped-rules": _flag,
    "entities": _path,
    "select": _words,
    "ignore": _words,
    "per-file-ignores": _ignores,
    "exclude": _words,
    "fail-on": _severity,
    "ledger": _flag,
    "baseline": _path,
    "lock": _path,
    "readers": _tables,
}
