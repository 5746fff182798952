"""What gating one new source costs as the corpus grows: ``python -m tests.benchmarks.gate [SOURCES …]``.

Sources are made by a program, with a realistic skew: a few subjects have very many claims, most have one or two. Their claims
are written into the ledger without reading prose (which is measured elsewhere); the new source is prose of 1,000 words, read
by the command itself. Printed for each size: the median time of the whole command, of a bare start, the difference, the
same in processor time (which says more on a machine that has other things to do), memory. ``KEEP`` keeps the folder.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from unittest import mock

import checker
from checker import intake, pipeline
from checker.config import Settings
from checker.engine import extraction
from tests.gate import spoken

GIVEN = "Ana Bo Cem Dora Eva Finn Gus Hana Ida Jon Kai Lea Max Nia Ole Pia Quin Rosa Sam Tove Uma Vik Wren Xia Yan Zoe John Mary Li Omar".split()
STEMS = "al ber cor dan el far gor hel in jor kan lor mar nor ost pel quin ros sal tor ul ver wes yor zel".split()
ENDS = "berg dal feld gren holm ida jan kov lund mann nes olm quist rup sen ton uld vik well zen".split()
KINDS = "Robotics Energy Foods Shipping Bank Labs Media Motors Press Systems Works Capital".split()
POSTS = [
    "Chief Executive",
    "Finance Director",
    "Director of Research",
    "Senior Director of Research",
    "Head of Sales",
    "Engineer",
]
FILLER = "The harbour was quiet that week and the ferries ran on time while people talked about the weather and the price of bread. "
RUNS = 9
PLAIN = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as it is installed
PLAIN["PYTHONPATH"] = str(
    Path(checker.__file__).parent.parent
)  # the code that made the ledger: others' readings are stale


def person(rank: int) -> str:
    return f"{GIVEN[rank % len(GIVEN)]} {surname(rank // len(GIVEN))}"


def surname(n: int) -> str:
    name = STEMS[n % len(STEMS)] + ENDS[n // len(STEMS) % len(ENDS)]
    rest = n // (len(STEMS) * len(ENDS))
    while rest:
        name = STEMS[rest % len(STEMS)] + name
        rest //= len(STEMS)
    return name.capitalize()


def company(rank: int) -> str:
    return f"{surname(rank // len(KINDS) * 7 + 3)} {KINDS[rank % len(KINDS)]}"


def employer(who: int) -> str:
    """Each works somewhere, the most written of at the most written of."""
    return company(who // 2)


def skewed(chance: random.Random, most: int) -> int:
    """A rank by Zipf's law: the first of 100,000 comes up in about one of twelve draws."""
    return min(int(most ** chance.random()) - 1, most - 1)


def text(chance: random.Random, size: int) -> str:
    """A made source: six claims, one of them in ten at odds with what others say."""
    lines = [f"published: 20{chance.randint(15, 25)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"]
    for _ in range(3):
        who, where = skewed(chance, size // 3 + 10), skewed(chance, size // 8 + 10)
        odd = chance.random() < 0.1
        lines.append(f"person|{person(who)}|title|title|{POSTS[(who + odd) % len(POSTS)]}|{employer(who)}|current")
        lines.append(f"organization|{company(where)}|headcount|quantity|{100 + where % 900 + 300 * odd}||")
    return "\n".join(lines) + "\n"


def new_source() -> str:
    """1,000 words of prose, with claims on the most written of, on the middle and on somebody new."""
    told = [
        f"{person(0)} is Head of Sales at {employer(0)}.", f"{company(0)} has 7,000 employees.", f"{company(1)} employs 6,500 people.",
        f"{person(40)}, Finance Director of {employer(40)}, spoke on Monday.", f"{company(700)} has 3,400 employees.",
        "Ragnhild Uvdal was appointed Chief Executive of Tarn Aquaculture in March 2024.",
    ]  # fmt: skip
    parts = [" ".join([FILLER * 7, sentence]) for sentence in told]
    return "\n\n".join(parts) + "\n"


def fill(folder: Path, size: int) -> float:
    """The corpus of a size, and its ledger; the seconds that the ledger took."""
    chance = random.Random(size)
    for n in range(size):
        place = folder / "corpus" / f"{n // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{n:06}.txt").write_text(text(chance, size), encoding="utf-8")
    (folder / "new.md").write_text(new_source(), encoding="utf-8")
    began = time.perf_counter()
    settings = Settings()
    rules = pipeline.load_packs(settings)
    request = pipeline.Request(("corpus",))
    memory = pipeline.remember(request, settings, rules)
    memory.hold(request.paths)
    with mock.patch.object(extraction, "reader", spoken.reader):
        for _ in pipeline.files(intake.listing(request.paths, settings), "text", rules, intake.silent, memory):
            pass
    assert not memory.notes, memory.notes
    return time.perf_counter() - began


def seconds(words: list[str], found: int = 0) -> tuple[float, float]:
    """Wall and processor time of the command, which has to exit with what it ``found``."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-m", "checker", *words], capture_output=True, check=False, env=PLAIN)
    if done.returncode != found:
        raise SystemExit(f"exit code {done.returncode}: {done.stdout.decode()} {done.stderr.decode()}")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, spent


def megabytes(words: list[str]) -> float:
    """The most memory that the command held."""
    code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    done = subprocess.run(
        [sys.executable, "-c", code, sys.executable, "-m", "checker", *words],
        capture_output=True,
        check=True,
        env=PLAIN,
    )
    return int(done.stdout) / (1 if sys.platform == "darwin" else 1024) / (1024 if sys.platform == "darwin" else 1)


def measure(size: int) -> tuple[list[float], float, int]:
    """Whole, start and difference in milliseconds of wall and of processor time, memory in MB, bytes of the ledger."""
    folder, before = Path(tempfile.mkdtemp()), os.getcwd()
    try:
        os.chdir(folder)
        sys.stderr.write(f"{size:,} sources: ledger made in {fill(folder, size):.0f} s\n")
        words = ["gate", "new.md", "--against", "corpus", "--scan", "quick"]
        seconds(words, found=1)
        gates, starts = [], []
        for n in range(RUNS):  # each time a source that was never read before
            (folder / "new.md").write_text(f"{new_source()}\nLetter {n}.\n", encoding="utf-8")
            gates.append(seconds(words, found=1))  # it conflicts with what is known
            starts.append(seconds(["--version"]))
        times: list[float] = []
        for whole, start in zip(zip(*gates, strict=True), zip(*starts, strict=True), strict=True):
            times += [1000 * statistics.median(whole), 1000 * statistics.median(start)]
            times.append(times[-2] - times[-1])
        return times, megabytes(words), os.stat(".factlint/ledger.sqlite").st_size
    finally:
        os.chdir(before)
        if not os.environ.get("KEEP"):
            shutil.rmtree(folder)
        else:
            sys.stderr.write(f"{folder}\n")


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or [2_000, 200_000]
    heads = ("gate ms", "start ms", "beyond ms", "gate cpu", "start cpu", "beyond cpu")
    print("  ".join([f"{'sources':>9}", *(f"{head:>10}" for head in heads), f"{'MB':>5}", f"{'ledger MB':>9}"]))
    for size in sizes:
        times, memory, ledger = measure(size)
        print(
            "  ".join([f"{size:>9,}", *(f"{t:>10.0f}" for t in times), f"{memory:>5.0f}", f"{ledger / 1e6:>9.0f}"]),
            flush=True,
        )


if __name__ == "__main__":
    main()
