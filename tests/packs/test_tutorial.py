"""The tutorial says what happens."""

from __future__ import annotations

import pytest

from tests import tutorial

TEXT = (tutorial.ROOT / "rules" / "TUTORIAL.md").read_text(encoding="utf-8")


def test_every_file_and_command_of_the_tutorial_gives_what_stands_there() -> None:
    assert tutorial.renewed(TEXT) == TEXT


def test_it_ends_with_examples_that_hold_and_conflicts_found() -> None:
    assert "7 of 7 examples of 3 rules hold\n```" in TEXT
    assert "2 conflicts (2 errors), 1 agreement" in TEXT
    assert "C102 error NTR-0417 is said to have ended before it began" in TEXT


def test_a_stale_output_or_a_broken_file_is_noticed() -> None:
    assert tutorial.renewed(TEXT.replace("6 of 7", "9 of 9")) == TEXT
    assert tutorial.renewed(TEXT.replace("310 participants", "400 participants", 1)) != TEXT
    with pytest.raises(ValueError, match="unknown key 'atributes'"):
        tutorial.renewed(TEXT.replace("\nattributes:", "\natributes:", 1))
