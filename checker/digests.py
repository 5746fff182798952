"""The digests that keys and ids are made of.

``hashlib`` loads OpenSSL first, which takes a start 3 ms, though the interpreter has these two itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import hashlib
    from hashlib import blake2b
    from hashlib import sha256 as _own
else:
    try:
        from _blake2 import blake2b
    except ImportError:  # an interpreter that is built otherwise
        from hashlib import blake2b
    try:
        from _sha2 import sha256 as _own
    except ImportError:
        try:
            from _sha256 import sha256 as _own  # until 3.11
        except ImportError:
            from hashlib import sha256 as _own

__all__ = ["blake2b", "sha256"]
_MUCH = 1_000_000  # bytes, from which on OpenSSL, five times as fast, is worth loading
_seen = 0


def sha256(data: bytes) -> hashlib._Hash:
    """The SHA-256 of these bytes."""
    global _seen
    _seen += len(data)
    if _seen < _MUCH:
        return _own(data)
    from hashlib import sha256

    return sha256(data)
