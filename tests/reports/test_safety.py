"""What stands in a source cannot steer, hide or become markup, in any format."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from checker.reports import FORMATS, render
from checker.reports.safety import markdown, plain, width
from tests.reports.made import report

HOSTILE = [
    "\x1b[31mred\x1b[0m", "\x1b]8;;http://evil.example\x07click\x1b]8;;\x07", "a\u202eb\u202c", "a\u2066b\u2069",
    "zero\u200bwidth",
    "back\x08space", "bell\x07", "next\x85line", "para\u2029graph", "tag\U000e0041s", "null\x00", "carriage\rreturn",
]  # fmt: skip


def rendered(text: str) -> str:
    """What a reader sees of one cell, as a Markdown renderer (with tables and raw HTML on) shows it."""
    tokens = (
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(f"| a |\n|---|\n| {text} |\n")
    )
    inline = [t for t in tokens if t.type == "inline"][-1]
    assert [t.type for t in tokens].count("td_open") == 1, "the text broke out of its cell"
    kinds = {child.type for child in inline.children or []}
    assert kinds <= {"text", "text_special"}, f"the text became markup: {kinds}"
    return "".join(child.content for child in inline.children or [])


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_no_control_or_hidden_character_is_written(text: str, form: str) -> None:
    shown = render(report(f"Ada {text} was Senior Director of Looms"), form)
    left = {c for c in shown if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")} - {"\n"}
    assert not left


@given(st.text(max_size=60))
def test_plain_is_one_printable_line(text: str) -> None:
    shown = plain(text)
    assert not {unicodedata.category(c) for c in shown if c != "\n"} & {"Cc", "Cs", "Zl", "Zp"}
    assert "\n" not in shown


@given(st.text(st.sampled_from(list("ab1 *_`[]()<>#|~!&@\\-+.:/=$^{}\"'")), min_size=1, max_size=40))
def test_markdown_shows_the_text_as_it_stands(text: str) -> None:
    assert rendered(markdown(text)) == plain(text).strip()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "![x](http://e.example/p.png)",
        "[a](javascript:1)",
        "a | b",
        "`c`",
        "&lt;b&gt;",
        "**b**",
    ],
)
def test_markdown_neutralises_known_attacks(text: str) -> None:
    assert rendered(markdown(text)) == text


@pytest.mark.parametrize(
    "text", ["see http://evil.example/x", "see https://evil.example", "www.evil.example", "@everyone"]
)
def test_markdown_makes_no_link_by_itself(text: str) -> None:
    assert not any(bait in markdown(text) for bait in ("://", "www.", "@"))


@pytest.mark.parametrize("form", FORMATS)
def test_a_lone_surrogate_is_written_as_something(form: str) -> None:
    assert render(report("Ada \ud800 was Senior Director of Looms"), form).encode("utf-8")


def test_json_carries_hostile_text_unchanged() -> None:
    quote = "Ada \x1b[31m\u202e<script> was Senior Director of Looms"
    quotes = {claim["quote"] for claim in json.loads(render(report(quote), "json"))["claims"]}
    assert quote in quotes


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("東京", 4), ("e\u0301", 1), ("", 0)])
def test_width_counts_terminal_columns(text: str, columns: int) -> None:
    assert width(text) == columns
