"""Version numbers: "4.2", "v3.11.0", "2.0-rc1". 3.1 is not 3.10, 3.11 is 3.11.0, and 3.11 holds 3.11.4."""

from __future__ import annotations

import re

from checker import lazy
from checker.model import Found, Value
from checker.values.comparison import Comparison

_VERSION = lazy.compile(
    r"(?<![\w.,])[vV]?\.?\d+(?:\.\d+)*(?:[-+.]?(?:alpha|beta|rc|a|b|pre|post|dev|p|SNAPSHOT)[-.]?\d*)?(?![\w,]*\d)(?!\w)",
    re.IGNORECASE,
)
_PARTS = lazy.compile(r"\d+|[a-z]+")


def recognise(text: str) -> list[Found]:
    """The version numbers in ``text``, in order: every figure could be one, so ask only where one is due."""
    return [Found(m.start(), m.end(), Value("version", m[0])) for m in _VERSION.finditer(text)]


def canonical(value: Value) -> tuple[str, ...]:
    """Equal for two ways of writing one version: closing zeros, "v" and case apart."""
    parts = _parts(value.text)
    while len(parts) > 1 and parts[-1] == "0":
        parts = parts[:-1]
    return parts


def _parts(text: str) -> tuple[str, ...]:
    plain = re.sub(r"^(?:version|release|v)[\s.]*(?=\d)", "", text.strip().lower())
    return tuple(part.lstrip("0") or "0" if part.isdigit() else part for part in _PARTS.findall(plain)) or (plain,)


def show(value: Value) -> str:
    """The version as written."""
    return value.text


def compare(a: Value, b: Value) -> Comparison:
    """Whether two version numbers can both be right. Symmetric."""
    if canonical(a) == canonical(b):
        return Comparison("same", "the same version")
    short, long = sorted((_parts(a.text), _parts(b.text)), key=len)
    if long[: len(short)] == short and long[len(short)].isdigit():
        return Comparison("compatible", "level of detail")
    return Comparison("different", "different versions: " + " and ".join(sorted((a.text, b.text))))
