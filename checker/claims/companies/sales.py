"""Sales of one company, told one after another: each but the last carries its date, so that none is held against
another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from checker.claims.cues import OF_A_SALE
from checker.claims.draft import Draft

_REACH = 240  # characters within which what is said of a sale stands together


class Sale:
    """What one place says of a sale."""

    def __init__(self, drafts: list[Draft]) -> None:
        self.drafts = drafts
        self.buyers = {d.value.text.casefold() for d in drafts if d.attribute == "acquired_by"}
        self.day = next((d.value.edtf or "" for d in drafts if d.attribute == "acquired_on"), "")


def mark(drafts: list[Draft]) -> None:
    """Give the claims of an earlier sale their date."""
    told = [d for d in drafts if d.attribute in OF_A_SALE and d.modality in ("asserted", "reported")]
    names = sorted({d.subject for d in told}, key=len, reverse=True)
    longer = {
        name: next(n for n in names if set(name.casefold().split()) <= set(n.casefold().split())) for name in names
    }
    told.sort(key=lambda d: longer[d.subject])
    for _, same in groupby(told, key=lambda d: longer[d.subject]):
        sales = [sale for sale in _sales(list(same)) if sale.buyers and sale.day]
        last = max((sale.day for sale in sales), default="")
        latest = {buyer for sale in sales if _same_time(sale.day, last) for buyer in sale.buyers}
        for sale in sales:
            if not _same_time(sale.day, last) and not sale.buyers & latest:
                for draft in sale.drafts:
                    draft.qualifiers = {**draft.qualifiers, "as_of": sale.day}


def _same_time(day: str, other: str) -> bool:
    short = min(len(day), len(other))
    return day[:short] == other[:short]


def _sales(drafts: list[Draft]) -> Iterator[Sale]:
    """The sales of one company, each with what stands beside its buyer in one block."""
    buyers = [d for d in drafts if d.attribute == "acquired_by"]
    for buyer in buyers:
        beside = [
            d
            for d in drafts
            if d.attribute != "acquired_by"
            and d.block is buyer.block
            and abs(d.start - buyer.start) <= _REACH
            and buyer is min((b for b in buyers if b.block is d.block), key=lambda b: _apart(b, d))
        ]
        yield Sale([buyer, *beside])


def _apart(one: Draft, other: Draft) -> tuple[bool, int]:
    """How far apart two claims stand: whether in two sentences, and by how many characters."""
    first, last = sorted((one.start, other.start))
    return ". " in one.block.text[first:last] or ".[" in one.block.text[first:last], last - first
