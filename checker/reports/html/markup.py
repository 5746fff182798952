"""Markup built from Python, escaped by type: a ``str`` is always text, only ``Html`` passes as it is.

Hand-made rather than a template language: what a template escapes is a setting and a filter away from not being
escaped, here the type checker says it; and a report needs no other library to be installed or loaded.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from checker.reports.safety import plain

VOID = frozenset(("meta", "input", "br", "hr"))


class Html(str):
    """Markup that is safe because ``el`` made it."""

    __slots__ = ()


Child = str | int | None
Attribute = str | int | float | bool | None


def text(value: str) -> Html:
    """Text as data: what could hide, reorder or steer is shown by its code point, markup is escaped."""
    return Html(escape(plain(value)))


@lru_cache(maxsize=512)
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def el(tag: str, *children: Child, **attributes: Attribute) -> Html:
    """An element. ``class_`` is class, ``aria_label`` aria-label; True is a bare attribute, None and False are none."""
    shown = "".join(
        f" {_name(key)}" if value is True else f' {_name(key)}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(f"<{tag}{shown}>" if tag in VOID else f"<{tag}{shown}>{join(children)}</{tag}>")


def join(parts: Iterable[Child]) -> Html:
    """Parts one after the other; text among them is escaped."""
    return Html("".join(p if type(p) is Html else text(str(p)) for p in parts if p is not None and p != ""))


def _attribute(value: Attribute) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return escape(plain(str(value)))
