"""A key goes only where its owner sends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import UserError
from checker.readers.llm.places import place

HERE, THERE = "http://127.0.0.1:9/v1", "https://models.example/v1"


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_API_KEY", "fl-secret")
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)


@pytest.mark.parametrize(("url", "asked"), [(HERE, ()), ("http://localhost:1/v1", ()), (THERE, ("base-url",))])
def test_a_key_goes_to_this_machine_and_where_the_user_says(url: str, asked: tuple[str, ...]) -> None:
    assert place({"base-url": url}, "m", asked).key == "fl-secret"


@pytest.mark.parametrize("url", [THERE, "http://localhost.example/v1", "http://10.0.0.1/v1"])
def test_settings_alone_send_no_key_elsewhere(url: str) -> None:
    with pytest.raises(UserError, match="only the settings say"):
        place({"base-url": url}, "m", ("model",))


def test_the_environment_may_name_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", THERE)
    assert place({"base-url": THERE}, "m", ()).url == THERE


def test_without_a_key_nothing_can_leak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTLINT_API_KEY")
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    assert place({"base-url": THERE}, "m", ()).key == ""


def test_settings_cannot_pick_any_secret() -> None:
    with pytest.raises(UserError, match="has to end in API_KEY"):
        place({"key-env": "AWS_SECRET_ACCESS_KEY", "base-url": HERE}, "m", ())


def test_the_command_says_so_in_one_line(factlint, source: Path) -> None:  # type: ignore[no-untyped-def]
    (source.parent / "factlint.toml").write_text(f"[readers.llm]\nmodel = 'm'\nbase-url = '{THERE}'\n")
    done = factlint("check", ".", "--reader", "llm")
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "models.example" in done.stderr
