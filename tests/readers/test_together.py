"""Several readers: plug-ins, witnesses, comparison, costs, parts, Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Claim, Source, Span, Subject, Value
from checker.readers.llm.parts import parts
from checker.readers.llm.salvage import claims_in
from checker.readers.merge import merge
from checker.readers.quotes import Quotable
from checker.sources import read_text
from tests.readers.conftest import CHIEF, FOUNDED, STAFF, TEXT, Run, claim
from tests.readers.provider import KEY, Provider

GOOD = {"claims": [FOUNDED, STAFF, CHIEF]}


def test_one_claim_with_two_witnesses(factlint: Run, source: Path) -> None:
    with Provider(lambda _: GOOD) as provider:
        done = factlint("claims", ".", "--reader", "rules,llm", "--base-url", provider.url, "--format", "json")
    found = json.loads(done.stdout)["claims"]
    staff = [c for c in found if c["attribute"] == "headcount"]
    assert len(staff) == 1 and staff[0]["witnesses"] == ["rules", "llm"]
    assert [c for c in found if "witnesses" not in c]


def test_compare_shows_what_each_found_alone(factlint: Run, source: Path) -> None:
    own = claim(
        "led by Fjord Capital",
        "Halden Robotics",
        "lead_investor",
        {"text": "Fjord Capital"},
        qualifiers={"round": "Series B"},
    )
    mine = claim(
        "Halden Robotics names new chief executive",
        "Halden Robotics",
        "headquarters",
        {"kind": "place", "text": "Oslo"},
    )
    with Provider(lambda _: {"claims": [FOUNDED, own, mine]}) as provider:
        done = factlint("claims", ".", "--compare", "rules", "llm", "--base-url", provider.url)
    assert done.returncode == 0, done.stderr
    assert "halden.md: 2 by both" in done.stdout
    assert ": Halden Robotics: headcount: 340" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("all: 2 by both, ")


@pytest.mark.parametrize("words", [["--reader", "lm"], ["--model", "x"], ["--reader", "llm", "--price", "a"],
                                   ["--reader", "llm", "--max-cost", "-1"], ["--reader", "llm", "--max-cost", "1"]])  # fmt: skip
def test_what_is_asked_wrongly_is_one_line(factlint: Run, source: Path, words: list[str]) -> None:
    done = factlint("check", ".", *words)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.startswith("factlint: ") and done.stderr.count("\n") == 1


def test_nothing_is_sent_unless_asked_for(factlint: Run, source: Path) -> None:
    with Provider(lambda _: GOOD) as provider:
        (source.parent / "factlint.toml").write_text(f"[readers.llm]\nmodel = 'm'\nbase-url = '{provider.url}'\n")
        assert factlint("check", ".").returncode == 0
        assert provider.seen == []


def test_an_estimate_above_the_limit_sends_nothing(factlint: Run, source: Path) -> None:
    with Provider(lambda _: GOOD) as provider:
        done = factlint(
            "check", ".", "--reader", "llm", "--base-url", provider.url, "--price", "1,2", "--max-cost", "0.0001"
        )
        assert provider.seen == []
    assert done.returncode == 2 and "more than --max-cost 0.0001" in done.stderr


def test_the_limit_holds_while_reading(factlint: Run, source: Path) -> None:
    for n in range(6):
        (source.parent / f"more{n}.md").write_text(TEXT)
    (source.parent / "factlint.toml").write_text("[readers.llm]\nmodel = 'm'\nworkers = 1\n")
    with Provider(lambda _: GOOD) as provider:  # an answer costs 6.0, more than is estimated
        words = ["--base-url", provider.url, "--price", "1000,10000", "--max-cost", "30"]
        done = factlint("check", ".", "--reader", "llm", *words)
        asked = len(provider.questions)
    cost = float(done.stderr.rpartition(", cost ")[2].split()[0])
    assert 1 <= asked < 7 and cost == 6 * asked <= 30, done.stderr
    assert done.returncode == 2
    assert done.stderr.count("llm: not read: --max-cost is reached") == 7 - asked


def test_an_answer_is_paid_for_once(factlint: Run, source: Path) -> None:
    with Provider(lambda _: GOOD) as provider:
        for _ in range(2):
            done = factlint("check", ".", "--reader", "llm", "--base-url", provider.url, "--price", "1,2")
        assert len(provider.seen) == 1
    assert "0 requests, 0 tokens sent, 0 answered, 1 answers from before, cost 0.0000" in done.stderr


def test_several_at_once_within_the_workers(factlint: Run, source: Path) -> None:
    for n in range(11):
        (source.parent / f"more{n}.md").write_text(TEXT)

    def slow(_):
        time.sleep(0.2)
        return GOOD

    (source.parent / "factlint.toml").write_text("[readers.llm]\nmodel = 'm'\nworkers = 3\n")
    with Provider(slow) as provider:
        done = factlint("claims", ".", "--reader", "llm", "--base-url", provider.url, "--format", "json")
        assert 2 <= provider.most_at_once <= 3
    assert len(json.loads(done.stdout)["claims"]) == 36


def test_ctrl_c_keeps_what_was_paid_for(source: Path) -> None:
    for n in range(30):
        (source.parent / f"more{n:02}.md").write_text(TEXT + f"\nNote {n}.\n")

    def slow(_):
        time.sleep(0.15)
        return GOOD

    with Provider(slow) as provider:
        command = [sys.executable, "-m", "checker", "lock", ".", "--reader", "llm", "--base-url", provider.url]
        env = {**os.environ, "FACTLINT_API_KEY": KEY}
        process = subprocess.Popen(
            command, cwd=source.parent, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        while len(provider.questions) < 6:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=40)
        asked = len(provider.questions)
        assert process.returncode == 130, said
        assert 6 <= asked < 31 and "Traceback" not in said
        kept = sum('"sha256"' in line for line in (source.parent / "factlint.lock").read_text().splitlines())
        answers = len(list((source.parent / ".factlint" / "answers").rglob("*.json")))
        assert kept >= asked - 4 and answers >= asked - 4
        again = subprocess.run(command, cwd=source.parent, env=env, capture_output=True, text=True, check=False)
        assert again.returncode == 0
        assert len(provider.questions) - asked == 31 - answers


PLUGIN = """
class Mine:
    name = "mine"
    workers = 2
    def stamp(self): return {"version": "7"}
    def expect(self, sources): pass
    def read(self, source):
        from checker.readers.interface import Outcome
        return Outcome([
            {"subject": {"name": "Halden Robotics", "type": "organization"}, "attribute": "headcount",
             "value": {"kind": "quantity", "text": "340", "low": 340, "high": 340}, "line": 5},
            {"attribute": "headcount"},
        ])
    def close(self): return []
def open_reader(options): return Mine()
"""


def test_a_plug_in(factlint: Run, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = source.parent / "lib"
    info = package / "mine-1.dist-info"
    info.mkdir(parents=True)
    (package / "mine.py").write_text(PLUGIN)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: mine\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[factlint.readers]\nmine = mine:open_reader\n")
    monkeypatch.setenv("PYTHONPATH", str(package))
    done = factlint("claims", "halden.md", "--reader", "mine", "--format", "json")
    assert [c["reader"] for c in json.loads(done.stdout)["claims"]] == ["mine"]
    assert "halden.md: 1 claim refused: 1 not a claim" in done.stderr
    assert "mine" in factlint("check", ".", "--reader", "min").stderr
    both = factlint("claims", "halden.md", "--reader", "rules", "--reader", "mine", "--format", "json")
    assert [c["witnesses"] for c in json.loads(both.stdout)["claims"] if "witnesses" in c] == [["rules", "mine"]]
    assert factlint("lock", "halden.md", "--reader", "mine").returncode == 0
    assert factlint("check", "halden.md", "--locked").returncode == 0


def test_claims_of_a_file_beside_the_sources(factlint: Run, source: Path) -> None:
    entry = {"source": "halden.md", "subject": {"name": "Halden Robotics", "type": "organization"}, "attribute": "headcount",
             "value": {"kind": "quantity", "text": "340", "low": 340, "high": 340}, "reader": "ana"}  # fmt: skip
    (source.parent / "mine.jsonl").write_text(json.dumps(entry) + "\n")
    done = factlint("check", "halden.md", "--claims", "mine.jsonl", "--format", "json")
    found = [c for c in json.loads(done.stdout)["claims"] if c["attribute"] == "headcount"]
    assert [c["witnesses"] for c in found] == [["rules", "ana"]]


def _source(text: str) -> Source:
    return next(item for item in read_text(text, "x.md", "markdown") if isinstance(item, Source))


@given(st.lists(st.text(alphabet="abc é’\t", min_size=1, max_size=60), min_size=1, max_size=40), st.integers(80, 400))
def test_parts_hold_every_line_and_overlap(lines: list[str], size: int) -> None:
    source = _source("\n\n".join(f"p{n} {line}" for n, line in enumerate(lines)))
    sent = parts(source, size, size // 4)
    for block in source.blocks():
        assert any(block.text in text for text in sent) or len(block.text) > size
    bodies = [text.partition("<document>\n")[2].rpartition("\n</document>")[0].split("\n") for text in sent]
    assert all(sum(len(line) + 1 for line in body) <= size + max(map(len, body)) + 8 for body in bodies)


@given(st.text(alphabet="ab “”’-– \n", min_size=1, max_size=80).map(lambda text: f"a{text}"), st.data())
def test_a_quote_is_found_where_it_was_taken(text: str, data: st.DataObject) -> None:
    source = _source(text)
    start = data.draw(st.integers(0, len(source.raw)))
    end = data.draw(st.integers(start, len(source.raw)))
    quote = source.raw[start:end]
    found = Quotable(source).find(quote)
    if quote.strip():
        assert found is not None and source.raw[found[0] : found[1]] == quote.strip()
    else:
        assert found is None


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ("“big” plans – now", '"big" plans - now'),
        ("a  b\nc", "a b c"),
        ("it’s", "it's"),
        ("bold move", None),
        ("x y", None),
    ],
)
def test_folded_quotes(quote: str, there: str | None) -> None:
    source = _source('He said "big" plans - now. Then a b c, and it\'s done.\n')
    found = Quotable(source).find(quote)
    assert (source.raw[found[0] : found[1]] if found else None) == there


def test_a_quote_without_its_markup() -> None:
    source = _source("She is **chief** *executive* of [Acme](http://a.example).\n")
    found = Quotable(source).find("chief executive of Acme")
    assert found is not None and source.raw[found[0] : found[1]].startswith("chief** *executive* of [Acme")


def _claim(name: str, value: str, reader: str, **qualifiers: str) -> Claim:
    return Claim(
        "c",
        "a.md",
        Span(1, 1, 1, 2),
        "q",
        Subject(name, "person"),
        "title",
        Value("title", value),
        qualifiers,
        reader=reader,
    )


@given(
    st.lists(
        st.tuples(st.sampled_from(["Ann Lee", "Lee", "Bo Kim"]), st.sampled_from(["CEO", "chief executive", "chair"]))
    )
)
def test_merging_a_list_with_itself_loses_and_adds_nothing(pairs: list[tuple[str, str]]) -> None:
    from checker import packs

    rules = packs.load([str(packs.shipped())])
    one = [_claim(name, value, "rules") for name, value in pairs]
    two = [_claim(name, value, "llm") for name, value in pairs]
    merged = merge([one, two], rules)
    assert len(merged) == len(one)
    assert {c.reader for c in merged} <= {"rules"}


@given(st.text())
def test_any_text_is_an_answer_or_a_fault(text: str) -> None:
    found, fault = claims_in(text)
    assert isinstance(found, list) and (fault or isinstance(found, list))


@given(st.integers(0, 400))
def test_an_answer_cut_anywhere_gives_what_was_whole(cut: int) -> None:
    whole = json.dumps({"claims": [{"n": n, "s": 'x{}[]\\"' * 3} for n in range(8)]})
    found, fault = claims_in(whole[: min(cut, len(whole) - 1)])
    assert fault and [entry["n"] for entry in found] == list(range(len(found)))
