"""What a document is about: its main organization and its main person."""

from __future__ import annotations

from collections import defaultdict

from checker.model import Block, Record
from checker.packs.vocabulary import vocabulary
from checker.passages import Name, Page, Passage


def main_organization(page: Page) -> str:
    """The organization named most, names in the title, headings and first lines counting more; "" where none leads."""
    return _leading(page, "organization")


def hero(page: Page) -> str:
    """The person named most, by the same measure."""
    return _leading(page, "person")


def _leading(page: Page, kind: str) -> str:
    scores: dict[str, float] = defaultdict(float)
    prose = 0
    for passage in page.passages:
        weight = _weight(passage, prose)
        prose += passage.block.kind == "paragraph"
        for mention in passage.mentions:
            name = page.names.get(mention.key) if mention.kind == "name" else None
            if name is not None and name.kind == kind and name.full:
                scores[name.full] += weight * _role(passage, mention.last, name)
    if kind == "organization":
        _described(page, scores)
        issuer = _issuer(page, scores)
        if issuer:
            return issuer
        declared = _declared(page)
        if declared:
            return declared
    entry = _entry(page, kind)
    if entry:
        return entry
    title = (page.source.title or "").casefold()
    publisher = (page.source.publisher or "").casefold()
    for full in scores:
        if full.casefold() == publisher:
            scores[full] *= 0.4
    for full in scores:
        if full.casefold() != publisher and full.casefold() in title or (kind == "organization" and full.split()[0].casefold() in title.split()):
            scores[full] = 1.5 * scores[full] + 3
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (kind == "organization" and len(ranked) > 1 and ranked[0][1] < 1.25 * ranked[1][1] and not _short_of(ranked[0][0], ranked[1][0])):
        return ""
    return ranked[0][0]


def _entry(page: Page, kind: str) -> str:
    """Of a page whose title is a name alone (an encyclopedia's, a profile's): that name."""
    for passage in page.passages[:6]:
        if passage.block.kind == "heading" and passage.block.level <= 1:
            names = [m for m in passage.mentions if m.kind == "name"]
            if len(names) == 1 and names[0].last - names[0].first == len(passage.tokens):
                name = page.names.get(names[0].key)
                if name is not None and name.kind == kind:
                    return name.full
            return ""
    return ""


def _declared(page: Page) -> str:
    """The organization that a page's own JSON-LD describes."""
    for part in page.source.parts:
        if isinstance(part, Record) and part.kind == "jsonld" and part.type in ("Organization", "Corporation", "NGO", "Museum", "CollegeOrUniversity"):
            for field in part.fields:
                if field.name == "name" and isinstance(field.value, Block):
                    return field.value.text
    return ""


def _issuer(page: Page, scores: dict[str, float]) -> str:
    """The publisher, where the document speaks of it as "the Group", "the company" or "we": its own release or report."""
    publisher = (page.source.publisher or "").casefold().strip()
    if not publisher:
        return ""
    own = [full for full in scores if full.casefold() == publisher or publisher.startswith(full.casefold() + " ") or full.casefold().startswith(publisher)]
    ours = sum(a.lower == "the" and b.text in ("Group", "Company", "Foundation", "Board", "Society", "Association") or a.lower in ("our", "we") for p in page.passages for a, b in zip(p.tokens, p.tokens[1:], strict=False))
    if own:
        return max(own, key=lambda full: scores[full]) if ours >= 2 else ""
    formal = publisher.split()[-1].strip(".") in vocabulary().words["legal_forms"]
    return page.source.publisher or "" if formal and ours >= 3 else ""


def _short_of(first: str, second: str) -> bool:
    return first.startswith(second) or second.startswith(first)


def _described(page: Page, scores: dict[str, float]) -> None:
    """ "The museum" counts for the one organization with Museum in its name."""
    for passage in page.passages:
        for before, token in zip(passage.tokens, passage.tokens[1:], strict=False):
            if before.lower == "the" and len(token.lower) > 3:
                called = [full for full in scores if full.casefold().split()[-1] == token.lower]
                if called:
                    scores[max(called, key=lambda full: (scores[full], full))] += 0.7


def _weight(passage: Passage, prose: int) -> float:
    kind = passage.block.kind
    if kind == "field":
        return 1.2
    if kind == "cell":
        return 0.2
    if kind == "heading":
        return 2.0 if passage.block.level <= 1 else 1.0
    return 1.6 if prose < 3 else 1.0


def _role(passage: Passage, last: int, name: Name) -> float:
    return 1.0
