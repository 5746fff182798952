"""The page as text: what stands in a source stays data, the policy fits what is in the page, the bytes are the same."""

from __future__ import annotations

import csv
import io
import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from checker.errors import UserError
from checker.reports import render
from checker.reports.html.markup import el
from checker.reports.show import find, render_show
from tests.reports_html.made import ADA, many, report

HOSTILE = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", '" onmouseover="alert(1)',
    "<a href='javascript:alert(1)'>x</a>", "</noscript></style></title><b>", "<!-- ", "]]>", "\u202eevil\u202c", "&lt;b&gt;",
]  # fmt: skip


class Tags(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_quote_makes_no_markup(text: str) -> None:
    plain = Tags(render(report("Ada x was Senior Director of Looms"), "html"))
    hostile = Tags(render(report(f"Ada {text} was Senior Director of Looms"), "html"))
    assert [tag for tag, _ in hostile.tags] == [tag for tag, _ in plain.tags]
    assert all(
        name in dict(other) for (_, ours), (_, other) in zip(hostile.tags, plain.tags, strict=True) for name in ours
    )
    links = [a["href"] for tag, a in hostile.tags if "href" in a]
    assert links and all(str(link).startswith("#") for link in links)


def test_no_character_that_hides_or_reorders_is_written() -> None:
    page = render(report("Ada \u202ewas\u2066 \x00 Senior Director of Looms \u200b"), "html")
    assert not re.search("[\x00\u202a-\u202e\u2066-\u2069\u200b]", page)
    assert "&lt;U+202E&gt;" in page


def test_the_policy_allows_the_pages_own_style_and_script_alone() -> None:
    page = render(report(), "html")
    policy = next(a["content"] or "" for tag, a in Tags(page).tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy
    for tag in ("style", "script"):
        (held,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.S)
        assert f"{tag}-src 'sha256-{b64encode(sha256(held.encode()).digest()).decode()}'" in policy
    assert not [a for _, a in Tags(page).tags if "style" in a or "src" in a or any(name.startswith("on") for name in a)]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert [render(report(), form) for form in ("html", "csv", "jsonld")] == [
        render(report(), form) for form in ("html", "csv", "jsonld")
    ]


def test_ids_are_each_there_once_and_every_link_leads_somewhere() -> None:
    tags = Tags(render(report(), "html")).tags
    ids = [a["id"] for _, a in tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert {str(a["href"])[1:].split("&")[0] for tag, a in tags if "href" in a} <= set(ids)


def test_huge_tokens_are_cut() -> None:
    assert len(render(report("Ada " + "x" * 300_000 + " was Senior Director of Looms"), "html")) < 150_000


def test_more_findings_than_are_laid_out_wait_as_text() -> None:
    page = render(many(300), "html")
    (waiting,) = re.findall('<noscript id="list-rest">(.*?)</noscript>', page, re.S)
    assert waiting.count("<article") == 180 and page.count("<article") == 300


def test_text_is_escaped_unless_it_is_markup() -> None:
    assert el("p", "<b>", el("b", "&"), title='"') == '<p title="&quot;">&lt;b&gt;<b>&amp;</b></p>'


def test_csv_has_a_row_for_each_claim_in_conflict_and_no_formula() -> None:
    text = render(report("=HYPERLINK(1) Senior Director of Looms"), "csv")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == 7
    assert [row["position"] for row in rows if row["attribute"] == "title"] == ["1", "1", "2"]
    assert any(row["quote"].startswith("'=HYPERLINK") for row in rows)
    assert {row["high"] for row in rows if row["value"] == "over £90m"} == {""}


def test_jsonld_refers_to_what_is_in_it() -> None:
    graph = json.loads(render(report(), "jsonld"))["@graph"]
    ids = [node["@id"] for node in graph]
    assert len(ids) == len(set(ids))
    assert {id_ for node in graph for id_ in _list(node.get("prov:wasDerivedFrom", []))} <= set(ids)
    assert sum("fl:Conflict" in node["@type"] for node in graph) == 3


def _list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


@pytest.mark.parametrize("name", ["Ada Byron", "ada", "byron", "Ada Biron", "Byron Ada"])
def test_a_subject_is_found_by_a_name_that_is_near(name: str) -> None:
    assert find(report(), name)[0].subject == ADA


def test_nobody_is_near_a_strange_name() -> None:
    assert find(report(), "Zebedee Quux")[0].score < 80


def test_show_puts_the_accounts_side_by_side() -> None:
    table = render_show(report(), ADA, "table", 120)
    assert "⚡ title" in table and "B: Senior Director" in table and "a.md" in table
    shown = json.loads(render_show(report(), ADA, "json"))
    assert [fact["disputed"] for fact in shown["facts"]] == [True, True]
    assert render_show(report(), ADA, "markdown").startswith("# Ada Byron\n")


def test_show_names_the_nearest_where_nobody_is_near(tmp_path: object) -> None:
    from checker.cli.show import _nearest

    with pytest.raises(UserError, match="the nearest"):
        _nearest(report(), "Zebedee Quux", quiet=True)
