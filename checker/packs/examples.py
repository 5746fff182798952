"""Examples of rules as claims (or texts), and whether a rule finds in them what it says.

A claim of an example is a mapping: the attribute and its value (``title: Director of AI``), ``source`` (else a, b,
c, …), ``subject`` (else one that all claims of the example share), ``modality``, ``quote``, ``published``,
``confidence``; all else is a qualifier.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any

from msgspec import Struct

from checker.errors import UserError
from checker.model import Claim, Finding, Source, Span, Subject
from checker.packs.schema import MODALITIES, Attribute, Example, Packs, Rule
from checker.packs.written import value_of

Judge = Callable[[list[Claim], list[Source], Packs], list[Finding]]
Read = Callable[[str, str], list[Claim]]  # text, name of the source -> claims

_OWN = frozenset(("source", "subject", "modality", "quote", "published", "confidence", "publisher"))
_NAMES = {
    "person": "Ada Example",
    "organization": "Example Works",
    "product": "Example One",
    "event": "Example Days",
    "project": "Example Bridge",
}


class Outcome(Struct, frozen=True):
    """How one example went: ``fault`` is "" where the rule found what it should."""

    rule: str
    number: int
    example: Example
    fault: str
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]


def run(packs: Packs, judge: Judge, read: Read | None = None, pack: str | None = None) -> Iterator[Outcome]:
    """Each example of the rules (of one pack), judged. Those made of texts are left out where nothing reads them."""
    for rule in packs.rules.values():
        if pack is not None and rule.pack != pack:
            continue
        for number, example in enumerate(rule.examples, 1):
            if example.texts and read is None:
                continue
            yield _outcome(rule, number, example, packs, judge, read)


def _outcome(rule: Rule, number: int, example: Example, packs: Packs, judge: Judge, read: Read | None) -> Outcome:
    try:
        if not example.claims and not example.texts:
            raise UserError("neither claims nor texts; give one of them")
        claims, sources = claims_of(rule, example, packs)
    except UserError as error:
        return Outcome(rule.id, number, example, error.message, (), ())
    for index, text in enumerate(example.texts):
        name = f"{chr(ord('a') + index)}.txt"
        claims += read(text, name) if read else []
        sources.append(Source(path=name, format="text", sha256="", raw="", parts=[]))
    findings = judge(claims, sources, packs)
    return Outcome(rule.id, number, example, _fault(rule, example, findings), tuple(claims), tuple(findings))


def _fault(rule: Rule, example: Example, findings: list[Finding]) -> str:
    """What is wrong with what was found, or ""."""
    own = [finding for finding in findings if finding.rule == rule.id]
    verdicts = {finding.verdict for finding in own}
    if example.expect == "none":
        bad = sorted(verdicts & {"conflict", "notice"})
        return f"found a {bad[0]} where there is none" if bad else ""
    if example.expect not in verdicts:
        others = sorted({f"{f.verdict} by {f.rule}" for f in findings})
        return f"found no {example.expect}" + (f", but {', '.join(others)}" if others else ", nor anything else")
    if example.expect == "agreement" and "conflict" in verdicts:
        return "found a conflict beside the agreement"
    if example.reason and not any(example.reason in f.reason for f in own if f.verdict == example.expect):
        return f"found it for another reason: {next(f.reason for f in own if f.verdict == example.expect)}"
    return ""


def claims_of(rule: Rule, example: Example, packs: Packs) -> tuple[list[Claim], list[Source]]:
    """The claims of an example, and their sources. Raises UserError for a claim that is not understood."""
    claims: list[Claim] = []
    sources: dict[str, Source] = {}
    for index, given in enumerate(example.claims):
        name = str(given.get("source") or chr(ord("a") + index % 26))
        published = _day(index, given)
        known = sources.get(name)
        if known is None or (published and not known.published):
            sources[name] = Source(
                path=name,
                format="claims",
                sha256="",
                raw="",
                parts=[],
                published=published,
                publisher=given.get("publisher"),
            )
        claims.append(_claim(rule, index, given, name, packs))
    return claims, [sources[name] for name in sorted(sources)]


def _claim(rule: Rule, index: int, given: dict[str, Any], source: str, packs: Packs) -> Claim:
    named = [key for key in given if key in packs.attributes and key not in _OWN]
    keys = {key for name in named for key in packs.attributes[name].key}
    named = [name for name in named if name not in keys] if len(named) > 1 else named
    if len(named) != 1:
        raise UserError(
            f"claim {index + 1} names {'several attributes' if named else 'no attribute'}; give one: title: Director"
        )
    attribute = packs.attributes[named[0]]
    modality = given.get("modality", "asserted")
    if modality not in MODALITIES:
        raise UserError(f"claim {index + 1}: no modality {modality!r}; known: {', '.join(MODALITIES)}")
    try:
        value = value_of(given[named[0]], attribute.value)
        confidence = float(given.get("confidence", 1.0))
    except UserError as error:
        raise UserError(f"claim {index + 1}: {error.message}") from None
    except (TypeError, ValueError):
        raise UserError(f"claim {index + 1}: confidence should be a number, not {given['confidence']!r}") from None
    _slips(index, given, attribute)
    qualifiers = {key: str(text) for key, text in given.items() if key != named[0] and key not in _OWN}
    subject = Subject(str(given.get("subject") or _NAMES.get(attribute.subject, "Example")), attribute.subject)
    if "organization" in attribute.key:
        qualifiers.setdefault("organization", "Example Works")
    return Claim(
        id=f"c{index + 1}", source=source, span=Span(index + 1, 1, index + 1, 2),
        quote=str(given.get("quote", value.text)),
        subject=subject, attribute=named[0], value=value, qualifiers=qualifiers, modality=modality, rule="example",
        confidence=confidence,
    )  # fmt: skip


def _day(index: int, given: dict[str, Any]) -> str | None:
    """When the claim's source was published. Raises UserError for what is no date: it would count for nothing."""
    published = given.get("published")
    if published is None or published == "":
        return None
    try:
        return value_of(published, "date").edtf
    except UserError as error:
        raise UserError(f"claim {index + 1}: published: {error.message}") from None


def _slips(index: int, given: dict[str, Any], attribute: Attribute) -> None:
    """Raises UserError for a key that is one of those known here, misspelt: it would pass for a qualifier."""
    known = (*_OWN, *attribute.key, "status", "as_of", "basis")
    for key in given:
        near = get_close_matches(key, known, 1, 0.8) if key not in (*known, attribute.name) else []
        if near:
            raise UserError(f"claim {index + 1}: {key!r}; did you mean {near[0]!r}?")
