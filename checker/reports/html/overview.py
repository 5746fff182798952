"""What somebody sees first: in one sentence, in a table of what is disputed, and who disagrees with whom."""

from __future__ import annotations

from checker.model import Finding, Position
from checker.reports.html.markup import Html, el, join
from checker.reports.html.view import View, anchor, letter, shown, subject_anchor, tone, topic
from checker.reports.words import STANDING, counted, sources

DISPUTES = 15  # conflicts in the first table
HEAT = 14  # sources in the matrix
SUBJECTS = 12


def overview(view: View) -> Html:
    """The whole first part."""
    return join([_lead(view), _disputes(view), _subjects(view), _matrix(view)])


def headline(view: View) -> str:
    """The run in the words of somebody who does not know the tool."""
    grave, mild = view.report.count("conflict", "error"), len(view.conflicts) - view.report.count("conflict", "error")
    read = counted(len(view.sources), "source")
    if not view.conflicts:
        return f"{read}, and no contradiction found between them."
    points = counted(grave or mild, "point")
    if not grave:
        return f"{read} give differing accounts on {points}."
    more = f", and give differing accounts on {mild} more" if mild else ""
    return f"{read} contradict each other on {points}{more}."


def _lead(view: View) -> Html:
    report = view.report
    tiles = [
        (len(report.sources), "source", "#sources"),
        (len(report.claims), "claim", ""),
        (len(report.facts), "fact", "#accounts"),
        (len(view.conflicts), "conflict", "#findings"),
        (report.count("agreement"), "agreement", "#findings&verdict=agreement"),
        (report.count("notice"), "notice", "#findings&verdict=notice"),
        (len(report.skipped), "part not read", "#unread"),
    ]
    items = []
    for number, noun, target in tiles:
        words = join([el("strong", f"{number:,}"), " ", _plural(number, noun)])
        linked = target and number
        items.append(el("li", el("a", words, href=target) if linked else el("span", words), class_=noun.split()[0]))
    return join([el("p", headline(view), class_="headline"), el("ul", *items, class_="tiles", aria_label="Counts")])


def _plural(number: int, noun: str) -> str:
    return noun if number == 1 else noun.replace("part", "parts") if " " in noun else noun + "s"


def _disputes(view: View) -> Html | None:
    if not view.conflicts:
        return None
    rows = [_dispute(view, finding) for finding in view.conflicts[:DISPUTES]]
    left = len(view.conflicts) - len(rows)
    head = el("tr", *(el("th", t, scope="col") for t in ("About", "The accounts", "How grave")))
    more = el("p", el("a", f"All {counted(len(view.conflicts), 'conflict')}", href="#findings")) if left else None
    return el(
        "section",
        el("h2", "What the sources disagree on", id="h-disputes"),
        el("table", el("thead", head), el("tbody", *rows), class_="disputes"),
        more,
        id="disputes",
        aria_labelledby="h-disputes",
    )


def _dispute(view: View, finding: Finding) -> Html:
    link = el(
        "a",
        el("strong", finding.subject.name),
        " ",
        topic(finding.attribute, finding.qualifiers),
        href=f"#{anchor(finding)}",
    )
    chips = [chip(view, finding, n) for n in range(min(len(finding.positions), 5))]
    if len(finding.positions) > 5:
        chips.append(el("li", f"and {len(finding.positions) - 5} more"))
    return el(
        "tr", el("th", link, scope="row"), el("td", el("ul", *chips, class_="chips")), el("td", severity(finding))
    )


def chip(view: View, finding: Finding, number: int) -> Html:
    """One position: its letter, its value and who holds it."""
    position = finding.positions[number]
    held = sources(position)
    who = ", ".join(view.name(s) for s in held[:2]) + (f" and {len(held) - 2} more" if len(held) > 2 else "")
    return el("li", badge(number), " ", el("b", held_as(position)), " ", el("small", who), class_=tone(number))


def badge(number: int) -> Html:
    """The letter of a position."""
    return el("span", letter(number), class_="letter")


def severity(finding: Finding) -> Html:
    """How grave a finding is, in a word, with what that means."""
    if finding.verdict == "agreement":
        return el("span", "agreement", class_="severity agreement")
    return el("span", STANDING[finding.severity], class_=f"severity {finding.severity}")


def _subjects(view: View) -> Html | None:
    disputed = [s for s in view.subjects if view.disputes[s]]
    if len(disputed) < 2:
        return None
    items = [
        el(
            "li",
            el("a", s.name, href=f"#{subject_anchor(s)}"),
            " ",
            el("small", f"{s.type}, {counted(view.disputes[s], 'conflict')}"),
        )
        for s in disputed[:SUBJECTS]
    ]
    left = len(disputed) - len(items)
    return el(
        "section",
        el("h2", "Most disputed", id="h-subjects"),
        el("ol", *items, class_="subjects"),
        el("p", f"and {left} more, under ", el("a", "accounts side by side", href="#accounts"), ".")
        if left > 0
        else None,
        id="subjects",
        aria_labelledby="h-subjects",
    )


def _matrix(view: View) -> Html | None:
    """Sources by sources: how much of what both speak of they disagree on."""
    if len(view.sources) < 2 or not view.pairs:
        return None
    names = sorted(view.sources, key=lambda s: (-view.contrary[s], s))[:HEAT]
    head = [el("td"), *(el("th", el("span", _short(view.name(n))), scope="col", title=n) for n in names)]
    rows = [
        el("tr", el("th", view.name(row), scope="row"), *(_heat(view, row, column) for column in names))
        for row in names
    ]
    most = names[0]
    told = (
        f"{view.name(most)} disagrees most with the rest ({counted(view.contrary[most], 'time')})."
        if view.contrary[most]
        else ""
    )
    left = len(view.sources) - len(names)
    return el(
        "section",
        el("h2", "Who disagrees with whom", id="h-matrix"),
        el(
            "p",
            told,
            " Each cell: points on which two sources disagree, of those that both speak of; the stronger the colour,"
            " the more.",
        ),
        el(
            "div",
            el("table", el("thead", el("tr", *head)), el("tbody", *rows), class_="heat"),
            class_="wide",
            tabindex="0",
            role="region",
            aria_label="Table: who disagrees with whom",
        ),
        el("p", f"{counted(left, 'source')} with fewer disagreements left out.") if left > 0 else None,
        id="matrix",
        aria_labelledby="h-matrix",
    )


def _short(name: str) -> str:
    return name if len(name) <= 22 else name[:10] + "…" + name[-10:]


def _heat(view: View, row: str, column: str) -> Html:
    one, other = sorted((row, column))
    agree, against = view.pairs.get((one, other), (0, 0)) if row != column else (0, 0)
    both = agree + against
    if row == column or not both:
        return el("td", el("span", "–" if row == column else "·", aria_hidden="true"), class_="none")
    shade = 0 if not against else min(5, 1 + int(against / both * 5))
    words = f"{view.name(row)} and {view.name(column)}: {against} of {both} in dispute"
    return el("td", el("span", f"{against}/{both}"), class_=f"h{shade}", title=words)


def held_as(position: Position) -> str:
    """What a position says: its value, or that it is not so."""
    value = shown(position.value)
    denied = bool(position.claims) and all(c.modality == "denied" for c in position.claims)
    return f"not {value}" if denied and not value.startswith("not ") else value
