"""How a check grows with what it is given: bytes, files, patterns, cores, and texts made to be slow. CPU time, but for cores."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.benchmarks.news import articles
from tests.benchmarks.timing import check, medians

Row = tuple[str, str, str]
HEAD = ("given", "MB/s", "against the first")
_PACK = """pack: made{number}
attributes:
  made_title: {{subject: person, value: title, key: [organization], status: true}}
events:
{events}
"""
_EVENT = """  made{n}:
    slots: {{person: person, organization: organization, title: title, date: date}}
    clauses: ["{{person}} {verb} {{organization}} [as {{title}}] [{{date}}]"]
    claims: [{{attribute: made_title, subject: person, value: title, status: current}}]
"""
_VERBS = "join leave found run lead buy sell head advise chair".split()
_HOSTILE = {"capitals": "Ab Cd ", "digits": "12 345.6 ", "dots": "a. B. ", "triggers": "named chief executive of "}
LINE = 300_000


def rows(rounds: int = 3) -> list[tuple[str, list[Row]]]:
    """Tables by what grows."""
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        return [
            ("bytes", _against(_bytes(root), rounds)),
            ("files (400 KB in so many)", _against(_files(root), rounds)),
            ("patterns", _against(_patterns(root), rounds)),
            ("cores (by the clock)", _cores(root, rounds)),
            ("one line of 300 KB", _against(_hostile(root), 1)),
        ]


Jobs = dict[str, tuple[float, tuple[str, ...]]]  # name: MB, words


def _against(jobs: Jobs, rounds: int) -> list[Row]:
    speeds: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, (size, words) in jobs.items():
            speeds[name].append(size / check(*words)[0])
    found = medians(speeds)
    first = next(iter(found.values()))
    return [(name, f"{speed:.3f}", f"{speed / first:.2f}") for name, speed in found.items()]


def _written(folder: Path, texts: list[str]) -> tuple[float, tuple[str, ...]]:
    folder.mkdir()
    sizes = [(folder / f"{n:05}.txt").write_text(text, encoding="utf-8") for n, text in enumerate(texts)]
    return sum(sizes) / 1e6, (str(folder), "--jobs", "1")


def _bytes(root: Path) -> Jobs:
    return {
        f"{size // 1000:,} KB": _written(root / f"bytes{size}", articles(size)) for size in (40_000, 400_000, 1_200_000)
    }


def _files(root: Path) -> Jobs:
    texts = articles(400_000)
    parted = [texts, ["\n".join(texts[n::10]) for n in range(10)], [p for text in texts for p in text.split("\n\n")]]
    return {f"{len(some):,}": _written(root / f"files{len(some)}", some) for some in parted}


def _patterns(root: Path) -> Jobs:
    size, words = _written(root / "prose", articles(200_000))
    jobs: Jobs = {}
    for count in (40, 1000):
        verbs = [_VERBS[n] if n < len(_VERBS) else f"{_VERBS[n % len(_VERBS)]}ify{n}" for n in range(count)]
        pack = root / f"made{count}.yaml"
        events = "".join(_EVENT.format(n=n, verb=verb) for n, verb in enumerate(verbs))
        pack.write_text(_PACK.format(number=count, events=events), encoding="utf-8")
        jobs[f"{count:,}"] = size, (*words, "--no-shipped-rules", "--rules", str(pack))
    jobs["those that ship"] = size, words
    return jobs


def _cores(root: Path, rounds: int) -> list[Row]:
    size, (folder, *_) = _written(root / "cores", articles(800_000))
    speeds: dict[str, list[float]] = {"1 process": [], "2 processes": []}
    for _ in range(rounds):
        for name, values in speeds.items():
            values.append(size / check(folder, "--jobs", name[0])[1])
    found = medians(speeds)
    return [(name, f"{speed:.3f}", f"{speed / found['1 process']:.2f}") for name, speed in found.items()]


def _hostile(root: Path) -> Jobs:
    return {name: _written(root / name, [(text * (LINE // len(text) + 1))[:LINE]]) for name, text in _HOSTILE.items()}
