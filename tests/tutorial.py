"""The tutorial, run: its files are written, its commands run in order, and their output put where it stands.

A fenced block is a file behind ``<!-- file: PATH -->``, more of a file behind ``<!-- append: PATH -->``; a comment
``<!-- replace: PATH: OLD -> NEW -->`` changes one; a block ``console`` holds commands after ``$ `` and what they print.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
_PART = re.compile(
    r"<!-- (?P<how>file|append): (?P<path>\S+) -->\n```\w*\n(?P<text>.*?)```\n"
    r"|<!-- replace: (?P<file>[^:]+): (?P<old>.+?) -> (?P<new>.+?) -->\n"
    r"|```console\n\$ (?P<command>[^\n]+)\n(?P<said>.*?)```\n",
    re.DOTALL,
)


def renewed(text: str) -> str:
    """The tutorial with what its commands print today."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        return _PART.sub(lambda part: _done(part, folder), text)


def _done(part: re.Match[str], folder: Path) -> str:
    if part["command"]:
        return f"```console\n$ {part['command']}\n{_run(part['command'], folder).rstrip()}\n```\n"
    path = folder / (part["path"] or part["file"])
    path.parent.mkdir(parents=True, exist_ok=True)
    held = path.read_text(encoding="utf-8") if path.is_file() else ""
    if part["how"]:
        path.write_text((held if part["how"] == "append" else "") + part["text"], encoding="utf-8")
    else:
        if part["old"] not in held:
            raise ValueError(f"the tutorial replaces {part['old']!r}, which is not in {part['file']}")
        path.write_text(held.replace(part["old"], part["new"]), encoding="utf-8")
    return part[0]


def _run(command: str, folder: Path) -> str:
    words = [sys.executable, "-m", "checker", *command.split()[1:]]
    paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    known = {**os.environ, "PYTHONPATH": paths, "FACTLINT_CACHE": str(folder / ".cache"), "COLUMNS": "120"}
    done = subprocess.run(words, cwd=folder, env=known, capture_output=True, text=True, check=False, timeout=120)
    if done.returncode == 2:
        raise ValueError(f"{command}: {done.stderr}")
    return done.stdout
