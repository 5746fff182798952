"""Accounts side by side: for one subject what each source says of each of its attributes."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Claim, Fact, Subject
from checker.reports.html.lanes import career, timeline
from checker.reports.html.markup import Html, el, join
from checker.reports.html.overview import badge
from checker.reports.html.quoted import quotation
from checker.reports.html.view import View, anchor, key, shown, subject_anchor, tone, topic
from checker.reports.words import counted

COLUMNS = 8  # sources beside each other; of more, the values are listed with who gives them
FACTS = 60  # rows of one dossier


def dossier(view: View, subject: Subject, *, opened: bool) -> Html:
    """The subject's table and its pictures, under a heading that opens and closes."""
    facts = view.facts.get(subject, [])
    paths = sorted({claim.source for fact in facts for claim in fact.claims})
    rows = facts[:FACTS]
    table = _beside(view, rows, paths) if len(paths) <= COLUMNS else _listed(view, rows)
    conflicts = view.disputes[subject]
    about = f"{subject.type}; {counted(len(facts), 'fact')} from {counted(len(paths), 'source')}"
    told = el("span", counted(conflicts, "conflict"), class_="severity error") if conflicts else None
    at = subject_anchor(subject)
    return el(
        "details",
        el("summary", el("h3", subject.name), " ", el("small", about), " ", told),
        el(
            "div",
            table,
            class_="wide",
            tabindex="0",
            role="region",
            aria_label=f"What each source says of {subject.name}",
        ),
        el("p", f"and {len(facts) - FACTS} more facts, in the JSON report") if len(facts) > FACTS else None,
        career(view, subject, facts),
        timeline(view, subject, facts),
        id=at,
        class_="dossier",
        open=opened,
    )


def _beside(view: View, facts: Sequence[Fact], paths: Sequence[str]) -> Html:
    head = [el("td"), *(el("th", _source(view, path), scope="col") for path in paths)]
    rows = []
    for fact in facts:
        label = topic(fact.attribute, fact.qualifiers)
        cells = [_cell(view, fact, path) for path in paths]
        rows.append(el("tr", el("th", label, scope="row"), *cells, class_="disputed" if view.disputed(fact) else None))
    return el("table", el("thead", el("tr", *head)), el("tbody", *rows), class_="accounts")


def _source(view: View, path: str) -> Html:
    source = view.sources.get(path)
    notes = " · ".join(part for part in (source.publisher, source.published) if part) if source else ""
    return join([el("span", view.name(path), title=path), el("small", notes) if notes else None])


def _cell(view: View, fact: Fact, path: str) -> Html:
    claims = [claim for claim in fact.claims if claim.source == path]
    entries = _entries(view, fact, claims)
    return el(
        "td", *(entries or [el("span", "–", class_="silent", title="says nothing of it")]), data_source=view.name(path)
    )


def _listed(view: View, facts: Sequence[Fact]) -> Html:
    rows = [
        el(
            "tr",
            el("th", topic(f.attribute, f.qualifiers), scope="row"),
            el("td", *_entries(view, f, f.claims, sources=True)),
            class_="disputed" if view.disputed(f) else None,
        )
        for f in facts
    ]
    return el(
        "table",
        el("thead", el("tr", el("td"), el("th", "what is said, and by whom", scope="col"))),
        el("tbody", *rows),
        class_="accounts",
    )


def _entries(view: View, fact: Fact, claims: Sequence[Claim], *, sources: bool = False) -> list[Html]:
    """What the claims say, each value once, opening on the quotes."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.source, c.span)):
        groups.setdefault((_said(claim), _tone(view, claim)), []).append(claim)
    return [_entry(view, fact, words, colour, group, sources=sources) for (words, colour), group in groups.items()]


def _entry(view: View, fact: Fact, words: str, colour: str, claims: Sequence[Claim], *, sources: bool) -> Html:
    stand = view.stands.get(key(claims[0]))
    held = sorted({view.name(claim.source) for claim in claims})
    who = f" {', '.join(held[:6])}" + (f" and {len(held) - 6} more" if len(held) > 6 else "") if sources else ""
    rest = [p.value for n, p in enumerate(stand[0].positions) if n != stand[1]] if stand else []
    quotes = {(c.source, c.quote): c for c in claims}
    return el(
        "details",
        el(
            "summary",
            badge(stand[1]) if stand else None,
            " " if stand else "",
            el("span", words),
            el("small", who) if who else None,
        ),
        *(quotation(view, claim, rest) for claim in list(quotes.values())[:10]),
        el("p", el("a", "the conflict", href=f"#{anchor(stand[0])}")) if stand else None,
        class_=f"said {colour}",
    )


def _tone(view: View, claim: Claim) -> str:
    stand = view.stands.get(key(claim))
    if stand:
        return tone(stand[1])
    return "agreed" if key(claim) in view.agreed else "alone"


def _said(claim: Claim) -> str:
    notes = [claim.qualifiers.get("status", ""), claim.qualifiers.get("as_of", "")]
    notes.append(claim.modality if claim.modality in ("reported", "predicted") else "")
    inner = ", ".join(note for note in notes if note and note != "current")
    return ("not " if claim.modality == "denied" else "") + shown(claim.value) + (f" ({inner})" if inner else "")
