"""Where questions go, and with which key: it goes only where its owner sends it; settings may be somebody else's."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from checker.errors import UserError
from checker.readers.llm.provider import Place

KEYS = ("FACTLINT_API_KEY", "OPENAI_API_KEY")
_TIMES = {"tries": "tries", "timeout": "timeout", "per_minute": "per-minute", "pause": "pause"}


def place(given: Mapping[str, Any], model: str, asked: Collection[str]) -> Place:
    """The provider's address and key. ``asked`` are the settings that stand on the command line. Raises UserError."""
    url = given.get("base-url", "") or os.environ.get("OPENAI_BASE_URL", "")
    _address(url)
    names = _variables(given.get("key-env", ""))
    key = next((os.environ[name] for name in names if os.environ.get(name)), "")
    if not key and not url:
        raise UserError(f"llm: no key: set {' or '.join(names)}")
    if not (key.isascii() and key.isprintable()) or key != key.strip():
        raise UserError(f"llm: what {' or '.join(names)} holds is no key: it has spaces or characters that no key has")
    if key and url and not _trusted(url, asked):
        raise UserError(
            f"llm: base-url: only the settings say that your key goes to {urlsplit(url).hostname}; "
            f"if it should, say --base-url {url} or set OPENAI_BASE_URL"
        )
    known = {k: given[n] for k, n in _TIMES.items() if n in given}
    return Place(model, url, key, **known)


def _address(url: str) -> None:
    if url and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname):
        raise UserError(f"llm: base-url: {url!r} is no address; write it as http://localhost:11434/v1")
    if "@" in urlsplit(url).netloc:
        raise UserError(f"llm: base-url: no keys or passwords in the address; set {KEYS[0]}")


def _variables(named: str) -> tuple[str, ...]:
    if named and not named.endswith("API_KEY"):  # or settings could have any secret of the environment sent
        raise UserError(f"llm: key-env: {named!r} is not the name of a key; it has to end in API_KEY")
    return (named,) if named else KEYS


def _trusted(url: str, asked: Collection[str]) -> bool:
    """Whether the user, or nobody beyond this machine, gets the key."""
    if "base-url" in asked or url == os.environ.get("OPENAI_BASE_URL"):
        return True
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
