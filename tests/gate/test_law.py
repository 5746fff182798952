"""The law of the gate: on every conflict that touches a new source it agrees with a check of everything from nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import pipeline
from checker.config import Settings
from checker.engine import extraction
from checker.gating import GateRequest, gate
from checker.model import Finding, Report, Unbelieved

from . import spoken

PEOPLE = [
    "John Smith", "Jon Smith", "J. Smith", "Smith", "John Q. Smith", "Jane Smith", "Johnathan Smithson", "Ana Ruiz",
    "Ana Ruiz-Mora", "A. Mora", "Ruiz", "Bob Lee", "Robert Lee", "Lee", "Mr Lee", "LEE, Robert", "Zoë Kalt", "Zoe Kalt",
]  # fmt: skip
BODIES = [
    "Acme", "Acme Inc", "Acme, Inc.", "ACME", "Acme Labs", "Acme Capital", "Borel Institute of Technology", "BIT", "Borel",
    "Borel Institute", "Cormorant Group", "Cormorant", "Corm0rant", "Acne Group", "Lee",
]  # fmt: skip
TITLES = [
    "Director of Looms",
    "Senior Director of Looms",
    "Founder",
    "Co-founder",
    "Chief Executive",
    "CEO",
    "Engineer",
]
DATES = ["2019-05", "2020", "2020-03-01", "2021-07", "2024-01-05", "1980-02-02"]


def texts_of(people: list[str], bodies: list[str]) -> st.SearchStrategy[str]:
    """Sources about these names; the fewer they are, the more is said of each."""
    person, body = st.sampled_from(people), st.sampled_from(bodies)
    date, status = st.sampled_from(DATES), st.sampled_from(["", "current", "former"])
    dated, figure = st.sampled_from(["joined_on", "left_on"]), st.sampled_from([40, 45, 300, 5000])
    lines = st.one_of(
        st.builds("person|{}|title|title|{}|{}|{}".format, person, st.sampled_from(TITLES), body, status),
        st.builds("person|{}|employer|organization|{}||{}".format, person, body, status),
        st.builds("person|{0}|{3}|date|{1}|{2}|".format, person, date, body, dated),
        st.builds("person|{}|birth_date|date|{}||".format, person, date),
        st.builds("organization|{}|headcount|quantity|{}||".format, body, figure),
        st.builds("organization|{}|founder|person|{}||".format, body, person),
        st.builds("{2}|{0}|founded_on|date|{1}||".format, body, date, st.sampled_from(["organization", "product"])),
    )
    lines = st.builds("{}{}".format, lines, st.sampled_from(["", "", "|0.6"]))  # of whom, is inferred
    published = st.sampled_from([[], [], ["published: 2023-01-10"], ["published: 2025-06-01"]])
    return st.builds(lambda head, said: "\n".join([*head, *said]), published, st.lists(lines, min_size=1, max_size=6))


texts = texts_of(PEOPLE, BODIES)
few = texts_of(["Ana Ruiz", "A. Ruiz", "Ruiz", "Ana Ruiz-Mora"], ["Acme", "Acme Inc", "Acme Labs"])
names = st.sampled_from([f"corpus/{n}.txt" for n in "abcdefgh"] + ["corpus/deep/a.txt", "new/a.txt", "new/b.txt"])
steps = st.lists(
    st.one_of(
        st.tuples(st.just("write"), names, texts | few), st.tuples(st.just("remove"), names, st.just("")),
        st.tuples(st.just("gate"), names, st.just("")), st.tuples(st.just("check"), names, st.just("")),
    ), min_size=4, max_size=16,
)  # fmt: skip


@contextmanager
def project() -> Iterator[Path]:
    before, folder = os.getcwd(), tempfile.mkdtemp()
    try:
        os.chdir(folder)
        for name in ("corpus/deep", "new"):
            Path(name).mkdir(parents=True)
        with mock.patch.object(extraction, "reader", spoken.reader):
            yield Path(folder)
    finally:
        os.chdir(before)
        shutil.rmtree(folder)


_TIES = ("by estimate", "published last", "more precise")


def shown(finding: Finding) -> tuple[object, ...]:
    sides = sorted((repr(at.value), sorted(claim.id for claim in at.claims)) for at in finding.positions)
    # ties are settled by all findings of a run (findings.ties), of which a gate sees a part
    support = "" if any(word in finding.support for word in _TIES) else finding.support
    return finding.id, finding.rule, finding.subject, finding.message, finding.reason, support, sides


def from_nothing(path: str) -> list[tuple[object, ...]]:
    report = pipeline.check(pipeline.Request(("corpus", path)), Settings(ledger=False))
    ours = [
        f
        for f in report.findings
        if f.verdict == "conflict" and path in {c.source for at in f.positions for c in at.claims}
    ]
    return [*sorted(map(shown, ours), key=repr), *left_out(report, path)]


def left_out(report: Report, path: str) -> list[tuple[object, ...]]:
    return [("unbelieved", one.source, one.claims) for one in report.unbelieved if one.source == path]


def gated(path: str, scan: str = "auto") -> Report:
    report = gate(GateRequest((path,), ("corpus",), scan=scan), Settings())
    assert report.notes == ()
    return report


def kept(report: Report) -> list[tuple[object, ...]]:
    (path,) = report.fresh
    return [*sorted(map(shown, report.findings), key=repr), *left_out(report, path)]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(steps)
def test_a_gate_agrees_with_a_check_from_nothing(steps: list[tuple[str, str, str]]) -> None:
    with project():
        Path("corpus/first.txt").write_text("person|John Smith|title|title|CEO|Acme|\n", encoding="utf-8")
        for what, name, text in steps:
            file = Path(name)
            if what == "write":
                file.write_text(text, encoding="utf-8")
            elif what == "remove":
                file.unlink(missing_ok=True)
            elif what == "check":
                pipeline.check(pipeline.Request(("corpus",)), Settings())
            elif file.exists():
                assert kept(gated(name)) == from_nothing(name)
        for file in sorted([*Path("corpus").rglob("*.txt"), *Path("new").rglob("*.txt")]):
            assert kept(gated(str(file))) == from_nothing(str(file))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(few, min_size=4, max_size=14), few)
def test_a_quick_gate_agrees_too_where_check_has_seen_everything(corpus: list[str], new: str) -> None:
    with project():
        for n, text in enumerate(corpus):
            Path(f"corpus/{n}.txt").write_text(text, encoding="utf-8")
        pipeline.check(pipeline.Request(("corpus",)), Settings())
        Path("new/a.txt").write_text(new, encoding="utf-8")
        assert kept(gated("new/a.txt", "quick")) == from_nothing("new/a.txt")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(texts | few, min_size=6, max_size=20), few)
def test_of_very_many_claims_the_witnesses_lead_to_the_same_verdicts(corpus: list[str], new: str) -> None:
    with project(), mock.patch.multiple("checker.ledger.witnesses", MANY=3, _ENDS=2):
        for n, text in enumerate(corpus):
            Path(f"corpus/{n}.txt").write_text(text, encoding="utf-8")
        Path("new/a.txt").write_text(new, encoding="utf-8")
        report = gate(GateRequest(("new/a.txt",), ("corpus",)), Settings())
        assert [row[:1] for row in kept(report)] == [row[:1] for row in from_nothing("new/a.txt")]


@st.composite
def careers(draw: st.DrawFn) -> str:
    """Posts that are over, of somebody who (as the same source may say) works there still."""
    body, post = draw(st.sampled_from(["Acme", "Acme Inc"])), draw(st.sampled_from(TITLES))
    said = [f"person|Ana Ruiz|title|title|{post}|{body}|{draw(st.sampled_from(['former', 'former', 'current']))}"]
    for status in draw(st.lists(st.sampled_from(["", "current", "former"]), max_size=2)):
        said.append(f"person|{draw(st.sampled_from(['Ana Ruiz', 'A. Ruiz']))}|employer|organization|{body}||{status}")
    return "\n".join(said)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(careers(), min_size=1, max_size=4), careers())
def test_where_somebody_works_decides_on_their_posts_in_a_gate_too(corpus: list[str], new: str) -> None:
    """Attributes that are judged together are looked up together, though the new source speaks of one alone."""
    with project():
        for n, text in enumerate(corpus):
            Path(f"corpus/{n}.txt").write_text(text, encoding="utf-8")
        Path("new/a.txt").write_text(new.split("\n")[0], encoding="utf-8")
        assert kept(gated("new/a.txt")) == from_nothing("new/a.txt")


def test_a_quick_gate_believes_no_source_that_has_changed_since() -> None:
    with project():
        old, new = Path("corpus/a.txt"), Path("new/a.txt")
        old.write_text("person|John Smith|birth_date|date|1980-02-02||\n", encoding="utf-8")
        pipeline.check(pipeline.Request(("corpus",)), Settings())
        new.write_text("person|John Smith|birth_date|date|2020||\n", encoding="utf-8")
        assert len(gated(str(new), "quick").findings) == 1
        old.write_text("person|John Smith|birth_date|date|2020-03-01||\n", encoding="utf-8")
        assert gated(str(new), "quick").findings == ()
        old.unlink()
        assert gated(str(new), "quick").findings == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(texts | few, min_size=1, max_size=8))
def test_what_is_remembered_is_believed_as_what_is_read(corpus: list[str]) -> None:
    with project():
        for n, text in enumerate(corpus):
            Path(f"corpus/{n}.txt").write_text(text, encoding="utf-8")
        request = pipeline.Request(("corpus",))
        read = pipeline.check(request, Settings(ledger=False))
        assert pipeline.check(request, Settings()) == read
        assert pipeline.check(request, Settings()) == read  # of the ledger now


POST = "person|John Smith|title|title|{}|Weekly Thread||{}\n"
OTHER = "person|Bob Lee|birth_date|date|2020||\n"


def test_a_claim_is_believed_once_a_second_source_names_its_body() -> None:
    with project():
        old, new = Path("corpus/a.txt"), Path("new/a.txt")
        old.write_text(POST.format("Engineer", "0.6"), encoding="utf-8")
        for name in "bc":
            Path(f"corpus/{name}.txt").write_text(OTHER, encoding="utf-8")
        pipeline.check(pipeline.Request(("corpus",)), Settings())
        new.write_text(POST.format("CEO", "0.6"), encoding="utf-8")
        assert len(gated(str(new)).findings) == 1  # either names it for the other
        old.write_text(OTHER, encoding="utf-8")
        report = gated(str(new))
        assert (report.claims, report.unbelieved) == ((), (Unbelieved(str(new), 1),))
        Path("corpus/b.txt").write_text("organization|The Weekly Thread|headcount|quantity|40||\n", encoding="utf-8")
        report = gated(str(new))
        assert (len(report.claims), report.unbelieved) == (1, ())


def test_a_quick_gate_believes_nothing_for_a_source_that_has_changed_since() -> None:
    with project():
        named, new = Path("corpus/a.txt"), Path("new/a.txt")
        named.write_text("organization|Weekly Thread|headcount|quantity|40||\n", encoding="utf-8")
        for name in "bc":
            Path(f"corpus/{name}.txt").write_text(OTHER, encoding="utf-8")
        pipeline.check(pipeline.Request(("corpus",)), Settings())
        new.write_text(POST.format("CEO", "0.6"), encoding="utf-8")
        assert len(gated(str(new), "quick").claims) == 1
        named.write_text(OTHER, encoding="utf-8")
        assert gated(str(new), "quick").claims == ()
