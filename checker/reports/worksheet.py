"""The fact-checker's worksheet: each claim of a draft with what supports it, what contradicts it, or nothing."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Literal

import msgspec
from msgspec import Struct

from checker.model import Claim
from checker.reports.safety import plain

Standing = Literal["supported", "contradicted", "disputed", "apart", "nothing"]
FORMATS = ("text", "json", "markdown")
ANNOTATED = ("markdown", "html")
WORDS = {
    "supported": "supported", "contradicted": "contradicted", "disputed": "supported by some, contradicted by others",
    "apart": "the corpus speaks of it, but of another time or scope", "nothing": "nothing in the corpus speaks to it",
}  # fmt: skip
_SIGNS = {"supported": "✓", "contradicted": "✗", "disputed": "±", "apart": "~", "nothing": "?"}
_SHOWN = 3  # sources quoted for and against


class Entry(Struct, frozen=True):
    """One claim of a draft. ``origins`` counts its independent sources, ``exact`` those that say just the same."""

    claim: Claim
    standing: Standing
    supports: tuple[Claim, ...] = ()
    contradicts: tuple[Claim, ...] = ()
    origins: int = 0
    exact: int = 0
    reasons: tuple[str, ...] = ()


class Worksheet(Struct, frozen=True):
    """The claims of the drafts, in the order of the drafts."""

    entries: tuple[Entry, ...]

    def counts(self) -> dict[str, int]:
        """How many claims stand how."""
        return {standing: sum(e.standing == standing for e in self.entries) for standing in WORDS}


def render_worksheet(sheet: Worksheet, format: str) -> str:
    """The worksheet as text, Markdown or JSON. Raises KeyError for another format."""
    return {"text": _text, "markdown": _markdown, "json": _json}[format](sheet)


def _text(sheet: Worksheet) -> str:
    lines: list[str] = []
    for entry in sheet.entries:
        claim = entry.claim
        lines.append(f"{_at(claim)}: {_SIGNS[entry.standing]} {_said(claim)}: {WORDS[entry.standing]}{_count(entry)}")
        lines += [f"    for      {_at(c)}: {plain(_short(c.quote))}" for c in entry.supports[:_SHOWN]]
        lines += [f"    against  {_at(c)}: {plain(_short(c.quote))}" for c in entry.contradicts[:_SHOWN]]
    return "\n".join([*lines, *([""] if lines else []), _sum(sheet)]) + "\n"


def _markdown(sheet: Worksheet) -> str:
    rows = ["| where | claim | standing | for | against |", "|---|---|---|---|---|"]
    for entry in sheet.entries:
        sides = (_cells(entry.supports), _cells(entry.contradicts))
        standing = f"{_SIGNS[entry.standing]} {WORDS[entry.standing]}{_count(entry)}"
        rows.append(
            f"| {_cell(_at(entry.claim))} | {_cell(_said(entry.claim))} | {standing} | {sides[0]} | {sides[1]} |"
        )
    return "\n".join(["# Worksheet", "", _sum(sheet), "", *rows]) + "\n"


def _json(sheet: Worksheet) -> str:
    content = {"version": 1, "claims": [_entry(entry) for entry in sheet.entries], "summary": sheet.counts()}
    return msgspec.json.format(msgspec.json.encode(content), indent=1).decode() + "\n"


def _entry(entry: Entry) -> dict[str, object]:
    from checker.contract import claim_entry

    return {
        "claim": claim_entry(entry.claim),
        "standing": entry.standing,
        "origins": entry.origins,
        "exact": entry.exact,
        "reasons": entry.reasons,
        "supports": [claim_entry(claim) for claim in entry.supports],
        "contradicts": [claim_entry(claim) for claim in entry.contradicts],
    }


def annotate(text: str, entries: list[Entry], format: str) -> str:
    """A draft's text with a mark at the value of each claim, and notes: for Markdown footnotes, for HTML a page."""
    places = sorted(((*_offsets(text, e.claim), n, e) for n, e in enumerate(entries, 1)), key=lambda p: (p[1], p[2]))
    kept: list[tuple[int, int, int, Entry]] = []
    for place in places:
        if not kept or place[0] >= kept[-1][1]:
            kept.append(place)
        else:  # two claims in one place share its mark
            kept.append((kept[-1][1], kept[-1][1], place[2], place[3]))
    return _as_html(text, kept) if format == "html" else _as_markdown(text, kept)


def _as_markdown(text: str, places: list[tuple[int, int, int, Entry]]) -> str:
    parts, at = [], 0
    for _, end, n, entry in places:
        parts.append(f"{text[at:end]}{_SIGNS[entry.standing]}[^check-{n}]")
        at = end
    notes = [f"[^check-{n}]: {_cell(line)}" for _, _, n, entry in places for line in [_note(entry)]]
    return "".join([*parts, text[at:].rstrip("\n"), "\n\n", "\n".join(notes), "\n"])


def _as_html(text: str, places: list[tuple[int, int, int, Entry]]) -> str:
    parts, at = [], 0
    for start, end, n, entry in places:
        marked = (
            f'<mark class="{entry.standing}" title="{_escaped(_note(entry))}">{_escaped(text[max(start, at) : end])}'
        )
        parts.append(
            f'{_escaped(text[at:start])}{marked}<sup><a href="#c{n}">{_SIGNS[entry.standing]}{n}</a></sup></mark>'
        )
        at = max(at, end)
    notes = "".join(f'<li id="c{n}" value="{n}">{_escaped(_note(entry))}</li>' for _, _, n, entry in places)
    return _PAGE.replace("{text}", "".join(parts) + _escaped(text[at:])).replace("{notes}", notes)


_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Draft, checked</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}mark{color:inherit;background:#eee;padding:0 .1em}
.supported{background:#d9f2dd}.contradicted{background:#ffd9d4}.disputed{background:#ffe9c7}
</style>
<h1>Draft, checked</h1><pre>{text}</pre><h2>Notes</h2><ol>{notes}</ol></html>
"""


def _offsets(text: str, claim: Claim) -> tuple[int, int]:
    """Where the claim's value stands in the text, start and end."""
    lines, span = text.split("\n"), claim.span
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    last = len(lines)
    start = starts[min(span.line, last) - 1] + span.column - 1
    end = starts[min(span.end_line, last) - 1] + span.end_column - 1
    return min(start, len(text)), min(max(start, end), len(text))


def _note(entry: Entry) -> str:
    told = [
        f"{c.source}:{c.span.line} “{_short(c.quote)}”" for c in (*entry.supports[:_SHOWN], *entry.contradicts[:_SHOWN])
    ]
    return f"{_said(entry.claim)}: {WORDS[entry.standing]}{_count(entry)}" + (f". {'; '.join(told)}" if told else "")


def _count(entry: Entry) -> str:
    if not entry.supports:
        return ""
    sources = len({claim.source for claim in entry.supports})
    said = f"{sources} source{'s' * (sources > 1)}, {entry.exact} exactly"
    return f" ({said}, {entry.origins} origin{'s' * (entry.origins > 1)})" if entry.origins != sources else f" ({said})"


def _said(claim: Claim) -> str:
    keys = ", ".join(v for k, v in sorted(claim.qualifiers.items()) if k not in ("status", "as_of"))
    what = claim.attribute.replace("_", " ") + (f" ({keys})" if keys else "")
    denied = "not " if claim.modality == "denied" else ""
    return plain(f"{claim.subject.name}, {what}: {denied}{claim.value.text}")


def _at(claim: Claim) -> str:
    return plain(f"{claim.source}:{claim.span.line}:{claim.span.column}")


def _short(quote: str) -> str:
    text = " ".join(quote.split())
    return text if len(text) <= 160 else text[:157] + "…"


def _cells(claims: tuple[Claim, ...]) -> str:
    return "<br>".join(_cell(f"{_at(c)}: {_short(c.quote)}") for c in claims[:_SHOWN])


def _cell(text: str) -> str:
    safe = html.escape(plain(text), quote=False)
    return "".join(f"\\{char}" if char in "\\|`*_[]" else char for char in safe)


def _escaped(text: str) -> str:
    return html.escape("\n".join(plain(line) for line in text.split("\n")))


def _sum(sheet: Worksheet) -> str:
    told: Iterator[str] = (
        f"{count} {WORDS[standing].partition(',')[0]}" for standing, count in sheet.counts().items() if count
    )
    total = len(sheet.entries)
    return f"{total} claim{'s' * (total != 1)}: {'; '.join(told) or 'none to check'}."
