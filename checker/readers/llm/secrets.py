"""Keys never appear in what is said: whatever a provider answers is told without them."""

from __future__ import annotations

from checker import lazy

_LIKE_KEYS = lazy.compile(r"\b(?:sk|pk|rk|key|gsk|xai|AIza)[-_][\w*.…-]{4,}|(?<=Bearer )\S+|\bAIza[\w-]{10,}")


def without_keys(text: str, key: str) -> str:
    """The text, on one line and not long, without the key or anything that looks like one."""
    plain = text.replace(key, "[key]") if len(key) > 3 else text
    plain = _LIKE_KEYS.sub("[key]", plain)
    return " ".join(plain.split())[:300]
