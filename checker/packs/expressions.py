"""Expressions of rules, in CEL (cel.dev)."""

from __future__ import annotations


def fault(text: str) -> str:
    """What is wrong with an expression, or ""."""
    return "" if text.strip() else "an empty expression"
