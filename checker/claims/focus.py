"""What a document is about: its main organization and its main person."""

from __future__ import annotations

from msgspec import Struct

from checker.model import Block, Record, Table
from checker.packs.vocabulary import vocabulary
from checker.passages import Mention, Name, Page, Passage

_OURS = frozenset(
    (
        "group company foundation board society association corporation trust federation co-operative "
        "cooperative union institute museum charity agency authority council club university publisher bank"
    ).split()
)
_BODIES = ("Organization", "Corporation", "NGO", "Museum", "CollegeOrUniversity")
_NEWS = frozenset(
    ("NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle")
)


class _Tally(Struct):
    """How a name of the wanted kind is used: ``points`` over paragraphs, whether prose speaks of it, first place."""

    points: float = 0.0
    sure: float = 0.0  # how sure its kind is
    prose: int = 0  # paragraphs that name it
    first: int = 0


def main_organization(page: Page) -> str:
    """The organization that the page is about; "" where none leads.

    An issuer's own document (release, report, minutes, newsletter) is about its issuer, if it says "we" or "the
    Society" of itself; in others the publisher and what stands only in mastheads count for nothing.
    """
    tallies = _tallies(page, "organization")
    issuer = _issuer(page, tallies)
    if issuer:
        return issuer
    declared = _declared(page)
    if declared:
        return declared
    entry = _entry(page, "organization")
    if entry:
        return entry
    publisher = _folded(page.source.publisher or "")
    for full, tally in tallies.items():
        if publisher and _folded(full) == publisher:
            tally.points *= 0.15
    _described(page, tallies)
    return _leader(page, tallies, 2.0 if not _runs(page) else 1.4 if _interview(page) else 1.15)


def hero(page: Page) -> str:
    """The person whom the page is about: named in most of its paragraphs; authors and contacts count for nothing."""
    entry = _entry(page, "person")
    if entry:
        return entry
    tallies = _tallies(page, "person")
    authors = _folded(page.source.author or "")
    for full, tally in tallies.items():
        if authors and _folded(full) in authors:
            tally.points *= 0.1
    return _leader(page, tallies, 1.0)


def _folded(text: str) -> str:
    folded = text.casefold().strip(" .,")
    return folded[4:] if folded.startswith("the ") else folded


def _tallies(page: Page, kind: str) -> dict[str, _Tally]:
    """Every full name of one kind with its points: paragraphs count, more than repetition within them."""
    tallies: dict[str, _Tally] = {}
    only_cells = not _runs(page)
    leads = (
        {id(row[0]) for part in page.source.parts if isinstance(part, Table) for row in part.rows if row}
        if only_cells
        else set()
    )
    prose = 0
    for place, passage in enumerate(page.passages):
        weight = (1.5 if id(passage.block) in leads else 1.0) if only_cells else _weight(passage, prose)
        prose += passage.block.kind == "paragraph" and len(passage.tokens) > 12
        seen: set[str] = set()
        titles = (
            {m.first for m in passage.mentions if m.kind == "title"},
            {m.last for m in passage.mentions if m.kind == "title"},
        )
        for mention in passage.mentions:
            name = page.names.get(mention.key) if mention.kind == "name" else None
            if (
                name is None
                or name.kind != kind
                or not name.full
                or _plain(name)
                or (kind == "organization" and _label(passage, mention))
            ):
                continue
            tally = tallies.setdefault(name.full, _Tally(first=place))
            tally.sure = max(tally.sure, _sure(name))
            tally.points += (
                _sure(name)
                * weight
                * (0.5 if name.full in seen and not only_cells else 1.0)
                * _role(passage, mention, titles)
            )
            if name.full not in seen and weight >= 1.0:
                tally.prose += 1
            seen.add(name.full)
    return tallies


def _label(passage: Passage, mention: Mention) -> bool:
    """The name of who speaks, before a colon: "Spoke: How did it start?"."""
    return (
        passage.block.kind != "heading"
        and mention.first == 0
        and mention.last < len(passage.tokens)
        and passage.tokens[mention.last].text == ":"
    )


def _runs(page: Page) -> bool:
    """Whether the document has running text, and not only tables."""
    return any(p.block.kind in ("paragraph", "item", "quote") and len(p.tokens) > 12 for p in page.passages)


def _plain(name: Name) -> bool:
    """A common word with a capital that hardly anything shows to be a name ("Transport", "Note")."""
    lists = vocabulary().words
    return (
        " " not in name.text and name.text.casefold() in lists["common"] and max(name.votes.values(), default=0.0) < 1.5
    )


def _sure(name: Name) -> float:
    """How sure the kind of a name is, from 0.2 to 1: what is an organization for want of anything better counts
    little."""
    return min(1.0, max(0.2, (name.votes.get(name.kind, 0.0) - 0.5) / 1.2))


def _weight(passage: Passage, prose: int) -> float:
    """What a mention counts by where it stands: a masthead, a signature or a contact line hardly anything."""
    block, short = passage.block, len(passage.tokens) <= 12
    if block.kind == "field":
        return 0.2
    if block.kind == "cell":
        return 0.25
    if block.kind == "heading":
        return 1.0
    if short and not any(t.text in ".?!" for t in passage.tokens[-2:]):
        return 0.2
    return 1.5 if prose < 2 else 1.0


def _role(passage: Passage, mention: Mention, titles: tuple[set[int], set[int]]) -> float:
    """More for what a sentence begins with, and for whom officers belong to; ``titles`` begin and end at these
    tokens."""
    tokens = passage.tokens
    starts = (
        mention.first == 0
        or tokens[mention.first - 1].text in ".?!"
        or (mention.first < 2 and tokens[0].lower == "the")
    )
    begins, ends = titles
    titled = not begins.isdisjoint((mention.last, mention.last + 1)) or not ends.isdisjoint(
        (mention.first, mention.first - 1, mention.first - 2)
    )
    return 1.0 + 0.3 * starts + 0.4 * titled


def _entry(page: Page, kind: str) -> str:
    """Of a page whose title is a name alone (an encyclopedia's, a profile's): that name."""
    for passage in page.passages[:6]:
        if passage.block.kind == "heading" and passage.block.level <= 1:
            names = [m for m in passage.mentions if m.kind == "name"]
            if len(names) == 1 and names[0].last - names[0].first == len(passage.tokens):
                name = page.names.get(names[0].key)
                if name is not None and name.kind == kind and _in_prose(page, name):
                    return name.full
            return ""
    return ""


def _in_prose(page: Page, name: Name) -> bool:
    """Whether running text speaks of it, as it does of an entry and not of a masthead."""
    fulls = {n.full for n in page.names.values() if n.full} & {name.full}
    return any(
        m.kind == "name" and (found := page.names.get(m.key)) is not None and found.full in fulls
        for p in page.passages
        if p.block.kind == "paragraph" and len(p.tokens) > 12
        for m in p.mentions
    )


def _declared(page: Page) -> str:
    """The organization that a page's own JSON-LD describes."""
    for part in page.source.parts:
        if isinstance(part, Record) and part.kind == "jsonld" and part.type in _BODIES:
            for field in part.fields:
                if field.name == "name" and isinstance(field.value, Block):
                    return field.value.text
    return ""


def _issuer(page: Page, tallies: dict[str, _Tally]) -> str:
    """Who issues the document, where it speaks of itself as "we" or "the Society": a publisher, letterhead or imprint.

    A news article's publisher is not taken for one, however often it says "our".
    """
    own, formal = _selves(page)
    if _interview(page):
        own = 0
    if own + formal < 2 or any(isinstance(part, Record) and part.type in _NEWS for part in page.source.parts):
        return ""
    publisher = page.source.publisher or ""
    for candidate in (*([publisher] if publisher else []), *_letterheads(page)):
        folded = _folded(candidate)
        same = [full for full in tallies if _same(_folded(full), folded)]
        if same and (formal >= 2 or own >= 3):
            return max(same, key=lambda full: (_folded(full) == folded, tallies[full].points, full))
        if (
            candidate == publisher
            and formal >= 2
            and folded.split()[-1:]
            and folded.split()[-1] in vocabulary().words["legal_forms"]
        ):
            return publisher
    return ""


def _interview(page: Page) -> bool:
    """Questions and answers by somebody: "we" is whoever answers. A house's own list of questions has no author."""
    asked = sum(
        p.block.kind != "cell" and len(p.tokens) > 2 and any(t.text == "?" for t in p.tokens[-2:])
        for p in page.passages
    )
    labelled = sum(
        any(t.text == ":" and i for i, t in enumerate(p.tokens[:5]))
        for p in page.passages
        if p.block.kind == "paragraph"
    )
    return asked >= 3 and (labelled >= 4 or bool(page.source.author))


def _same(name: str, issuer: str) -> bool:
    """One name for both: the same, one cut short of the other, or the initials of the issuer."""
    initials = "".join(word[0] for word in issuer.split() if word not in ("of", "the", "for", "and", "&"))
    return (
        name == issuer
        or issuer.startswith(name + " ")
        or name.startswith(issuer + " ")
        or (len(name) > 2 and initials.startswith(name))
    )


def _selves(page: Page) -> tuple[int, int]:
    """How often running text says "we" or "our" outside quotations, and "the Company", "the Society" with a capital."""
    own = formal = 0
    for passage in page.passages:
        if passage.block.kind in ("cell", "field", "heading", "quote"):
            continue
        quoted = False
        before = ""
        for token in passage.tokens:
            if token.text in '“"':
                quoted = not quoted if token.text == '"' else True
            elif token.text == "”":
                quoted = False
            elif not quoted:
                own += token.lower in ("we", "our", "us")
                formal += (
                    before == "the" and token.text[0].isupper() and not token.text.isupper() and token.lower in _OURS
                )
            before = token.lower
    return own, formal


def _letterheads(page: Page) -> list[str]:
    """Organizations that the first lines name alone, and those of "About X" and of a contact line at the end."""
    found: list[str] = []
    for passage in (*page.passages[:5], *page.passages[-8:]):
        short = len(passage.tokens) <= 14 and not any(
            t.text in ".?!" and t.end - t.start == 1 for t in passage.tokens[-1:]
        )
        if (
            passage.block.kind == "cell"
            or not short
            or (
                passage.block.kind == "heading"
                and passage.block.level > 1
                and "about" not in passage.block.text.casefold()
            )
        ):
            continue
        for mention in passage.mentions:
            name = page.names.get(mention.key) if mention.kind == "name" else None
            if name is not None and name.kind == "organization" and name.full and _sure(name) >= 0.6:
                found.append(name.full)
    return found


def _described(page: Page, tallies: dict[str, _Tally]) -> None:
    """ "The museum" counts for the one organization with Museum in its name."""
    ends: dict[str, list[str]] = {}
    for full in tallies:
        ends.setdefault(full.casefold().split()[-1], []).append(full)
    for passage in page.passages:
        for before, token in zip(passage.tokens, passage.tokens[1:], strict=False):
            if before.lower == "the" and len(token.lower) > 3 and token.lower in ends:
                tallies[max(ends[token.lower], key=lambda full: (tallies[full].points, full))].points += 0.5


def _leader(page: Page, tallies: dict[str, _Tally], lead: float) -> str:
    """The name with the most points, if it leads by ``lead``; names in the title count for more."""
    title = _folded(
        " ".join(
            [
                page.source.title or "",
                *(p.block.text for p in page.passages if p.block.kind == "heading" and p.block.level <= 1),
            ]
        )
    )
    words = set(title.replace("’s", "").replace("'s", "").split())
    for full, tally in tallies.items():
        if _folded(full) in title or full.split()[0].casefold() in words or full.split()[-1].casefold() in words:
            tally.points = 1.4 * tally.points + 1.5 * tally.sure * (tally.prose > 0)
    if any(tally.prose for tally in tallies.values()):
        tallies = {full: tally for full, tally in tallies.items() if tally.prose}
    ranked = sorted(tallies, key=lambda full: (-tallies[full].points, tallies[full].first, full))
    if not ranked or tallies[ranked[0]].points < 0.5:
        return ""
    paragraphs = sum(p.block.kind in ("paragraph", "item") and len(p.tokens) > 12 for p in page.passages)
    if tallies[ranked[0]].prose < 2 and paragraphs >= 5 and _folded(ranked[0]) not in title:
        return ""
    if len(ranked) > 1 and tallies[ranked[0]].points < lead * tallies[ranked[1]].points:
        return ""
    return ranked[0]
