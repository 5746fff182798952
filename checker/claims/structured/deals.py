"""Tables of deals whose rows are rounds and sales by turns, and columns about the latest work of each row's body."""

from __future__ import annotations

from msgspec.structs import replace

from checker import lazy
from checker.claims.structured.column import Column, share
from checker.claims.structured.context import Workbench
from checker.claims.structured.headings import heading
from checker.claims.structured.lexicon import fold
from checker.claims.structured.row import Row

_DEAL = lazy.compile(
    r"(?i)\s*(?:(?:pre-?)?seed|series [a-k]\d?|angel|bridge|growth|venture|acqui\w+|merger|buy-?out|takeover|ipo)\b"
)
_SALE = lazy.compile(r"(?i)\s*(?:acqui\w+|merger|buy-?out|takeover|purchase|trade sale|sale|m&a|exit)\b")
_HEADERS = frozenset("event deal type kind what happening milestone step stage sort transaction".split())
_OF_SALES = {"round_amount": "acquisition_price", "round_date": "acquired_on", "lead_investor": "acquired_by"}


def settle_rounds(bench: Workbench, columns: list[Column]) -> None:
    """A column "event" of "Series A", "Acquisition" says which round, or that it is a sale."""
    for column in columns:
        texts = column.texts(bench)
        said = not _HEADERS.isdisjoint(fold(column.heading.text).split())
        if said and column.role != "attribute" and share([bool(_DEAL.match(text)) for text in texts]) > 0.5:
            column.role, column.name = "qualifier", "round"
            column.heading = replace(column.heading, role="qualifier", name="round", others=())


def meant(attribute: str, row: Row) -> str:
    """What an attribute of a round is in a row that tells of a sale: the amount its price, the lead the buyer."""
    sold = _SALE.match(row.qualifiers.get("round", "")) is not None
    return _OF_SALES.get(attribute, attribute) if sold else attribute


_WHICH = frozenset("newest latest new main largest flagship biggest current first principal last recent".split())
_OF_WORKS = ("opened_on", "cost", "released_on", "price", "held_on")


def settle_thing(bench: Workbench, columns: list[Column]) -> None:
    """ "newest_brewhouse", "brewhouse_opened", "brewhouse_cost": whose works, when they opened and what they cost."""
    if not any((c.heading.role, c.heading.name) == ("subject", "organization") for c in columns[:2]):
        return
    for column in columns[1:]:
        words = fold(column.heading.text).split()
        if len(words) != 2 or words[0] not in _WHICH or any(c.isdigit() for t in column.texts(bench) for c in t[:1]):
            continue
        theirs = [(c, _of_work(bench, c, words[1])) for c in columns if c is not column]
        if any(name for _, name in theirs):
            column.role, column.name = "subject", "project"
            column.heading = replace(column.heading, role="subject", name="project", others=())
            for other, name in theirs:
                if name:
                    other.role, other.name = "attribute", name


def _of_work(bench: Workbench, column: Column, noun: str) -> str:
    """The attribute of a work that a header gives behind the work's noun: "brewhouse_cost_gbp_m"; "" for none."""
    words = column.heading.text.replace("_", " ").split()
    if len(words) < 2 or words[0].casefold() != noun:
        return ""
    found = heading(" ".join(words[1:]), bench.words, bench.published)
    meanings = [(found.role, found.name), *found.others]
    name = next((name for role, name in meanings if role == "attribute" and name in _OF_WORKS), "")
    if name:
        column.heading = replace(found, role="attribute", name=name, others=())
    return name
