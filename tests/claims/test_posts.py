"""Who holds which post: short texts of many kinds, each with exactly the claims it makes (``posts.yaml`` says how they
are written)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from checker.model import Claim
from tests.claims.bank import claims_of

CASES = yaml.safe_load(Path(__file__).with_name("posts.yaml").read_text(encoding="utf-8"))
READ = ("title", "employer", "team", "reports_to", "direct_reports", "joined_on", "left_on")


def read(text: str) -> list[Claim]:
    return [claim for claim in claims_of(text) if claim.attribute in READ]


def folded(name: str) -> str:
    """Without case, article, address and legal form."""
    name = re.sub(r"^(the|a|an|dr|mr|ms|professor|dame) ", "", name.casefold().replace("’", "'").strip())
    return re.sub(r",? (ltd|limited|plc|s\.a\.|sa|inc|ag|se)\.?$", "", name)


def among(name: str, names: str) -> bool:
    return folded(name) in [folded(one) for one in names.split("/")]


def expected(line: str, read: tuple[str, ...] = READ) -> list[tuple[str, ...]]:
    """(subject, attribute, value, organization, status, modality) of a line: a title brings its employer."""
    alone = line.startswith("~")
    subject, middle, *rest = [part.strip() for part in line.lstrip("~").split("|")]
    how = rest[2] if len(rest) > 2 else "asserted"
    if middle == "employer":
        return [(subject, middle, rest[0], "", rest[1], how)]
    if middle in read and not (middle == "founder" and "".join(rest[1:2])):
        return [(subject, middle, rest[0], (rest[1:] or [""])[0], "", how)]
    title = (subject, "title", middle, rest[0], rest[1], how)
    return [title] if alone else [title, (subject, "employer", rest[0], "", rest[1], how)]


def fits(claim: Claim, wanted: tuple[str, ...]) -> bool:
    subject, attribute, value, organization, status, how = wanted
    low = claim.value.low
    said = claim.value.edtf or (f"{low:g}" if low is not None else claim.value.text)
    given = claim.qualifiers.get("status") or "current"
    return (
        claim.attribute == attribute
        and among(claim.subject.name, subject)
        and claim.modality in how.split("/")
        and among(said, value)
        and (not organization or among(claim.qualifiers.get("organization", ""), organization))
        and (not status or given in status.split("/") or {given, *status.split("/")} <= {"current", "incoming"})
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_the_posts_of_a_text(case: dict[str, list[str] | str]) -> None:
    claims = read(str(case["text"]))
    asked = [w for line in case["claims"] if line[0] != "?" for w in expected(line)]
    allowed = [w for line in case["claims"] for w in expected(line.lstrip("?"))]
    missed = [w for w in asked if not any(fits(c, w) for c in claims)]
    wrong = [
        (c.subject.name, c.attribute, c.value.text, c.qualifiers, c.modality)
        for c in claims
        if not any(fits(c, w) for w in allowed)
    ]
    assert (missed, wrong) == ([], [])


@pytest.mark.parametrize(
    ("text", "day"),
    [("leaves the firm on 31 August", "2025-08-31"), ("left the firm on 31 August", "2024-08-31")],
)
def test_a_day_of_the_year_to_come(text: str, day: str) -> None:
    claims = read(f"---\ndate: 2025-05-12\n---\n\nCastor Rail makes trains. Ada Lund {text}.\n")
    assert [c.value.edtf for c in claims if c.attribute == "left_on"] == [day]
