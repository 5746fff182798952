"""What encyclopedias write in brackets, behind names and before them; offices of a state; whose income."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.api import check

SAID = [
    (
        "Luz Ferreyra (Rosario, 1903 – Buenos Aires, 1971) was an Argentine novelist.",
        {"Luz Ferreyra birth_date 1903", "Luz Ferreyra death_date 1971", "Luz Ferreyra birth_place Rosario"},
    ),
    (
        "Hans Meier (* 4 March 1888 in Gera; † 30 January 1949 in Bad Sulza) was a painter.",
        {"Hans Meier birth_date 1888-03-04", "Hans Meier death_date 1949-01-30", "Hans Meier birth_place Gera"},
    ),
    (
        "Anna Sell (née Voss; c. 1840 – 1912) was a German botanist.",
        {"Anna Sell birth_date 1840~", "Anna Sell death_date 1912"},
    ),
    (
        "Karl Weyrich, also spelt Carl Weyrich, (8 September 1838 – 2 March 1881) was an explorer.",
        {"Karl Weyrich birth_date 1838-09-08", "Karl Weyrich death_date 1881-03-02"},
    ),
    (
        "Gerhard Mautner, OBE (1899–1976), was an engineer.",
        {"Gerhard Mautner birth_date 1899", "Gerhard Mautner death_date 1976"},
    ),
    ("Rosa Lind MBE FRS (born 4 May 1950) is a British chemist.", {"Rosa Lind birth_date 1950-05-04"}),
    ("Kroll Foods plc was founded in 1903.", {"Kroll Foods plc founded_on 1903"}),
    ("The Winter Clerk is a novel by Fergal Noone, first published in 1954.", {"Winter Clerk released_on 1954"}),
    (
        "The Corrigan Bridge is a steel bridge in Northbury. The bridge was opened on 4 October 1932.",
        {"Corrigan Bridge opened_on 1932-10-04"},
    ),
    ("The 1924 Vardø Regatta was held on 12 July 1924.", {"Vardø Regatta held_on 1924-07-12"}),
    ("Crossland Savings Bank had net interest income of $35.6 million in 1988.", set()),
    ("Norbury Council was founded in 1974. President Tavares praised it.", {"Norbury Council founded_on 1974"}),
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:30] for text, _ in SAID])
def test_said(text: str, expected: set[str], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(text + "\n", encoding="utf-8")
    claims = check(str(tmp_path)).claims
    assert {f"{c.subject.name} {c.attribute} {c.value.edtf or c.value.text}" for c in claims} == expected


def test_a_life_is_not_when_the_page_was_published(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Ada Lark (14 March 1921 – 2 November 1998) was a lawyer.\n", encoding="utf-8")
    assert [source.published for source in check(str(tmp_path)).sources] == [None]
