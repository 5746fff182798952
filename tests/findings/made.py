"""Claims for tests, in a line."""

from __future__ import annotations

from typing import Any

from checker import facts, findings, packs
from checker.model import Claim, Finding, Source, Span, Subject, Value
from checker.packs.written import value_of


def claim(source: str, attribute: str, value: Any, subject: str = "Ada Lark", **qualifiers: str) -> Claim:
    """A claim; ``modality`` and ``quote`` are taken out of the qualifiers."""
    shape = packs.load().attributes[attribute]
    made = value if isinstance(value, Value) else value_of(value, shape.value)
    modality: Any = qualifiers.pop("modality", "asserted")
    quote = qualifiers.pop("quote", made.text)
    text = repr((source, attribute, made, subject, sorted(qualifiers.items()), modality))
    return Claim(
        id=f"c{text}",
        source=source,
        span=Span(1, 1, 1, 2),
        quote=quote,
        subject=Subject(subject, shape.subject),
        attribute=attribute,
        value=made,
        qualifiers=qualifiers,
        modality=modality,
    )


def judged(*claims: Claim, published: dict[str, str] | None = None) -> list[Finding]:
    """The findings of the packs that ship."""
    loaded = packs.load()
    sources = [
        Source(path=path, format="text", sha256="", raw="", parts=[], published=day)
        for path, day in (published or {}).items()
    ]
    return findings.judge(facts.group(claims, loaded), loaded, sources)


def verdicts(*claims: Claim, **more: Any) -> list[str]:
    """Rule and verdict of each finding."""
    return [f"{f.rule} {f.verdict}" for f in judged(*claims, **more)]
