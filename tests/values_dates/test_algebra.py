"""Laws of comparing dates, and the arithmetic of EDTF intervals."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import UserError
from checker.model import Value
from checker.values.dates import after, before, canonical, compare, interval, recognise, resolve


def value(edtf: str) -> Value:
    return Value("date", edtf, edtf=edtf)


DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))
POINTS = st.builds(
    lambda day, size, mark: day.isoformat()[:size] + mark,
    DAYS,
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "", "~"]),
)


@st.composite
def edtfs(draw: st.DrawFn) -> str:
    first, last = sorted((draw(POINTS), draw(POINTS)), key=lambda text: interval(text)[0] or date.min)
    if (interval(last)[1] or date.max) < (interval(first)[1] or date.min):
        first, last = last, first
    shown: str = draw(st.sampled_from([first, first, f"{first}/{last}", f"{first}/..", f"../{last}"]))
    return shown


EDTFS = edtfs()


@given(EDTFS)
def test_a_date_is_the_same_as_itself(edtf: str) -> None:
    assert compare(value(edtf), value(edtf)).verdict == "same"


@given(EDTFS, EDTFS)
def test_comparing_is_symmetric(a: str, b: str) -> None:
    assert compare(value(a), value(b)).verdict == compare(value(b), value(a)).verdict


@given(EDTFS, EDTFS)
def test_same_is_equal_canonical_form(a: str, b: str) -> None:
    assert (compare(value(a), value(b)).verdict == "same") == (canonical(value(a)) == canonical(value(b)))


@given(EDTFS, DAYS)
def test_a_day_inside_is_never_different(edtf: str, day: date) -> None:
    low, high = interval(edtf)
    inside = (low is None or low <= day) and (high is None or day <= high)
    if inside:
        assert compare(value(edtf), value(day.isoformat())).verdict != "different"
    elif "~" not in edtf:
        assert compare(value(edtf), value(day.isoformat())).verdict == "different"


@given(EDTFS, EDTFS)
def test_before_and_after_answer_only_when_sure(a: str, b: str) -> None:
    assert before(a, b) == after(b, a)
    if before(a, b):
        assert compare(value(a), value(b)).verdict == "different"
        assert before(b, a) is False


@given(DAYS, DAYS)
def test_days_are_ordered_as_days(a: date, b: date) -> None:
    assert before(a.isoformat(), b.isoformat()) is (a < b)


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_a_user_error(text: str) -> None:
    try:
        low, high = interval(text)
    except UserError:
        return
    assert low is None or high is None or low <= high or "/" in text


@pytest.mark.parametrize(
    ("a", "b", "verdict", "reason"),
    [
        ("2018", "2018-04", "compatible", "2018 contains 2018-04"),
        ("2018-04", "2018-05", "different", "disjoint"),
        ("2025-01/2025-03", "2025-02-14", "compatible", "contains"),
        ("2025-01/2025-03", "2025-01-01/2025-03-31", "same", "same days"),
        ("2012~", "2013", "compatible", "about"),
        ("2012~", "2014", "different", "disjoint"),
        ("2024-10~", "2024-11-03", "compatible", "about"),
        ("2026-05-19~", "2026-05-20", "compatible", "about"),
        ("2019/..", "2024-03-01", "compatible", "contains"),
        ("../2018", "2019", "different", "disjoint"),
        ("201X", "2014-05", "compatible", "contains"),
        ("1990/1999", "199X", "same", "same"),
        ("2025-34", "2025-05", "compatible", "contains"),
        ("2024-22", "2024-07-02", "compatible", "contains"),
        ("2019/2022", "2021/2024", "compatible", "overlap"),
        ("XXXX-05-19", "2024-05-19", "compatible", "no year"),
        ("XXXX-05-19", "2024-05-20", "different", "disjoint"),
    ],
)
def test_verdicts(a: str, b: str, verdict: str, reason: str) -> None:
    said = compare(value(a), value(b))
    assert said.verdict == verdict
    assert reason in said.reason


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-36", "2025-10-01", "2025-12-31"),
        ("2024-24", "2024-12-01", "2025-02-28"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2024-02-29T10:30", "2024-02-29", "2024-02-29"),
    ],
)
def test_interval(edtf: str, first: str, last: str) -> None:
    assert interval(edtf) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", "soon", "2024-13-40", "2024-02-30", "20245", "2024-1", "0000"])
def test_what_is_no_date_is_said(text: str) -> None:
    with pytest.raises(UserError):
        interval(text)


def test_counted_again_from_another_date() -> None:
    (found,) = recognise("Two years later it closed.", "2026-03-10")
    assert found.anchor == "previous"
    assert resolve(found, "2018-05-03").value.edtf == "2020"
    (found,) = recognise("Eighteen months after the merger he left.", "2026-03-10")
    assert resolve(found, "2019-05").value.edtf == "2020-11"
    (found,) = recognise("It opened on 3 May 2024.", "2026-03-10")
    assert resolve(found, "2018").value.edtf == "2024-05-03"


def test_without_a_publication_date() -> None:
    found = recognise("Last week, on 5 May, and in May 2024, it said so.", None)
    assert [f.value.edtf for f in found] == ["XXXX-05-05", "2024-05"]


@given(st.text(max_size=200), st.booleans())
def test_any_text_can_be_read(text: str, prose: bool) -> None:
    found = recognise(text, "2026-03-10", prose=prose)
    assert all(text[f.start : f.end] == f.value.text and f.value.text for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for each in found:
        low, high = interval(each.value.edtf or "")
        assert low is not None
        assert high is not None
        assert low <= high


WORDS = st.sampled_from(
    [
        "May",
        "9",
        "2024",
        "1999",
        "the",
        "of",
        "first",
        "last",
        "next",
        "week",
        "year",
        "March",
        "Monday",
        "to",
        "-",
        "and",
        "Q3",
        ",",
        ".",
        "31",
        "12",
        "half",
        "quarter",
        "between",
        "from",
        "two",
        "ago",
        "later",
        "10/12/2024",
        "in",
        "early",
    ]
)


@given(
    st.lists(WORDS, max_size=14).map(" ".join),
    st.sampled_from(["2026-03-10", "2024-02-29T23:59:00", "0001-01-01", "9999-12-31", None]),
    st.booleans(),
)
def test_any_heap_of_date_words_can_be_read(text: str, published: str | None, prose: bool) -> None:
    found = recognise(text, published, prose=prose)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(f.value.edtf for f in found)
