"""The scores on the annotated corpora beside the repository, and the floors (floors.toml) that they must keep.

python -m tests.floors      print every score; exit 1 if one is below its floor, 2 if it could not be had
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
EVAL = ROOT.parent / "shared" / "eval"
Scores = dict[str, float]


def measured() -> dict[str, Scores]:
    """The scores by the tables of floors.toml."""
    return {
        "karpathy": _figures(EVAL / "run", str(EVAL.parent / "corpora" / "karpathy")),
        "run": _figures(EVAL / "run"),
        "corpora": _figures(EVAL / "run", *_folders(ROOT / "tests" / "corpora")),
        "compare": _figures(EVAL / "compare"),
        "values": _values(),
    }


def main() -> int:
    """Print the scores beside their floors."""
    if not EVAL.is_dir():
        print("../shared/eval is missing: no scores", file=sys.stderr)
        return 2 if os.environ.get("CI") else 0
    floors = tomllib.loads((ROOT / "tests" / "floors.toml").read_text(encoding="utf-8"))
    low = 0
    for table, scores in measured().items():
        unknown = set(floors[table]) - set(scores)
        for name in unknown:
            print(f"{table}: {name} has a floor but no score", file=sys.stderr)
        low += len(unknown)
        for name, score in scores.items():
            floor = floors[table].get(name)
            below = floor is not None and score < floor
            low += below
            print(
                f"{table:<9} {name:<44} {score:6.3f}"
                + ("" if floor is None else f"  floor {floor:.3f}")
                + "  TOO LOW" * below
            )
    return int(low > 0)


def _folders(place: Path) -> list[str]:
    """The annotated corpora in a folder."""
    return sorted(str(gold.parent) for gold in place.glob("*/gold.json"))


def _figures(*command: str | Path) -> Scores:
    done = _run([*map(str, command), "--json"])
    data = json.loads(done)
    wanted = ("precision", "recall", "f1", "line", "modality")
    groups = {name: part for name, part in data.items() if name != "by_attribute"}
    return {f"{name}.{key}": value for name, part in groups.items() for key, value in part.items() if key in wanted}


def _values() -> Scores:
    lines = _run([sys.executable, str(EVAL / "score_values.py")]).splitlines()
    rows = [re.match(r"(\S+) .*?(?:value|F1) (\d\.\d+)", line) for line in lines]
    return {row[1]: float(row[2]) for row in rows if row}


def _run(command: list[str]) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    sys.stderr.write(done.stderr)
    if done.returncode or "the command failed" in done.stderr:
        print(f"{' '.join(command)} failed", file=sys.stderr)
        sys.exit(2)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
