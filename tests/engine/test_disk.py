"""A check of more claims than memory holds is the check of memory, byte for byte, and its work grows as the claims do."""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from unittest import mock

import pytest

from checker import cli, contract, entities, pipeline, streamed
from checker.cli.check import deliver_parts
from checker.config import Settings
from checker.engine.disk import comparing, scratch, spellings
from checker.entities import Known
from checker.reports import render
from checker.values.names import fold
from tests.benchmarks.claims import hot, lines
from tests.benchmarks.news import articles

ROOT = Path(__file__).parent.parent.parent
OWN = ROOT / "tests" / "corpora"
FORMS = ("text", "json")
LIMIT = 250_000_000  # bytes of address space: held in memory, these claims take more


def streamed_report(request: pipeline.Request, out: Path, settings: Settings | None = None) -> list[bytes]:
    shows = [streamed.Shown(form) for form in FORMS]
    with streamed.check(request, settings or Settings(ledger=False), shows, verbose=True) as made:
        for number, form in enumerate(FORMS):
            deliver_parts(made.parts(number), str(out / form))
    return [(out / form).read_bytes() for form in FORMS]


def held_report(request: pipeline.Request, settings: Settings | None = None) -> list[bytes]:
    report = pipeline.check(request, settings or Settings(ledger=False))
    return [render(report, form, verbose=True).encode("utf-8", "replace") for form in FORMS]


def written(file: Path, made: Iterable[bytes]) -> Path:
    with file.open("wb") as out:
        out.writelines(made)
    return file


def command(claims: Path, *words: str, limit: int = 0) -> subprocess.CompletedProcess[bytes]:
    def limited() -> None:
        if limit:
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

    whole = [sys.executable, "-m", "checker", "check", "--claims", str(claims), "--fail-on", "never", *words]
    return subprocess.run(whole, cwd=ROOT, capture_output=True, check=False, preexec_fn=limited)


@pytest.mark.skipif(sys.platform != "linux", reason="limits the address space as Linux does")
def test_many_claims_in_little_memory(tmp_path: Path) -> None:
    claims = written(tmp_path / "claims.jsonl", lines(50_000))
    disk = command(claims, "--engine", "disk", "--format", "json", limit=LIMIT)
    assert disk.returncode == 0, disk.stderr.decode()
    assert command(claims, "--format", "json", limit=LIMIT).returncode != 0  # it is a limit
    assert disk.stdout == command(claims, "--format", "json").stdout


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is read in the own corpora and in some articles, as ``factlint claims`` writes it."""
    folder = tmp_path_factory.mktemp("read")
    for number, text in enumerate(articles(60_000)):
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    words = ["claims", str(folder), str(OWN), "--format", "jsonl", "--sources"]
    done = subprocess.run([sys.executable, "-m", "checker", *words], cwd=ROOT, capture_output=True, check=True)
    return written(folder / "claims.jsonl", [done.stdout])


@pytest.mark.parametrize("crowd", [comparing._CROWD, 3])
def test_claims_of_prose(tmp_path: Path, read: Path, crowd: int) -> None:
    request = pipeline.Request(claims=str(read))
    with mock.patch.object(comparing, "_CROWD", crowd), mock.patch.object(comparing, "_BATCH", 70):
        assert streamed_report(request, tmp_path) == held_report(request)


def test_sources_of_all_kinds(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for number, text in enumerate(articles(8_000)):
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    (folder / "broken.jsonl").write_text(
        '{"id": "a", "text": "Ana Ruiz is Chief Executive of Tarn Foods."}\n{"id":\n', encoding="utf-8"
    )
    (folder / "odd\udce9.md").write_text("# Note\n\nTarn Foods has 400 employees.\n", encoding="utf-8")
    request = pipeline.Request((str(folder), "missing.md"))
    assert streamed_report(request, tmp_path) == held_report(request)


def test_rules_over_organizations_and_what_is_selected(tmp_path: Path) -> None:
    from tests.engine.test_spark import PACK

    pack = tmp_path / "counted.yaml"
    pack.write_text(PACK, encoding="utf-8")
    request = pipeline.Request(claims=str(written(tmp_path / "claims.jsonl", lines(3_000))))
    settings = Settings(ledger=False, rules=(str(pack),), ignore=("headcount",))
    found = held_report(request, settings)
    assert b"X900" in found[0] and b"headcount" not in found[0]
    assert streamed_report(request, tmp_path, settings) == found


def guessed(count: int, bodies: int) -> Iterator[bytes]:
    """Claims of a number of sources about a number of bodies, of many of which it is inferred of whom they speak."""
    chance = random.Random(count)
    for number in range(count):
        name = f"{'The ' * chance.randint(0, 1)}{chance.choice(('Tarn', 'Mill', 'Loom'))} {chance.randint(1, bodies)} Foods"
        about = [
            {"subject": {"name": name, "type": chance.choice(("organization", "organization", "product"))},
             "attribute": "headcount", "value": {"kind": "quantity", "text": "40", "low": 40, "high": 40}},
            {"subject": {"name": "Ana Ruiz", "type": "person"}, "attribute": "employer",
             "value": {"kind": "organization", "text": name}},
            {"subject": {"name": "Ana Ruiz", "type": "person"}, "attribute": "title", "qualifiers": {"organization": name},
             "value": {"kind": "title", "text": chance.choice(("Director", "Engineer"))}},
        ]  # fmt: skip
        place = {"source": f"{chance.randint(1, count // 4)}.md", "line": number + 1}
        sure = {} if number % 3 else {"confidence": chance.choice((0.5, 0.75, 0.76))}
        yield json.dumps({**chance.choice(about), **place, **sure}).encode() + b"\n"


@pytest.mark.parametrize(("count", "bodies"), [(8, 3), (300, 30), (1_500, 400)])
@pytest.mark.parametrize("given", [False, True])
def test_what_is_not_believed(tmp_path: Path, count: int, bodies: int, given: bool) -> None:
    file = tmp_path / "known.yaml"
    file.write_text("entities: [{name: Tarn 1 Foods, aliases: [Mill 2 Foods, Loom 3 Foods]}]\n", encoding="utf-8")
    request = pipeline.Request(claims=str(written(tmp_path / "claims.jsonl", guessed(count, bodies))))
    chosen = Settings(ledger=False, entities=str(file) if given else "")
    found = held_report(request, chosen)
    assert (b"not believed" in found[0]) == (count > 8)
    with mock.patch.object(comparing, "_BATCH", 70), mock.patch.object(comparing, "_NAMES", 20):
        assert streamed_report(request, tmp_path, chosen) == found


@pytest.mark.parametrize("at_hand", [spellings._HELD, 1])
def test_names_are_those_of_memory(read: Path, at_hand: int) -> None:
    claims = contract.read_claims(read.read_bytes(), str(read))[1]
    first = claims[0].subject.name
    known = Known(aliases={fold(first): "Halden Works"}, types={"Halden Works": "team"})
    told = scratch.Scratch(comparing.SCHEMA + spellings.SCHEMA)
    table, numbers = spellings.Spellings(told, known), {c.source: n for n, c in enumerate(claims)}
    with mock.patch.object(spellings, "_HELD", at_hand):
        for start in range(0, len(claims), 50):
            table.add(entities.gather(claims[start : start + 50]), numbers)
        names, types = table.naming()
    told.close()
    expected, _, kinds = entities.naming_of(entities.gather(claims), known)
    assert expected and (names, types) == (expected, kinds)


def test_ten_times_the_claims_of_one_thing_are_ten_times_the_work(tmp_path: Path) -> None:
    def work(count: int) -> int:
        claims = written(tmp_path / "claims.jsonl", hot(count))
        calls = 0

        def count_call(*_: object) -> None:
            nonlocal calls
            calls += 1

        with mock.patch.object(comparing, "_CROWD", 200):
            sys.setprofile(count_call)
            try:
                streamed_report(pipeline.Request(claims=str(claims)), tmp_path)
            finally:
                sys.setprofile(None)
        return calls

    work(100)  # what is loaded once
    assert work(20_000) < 12 * work(2_000)


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratchpad = tmp_path / "scratch"
    scratchpad.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratchpad))
    claims = written(tmp_path / "claims.jsonl", [*lines(50), b"{}\n"])
    assert cli.run(["check", "--claims", str(claims), "--engine", "disk"]) == 2
    assert not list(scratchpad.iterdir())
    written(claims, lines(50))
    assert cli.run(["check", "--claims", str(claims), "--engine", "disk", "--fail-on", "never"]) == 0
    assert not list(scratchpad.iterdir())


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (("--format", "html"), "text and json"),
        (("--claims", "c.jsonl"), "not both"),
        (("--reader", "llm"), "leave out --reader"),
        (("--lock", "a.lock"), "add --no-lock"),
        (("--statistics",), "leave it out"),
        (("--baseline", "b.jsonl"), "add --no-baseline"),
    ],
)
def test_what_does_not_fit(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    advice: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("Tarn Foods has 400 employees.\n", encoding="utf-8")
    assert cli.run(["check", "a.md", "--engine", "disk", *words]) == 2
    out, err = capsys.readouterr()
    assert not out and err.count("\n") == 1 and advice in err


def test_a_comment_that_leaves_findings_out_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(
        "Tarn Foods has 400 employees. <!-- factlint: ignore[headcount] counted twice -->\n", encoding="utf-8"
    )
    assert cli.run(["check", "a.md", "--engine", "disk"]) == 2
    assert "a.md:1: --engine disk knows no comments" in capsys.readouterr().err
