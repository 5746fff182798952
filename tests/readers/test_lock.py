"""Claims that are kept: the same without the network, corrected by hand, renewed where something changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.readers.conftest import CHIEF, FOUNDED, STAFF, TEXT, Run, claim
from tests.readers.provider import Provider

GOOD = {"claims": [FOUNDED, STAFF, CHIEF]}
OTHER = "Halden Robotics was founded in 2014.\n"
SECOND = {"claims": [claim("founded in 2014", "Halden Robotics", "founded_on", {"text": "2014", "edtf": "2014"})]}


def says(question):
    return GOOD if question.name == "halden.md" else SECOND


@pytest.fixture
def locked(factlint: Run, source: Path) -> Path:
    """Two sources and their lock, made by a model that is gone."""
    (source.parent / "other.md").write_text(OTHER)
    with Provider(says) as provider:
        done = factlint("lock", ".", "--reader", "llm", "--base-url", provider.url)
    assert done.returncode == 0, done.stderr
    return source.parent / "factlint.lock"


def lines(lock: Path) -> list[dict]:
    return [json.loads(line) for line in lock.read_text().splitlines()]


def change(lock: Path, attribute: str, **new: object) -> None:
    kept = [
        {**line, **new} if line.get("attribute") == attribute and line["source"] == "halden.md" else line
        for line in lines(lock)
    ]
    lock.write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in kept))


def claims(done) -> dict[str, dict]:
    return {c["attribute"]: c for c in json.loads(done.stdout)["claims"] if c["source"] == "halden.md"}


def test_a_line_a_claim_sorted_with_hash_reader_model_prompt_and_date(locked: Path) -> None:
    found = lines(locked)
    assert [(line["source"], line.get("line", 0)) for line in found] == sorted(
        (line["source"], line.get("line", 0)) for line in found
    )
    first = found[0]
    assert set(first) >= {"source", "sha256", "readers", "date"}
    assert first["readers"]["llm"]["model"] == "recorded" and len(first["readers"]["llm"]["prompt"]) == 16
    assert len(found) == 2 + 4


def test_the_same_bytes_with_the_network_gone(factlint: Run, source: Path) -> None:
    (source.parent / "other.md").write_text(OTHER)
    with Provider(says) as provider:
        online = factlint("check", ".", "--format", "json", "--reader", "llm", "--base-url", provider.url)
        factlint("lock", ".", "--reader", "llm", "--base-url", provider.url)
    offline = factlint("check", ".", "--format", "json", "--locked", key="")
    assert (online.returncode, offline.returncode) == (1, 1)
    assert offline.stdout == online.stdout
    assert offline.stderr == ""


def test_a_second_lock_reads_nothing_and_changes_nothing(factlint: Run, locked: Path) -> None:
    before = locked.read_bytes()
    with Provider(says) as provider:
        done = factlint("lock", ".", "--reader", "llm", "--base-url", provider.url)
        assert provider.seen == []
    assert done.stdout == f"{locked}: 0 files read, 2 as they were; nothing changed\n"
    assert locked.read_bytes() == before


def test_what_changed_fails_and_is_named(factlint: Run, locked: Path) -> None:
    (locked.parent / "other.md").write_text(OTHER + "\nMore.\n")
    (locked.parent / "third.md").write_text("Tern Maps employs 12 people.\n")
    done = factlint("check", ".", "--locked", key="")
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr == (
        f"factlint: {locked}: 2 sources without locked claims: other.md (changed since), third.md (not in it); "
        "run factlint lock\n"
    )
    assert factlint("gate", "third.md", "--locked", key="").returncode == 2


def test_without_a_lock_locked_fails(factlint: Run, source: Path) -> None:
    done = factlint("check", ".", "--locked", key="")
    assert done.returncode == 2 and "halden.md (not in it)" in done.stderr


def test_the_rest_is_read_by_rules(factlint: Run, locked: Path) -> None:
    (locked.parent / "third.md").write_text("Tern Maps was founded in 2011 and employs 12 people.\n")
    done = factlint("check", ".", "--format", "json", key="")
    readers = {c["source"]: c["reader"] for c in json.loads(done.stdout)["claims"]}
    assert readers == {"halden.md": "llm", "other.md": "llm", "third.md": "rules"}


def test_an_edited_claim_says_so_and_survives(factlint: Run, locked: Path) -> None:
    change(locked, "headcount", value={"kind": "quantity", "text": "340", "low": 340.0, "high": 345.0}, edited="Ana")
    found = claims(factlint("check", ".", "--locked", "--format", "json", key=""))
    assert found["headcount"]["reader"] == "llm (edited)" and found["headcount"]["value"]["high"] == 345
    (locked.parent / "halden.md").write_text("A new first line.\n\n" + TEXT)
    with Provider(says) as provider:
        done = factlint("lock", ".", "--reader", "llm", "--base-url", provider.url)
    assert done.returncode == 0, done.stderr
    found = claims(factlint("check", ".", "--locked", "--format", "json", key=""))
    assert found["headcount"]["reader"] == "llm (edited)" and found["headcount"]["value"]["high"] == 345
    assert found["headcount"]["line"] == 7
    assert found["founded_on"]["reader"] == "llm"
    assert len(found) == 3


def test_a_claim_struck_out_stays_out(factlint: Run, locked: Path) -> None:
    change(locked, "founded_on", struck="the year of another company")
    assert "founded_on" not in claims(factlint("check", ".", "--locked", "--format", "json", key=""))
    (locked.parent / "halden.md").write_text("A new first line.\n\n" + TEXT)
    with Provider(says) as provider:
        factlint("lock", ".", "--reader", "llm", "--base-url", provider.url)
        online = factlint("check", ".", "--format", "json", "--reader", "llm", "--base-url", provider.url)
    assert "founded_on" not in claims(online)
    assert [line["struck"] for line in lines(locked) if "struck" in line] == ["the year of another company"]


def test_struck_without_a_reason(factlint: Run, locked: Path) -> None:
    change(locked, "founded_on", struck="")
    done = factlint("check", ".", "--locked", key="")
    assert done.returncode == 2 and "factlint.lock:3: struck without a reason" in done.stderr


def test_an_edited_claim_whose_quote_is_gone_is_said(factlint: Run, locked: Path) -> None:
    change(locked, "headcount", value={"kind": "quantity", "text": "340", "low": 340.0, "high": 345.0})
    (locked.parent / "halden.md").write_text(TEXT.replace("employs 340 people", "is hiring"))
    done = factlint("check", ".", key="")
    assert "an edited claim is left out, its quote is gone: Halden Robotics: headcount" in done.stderr


@pytest.mark.parametrize("line", ["<<<<<<< ours", '{"source": "halden.md", "nonsense": 1}', "{", '"text"'])
def test_a_line_that_is_none(factlint: Run, locked: Path, line: str) -> None:
    locked.write_text(locked.read_text() + line + "\n")
    done = factlint("check", ".", "--locked", key="")
    assert done.returncode == 2 and "factlint.lock:7: " in done.stderr and "Traceback" not in done.stderr


def test_diff_shows_what_a_new_model_would_change(factlint: Run, locked: Path) -> None:
    before = locked.read_bytes()
    with Provider(lambda _: {"claims": [FOUNDED, STAFF]}) as provider:
        done = factlint(
            "lock", "halden.md", "--diff", "--reader", "llm", "--model", "newer", "--base-url", provider.url
        )
    assert done.stdout == "halden.md: - 3: Ingrid Solheim: title: chief executive (llm)\n"
    assert locked.read_bytes() == before


def test_a_source_that_is_gone_goes(factlint: Run, locked: Path) -> None:
    (locked.parent / "other.md").unlink()
    with Provider(says) as provider:
        factlint("lock", ".", "--reader", "llm", "--base-url", provider.url)
    assert {line["source"] for line in lines(locked)} == {"halden.md"}


def test_what_was_not_read_to_its_end_is_not_locked(factlint: Run, source: Path) -> None:
    (source.parent / "other.md").write_text(OTHER)
    with Provider(lambda q: GOOD if q.name == "halden.md" else "no") as provider:
        done = factlint("lock", ".", "--reader", "llm", "--base-url", provider.url)
    assert done.returncode == 2 and "other.md: not locked" in done.stderr
    assert {line["source"] for line in lines(source.parent / "factlint.lock")} == {"halden.md"}
