"""One finding: its positions side by side, each with its quotes, why it is held one, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model import Accepted, Claim, Finding, Position, Value
from checker.origins import independent
from checker.reports.html.markup import Html, el, join
from checker.reports.html.overview import badge, held_as, severity
from checker.reports.html.quoted import quotation
from checker.reports.html.ranges import range_chart
from checker.reports.html.view import View, anchor, shown, subject_anchor, tone, topic
from checker.reports.quotes import figures, others
from checker.reports.words import counted, place, sources

QUOTES = 3  # shown at once of one position
MORE = 20  # shown when asked for
POSITIONS = 12


def finding_entry(view: View, finding: Finding) -> Html:
    """The finding as an article with its permanent link."""
    at = anchor(finding)
    name = join([el("strong", finding.subject.name), " ", topic(finding.attribute, finding.qualifiers)])
    head = el(
        "header",
        el("h3", el("a", name, href=f"#{at}")),
        el(
            "p", severity(finding), " ", el("span", finding.message[:1].upper() + finding.message[1:], class_="message")
        ),
    )
    positions = [_position(view, finding, n) for n in range(min(len(finding.positions), POSITIONS))]
    left = len(finding.positions) - len(positions)
    body: list[Html | None] = [
        el("div", *positions, class_="positions"),
        el("p", f"and {counted(left, 'more position')}") if left > 0 else None,
        range_chart(view, finding),
        el("dl", *_why(view, finding), class_="why"),
    ]
    if finding.verdict != "conflict":
        body = [el("details", el("summary", "Who says it, and in which words"), *body)]
    return el(
        "article",
        head,
        *body,
        id=at,
        class_=f"finding {finding.verdict} {finding.severity}{' accepted' if finding.accepted else ''}",
        tabindex="-1",
    )


def _position(view: View, finding: Finding, number: int) -> Html:
    position = finding.positions[number]
    held = sources(position)
    origins = independent(position.claims)
    count = counted(len(held), "source") + (f", {origins} independent" if origins < len(held) else "")
    exact = figures(position.value)
    value = shown(position.value)
    same = exact.casefold() == value.casefold() or not position.value.text
    return el(
        "section",
        el("h4", badge(number), " ", held_as(position)),
        el("p", count, el("span", f" = {exact}", class_="exact") if exact and not same else None, class_="count"),
        *_quotes(view, position, others(finding, position)),
        class_=f"position {tone(number)}" if finding.verdict == "conflict" else "position",
    )


def _quotes(view: View, position: Position, rest: Sequence[Value]) -> Iterator[Html]:
    once: dict[tuple[str, str], Claim] = {}
    for claim in sorted(position.claims, key=place):
        once.setdefault((claim.source, claim.quote), claim)
    claims = list(once.values())
    yield from (quotation(view, claim, rest) for claim in claims[:QUOTES])
    more = claims[QUOTES : QUOTES + MORE]
    if more:
        left = len(claims) - QUOTES - len(more)
        yield el(
            "details",
            el("summary", f"{len(claims) - QUOTES} more"),
            *(quotation(view, claim, rest) for claim in more),
            el("p", f"and {left} more, in the JSON report") if left > 0 else None,
        )


def _why(view: View, finding: Finding) -> Iterator[Html]:
    rule = join([el("code", finding.rule), " ", finding.name])
    kind, _, rest = finding.reason.partition(": ")
    reason = f": {rest if rest.startswith(kind) else finding.reason}" if finding.reason else ""
    asks = {"conflict": "Why it is a conflict", "agreement": "Why they agree", "notice": "Why it is said"}
    yield el("dt", asks[finding.verdict])
    yield el("dd", rule, reason, ". ", view.reasons.get(finding.rule, ""))
    if finding.support:
        yield el("dt", "Support")
        yield el("dd", finding.support[:1].upper() + finding.support[1:], ". Support is no verdict.")
    if finding.accepted is not None:
        yield el("dt", "Accepted")
        yield el("dd", _accepted(finding.accepted))
    elif finding.verdict != "agreement":
        yield el("dt", "To accept it")
        yield el("dd", el("code", f'factlint baseline --finding {finding.id} --why "…"'))
        yield el("dt", "To take one side back")
        yield el("dd", el("code", f"<!-- factlint: ignore[{finding.rule}] why -->"), " on its line in the source")
        yield el("dt", "To silence the rule")
        yield el(
            "dd",
            el("code", f"--ignore {finding.rule}"),
            " or ",
            el("code", f'ignore = ["{finding.rule}"]'),
            " in factlint.toml",
        )
    yield el("dt", "Dossier")
    yield el("dd", el("a", f"all accounts of {finding.subject.name}", href=f"#{subject_anchor(finding.subject)}"))


def _accepted(known: Accepted) -> str:
    """Who accepted the finding, when, why and until when."""
    where = "in the baseline" if known.kind == "baseline" else "in the source"
    by = f" by {known.who}" if known.who else ""
    until = f" until {known.expires}" if known.expires else ""
    return f"{where}{by}{' on ' + known.when if known.when else ''}{until}{': ' + known.why if known.why else ''}"
