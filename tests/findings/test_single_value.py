"""What two claims of one fact make: the law of conflicts and agreements."""

from __future__ import annotations

import pytest

from checker.findings import with_estimates
from checker.model import Value
from tests.findings.made import claim, judged, verdicts

AT = {"organization": "North Works"}


def test_levels_of_one_post_conflict() -> None:
    (found,) = judged(
        claim("a", "title", "Senior Director of AI", **AT, status="former"),
        claim("b", "title", "Director of AI", **AT, status="former"),
        claim("c", "title", "Director of AI", **AT, status="former"),
    )[-1:]
    assert (found.rule, found.verdict, found.severity) == ("T101", "conflict", "error")
    assert [len(p.claims) for p in found.positions] == [2, 1]


def test_succession_is_no_conflict() -> None:
    assert verdicts(
        claim("a", "title", "Chief Operating Officer", **AT, status="former"),
        claim("a", "title", "Chief Executive Officer", **AT, status="current"),
        claim("b", "title", "Chief Operating Officer", **AT, status="former"),
        claim("c", "title", "Chief Executive Officer", **AT, status="current"),
    ) == ["T101 agreement", "T101 agreement"]


def test_a_former_post_of_somebody_who_left_is_not_an_earlier_one() -> None:
    """One source writes before somebody left, one after: both speak of the same post."""
    assert "T101 conflict" in verdicts(
        claim("a", "title", "Director", **AT, status="former"),
        claim("a", "employer", "North Works", status="former"),
        claim("b", "title", "Deputy Director", **AT, status="current"),
        claim("b", "employer", "North Works", status="current"),
    )


def test_an_earlier_post_of_somebody_who_is_still_there_is() -> None:
    assert "T101 conflict" not in verdicts(
        claim("a", "title", "Deputy Director", **AT, status="former"),
        claim("a", "employer", "North Works", status="current"),
        claim("b", "title", "Director", **AT, status="current"),
    )


def test_a_promotion_announced_by_one_source_excuses_the_others() -> None:
    assert "T101 conflict" not in verdicts(
        claim("a", "title", "Deputy Director", **AT, status="current"),
        claim("a", "title", "Director", **AT, status="incoming"),
        claim("b", "title", "Director", **AT, status="current"),
    )


def test_posts_years_apart_are_not_compared() -> None:
    claims = (
        claim("a", "title", "Chief Financial Officer", **AT, status="current"),
        claim("b", "title", "Treasurer", **AT, status="current"),
    )
    assert verdicts(*claims, published={"a": "2019-01-01", "b": "2026-01-01"}) == []
    assert verdicts(*claims, published={"a": "2026-01-02", "b": "2026-01-01"}) == ["T101 conflict"]


def test_several_values_conflict_only_where_one_excludes_the_other() -> None:
    alone = "Ada Lark founded North Works on her own in 2001."
    both = "Founded by Ada Lark and Ben Moor."
    ada = claim("a", "founder", "Ada Lark", "North Works", quote=alone)
    others = [claim("b", "founder", name, "North Works", quote=both) for name in ("Ada Lark", "Ben Moor")]
    assert "G102 conflict" in verdicts(ada, *others)
    assert verdicts(claim("a", "founder", "Ada Lark", "North Works", quote=both), *others) == ["G102 agreement"]


def test_what_is_denied_conflicts_with_what_is_said() -> None:
    said = claim("a", "employer", "North Works")
    assert verdicts(said, claim("b", "employer", "North Works", modality="denied")) == ["T106 conflict"]
    assert verdicts(said, claim("b", "employer", "South Works", modality="denied")) == []
    assert verdicts(said, claim("a", "employer", "North Works", modality="denied")) == []


@pytest.mark.parametrize("modality", ["predicted"])
def test_predictions_are_never_compared(modality: str) -> None:
    assert (
        verdicts(
            claim("a", "opened_on", "2025-06", "Bridge", modality=modality),
            claim("b", "opened_on", "2025-09-14", "Bridge"),
        )
        == []
    )
    assert (
        verdicts(
            claim("a", "opened_on", "2025-06", "Bridge", modality=modality),
            claim("b", "opened_on", "2025-06", "Bridge", modality=modality),
        )
        == []
    )


def test_changing_figures() -> None:
    def of(one: int, other: int, **as_of: str) -> list[str]:
        dates = [{"as_of": as_of[k]} if k in as_of else {} for k in ("a", "b")]
        return verdicts(
            claim("a", "headcount", one, "North Works", **dates[0]),
            claim("b", "headcount", other, "North Works", **dates[1]),
        )

    assert of(2145, 3310, a="2024-03-31", b="2025-03-31") == []
    assert of(2145, 3310, a="2025", b="2025-03-31") == ["G104 conflict"]
    assert of(612, 640, a="2024-12-31") == []
    assert of(612, 840, a="2024-12-31") == ["G104 conflict"]
    assert of(612, 640) == ["G104 conflict"]


def test_an_earlier_figure_of_a_source_that_has_a_later_one_is_history() -> None:
    assert verdicts(
        claim("a", "users", 9500, "North Works", as_of="2021"),
        claim("a", "users", 25000, "North Works", as_of="2025"),
        claim("b", "users", 25400, "North Works"),
    ) == ["G106 agreement"]


def test_one_source_can_contradict_itself() -> None:
    (found,) = judged(claim("a", "held_on", "2025-04-10", "Gala"), claim("a", "held_on", "2025-04-09", "Gala"))
    assert [{c.source for c in p.claims} for p in found.positions] == [{"a"}, {"a"}]


def test_a_post_at_no_named_organization_is_not_compared() -> None:
    assert verdicts(claim("a", "joined_on", "2019"), claim("b", "joined_on", "2021")) == []
    assert verdicts(claim("a", "joined_on", "2019"), claim("b", "joined_on", "2019-04")) == ["T108 agreement"]


def test_founding_titles_are_warnings_and_posts_are_errors() -> None:
    (found,) = judged(claim("a", "title", "co-founder", **AT), claim("b", "title", "founding member", **AT))
    assert (found.rule, found.severity) == ("T102", "warning")
    (found,) = judged(
        claim("a", "joined_on", "2026-05-19", **AT), claim("b", "joined_on", "2025-01/2025-09", **AT, basis="inferred")
    )
    assert (found.rule, found.severity) == ("T109", "warning")


def test_agreements_tell_exact_from_compatible() -> None:
    exact = judged(claim("a", "founded_on", "2017", "North Works"), claim("b", "founded_on", "2017", "North Works"))
    loose = judged(claim("a", "founded_on", "2017", "North Works"), claim("b", "founded_on", "2017-03", "North Works"))
    assert [f.reason for f in exact] == ["same"]
    assert [f.reason.partition(":")[0] for f in loose] == ["refines"]


def test_the_best_supported_position_is_named_and_copies_count_once() -> None:
    wire = "The company was founded in 2017 by two engineers in a garage in Leeds, as everybody there remembers."
    found = judged(
        claim("a", "founded_on", "2017", "North Works", quote=wire),
        claim("b", "founded_on", "2017", "North Works", quote=wire),
        claim(
            "c",
            "founded_on",
            "2016",
            "North Works",
            quote="It began in 2016, when the first lathe was bought at auction.",
        ),
        claim(
            "d",
            "founded_on",
            "2016",
            "North Works",
            quote="Since 2016 the firm has made nothing but very small springs.",
        ),
    )
    (conflict,) = [f for f in found if f.verdict == "conflict"]
    assert conflict.support == "best supported: 2016 (most independent sources: 2 against 1)"
    assert "2 sources, 1 origin" in {f.support for f in found if f.verdict == "agreement"}


def test_amounts_in_two_currencies_are_not_compared_unless_the_figure_is_the_same() -> None:
    euros = claim("a", "acquisition_price", "€310 million", "North Works")
    assert verdicts(euros, claim("b", "acquisition_price", "$335 million", "North Works")) == []
    assert verdicts(euros, claim("b", "acquisition_price", "$310 million", "North Works")) == ["F108 conflict"]


def test_sources_that_are_right_more_often_break_ties() -> None:
    """Two agree with others on everything, one never does: of two alone with each other, the first are believed."""
    claims = []
    for n in range(8):
        name = f"Works {n}"
        claims += [claim(source, "founded_on", "2017", name) for source in ("good", "fair", "third")]
        claims.append(claim("bad", "founded_on", "1990", name))
    tie = [claim("good", "founded_on", "2001", "Last Works"), claim("bad", "founded_on", "2002", "Last Works")]
    (found,) = [f for f in with_estimates(judged(*claims, *tie)) if f.subject.name == "Last Works"]
    assert found.support.startswith("best supported: 2001 (sources that are right more often by estimate: ")
    (alone,) = with_estimates(judged(*tie))
    assert alone.support == ""


def test_values_that_say_nothing_neither_agree_nor_conflict() -> None:
    many = Value("quantity", "many")
    assert verdicts(claim("a", "headcount", many, "North Works"), claim("b", "headcount", 500, "North Works")) == []
    once = Value("date", "some time ago")
    assert (
        verdicts(claim("a", "founded_on", once, "North Works"), claim("b", "founded_on", "2017", "North Works")) == []
    )


def test_figures_that_time_explains_stand_on_one_side_against_a_third() -> None:
    ours = (
        claim("a.md", "headcount", "612", "North Works", as_of="2024-12-31"),
        claim("b.md", "headcount", "640", "North Works"),
        claim("c.md", "headcount", "480", "North Works"),
    )
    (found,) = judged(*ours)
    assert [sorted(c.source for c in at.claims) for at in found.positions] == [["a.md", "b.md"], ["c.md"]]


def test_two_fiscal_years_in_a_row_share_no_day() -> None:
    ours = claim("a.md", "headcount", "2,145", "North Works", as_of="2023/2024")
    assert judged(ours, claim("b.md", "headcount", "1,400", "North Works", as_of="2024/2025")) == []
    assert len(judged(ours, claim("b.md", "headcount", "1,400", "North Works", as_of="2023/2024"))) == 1


def test_two_figures_of_one_row_are_of_two_times() -> None:
    row = "| Employees | 640 | 480 |"
    ours = [claim("a.md", "headcount", figure, "North Works", quote=row) for figure in ("640", "480")]
    assert judged(*ours) == []
    assert verdicts(*ours, claim("b.md", "headcount", "641", "North Works", quote="641 work there")) == [
        "G104 agreement"
    ]
    apart = [
        claim("a.md", "headcount", figure, "North Works", quote=f"{figure} work there") for figure in ("640", "480")
    ]
    assert verdicts(*apart) == ["G104 conflict"]
