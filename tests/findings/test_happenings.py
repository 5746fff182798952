"""A firm that was sold twice: what is said of one sale does not contradict what is said of the other."""

from __future__ import annotations

import pytest

from checker import facts, packs
from checker.findings import judge
from checker.model import Claim
from tests.findings.made import claim

FIRST = {"acquired_by": "Rothe Holding", "acquired_on": "2011", "acquisition_price": 46_000_000}
SECOND = {"acquired_by": "Skar Group", "acquired_on": "2024-09-30", "acquisition_price": 214_000_000}


def sale(source: str, told: dict[str, object], sentence: str) -> list[Claim]:
    """What one sentence tells of a sale."""
    from msgspec.structs import replace

    made = [claim(source, attribute, value) for attribute, value in told.items()]
    return [replace(c, id=f"{source} {c.attribute} {sentence}", quote=sentence) for c in made]


def conflicts(*claims: Claim) -> set[str]:
    """The attributes on which there is a conflict."""
    loaded = packs.load()
    return {f.attribute for f in judge(facts.group(claims, loaded), loaded) if f.verdict == "conflict"}


def test_a_source_that_tells_of_two_sales_does_not_contradict_itself_nor_who_tells_of_one() -> None:
    timeline = [*sale("timeline", FIRST, "2011: sold."), *sale("timeline", SECOND, "2024: sold again.")]
    release = [*sale("release", {k: SECOND[k] for k in ("acquired_by", "acquired_on")}, "Bought.")]
    price = sale("release", {"acquisition_price": 214_000_000}, "The price was 214 million.")
    assert conflicts(*timeline, *release, *price) == set()


@pytest.mark.parametrize(("attribute", "value"), [("acquired_on", "2024-06-30"), ("acquisition_price", 241_000_000)])
def test_one_sale_can_still_be_in_dispute(attribute: str, value: object) -> None:
    timeline = [*sale("timeline", FIRST, "2011: sold."), *sale("timeline", SECOND, "2024: sold again.")]
    assert conflicts(*timeline, *sale("release", SECOND | {attribute: value}, "Bought.")) == {attribute}


def test_sales_to_others_years_apart_are_two_though_each_source_tells_of_one() -> None:
    assert conflicts(*sale("a", FIRST, "Sold."), *sale("b", SECOND, "Bought.")) == set()


def test_two_sources_that_each_tell_of_one_sale_contradict_each_other() -> None:
    later = FIRST | {"acquired_on": "2014"}
    assert conflicts(*sale("a", FIRST, "Sold."), *sale("b", later, "Bought.")) == {"acquired_on"}
    other = FIRST | {"acquired_by": "Skar Group"}
    assert conflicts(*sale("a", FIRST, "Sold."), *sale("b", other, "Bought.")) == {"acquired_by"}
