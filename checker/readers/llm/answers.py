"""Answers that were paid for, kept beside the ledger: asked again, the same question costs nothing.

One file an answer, named by a hash of model, instructions and message; written whole or not at all.
"""

from __future__ import annotations

import os
import tempfile

import msgspec
from msgspec import Struct

from checker.digests import sha256

FOLDER = "answers"


class Answer(Struct):
    """What a model said. ``fault`` is why it is not whole ("" if it is)."""

    text: str
    sent: int = 0  # tokens
    answered: int = 0
    fault: str = ""


class Answers:
    """Kept answers; with no folder none are kept."""

    def __init__(self, folder: str) -> None:
        self._folder = os.path.join(folder, FOLDER) if folder else ""

    def _path(self, model: str, prompt: str, message: str) -> str:
        name = sha256("\0".join((model, prompt, message)).encode("utf-8", "surrogatepass")).hexdigest()
        return os.path.join(self._folder, name[:2], f"{name[2:40]}.json")

    def get(self, model: str, prompt: str, message: str) -> Answer | None:
        """The answer to this, if it is known and whole."""
        if not self._folder:
            return None
        try:
            with open(self._path(model, prompt, message), "rb") as file:
                return msgspec.json.decode(file.read(), type=Answer)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None

    def put(self, model: str, prompt: str, message: str, answer: Answer) -> None:
        """Keep an answer; where that cannot be done, it is only not kept."""
        if not self._folder:
            return
        path = self._path(model, prompt, message)
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            handle, fresh = tempfile.mkstemp(dir=os.path.dirname(path))
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.json.encode(answer))
            os.replace(fresh, path)
        except (OSError, UnicodeEncodeError):
            return
