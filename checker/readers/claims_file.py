"""The reader of claims that people or other tools wrote: ``check --claims FILE``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from checker import contract
from checker.digests import sha256
from checker.errors import UserError
from checker.model import Claim, Skipped, Source
from checker.readers.interface import Options, Outcome


def open_reader(options: Options) -> ClaimsReader:
    """The reader of the file that settings name ("file")."""
    path = str(options.settings.get("file") or "")
    if not path:
        raise UserError("--reader claims needs a file of claims: --claims FILE")
    return ClaimsReader(path)


class ClaimsReader:
    """Gives each source the claims that the file has of it."""

    name = "claims"
    workers = 1

    def __init__(self, path: str) -> None:
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise UserError(f"cannot be read: {error.strerror}", path) from None
        self._digest = sha256(data).hexdigest()[:16]
        self._claims: dict[str, list[Claim]] = {}
        for claim in contract.read_claims(data, path)[1]:
            self._claims.setdefault(claim.source, []).append(claim)

    def stamp(self) -> Mapping[str, str]:
        """The file."""
        return {"file": self._digest}

    def expect(self, sources: list[Source]) -> None:
        """Nothing is to be prepared."""

    def read(self, source: Source) -> Outcome:
        """The claims of this source, as they stand in the file."""
        return Outcome(self._claims.get(source.path, []))

    def close(self) -> list[Skipped]:
        """Nothing is to be said."""
        return []
