"""The same readers from a program."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import api
from tests.readers.conftest import CHIEF, FOUNDED, STAFF, claim
from tests.readers.provider import KEY, Provider

LATER = claim("founded in 2014", "Halden Robotics", "founded_on", {"kind": "date", "text": "2014", "edtf": "2014"})
GOOD = {"claims": [FOUNDED, STAFF, CHIEF, LATER]}  # what is not in a source is refused there


@pytest.fixture
def folder(source: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(source.parent)
    monkeypatch.setenv("FACTLINT_API_KEY", KEY)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    return source.parent


def test_check_asks_the_readers_that_are_named(folder: Path) -> None:
    with Provider(lambda _: GOOD) as provider:
        options = {"llm": {"model": "m", "base-url": provider.url}}
        report = api.check(".", readers=("rules", "llm"), options=options)
    witnesses = {claim.attribute: claim.witnesses for claim in report.claims}
    assert witnesses["headcount"] == ("rules", "llm")


def test_gate_and_verify_ask_them_too(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    new = tmp_path_factory.mktemp("new") / "new.md"
    new.write_text("Halden Robotics was founded in 2014.\n")
    with Provider(lambda _: GOOD) as provider:
        options = {"llm": {"model": "m", "base-url": provider.url}}
        found = api.gate(str(new), against=".", readers="llm", options=options)
        asked = len(provider.seen)
        sheet = api.verify(str(new), against=".", readers="llm", options=options)
    assert asked == 2, "the known source and the new one"
    assert [finding.attribute for finding in found.findings] == ["founded_on"]
    assert {said.reader for said in found.claims} == {"llm"}
    assert [len(entry.contradicts) for entry in sheet.worksheet.entries] == [1]


def test_an_unknown_reader_and_a_missing_lock_are_user_errors(folder: Path) -> None:
    with pytest.raises(api.UserError, match="no reader 'llmm'; did you mean"):
        api.check(".", readers="llmm")
    with pytest.raises(api.UserError, match="factlint lock"):
        api.check(".", locked=True)
