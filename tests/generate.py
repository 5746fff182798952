"""Files that are made by a program and kept in the repository.

python -m tests.generate            write them
python -m tests.generate --check    exit 1 if one differs from what would be written, and name it
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from checker import config, config_schema, contract, packs, pipeline
from checker.model import Report
from checker.packs import faults, reference
from checker.reports import render
from checker.surroundings import surround
from tests import tutorial

ROOT = Path(__file__).parent.parent
SHOWN = 3  # findings in the README


def made() -> Iterator[tuple[str, str]]:
    """Each file's path from the root, and what it holds."""
    yield "checker/reports/report.schema.json", json.dumps(contract.schema(), indent=1, ensure_ascii=False) + "\n"
    loaded = packs.load()
    yield "rules/README.md", reference.renewed(_held("rules/README.md") or "", loaded)
    yield "rules/TUTORIAL.md", tutorial.renewed(_held("rules/TUTORIAL.md") or "")
    settings = config_schema.json_schema()
    yield "rules/settings.schema.json", json.dumps(settings, indent=1, ensure_ascii=False) + "\n"
    yield "rules/pack.schema.json", json.dumps(faults.json_schema(), indent=1, ensure_ascii=False) + "\n"
    for form, suffix in (
        ("text", "txt"),
        ("json", "json"),
        ("markdown", "md"),
        ("html", "html"),
        ("csv", "csv"),
        ("jsonld", "jsonld"),
    ):
        yield f"reports/seeds.{suffix}", _report(form)
    yield "README.md", _readme()


def _report(form: str) -> str:
    """What the command writes for ``seeds``, its links relative to ``reports/``."""
    with contextlib.chdir(ROOT):
        report = surround(_seeds()) if form == "html" else _seeds()
    return render(report, form, verbose=True, base="reports")


def _readme() -> str:
    """The README with today's output of the command in it: the first findings, and the line that sums up."""
    findings = render(_seeds(), "text").rstrip("\n").split("\n\n")
    shown = "\n\n".join([*findings[:SHOWN], "…", findings[-1]] if len(findings) > SHOWN + 1 else findings)
    begin, end = "<!-- output of: factlint check seeds -->\n", "<!-- end of output -->"
    before, _, rest = (_held("README.md") or "").partition(begin)
    return f"{before}{begin}```\n{shown}\n```\n{end}{rest.partition(end)[2]}"


@cache
def _seeds() -> Report:
    with contextlib.chdir(ROOT):
        return pipeline.check(pipeline.Request(paths=("seeds",)), config.load(None, ["seeds"]))


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
