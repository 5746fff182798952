"""Laws that hold for any text: every character has its place, and nothing raises."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Lines, Skipped, Source
from checker.sources import read, read_text
from checker.sources.spans import edited, joined, origin

FORMATS = ("text", "markdown", "html", "csv", "json", "jsonl")
_BITS = st.sampled_from(
    ["\n", "\n\n", "  ", "\t", "# ", "- ", "* ", "1. ", "> ", "| ", "|---|---|\n", "**", "_", "`", "[a](b)", "[^1]: ",
     "---\n", "===\n",
     "Key: value\n", ": ", "a", "Bo", "word ", "sentence ends.", "3 May 2025", "“x”", "é", "<p>", "</p>",
        "<table><tr><td>", "<td>", "<li>",
     "<h1>", "&amp;", "&eacute;", "<!--", "-->", "<script type='application/ld+json'>", "</script>",
        '{"a": ', '"', "}", "[", "]", ",", ";",
     "<b>", "<a href='x'>", "</a>", "<dl><dt>", "<dd>", "â€™", "\u0e42", "\u200b", "\r\n", "\r", "\\", "<", ">"]
)  # fmt: skip
TEXTS = st.lists(_BITS, max_size=40).map("".join) | st.text(max_size=200)


def sources(text: str, format: str) -> list[Source]:
    return [found for found in read_text(text, "a", format) if isinstance(found, Source)]


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(FORMATS))
def test_every_character_stands_in_the_file(text: str, format: str) -> None:
    for source in sources(text, format):
        for block in source.blocks():
            assert [at for at, _ in block.pieces] == sorted({at for at, _ in block.pieces})
            assert block.pieces[0][0] == 0
            for offset in range(len(block.text)):
                assert 0 <= block.origin(offset) < len(source.raw)
            for start, end in [block.lead] if block.lead else []:
                assert 0 <= start <= end <= len(block.text)
            for start, end, _ in block.links:
                assert 0 <= start <= end <= len(block.text)


PLAIN = TEXTS.filter(
    lambda text: (
        not set(text) & set("&\\\u0e42\u200bâ\ufffd\xad") and not any(0x80 <= ord(char) < 0x300 for char in text)
    )
)


@settings(max_examples=400, deadline=None)
@given(PLAIN, st.sampled_from(("text", "markdown", "html")))
def test_undecoded_characters_are_their_own(text: str, format: str) -> None:
    for source in sources(text, format):
        for block in source.blocks():
            for offset, char in enumerate(block.text):
                raw = source.raw[block.origin(offset)]
                assert raw == char or (char == " " and (raw.isspace() or raw in "<")) or char == " ", (raw, char)


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=400) | TEXTS.map(lambda text: text.encode("utf-8", "ignore")),
    st.sampled_from([".txt", ".md", ".html", ".csv", ".json", ".jsonl", ".x"]),
)
def test_no_bytes_raise(tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str) -> None:
    path = Path(tmp_path_factory.getbasetemp()) / f"any{ending}"
    path.write_bytes(data)
    found = list(read(str(path)))
    assert found, "nothing may be lost silently"
    assert all(isinstance(each, Source | Skipped) for each in found)


@given(st.text(alphabet="ab\n\r", max_size=80), st.integers(0, 79))
def test_lines_count_as_split_does(raw: str, offset: int) -> None:
    offset = min(offset, len(raw))
    before = raw[:offset].split("\n")
    assert Lines(raw).place(offset) == (len(before), len(before[-1]) + 1)


@given(
    st.text(alphabet="abc ", min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 3), st.text(alphabet="xy", max_size=2)), max_size=5),
)
def test_edits_keep_the_rest_in_place(text: str, wanted: list[tuple[int, int, str]]) -> None:
    edits, done = [], 0
    for start, size, instead in sorted(wanted):
        if done <= start and start + size < len(text):
            edits.append((start, start + size, instead))
            done = start + size + 1
    new, pieces = edited(text, ((0, 100),), edits)
    for offset, char in enumerate(new):
        if char not in "xy":
            assert text[origin(pieces, offset) - 100] == char


@given(st.lists(st.text(alphabet="ab-", min_size=1, max_size=6), min_size=1, max_size=5))
def test_joined_lines_keep_their_characters(lines: list[str]) -> None:
    text, at, spans = "\n".join(lines), 0, []
    for line in lines:
        spans.append((at, at + len(line)))
        at += len(line) + 1
    new, pieces = joined(text, spans)
    assert [text[origin(pieces, offset)] for offset, char in enumerate(new) if char != " "] == [
        char for char in new if char != " "
    ]


HOSTILE = ["(", "<", "<a ", "<!--", '<a "', "<script>", "[", "![", "](", "`", "*", "**a", "_", "|", "- ", "> ",
        "A", "9", ".", "&", "\\", '"', '",', "{", '{"a":', "<table>",
           "<td>", "<div>", "<p><b>", ": ", "a: b ", " ", "\t", "\n", "| a |\n", "a  b\n", "â", "\u0e42",
        "---\n", "Key: v\n", "1. a\n", "<dl><dt>", "a,", ")", "May 2025, "]  # fmt: skip


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("bit", HOSTILE)
def test_hostile_text_takes_linear_time(bit: str, format: str) -> None:
    text = bit * (300_000 // len(bit))
    start = time.process_time()  # of this process alone: others may be at work beside it
    list(read_text(text + "x", "a", format))
    assert time.process_time() - start < 4
