"""Entries of a chronicle that speak of their organization without naming it, of rounds, owners and last days:
"1936 Founded by K. Asante", "Series B, €38 million, for Sable Air", "Berindei's last day at CAT"."""

from __future__ import annotations

import re

from checker import lazy
from checker.claims.structured.cells import parts
from checker.claims.structured.context import Entity, Workbench, named
from checker.claims.structured.figures import amount
from checker.claims.structured.headings import heading
from checker.claims.structured.moments import Moment, emit_when, house, meant, moment
from checker.claims.structured.posts import is_person
from checker.model import Block, Value
from checker.passages import key_of

_WORD = r"[A-Z][\w&'’-]*(?:\.[\w&'’-]+)*"
_NAME = rf"(?:[Tt]he\s+)?{_WORD}(?:\s+(?:{_WORD}|[&0-9]+|of|and|de|la|du))*"
_BODY = rf"{_NAME}|the [a-z]+"
_BOUGHT = lazy.compile(
    r"(?:[Tt]he\s+)?(?:(?i:company|firm|club|business|paper|it)\s+)?(?:is |was )?"
    rf"(?i:bought(?: out)?|acquired|purchased|taken over|sold)\s+(?:by|to)\s+(?P<buyer>{_NAME})"
)
_OWNED = lazy.compile(
    rf"(?P<buyer>{_NAME})\s+(?:becomes?|became|takes over as|is now|was now)\s+(?:the\s+|its\s+)?"
    r"(?:new\s+|sole\s+|full\s+)?"
    rf"(?:owner|parent(?: company)?|proprietor)\s+of\s+(?P<target>{_BODY})"
    rf"|(?P<buyer2>{_NAME})\s+(?:takes?|took|gains?|gained|assumes?|assumed)\s+(?:full\s+)?(?:control|ownership)\s+of\s+"
    rf"(?P<target2>{_BODY})"
    rf"|(?:Ownership|Control)\s+(?:of\s+(?P<target3>{_BODY})\s+)?"
    rf"(?:passes|passed|moves|moved|is transferred|was transferred)\s+to\s+(?P<buyer3>{_NAME})"
    rf"|{_NAME}\s+(?:sells|sold)\s+(?P<target4>{_BODY})\s+to\s+(?P<buyer4>{_NAME})"
)
_BEGAN = lazy.compile(
    r"(?:The\s+(?:company|firm|club|society|business|charity|school|trust|association|museum|theatre|hospital)\s+"
    r"(?:is |was )?)?(?i:founded|established|incorporated|formed|created|set up|started|registered)\b"
    r"(?:[^.;]*?\s+by\s+(?P<by>[A-Z][^.;()]+?))?(?=\s+(?:as|in|at|on|with|to)\b|[.;,(]|$)"
)
_RAISED = lazy.compile(
    rf"(?:(?P<who>{_NAME})\s+(?:closes|closed|raises|raised|completes|completed|lands|secures|secured)\s+"
    r"(?:an?\s+|its\s+|the\s+)?)?"
    r"(?P<round>(?i:pre-?seed|seed|series [A-K]\d?|bridge|growth|mezzanine)(?: round| funding| financing)?)"
    r"\s*[,:(–—-]?\s*(?:of\s+)?(?P<sum>[^,;.()]*\d[^,;()]*?)\)?(?=,|;|\.\s|\.$|\)|$| for | led )"
    rf"(?:,?\s+for\s+(?P<for>{_NAME}))?"
)
_LED = lazy.compile(rf"led by\s+(?P<lead>{_NAME})|(?P<leads>{_NAME})\s+(?:leads|led|is the lead|as lead)\b")
_AT = rf"(?:\s+(?:at|with|in)\s+(?P<body>{_NAME}))?"
_LAST = lazy.compile(
    rf"(?P<who>{_NAME}?)['’]s?\s+last\s+(?:working\s+)?day{_AT}"
    rf"|[Ll]ast\s+(?:working\s+)?day\s+(?:of|for)\s+(?P<who2>{_NAME}){_AT.replace('body', 'body2')}"
    rf"|(?P<who3>{_NAME})\s+(?:works|worked|serves|served|has|had)\s+(?:his|her|their|a)\s+last\s+(?:working\s+)?day"
    rf"{_AT.replace('body', 'body3')}"
)
_REACHES = lazy.compile(
    r"(?P<what>(?:[A-Z][\w'’-]*\s+)?(?i:headcount|staff|workforce|payroll|turnover|revenue|sales|membership|"
    r"subscribers|members))\s+(?:numbers?\s+)?"
    r"(?:reach(?:es|ed)?|pass(?:es|ed)?|hits?|tops?|topped|stands?\s+at|stood\s+at|grows?\s+to|grew\s+to|rises?\s+to|"
    r"rose\s+to|falls?\s+to|fell\s+to|is|was)\s+(?P<sum>[^.;]*\d[^.;]*)"
)


def read_entry(bench: Workbench, when: Moment | None, block: Block, offset: int, what: str) -> bool:
    """Draft what an entry says in one of these ways; False for another."""
    readers = (_round, _owned, _last_day, _bought, _begun, _reaches)
    return any(reader(bench, when, block, offset, what) for reader in readers)


def _group(match: re.Match[str], name: str) -> str | None:
    """The group of a name that was found, of several alternatives."""
    return next((key for key in match.groupdict() if key.rstrip("234") == name and match[key]), None)


def _owned(bench: Workbench, when: Moment | None, block: Block, offset: int, what: str) -> bool:
    match = _OWNED.match(what)
    key = _group(match, "buyer") if match is not None else None
    if match is None or key is None:
        return False
    side = _group(match, "target")
    target = meant(bench, match[side]) if side is not None else house(bench)
    _sold(bench, when, block, (offset + match.start(key), offset + match.end(key)), target, match[key])
    _priced(bench, block, offset, what, match.end(), target)
    return True


def _bought(bench: Workbench, when: Moment | None, block: Block, offset: int, what: str) -> bool:
    match = _BOUGHT.match(what)
    if match is None or not house(bench):
        return False
    _sold(
        bench, when, block, (offset + match.start("buyer"), offset + match.end("buyer")), house(bench), match["buyer"]
    )
    return True


def _sold(bench: Workbench, when: Moment | None, block: Block, at: tuple[int, int], target: str, buyer: str) -> None:
    """Who owns it from then on."""
    buyer = re.sub(r"^[Tt]he\s+", "", named(buyer))
    if target and buyer != target and bench.kind_of(target) in ("organization", "") and bench.kind_of(buyer) != "place":
        about = Entity(target, "organization")
        bench.emit(block, at, about, "acquired_by", Value("organization", buyer), {}, "timeline", 0.8)
        emit_when(bench, when, about, "acquired_on")


_PRICE = lazy.compile(r"\s+for\s+(?P<sum>[^.;,]*\d[^.;]{0,30})")


def _priced(bench: Workbench, block: Block, offset: int, what: str, at: int, target: str) -> None:
    """ "… for NOK 310 million" behind who bought it."""
    price = _PRICE.match(what, at)
    found = amount(price["sum"], "money", None, 1.0, bench.published) if price is not None else None
    if price is not None and found is not None and target:
        start = offset + price.start("sum")
        about = Entity(target, "organization")
        span = (found.start + start, found.end + start)
        bench.emit(block, span, about, "acquisition_price", found.value, {}, "timeline", 0.8)


def bought_by(what: str, name: str) -> bool:
    """Whether an entry says that its own house was bought by somebody of that name."""
    match = _BOUGHT.match(what)
    return match is not None and bool(name) and (match["buyer"].startswith(name) or name.startswith(match["buyer"]))


def _begun(bench: Workbench, when: Moment | None, block: Block, offset: int, what: str) -> bool:
    match, body = _BEGAN.match(what), house(bench)
    if match is None or not body:
        return False
    about = Entity(body, "organization")
    emit_when(bench, when, about, "founded_on")
    for piece in re.finditer(r"[^,&]+?(?=,|\s+and\s|\s*&|$)", match["by"] or ""):
        name = named(re.sub(r"^\s*(?:and\s+|&\s*|brothers\s+|sisters\s+)+", "", piece[0]))
        if is_person(bench, name):
            at = block.text.find(name, offset)
            bench.emit(block, (at, at + len(name)), about, "founder", Value("person", name), {}, "timeline", 0.8)
    return True


def _round(bench: Workbench, when: Moment | None, block: Block, offset: int, what: str) -> bool:
    match = _RAISED.match(what)
    if match is None:
        return False
    said = match["for"] or match["who"]
    body = meant(bench, said) if said else house(bench)
    rest = offset + match.end()
    return bool(body) and _funded(
        bench, when, block, (match["round"], body), offset + match.start("sum"), match["sum"], rest
    )


_LINE = lazy.compile(
    r"\W{0,4}(?P<round>(?i:pre-?seed|seed|angel|series [A-K]\d?|bridge|growth|mezzanine)"
    r"(?: round| extension| funding)?)"
    r"\W{0,3}\s*\((?P<when>[^()]*\d{4})\)\W{0,3}\s*[:,–—-]?\s+"
    r"(?P<sum>[^,;()]*\d[^,;()]*?)(?=[,;(]|\.\s|\.?$|\s+led\b|\s+at\b)"
)
_WORTH = lazy.compile(
    r"(?:post|pre)-money(?:\s+valuation)?(?:\s+of)?\s+(?P<sum>\S*\d\S*(?:\s+(?:million|billion|m|bn)\b)?)"
    r"|(?P<sum2>\S*\d\S*(?:\s+(?:million|billion|m|bn))?)\s+(?:post|pre)-money"
)


def read_round_line(bench: Workbench, block: Block) -> bool:
    """ "**Series A** (June 2020): $14M, led by Harbor Peak" in a list of rounds."""
    match, body = _LINE.match(block.text), house(bench)
    if match is None or not body:
        return False
    when = moment(bench, block, match["when"], match.start("when"))
    what = (match["round"], body)
    if not _funded(bench, when, block, what, match.start("sum"), match["sum"], match.end()):
        return False
    worth = _WORTH.search(block.text, match.end())
    side = _group(worth, "sum") if worth is not None else None
    found = amount(worth[side], "money", None, 1.0, bench.published) if worth is not None and side is not None else None
    if worth is not None and side is not None and found is not None:
        span = (worth.start(side) + found.start, worth.start(side) + found.end)
        extra = {"as_of": (when.value.edtf or "") if when is not None else ""}
        bench.emit(block, span, Entity(body, "organization"), "valuation", found.value, extra, "timeline")
    return True


def _funded(
    bench: Workbench, when: Moment | None, block: Block, what: tuple[str, str], at: int, money: str, rest: int
) -> bool:
    """Draft a round's sum, its date and who led it; ``what`` is the round and whose it is."""
    found = amount(money, "money", None, 1.0, bench.published)
    if found is None:
        return False
    name, about = re.sub(r"\s+(?:round|funding|financing)$", "", what[0], flags=re.I), Entity(what[1], "organization")
    extra = {"round": name}
    bench.emit(block, (found.start + at, found.end + at), about, "round_amount", found.value, extra, "timeline")
    if when is not None:
        bench.emit(when.block, (when.start, when.end), about, "round_date", when.value, extra, "timeline")
    lead = _LED.search(block.text, rest)
    if lead is not None:
        first, last = lead.span("lead" if lead["lead"] else "leads")
        for a, b in _bodies(bench, block.text[first:last]):
            value = Value("organization", named(block.text[first + a : first + b]))
            bench.emit(block, (first + a, first + b), about, "lead_investor", value, extra, "timeline")
    return True


def _bodies(bench: Workbench, text: str) -> list[tuple[int, int]]:
    """The investors of "Monte Capital and Fjord Growth"; one where the page knows the whole as a name."""
    known = bench.page.names.get(key_of(text))
    return [(0, len(text))] if known is not None else parts(text, r"\s+and\s+")


def _last_day(bench: Workbench, when: Moment | None, block: Block, offset: int, what: str) -> bool:
    match = _LAST.match(what)
    key = _group(match, "who") if match is not None else None
    if match is None or key is None:
        return False
    who, side = meant(bench, match[key]), _group(match, "body")
    body = meant(bench, match[side]) if side is not None else house(bench)
    if body and when is not None and not (bench.published and (when.value.edtf or "") > bench.published):
        emit_when(bench, when, Entity(who, "person"), "left_on", body)
    return True


def _reaches(bench: Workbench, when: Moment | None, block: Block, offset: int, what: str) -> bool:
    match, body = _REACHES.match(what), house(bench)
    found = heading(match["what"], bench.words, bench.published) if match is not None else None
    if match is None or found is None or found.role != "attribute" or not body:
        return False
    kind = bench.words.attributes[found.name].value
    value = amount(match["sum"], kind, None, 1.0, bench.published) if kind in ("money", "quantity") else None
    if value is None:
        return False
    at, moment = offset + match.start("sum"), (when.value.edtf or "") if when is not None else ""
    extra = {"as_of": moment, "scope": found.scope, "period": moment if found.name == "revenue" else ""}
    bench.emit(
        block,
        (value.start + at, value.end + at),
        Entity(body, "organization"),
        found.name,
        value.value,
        extra,
        "timeline",
    )
    return True
