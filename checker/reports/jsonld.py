"""The report as linked data: schema.org for what is said and where, PROV for what was made out of what.

Where those vocabularies fit, they are used: a source is a ``DigitalDocument``, a claim a ``Claim`` with its
``appearance``, the run a ``prov:Activity``. They do not fit in three places. A finding is no ``ClaimReview``, which
rates whether a claim is true; factlint says that claims contradict each other and rates none. A position has no
counterpart at all. And dates that are no single day are no ``Date``: they are given as EDTF. These are terms of
``urn:factlint:``.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from checker import __version__
from checker.model import Claim, Finding, Report, Source, Subject, Value
from checker.reports.safety import plain

CONTEXT = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "fl": "urn:factlint:",
    "prov:used": {"@type": "@id"},
    "prov:wasDerivedFrom": {"@type": "@id"},
    "prov:wasGeneratedBy": {"@type": "@id"},
    "prov:wasAssociatedWith": {"@type": "@id"},
    "appearance": {"@type": "@id"},
    "fl:claim": {"@type": "@id"},
}
_TYPES = {
    "person": "Person", "organization": "Organization", "product": "Product", "project": "Project", "event": "Event",
    "team": "Organization", "place": "Place",
}  # fmt: skip
_VERDICTS = {"conflict": "fl:Conflict", "agreement": "fl:Agreement", "notice": "fl:Notice"}
RUN, AGENT = "urn:factlint:run", "urn:factlint:agent"


def render_jsonld(report: Report) -> str:
    """One JSON-LD document with everything that is a node of its own in ``@graph``."""
    sources = {source.path for source in report.sources}
    claims = {claim.id: claim for claim in report.claims}
    claims |= {c.id: c for finding in report.findings for p in finding.positions for c in p.claims}
    graph = [
        _filled(
            {
                "@id": AGENT,
                "@type": ["SoftwareApplication", "prov:SoftwareAgent"],
                "name": "factlint",
                "softwareVersion": __version__,
            }
        ),
        {
            "@id": RUN,
            "@type": "prov:Activity",
            "prov:used": sorted(map(_iri, sources)),
            "prov:wasAssociatedWith": AGENT,
        },
        *(_source(source) for source in report.sources),
        *(_claim(claim) for claim in sorted(claims.values(), key=lambda c: (c.source, c.span, c.attribute, c.id))),
        *(_finding(finding) for finding in report.findings),
    ]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, indent=1, ensure_ascii=False, sort_keys=False) + "\n"


def _source(source: Source) -> dict[str, Any]:
    whole = (
        source.published if source.published and len(source.published) == 10 and source.published[4] == "-" else None
    )
    web = source.url if source.url and source.url.lower().startswith(("https://", "http://")) else None
    return _filled(
        {
            "@id": _iri(source.path),
            "@type": ["DigitalDocument", "prov:Entity"],
            "name": _text(source.title),
            "url": _text(web),
            "datePublished": whole,
            "fl:published": source.published if not whole else None,
            "publisher": {"@type": "Organization", "name": _text(source.publisher)} if source.publisher else None,
            "author": {"@type": "Person", "name": _text(source.author)} if source.author else None,
            "sha256": source.sha256,
            "fl:path": _text(source.path),
        }
    )


def _claim(claim: Claim) -> dict[str, Any]:
    span = claim.span
    place = {"line": span.line, "column": span.column, "endLine": span.end_line, "endColumn": span.end_column}
    return _filled({
        "@id": f"urn:factlint:claim:{quote(claim.id)}", "@type": ["Claim", "prov:Entity"], "text": _text(claim.quote),
        "about": _subject(claim.subject), "appearance": _iri(claim.source), "prov:wasDerivedFrom": _iri(claim.source),
        "prov:wasGeneratedBy": RUN, "fl:attribute": claim.attribute, "fl:value": _value(claim.value),
        "fl:qualifiers": {f"fl:{name}": _text(claim.qualifiers[name]) for name in sorted(claim.qualifiers)},
        "fl:modality": claim.modality, "fl:place": {f"fl:{name}": at for name, at in place.items()},
    })  # fmt: skip


def _finding(finding: Finding) -> dict[str, Any]:
    claims = sorted({claim.id for position in finding.positions for claim in position.claims})
    positions = [
        {
            "@type": "fl:Position",
            "fl:value": _value(p.value),
            "fl:claim": [f"urn:factlint:claim:{quote(c.id)}" for c in p.claims],
        }
        for p in finding.positions
    ]
    return _filled({
        "@id": f"urn:factlint:finding:{quote(finding.id)}", "@type": [_VERDICTS[finding.verdict], "prov:Entity"],
        "description": _text(finding.message), "about": _subject(finding.subject), "fl:attribute": finding.attribute,
        "fl:qualifiers": {f"fl:{name}": _text(finding.qualifiers[name]) for name in sorted(finding.qualifiers)},
        "fl:rule": finding.rule, "fl:severity": finding.severity, "fl:reason": _text(finding.reason),
        "fl:position": {"@list": positions}, "prov:wasGeneratedBy": RUN,
        "prov:wasDerivedFrom": [f"urn:factlint:claim:{quote(id_)}" for id_ in claims],
    })  # fmt: skip


def _value(value: Value) -> dict[str, Any]:
    amount = value.low is not None or value.high is not None
    kind = ("MonetaryAmount" if value.currency else "QuantitativeValue") if amount else f"fl:{value.kind.capitalize()}"
    exact = value.low if value.low == value.high else None
    return _filled({
        "@type": kind, "name": _text(value.text), "fl:edtf": value.edtf, "value": exact, "currency": value.currency,
        "minValue": value.low if exact is None else None, "maxValue": value.high if exact is None else None,
        "fl:approximate": value.approximate or None,
    })  # fmt: skip


def _subject(subject: Subject) -> dict[str, Any]:
    return {"@type": _TYPES.get(subject.type, "Thing"), "name": _text(subject.name)}


def _iri(path: str) -> str:
    """A path as a reference relative to where the document lies; one that could be taken for a scheme begins with ./"""
    shown = quote(path.replace("\\", "/").encode("utf-8", "surrogatepass"), safe="/#")
    return shown if path.startswith("/") else f"./{shown}"


def _text(text: str | None) -> str | None:
    return plain(text) if text else None


def _filled(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if value not in (None, "", {}, [])}
