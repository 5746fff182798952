"""A claim as a quotation: the sentence in context, the differing words marked, where it stands and how it is said."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Claim, Value
from checker.reports.html.markup import Html, el, join
from checker.reports.html.view import View
from checker.reports.quotes import excerpt

ROOM = 420  # characters of a quote
_SAID = {
    "reported": "reported, not asserted",
    "predicted": "predicted",
    "denied": "denied",
}


def quotation(view: View, claim: Claim, rest: Sequence[Value]) -> Html:
    """The quote of a claim with its source."""
    parts = excerpt(claim, rest, ROOM)
    before, after = view.contexts.get(claim.id, ("", ""))
    sentence = join([parts.before, el("mark", parts.marked) if parts.marked else None, parts.after])
    around = [el("span", t, class_="context") if t else None for t in (before, after)]
    return el(
        "figure",
        el(
            "blockquote",
            around[0],
            " " if before else "",
            el("span", sentence),
            " " if after else "",
            around[1],
            dir="auto",
        ),
        el("figcaption", _where(view, claim), *_notes(view, claim)),
        class_="quote",
    )


def _where(view: View, claim: Claim) -> Html:
    """File and line; the file's full path for whoever points at it."""
    return el(
        "cite",
        f"{view.name(claim.source)}:{claim.span.line}",
        title=f"{claim.source}:{claim.span.line}:{claim.span.column}",
    )


def _notes(view: View, claim: Claim) -> list[Html]:
    source = view.sources.get(claim.source)
    dated = claim.qualifiers.get("as_of", "")
    status = claim.qualifiers.get("status", "")
    notes = [
        ("", source.publisher or "" if source else ""),
        ("", f"published {source.published}" if source and source.published else ""),
        ("status", status if status not in ("", "current") else ""),
        ("status", f"as of {dated}" if dated else ""),
        (f"modality {claim.modality}", _SAID.get(claim.modality, "")),
        ("", f"read by {claim.reader}" if claim.reader not in ("", "rules") else ""),
    ]
    return [join([" ", el("span", words, class_=f"note {kind}".strip())]) for kind, words in notes if words]
