"""What each format's reader makes of the forms that real sources have."""

import gzip
from pathlib import Path

import pytest

from checker.errors import UserError
from checker.model import Block, Record, Skipped, Source, Table
from checker.sources import discover, read, read_text


def one(text: str, format: str, path: str = "a") -> Source:
    found = list(read_text(text, path, format))
    assert len(found) == 1 and isinstance(found[0], Source)
    return found[0]


def kinds(source: Source) -> list[tuple[str, str]]:
    return [(part.kind, part.text) for part in source.parts if isinstance(part, Block)]


def table(source: Source) -> Table:
    return next(part for part in source.parts if isinstance(part, Table))


def record(source: Source, kind: str) -> Record:
    return next(part for part in source.parts if isinstance(part, Record) and part.kind == kind)


def fields(found: Record) -> dict[str, str]:
    return {field.name: field.value.text for field in found.fields if isinstance(field.value, Block)}


def grid(rows: list[list[Block]]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows]


WRAPPED = """THE DAILY QUAY
Harbour, 9 October 2024

QUAY NAMES A NEW HEAD

The quay has named Ada Stone as its head, after a search that took the board
much of a year and many meetings, and which cost the quay some EUR
2.7 million. She begins on Monday.

1. Outline
   Name              Quay Works
   Head office       Hull

   --------------------------------
   Year              2023      2024
   --------------------------------
   Sales           38,910    41,260
   --------------------------------
"""


def test_wrapped_text_is_joined_and_structured() -> None:
    source = one(WRAPPED, "text")
    assert kinds(source) == [
        ("heading", "THE DAILY QUAY"),
        ("paragraph", "Harbour, 9 October 2024"),
        ("heading", "QUAY NAMES A NEW HEAD"),
        ("paragraph", "The quay has named Ada Stone as its head, after a search that took the board "
         "much of a year and many"
         " meetings, and which cost the quay some EUR 2.7 million. She begins on Monday."),
        ("heading", "1. Outline"),
    ]  # fmt: skip
    assert fields(record(source, "pairs")) == {"Name": "Quay Works", "Head office": "Hull"}
    assert grid(table(source).header) == [["Year", "2023", "2024"]]
    assert grid(table(source).rows) == [["Sales", "38,910", "41,260"]]
    assert (source.published, source.publisher, source.title) == (
        "2024-10-09",
        "THE DAILY QUAY",
        "QUAY NAMES A NEW HEAD",
    )


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("A title\n\nMay 2026\n\nProse follows here and goes on, as prose does.", "2026-05"),
        ("A title\n\nAM-1pub22 May 2026rev23 May 2026read8 min\n\nProse follows here.", "2026-05-22"),
        ("Feed\n\n9/10 Industry 19 May 2026, 16:01 UTC\n\nSomebody joins somewhere\n\nProse.", "2026-05-19"),
        ("A title\n\nBRUSSELS, March 3, 2025 - The company said on Monday that it had closed the deal.", "2025-03-03"),
        ("A title\n\nPublished 2 June 2025 | Text: Desk\n\nProse.", "2025-06-02"),
        ("A title\n\nThe museum opened on 10 May 2025 after a long wait.", None),
        ("Museum opens on 10 May 2025\n\nIt was a fine day for everybody there.", None),
        ("A title\n\nIn May 2025, the museum opened.\n\nOn 3 May 2024, it had not.", None),
        ("A title\n\nROTTERDAM, March 12 (Wire) - Nobody knows the year.", None),
        ("A title\n\nProse about a thing.\n\nThis page was last changed on 21 September 2026, at 06:14.", "2026-09-21"),
        ("Accounts for the year ended 31 December 2024\n\nProse.", None),
    ],
)
def test_publication_dates_of_text(text: str, published: str | None) -> None:
    assert one(text, "text").published == published


def test_interviews_are_no_records() -> None:
    source = one("A talk\n\nANN: How long?\nBO: Two years, I think.\nANN: And then?\nBO: Then I left.\n", "text")
    assert next(text for kind, text in kinds(source) if kind == "paragraph") == "ANN: How long?"
    assert not any(isinstance(part, Record) for part in source.parts)


MARKDOWN = """---
title: "A deal"
date: 2025-03-10
tags: [a, b]
---

# A *deal* & more

**LEEDS, 9 March 2025.** One
paragraph with a [link](http://x.y/z) and `code`.[^1] <!-- no -->

- **Acme:** first
  and more
  1. inner

> A quote
> goes on

Round | Amount
------|-------:
Seed | **1.6**

[^1]: A note.

```
skipped
```
"""


def test_markdown() -> None:
    source = one(MARKDOWN, "markdown")
    assert kinds(source) == [
        ("heading", "A deal & more"),
        ("paragraph", "LEEDS, 9 March 2025. One paragraph with a link and code."),
        ("item", "Acme: first and more"),
        ("item", "inner"),
        ("quote", "A quote goes on"),
        ("paragraph", "A note."),
    ]
    item = next(part for part in source.parts if isinstance(part, Block) and part.kind == "item")
    assert item.lead and item.text[slice(*item.lead)] == "Acme:"
    linked = next(part for part in source.parts if isinstance(part, Block) and part.links)
    assert [(linked.text[a:b], to) for a, b, to in linked.links] == [("link", "http://x.y/z")]
    assert grid(table(source).header) == [["Round", "Amount"]] and grid(table(source).rows) == [["Seed", "1.6"]]
    assert [field.name for field in record(source, "front_matter").fields] == ["title", "date", "tags", "tags"]
    assert (source.title, source.published) == ("A deal", "2025-03-10")


def test_malformed_front_matter_is_read_in_part_and_said() -> None:
    source = one("---\ntitle: A deal\n\tbad: [1\ndate: 2025-03-10\n---\nText.\n", "markdown")
    assert source.published == "2025-03-10" and source.title == "A deal"
    assert source.notes and source.notes[0].line == 3


PAGE = """<!doctype html><html><head><title>A deal - The Post</title>
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "A deal",
 "datePublished": "2025-03-03T10:00",
 "publisher": {"@type": "Organization", "name": "The Post"}}, {"@type": "Person", "name": "Ann"}]}</script>
<meta name="description" content="Of &pound;3m"></head><body>
<div id="top"><a href="/">Home</a> | <a href="/n">News</a> <span>Tuesday, 4 March 2025</span></div>
<nav><ul><li>One<li>Two</ul></nav>
<header><h1>A deal</h1><p class="byline">By Ann Lee &middot; 3 March 2025</p></header>
<p>Acme &amp; Co paid
&pound;3m.<sup>1</sup>
<p>It <b>grew</b>.
<ul><li><b>1971</b> First store</li></ul>
<div class="box"><h4>Correction</h4><p>It was not Bcme.</p></div>
<aside><h3>Most read</h3><ul><li>Something else</li></ul></aside>
<table><caption>Sums</caption><thead>
<tr><th rowspan=2>Firm<th colspan=2>Sales</tr><tr><th>2023<th>2024</tr></thead>
<tr><td>Acme<td>1<td>2</table>
<dl><dt>Founded</dt><dd>1971</dd></dl>
<figure><img src=x><figcaption>Ann Lee in May</figcaption></figure>
<section class="comments"><p>first!</p></section>
<footer>&copy; 2025 The Post</footer></body></html>"""


def test_html() -> None:
    source = one(PAGE, "html")
    content = [(kind, text) for kind, text in kinds(source) if kind != "furniture"]
    assert content == [
        ("heading", "A deal"),
        ("paragraph", "By Ann Lee · 3 March 2025"),
        ("paragraph", "Acme & Co paid £3m."),
        ("paragraph", "It grew."),
        ("item", "1971 First store"),
        ("heading", "Correction"),
        ("paragraph", "It was not Bcme."),
        ("caption", "Ann Lee in May"),
    ]
    assert {"Most read", "Something else", "first!", "© 2025 The Post", "One"} <= {
        text for kind, text in kinds(source) if kind == "furniture"
    }
    found = table(source)
    assert grid(found.header) == [["Firm", "Sales", "Sales"], ["Firm", "2023", "2024"]] and grid(found.rows) == [
        ["Acme", "1", "2"]
    ]
    assert found.caption and found.caption.text == "Sums"
    assert fields(record(source, "pairs")) == {"Founded": "1971"}
    assert fields(record(source, "meta")) == {"description": "Of £3m"}
    assert [part.type for part in source.parts if isinstance(part, Record) and part.kind == "jsonld"] == [
        "NewsArticle",
        "Person",
    ]
    assert (source.published, source.publisher, source.title) == ("2025-03-03", "The Post", "A deal")


def test_entities_keep_their_place() -> None:
    source = one("<p>a &amp; b &eacute;c</p>", "html")
    block = next(source.blocks())
    assert block.text == "a & b éc"
    assert [source.raw[block.origin(at)] for at in range(len(block.text))] == ["a", " ", "&", " ", "b", " ", "&", "c"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimited(delimiter: str) -> None:
    rows = [["name", "sum", "note"], ["Acme", "3", '"a ""b""\nc"'], ["Bcme", "4", ""]]
    source = one("\n".join(delimiter.join(row) for row in rows) + "\n", "csv")
    assert grid(table(source).header) == [["name", "sum", "note"]]
    assert grid(table(source).rows) == [["Acme", "3", 'a "b" c'], ["Bcme", "4", ""]]


def test_broken_rows_are_filled_and_said() -> None:
    source = one("a,b,c\n1,2,3\n4,5\n6,7,8\n", "csv")
    assert grid(table(source).rows)[1] == ["4", "5", ""]
    assert [(note.line, "2 cells" in note.reason) for note in source.notes] == [(3, True)]


def test_json_lines_are_sources_of_their_own() -> None:
    text = (
        '{"id": "x", "title": "T", "text": "One.\\n\\n\\u00e9 two", "published": "2025-01-02", "url": "http://a.b"}\n'
    )
    text += '{oops\n{"id": "y", "text": "Z."}\n'
    found = list(read_text(text, "f.jsonl", "jsonl"))
    first, bad, second = found
    assert isinstance(first, Source) and isinstance(second, Source) and isinstance(bad, Skipped)
    assert (first.path, first.published, first.title, first.url) == ("f.jsonl#x", "2025-01-02", "T", "http://a.b")
    assert kinds(first) == [("heading", "T"), ("paragraph", "One."), ("paragraph", "é two")]
    block = [part for part in first.parts if isinstance(part, Block)][-1]
    assert first.raw[block.origin(0)] == "\\" and first.raw[block.origin(2)] == "t"
    assert bad.line == 2 and second.path == "f.jsonl#y" and first.sha256 != second.sha256


def test_json_tables_records_and_linked_data() -> None:
    assert grid(table(one('[{"a": 1, "b": null}, {"a": 2, "b": "x"}]', "json")).rows) == [["1", ""], ["2", "x"]]
    assert fields(record(one('{"name": "Acme", "size": {"n": 3}}', "json"), "json")) == {"name": "Acme"}
    assert (
        record(one('{"@context": "https://schema.org", "@type": "Person", "name": "Ann"}', "json"), "jsonld").type
        == "Person"
    )
    assert list(read_text('{"a": ', "f", "json")) == [Skipped("f", 1, "not JSON: it ends too early (column 7)")]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Karpathy\u0e42s 2,300\u0e425,000", "Karpathy’s 2,300–5,000"),
        ("itâ€™s â€œsoâ€\x9d â€“ Ã©tÃ© Â£3", "it’s “so” – été £3"),
        ("itâ\x80\x99s", "it’s"),
        ("it‚Äôs caf√©", "it’s café"),
        ("so\u00adft\u200b", "soft"),
        ("Ãgua, âge, Äpfel, โรงเรียน", "Ãgua, âge, Äpfel, โรงเรียน"),
    ],
)
def test_damaged_characters(raw: str, shown: str) -> None:
    source = one(f"It says {raw} here.", "text")
    block = next(source.blocks())
    assert block.text == f"It says {shown} here."
    assert source.raw[block.origin(len(block.text) - 5) :] == "here."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(
        "The café paid £3 to Łódź – no, to Gent.".replace("Łódź", "Köln" if encoding == "cp1252" else "Łódź").encode(
            encoding
        )
    )
    found = list(read(str(path)))
    assert isinstance(found[0], Source) and found[0].raw.startswith("The café paid £3 to ")


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\x7fELF\0\0\1", gzip.compress(b"x", mtime=0), b"%PDF-1.7 x"])
def test_what_is_no_text_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert [type(found) for found in read(str(path))] == [Skipped]


def test_missing_paths_are_the_users_error(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such file"):
        list(read("nowhere.txt", root=str(tmp_path)))
    with pytest.raises(UserError, match="no such file"):
        list(discover([str(tmp_path / "nowhere")], ()))


def test_discover_is_sorted_and_leaves_out(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "c.py", ".d.md", "sub/e.csv", "drafts/f.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = discover([str(tmp_path), str(tmp_path / "a.txt")], ["drafts"])
    assert [str(Path(path).relative_to(tmp_path)) for path in found] == ["a.txt", "b.md", "sub/e.csv"]


def test_dates_in_file_names_are_the_last_resort() -> None:
    assert one("Some prose that goes on.", "text", "x/2024-05-01-deal.txt").published == "2024-05-01"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("NORTH NEWSWIRE                              15-Feb-2024 08:42 CET", "2024-02-15"),
        ("ALDER HOUSE — CREDIT RESEARCH 20 June 2024 | Consumer health", "2024-06-20"),
        ("Company announcement no. 11/2023                     14 June 2023 Inside information", "2023-06-14"),
        ("Minutes of the 412th meeting of the Board, held in the Boardroom on Thursday 30 January 2025", "2025-01-30"),
        ("On 3 May 2024 the museum opened", None),
    ],
)
def test_dates_of_mastheads_and_minutes(line: str, published: str | None) -> None:
    from checker.sources.header import line_date

    found = line_date(line)
    assert (found[0] if found else None) == published
