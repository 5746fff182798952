"""One thing under one name, and two things under two."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from checker import entities
from checker.errors import UserError
from checker.model import Subject
from tests.findings.made import claim


def names(*claims: object, known: entities.Known | None = None) -> list[str]:
    """The subjects after resolving."""
    return [c.subject.name for c in entities.resolve(claims, known)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("Aurélie Price-Nakamura", "Aurelie Price-Nakamura", None),
        ("Dr Ada Lark", "Ada Lark", None),
        ("A. Lark", "Ada Lark", "Ada Lark"),
        ("Lark, Ada", "Ada Lark", None),
        ("Ada Maria Lark", "Ada Lark", "Ada Maria Lark"),
    ],
)
def test_one_person(one: str, other: str, name: str | None) -> None:
    found = names(claim("a", "birth_date", "1979", one), claim("b", "birth_date", "1979", other))
    assert len(set(found)) == 1
    assert name in (None, found[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Radu Petrescu", "Ioana Petrescu"),
        ("Ionela Petrescu", "Ioana Petrescu"),
        ("Ada Lark Jr", "Ada Lark Sr"),
        ("Will March", "Joachim March"),
    ],
)
def test_two_people_of_one_surname(one: str, other: str) -> None:
    assert names(claim("a", "birth_date", "1979", one), claim("b", "birth_date", "1979", other)) == [one, other]


def test_a_surname_alone_is_joined_only_where_it_fits_one_person() -> None:
    at = {"organization": "North Works"}
    full, short = claim("a", "title", "Director", "Ada Lark", **at), claim("b", "title", "Director", "Lark", **at)
    assert names(full, short) == ["Ada Lark", "Ada Lark"]
    assert names(full, short, claim("c", "title", "Director", "Ben Lark", **at)) == ["Ada Lark", "Lark", "Ben Lark"]
    elsewhere = claim("b", "title", "Director", "Lark", organization="Harbour Board")
    assert names(full, elsewhere) == ["Ada Lark", "Lark"]


@pytest.mark.parametrize(
    ("one", "other"), [("North Works", "North Works Ltd"), ("The North Works", "North Works"), ("Smith & Co.", "Smith")]
)
def test_one_organization(one: str, other: str) -> None:
    assert len(set(names(claim("a", "founded_on", "2017", one), claim("b", "founded_on", "2017", other)))) == 1


def test_a_company_and_its_arm_are_two() -> None:
    company, arm = claim("a", "headcount", 640, "North Works"), claim("a", "headcount", 70, "North Works Capital")
    assert names(company, arm) == ["North Works", "North Works Capital"]
    assert names(company, claim("b", "headcount", 70, "North Works Capital")) == ["North Works", "North Works Capital"]


def test_a_short_form_of_which_the_same_is_said_is_one() -> None:
    long, short = claim("a", "founded_on", "2017", "Salt Energia"), claim("b", "founded_on", "2017", "Salt")
    assert names(long, short) == ["Salt Energia", "Salt Energia"]
    assert names(long, short, claim("c", "headcount", 5, "Salt Mining")) == [
        "Salt Energia",
        "Salt Energia",
        "Salt Mining",
    ]


def test_names_in_values_and_qualifiers_change_too() -> None:
    found = entities.resolve(
        [
            claim("a", "employer", "North Works Ltd"),
            claim("a", "employer", "North Works Ltd", "Ben Moor"),
            claim("b", "title", "Director", organization="North Works"),
        ]
    )
    assert found[0].value.text == found[2].qualifiers["organization"]


def test_the_entities_file(tmp_path: Path) -> None:
    file = tmp_path / "entities.yaml"
    file.write_text(
        "entities:\n  - {name: Halvorsen-Ridder Group, type: organization, aliases: [HRG, the group]}\n"
        "apart:\n  - [A. Lark, Ada Lark]\n",
        encoding="utf-8",
    )
    known = entities.load(str(file))
    group = [claim("a", "founded_on", "1921", "HRG"), claim("b", "founded_on", "1921", "Halvorsen-Ridder Group")]
    assert names(*group, known=known) == ["Halvorsen-Ridder Group"] * 2
    people = [claim("a", "birth_date", "1979", "A. Lark"), claim("b", "birth_date", "1979", "Ada Lark")]
    assert names(*people, known=known) == ["A. Lark", "Ada Lark"]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("entitys: []\n", 1, "did you mean 'entities'?"),
        ("- a\n", 1, "is a mapping"),
        ("entities:\n  - HRG\n", 2, "has a name"),
        ("entities:\n  - {name: A, alias: [B]}\n", 2, "did you mean 'aliases'?"),
        ("apart:\n  - [A]\n", 2, "two or more names"),
        ("entities:\n  - {name: A, aliases: [C]}\n  - {name: B, aliases: [C]}\n", 3, "alias of 'A' too"),
    ],
)
def test_a_broken_entities_file(tmp_path: Path, text: str, line: int, said: str) -> None:
    file = tmp_path / "entities.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=said) as caught:
        entities.load(str(file))
    assert caught.value.line == line


def test_a_missing_entities_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        entities.load(str(tmp_path / "none.yaml"))


def test_a_short_form_is_the_one_that_nearly_all_is_said_of() -> None:
    chief = [claim(f"s{i % 3}", a, v, "Plover Semiconductor") for i, (a, v) in enumerate(SAID)]
    aside = [claim("t", "headquarters", "Ghent", "Plover Health")]
    short = [claim("u", "founded_on", "2014", "Plover"), claim("u", "headquarters", "Ghent", "Plover")]
    assert names(*chief, *aside, *short)[-2:] == ["Plover Semiconductor"] * 2
    assert names(*chief[:3], *aside, *short)[-2:] == ["Plover"] * 2, "three against one is no chief"


SAID = [("founded_on", "2014"), ("headquarters", "Delft"), ("headcount", "260"), ("revenue", "€3 million"),
        ("founder", "Ada Lark"), ("acquired_by", "North Works")]  # fmt: skip


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Alder Dairy Co-operative Society", "Alder"),
        ("Quillon Medical", "Quillon"),
        ("Brenta Gruppe", "Brenta"),
        ("Tollan Institute for Coastal Research", "Tollan Institute"),
        ("Hexley Rovers Football Club", "Hexley Rovers FC"),
    ],
)
def test_what_a_longer_name_adds_may_only_say_what_sort_of_body_it_is(long: str, short: str) -> None:
    one, other = claim("a", "headcount", 640, long), claim("a", "headcount", 70, short)
    assert len(set(names(one, other))) == 1


def test_two_bodies_of_one_first_name_leave_it_open_who_is_meant() -> None:
    found = names(*(claim("a", "headcount", 5, name) for name in ("Alder", "Alder Dairy", "Alder Brewery")))
    assert len(set(found)) == 3


@pytest.mark.parametrize(
    ("long", "short", "one"),
    [
        ("The Harbour Quarter", "Harbour Quarter", True),
        ("Plover P2", "P2", True),
        ("Salt One factory", "Salt One", True),
        ("Terminal 2", "Terminal", False),
        ("Perilux Mini", "Perilux", False),
    ],
)
def test_things_by_a_shorter_name(long: str, short: str, one: bool) -> None:
    made = [claim(source, "cost", 5, name) for source, name in (("a", long), ("b", short))]
    found = names(*(replace(c, subject=Subject(c.subject.name, "project")) for c in made))
    assert (len(set(found)) == 1) is one


def test_an_arm_is_another_body_where_a_source_names_both() -> None:
    company, arm = claim("a", "headcount", 640, "Quillon"), claim("a", "headcount", 70, "Quillon Labs")
    assert names(company, arm) == ["Quillon", "Quillon Labs"]
    assert len(set(names(company, claim("b", "headcount", 640, "Quillon Labs")))) == 1
