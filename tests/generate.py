"""Files that are made by a program and kept in the repository.

python -m tests.generate            write them
python -m tests.generate --check    exit 1 if one differs from what would be written, and name it
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent


def made() -> Iterator[tuple[str, str]]:
    """Each file's path from the root, and what it holds."""
    from checker import contract

    yield "checker/reports/report.schema.json", json.dumps(contract.schema(), indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    """Write what differs, or only name it (``--check``)."""
    check = "--check" in sys.argv[1:]
    stale = [(path, text) for path, text in made() if _held(path) != text]
    for path, text in stale:
        if check:
            print(f"{path} is stale: run python -m tests.generate and commit it", file=sys.stderr)
        else:
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_bytes(text.encode())
            print(f"wrote {path}")
    return int(check and bool(stale))


def _held(path: str) -> str | None:
    file = ROOT / path
    return file.read_bytes().decode() if file.is_file() else None


if __name__ == "__main__":
    sys.exit(main())
