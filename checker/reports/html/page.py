"""The page: one file that needs nothing else, under a policy that lets nothing else run."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from importlib.resources import files

from checker.digests import sha256
from checker.model import Finding, Skipped
from checker.reports.html.conflict import finding_entry
from checker.reports.html.dossier import dossier
from checker.reports.html.markup import Html, el
from checker.reports.html.overview import headline, overview
from checker.reports.html.view import View, anchor, subject_anchor
from checker.reports.quotes import said
from checker.reports.safety import plain
from checker.reports.words import RANK, doubts, first, sources

AT_ONCE = 120  # findings and dossiers in the page from the start; those after them are laid out when they are looked at
OPENED = 3  # dossiers opened from the start
LEADS = (
    ("disputes", "Disagreements"),
    ("matrix", "Who disagrees"),
    ("accounts", "Accounts side by side"),
    ("findings", "Findings"),
    ("sources", "Sources"),
)


def page(view: View) -> str:
    """The whole file."""
    style, script = _held("style.css"), _held("script.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="generator", content="factlint"),
        el("title", f"What the sources say: {headline(view)}"),
        Html(f"<style>{style}</style>"),
    )
    size = "long" if len(view.findings) + len(view.subjects) > AT_ONCE else None
    body = el("body", *_body(view), _data(view), Html(f"<script>{script}</script>"), class_=size)
    return f'<!doctype html>\n<html lang="en">{head}{body}</html>\n'


def _body(view: View) -> list[Html]:
    sections = [overview(view), *_accounts(view), _findings(view), *_left_out(view), _sources(view), _statistics(view)]
    main = el("main", *sections, id="main")
    shown = "".join(sections)
    links = [el("li", el("a", words, href=f"#{at}")) for at, words in LEADS if f'id="{at}"' in shown]
    return [
        el("a", "Skip to the report", href="#main", class_="skip"),
        el(
            "header",
            el("h1", "What the sources say"),
            el("nav", el("ul", *links), aria_label="Parts of this report"),
            el("div", id="tools"),
            class_="top",
        ),
        main,
        el(
            "footer",
            el(
                "p",
                "Made by factlint. Quotes are shown as they stand in the sources; nothing here says which "
                "account is true.",
            ),
        ),
    ]


def _accounts(view: View) -> list[Html]:
    if not view.subjects:
        return []
    entries = [dossier(view, s, opened=n < OPENED and view.disputes[s] > 0) for n, s in enumerate(view.subjects)]
    legend = el(
        "p",
        "A column a source, a row an attribute. ",
        el("span", el("span", "A", class_="letter"), " ", el("span", "B", class_="letter"), class_="p0"),
        " and their colours: the positions of a conflict. ",
        el("span", "agreed", class_="agreed"),
        ": another source says so too. Open a cell to read the sentence.",
        class_="legend",
    )
    return [
        el(
            "section",
            el("h2", "Accounts side by side", id="h-accounts"),
            legend,
            *_lazily(entries, "dossiers"),
            id="accounts",
            aria_labelledby="h-accounts",
        )
    ]


def _findings(view: View) -> Html:
    entries = [finding_entry(view, finding) for finding in view.findings]
    return el(
        "section",
        el("h2", "Findings", id="h-findings"),
        el("div", id="filters"),
        *(_lazily(entries, "list") if entries else [el("p", "None.")]),
        id="findings",
        aria_labelledby="h-findings",
    )


def _lazily(entries: Sequence[Html], name: str) -> list[Html]:
    """The first entries, and the others as text that costs nothing until a script lays it out, or there is no
    script."""
    shown = [el("div", *entries[:AT_ONCE], id=name)]
    if len(entries) > AT_ONCE:
        shown.append(el("noscript", Html("\n<!--·-->".join(entries[AT_ONCE:])), id=f"{name}-rest"))
    return shown


def _left_out(view: View) -> list[Html]:
    doubted = doubts(view.report.unbelieved)
    return [*_notes(view.report.skipped, "Not read", "unread"), *_notes(doubted, "Not believed", "unbelieved")]


def _notes(notes: Sequence[Skipped], title: str, name: str) -> list[Html]:
    if not notes:
        return []
    rows = [el("tr", el("td", f"{s.path}:{s.line}" if s.line else s.path), el("td", s.reason)) for s in notes[:500]]
    head = el("tr", el("th", "where", scope="col"), el("th", "why", scope="col"))
    return [
        el(
            "section",
            el("h2", title, id=f"h-{name}"),
            el("table", el("thead", head), el("tbody", *rows)),
            id=name,
            aria_labelledby=f"h-{name}",
        )
    ]


def _sources(view: View) -> Html:
    head = el("tr", *(el("th", t, scope="col") for t in ("source", "published", "publisher", "title", "disagreements")))
    rows = [
        el(
            "tr",
            el("th", s.path, scope="row"),
            el("td", s.published or ""),
            el("td", s.publisher or ""),
            el("td", s.title or ""),
            el("td", view.contrary[s.path], class_="number"),
        )
        for s in view.report.sources[:1000]
    ]
    left = len(view.report.sources) - len(rows)
    table = el("table", el("thead", head), el("tbody", *rows))
    return el(
        "section",
        el("h2", "Sources", id="h-sources"),
        el("div", table, class_="wide", tabindex="0", role="region", aria_label="Table of sources"),
        el("p", f"and {left} more") if left > 0 else None,
        id="sources",
        aria_labelledby="h-sources",
    )


def _statistics(view: View) -> Html:
    rows = [
        el("tr", el("td", g), el("td", n), el("td", f"{c:,}", class_="number")) for g, n, c in view.report.statistics
    ]
    if not rows:
        return Html("")
    head = el("tr", *(el("th", t, scope="col") for t in ("group", "name", "count")))
    return el("section", el("h2", "Statistics"), el("table", el("thead", head), el("tbody", *rows)), id="statistics")


def _data(view: View) -> Html:
    """What the filters look at, one row a finding, in the order of the page."""
    paths = [source.path for source in view.report.sources]
    numbers = {path: n for n, path in enumerate(paths)}
    data = {
        "sources": [plain(view.name(path)) for path in paths],
        "findings": [_row(finding, numbers) for finding in view.findings],
        "dossiers": [subject_anchor(s) for s in view.subjects],
    }
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return Html(f'<script type="application/json" id="data">{text}</script>')


def _row(finding: Finding, numbers: dict[str, int]) -> list[object]:
    held = sorted({s for p in finding.positions for s in sources(p)})
    words = [said(p.value)[:120] for p in finding.positions] + [
        c.quote[:400] for p in finding.positions[:8] for c in p.claims[:4]
    ]
    dates = [p.value.edtf for p in finding.positions if p.value.edtf]
    return [
        anchor(finding),
        finding.verdict,
        finding.severity,
        f"{finding.rule} {finding.name}",
        [numbers[s] for s in held if s in numbers],
        plain(finding.subject.name)[:200],
        finding.attribute.replace("_", " "),
        RANK[finding.severity],
        min(dates, default=""),
        first(finding)[0],
        plain(" ".join([finding.message[:300], *finding.qualifiers.values(), *dict.fromkeys(words)])).casefold()[:2400],
    ]


def _held(name: str) -> str:
    return (files("checker.reports.html") / name).read_text(encoding="utf-8").strip()


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
