"""Subjects of a type that only a pack knows are read in prose, tables, boxes and lines, by name, noun and "it"."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.claims import extract
from checker.claims.reading import Reading, compile_reading
from checker.mentions import find
from checker.model import Source
from checker.packs import load
from checker.sources import read_text

PACK = """
pack: field
types: {study: [trial], building: []}
attributes:
  sponsor: {subject: study, value: organization, headers: [sponsor], clauses: ["{value} sponsor {subject}"]}
  enrolment: {subject: study, value: quantity, headers: [participants], units: [participant], verbs: [enrol]}
  started_on: {subject: study, value: date, clauses: ["{subject} begin|start {value}"]}
  dropout: {subject: study, value: percent, phrases: ["dropout rate was {value}"]}
  storeys: {subject: building, value: quantity, headers: [storeys], units: [storey]}
  area: {subject: building, value: measure, headers: [floor area], nouns: [floor area]}
  bill: {subject: building, value: money, headers: [cost], clauses: ["{subject} cost {value}"]}
  needs: {subject: product, value: version, phrases: ["{subject} requires Python {value} or later"]}
  limit: {subject: product, value: measure, phrases: ["upload limit is [now] {value}"]}
  age: {subject: person, value: quantity, phrases: ["the {value}-year-old"]}
  worth: {subject: person, value: money, nouns: [market value]}
"""


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    folder = tmp_path_factory.mktemp("packs")
    (folder / "field.yaml").write_text(PACK, encoding="utf-8")
    return compile_reading(load([*map(str, sorted(Path("rules").glob("*.yaml"))), str(folder / "field.yaml")]))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("NTR-0417 was sponsored by Castor Pharma.", [("NTR-0417", "sponsor", "Castor Pharma")]),
        (
            "NTR-0417 enrolled 310 participants. The trial was sponsored by Castor Pharma. It began on 2 May 2023.",
            [
                ("NTR-0417", "enrolment", "310"),
                ("NTR-0417", "sponsor", "Castor Pharma"),
                ("NTR-0417", "started_on", "2 May 2023"),
            ],
        ),
        ("NTR-0417 enrolled 310 participants. The dropout rate was 14%.", [("NTR-0417", "dropout", "14%")]),
        ("# NTR-0417: a trial\n\nThe trial began on 2 May 2023.", [("NTR-0417", "started_on", "2 May 2023")]),
        (
            "Quayside Mills has 11 storeys and a floor area of 11,400 square metres.",
            [("Quayside Mills", "storeys", "11"), ("Quayside Mills", "area", "11,400 square metres")],
        ),
        ("Quayside Mills cost £41 million.", [("Quayside Mills", "bill", "£41 million")]),
        (
            "# NTR-0417: Veltamab in hives\n\n| Field | Entry |\n|---|---|\n| Sponsor | Castor Pharma |\n"
            "| Participants | 400 |\n",
            [("NTR-0417", "sponsor", "Castor Pharma"), ("NTR-0417", "enrolment", "400")],
        ),
        (
            "| Building | Storeys | Floor area (m²) | Cost |\n|---|---|---|---|\n| Lantern Court | 4 | 2,100 | £6m |\n",
            [
                ("Lantern Court", "storeys", "4"),
                ("Lantern Court", "area", "2,100 m²"),
                ("Lantern Court", "bill", "£6m"),
            ],
        ),
        (
            "# Quayside Mills\n\n- **Storeys:** 9\n- **Floor area:** 122,700 sq ft\n- **Cost:** £38m\n",
            [
                ("Quayside Mills", "storeys", "9"),
                ("Quayside Mills", "area", "122,700 sq ft"),
                ("Quayside Mills", "bill", "£38m"),
            ],
        ),
        ("Pelikan 4.2 requires Python 3.10 or later.", [("Pelikan 4.2", "needs", "3.10")]),
        ("# Pelikan 4.2\n\nThe upload limit is now 250 MB.", [("Pelikan 4.2", "limit", "250 MB")]),
        ("Ibo Tamrat joined Ferrol Athletic. The 24-year-old scored.", [("Ibo Tamrat", "age", "24")]),
        (
            "Ibo Tamrat left Racing Oldo. His market value is €5 million.",
            [("Ibo Tamrat", "worth", "€5 million")],
        ),
    ],
)
def test_what_a_pack_of_another_field_reads(text: str, claims: list[tuple[str, str, str]], reading: Reading) -> None:
    (source,) = read_text(text, "page.md", "markdown")
    assert isinstance(source, Source)
    found = {(c.subject.name, c.attribute, c.value.text) for c in extract(find(source), reading)}
    assert set(claims) <= found, found


@pytest.mark.parametrize("text", ["The company cost £3 million.", "The study in hives is over. It failed."])
def test_no_name_no_claim(text: str, reading: Reading) -> None:
    (source,) = read_text(text, "page.md", "markdown")
    assert isinstance(source, Source)
    assert [c for c in extract(find(source), reading) if c.subject.type in ("study", "building")] == []
