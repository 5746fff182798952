"""What speaks for one position where neither authority nor the number of sources does."""

from __future__ import annotations

import pytest

from checker import findings, packs
from checker.findings.ties import with_support
from checker.model import Claim, Source
from tests.findings.made import claim, judged


def support(*claims: Claim, published: dict[str, str] | None = None) -> str:
    """Which position of the one conflict is best supported."""
    days = published or {}
    sources = [Source(path=p, format="text", sha256="", raw="", parts=[], published=day) for p, day in days.items()]
    found = with_support(judged(*claims, published=published), packs.load(), sources)
    return next(f.support for f in found if f.verdict == "conflict")


def test_of_what_changes_the_source_published_last() -> None:
    ours = [claim("a.md", "headcount", "640", "North Works"), claim("b.md", "headcount", "480", "North Works")]
    days = {"a.md": "2026-03-01", "b.md": "2026-03-09"}
    assert support(*ours, published=days) == "best supported: 480 (published last: 2026-03-09 against 2026-03-01)"
    assert support(*ours, published={"a.md": "2026-03-01"}) == ""
    born = [claim("a.md", "birth_date", "1979-06-14"), claim("b.md", "birth_date", "1979-06-16")]
    assert support(*born, published=days) == ""


@pytest.mark.parametrize(
    ("attribute", "one", "other", "said"),
    [
        ("birth_date", "1980", "1979-06-14", "1979-06-14 (more precise: a day against a year)"),
        ("birth_date", "1980-03", "1979-06", ""),
        ("cost", "about $40 million", "$21,400,000", "USD 21.4 million (more precise: exact against about)"),
        ("headquarters", "Leeds", "Sheffield", ""),
    ],
)
def test_the_more_precise_one(attribute: str, one: str, other: str, said: str) -> None:
    found = support(claim("a.md", attribute, one, "X"), claim("b.md", attribute, other, "X"))
    assert found == (f"best supported: {said}" if said else "")


def test_numbers_come_before_precision() -> None:
    ours = [claim(source, "birth_date", "1980") for source in ("a.md", "b.md")]
    assert "most independent sources: 2 against 1" in support(*ours, claim("c.md", "birth_date", "1979-06-14"))


def test_estimates_reach_the_report() -> None:
    """A source that is right about five facts is believed on a sixth, against one that was wrong about them."""
    claims = [
        claim(source, "birth_date", "1970" if source != "wrong.md" else "1971", f"Person {n}")
        for n in range(6)
        for source in ("right.md", "other.md", "wrong.md")
    ]
    tie = [claim("right.md", "birth_date", "1950", "Last One"), claim("wrong.md", "birth_date", "1951", "Last One")]
    found = with_support(judged(*claims, *tie), packs.load(), [])
    (last,) = [f for f in found if f.subject.name == "Last One"]
    assert last.support.startswith("best supported: 1950 (sources that are right more often by estimate: ")
    assert findings.with_support is with_support
