"""``factlint init``: a settings file and a small rule pack to start from."""

from __future__ import annotations

import argparse
from pathlib import Path

from checker.cli import options as shared
from checker.errors import UserError

SETTINGS = """# Settings of factlint. Paths are relative to this file.
rules = ["rules"]              # rule packs of our own, beside those that ship
# entities = "names.yaml"      # names, aliases, and names to keep apart
# ignore = ["headcount"]       # rules (ids, their beginnings, names) or attributes not to report
# exclude = ["drafts/*"]       # files of folders that are no sources
# fail-on = "error"            # error, warning, info or never; the default is warning
"""
PACK = """# A rule pack of our own: what is read (attributes), how it is compared (rules), what proves it (examples).
# factlint test rules runs the examples; factlint explain OWN101 shows the rule.
pack: own
about: "Facts of our own field."

attributes:
  tonnage:
    about: "A ship's gross tonnage."
    subject: thing
    value: quantity
    headers: [tonnage, gross tonnage]

rules:
  - id: OWN101
    name: tonnage-conflict
    attributes: [tonnage]
    check: single-value
    severity: error
    message: "{subject} is given different tonnages"
    why: "A ship is measured once; two figures mean that one is of another ship, or wrong."
    examples:
      - expect: conflict
        claims:
          - {subject: Mary Ann, tonnage: "4,200"}
          - {subject: Mary Ann, tonnage: "2,400"}
      - expect: agreement
        claims:
          - {subject: Mary Ann, tonnage: "4,200"}
          - {subject: Mary Ann, tonnage: about 4200}
"""


def options(parser: argparse.ArgumentParser) -> None:
    """The options of ``init``."""
    parser.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="where (default: .)")


def run(args: argparse.Namespace) -> int:
    """Write the two files; neither may be there already."""
    folder = Path(args.folder)
    files = {folder / "factlint.toml": SETTINGS, folder / "rules" / "own.yaml": PACK}
    for file in files:
        if file.exists():
            raise UserError("is there already; remove it, or name another folder", str(file))
    try:
        for file, text in files.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror}", str(folder)) from None
    shared.write("".join(f"wrote {file}\n" for file in files))
    return 0
