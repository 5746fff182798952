"""What a document is about: its main organization and its main person."""

from __future__ import annotations

from checker.claims.discourse.renamings import merged_name
from checker.claims.documents.definitions import definitions
from checker.claims.documents.issuer import Tally, folded_name, interview, issuing, ours, press, sureness
from checker.claims.documents.stated import stated
from checker.model import Block, Record, Table
from checker.packs.vocabulary import vocabulary
from checker.passages import Mention, Name, Page, Passage, Token

_BODIES = ("Organization", "Corporation", "NGO", "Museum", "CollegeOrUniversity")


def main_organization(page: Page) -> str:
    """The organization that the page is about; "" where none leads.

    An issuer's own document (release, report, minutes, newsletter) is about its issuer, if it says "we" or "the
    Society" of itself; in others the publisher and what stands only in mastheads count for nothing.
    """
    if "organization" not in page.about:
        found = _main_organization(page)
        page.about["merged"] = merged_name(page)
        page.about["organization"] = page.about["merged"] or found
    return page.about["organization"]


def _main_organization(page: Page) -> str:
    tallies = _tallies(page, "organization")
    paper = paper_called(page)
    issuer = issuing(page, tallies)
    issuer = "" if paper and folded_name(issuer) == paper else issuer
    page.about["issuer"] = issuer
    found = (
        stated(page) or _defined(page) or issuer or _declared(page) or ("" if paper else _entry(page, "organization"))
    )
    if found:
        page.about["itself"] = found
        return found
    publisher = folded_name(page.source.publisher or "")
    tallies = {full: tally for full, tally in tallies.items() if not paper or folded_name(full) != paper}
    for full, tally in tallies.items():
        if publisher and folded_name(full) == publisher:
            tally.points *= 0.02 if press(full) else 0.15
    _described(page, tallies)
    for full, tally in tallies.items():
        tally.points *= 0.3 if press(full) and tally.prose < 2 else 1.0
    return _leader(page, tallies, 2.0 if not _runs(page) else 1.4 if interview(page) else 1.15) or ours(page)


def paper_called(page: Page) -> str:
    """The name of a newsletter, magazine or podcast that stands over its own issue: "*A newsletter about payments*"."""
    for title, below in zip(page.passages[:3], page.passages[1:4], strict=False):
        words = [t.lower for t in below.tokens[:8]]
        if (
            title.block.kind == "heading"
            and words[:1] in (["a"], ["an"], ["the"])
            and not _PAPERS.isdisjoint(words[1:5])
        ):
            return folded_name(title.block.text)
    return ""


_PAPERS = frozenset("newsletter magazine podcast blog zine fanzine bulletin weekly monthly quarterly newspaper".split())


def _defined(page: Page) -> str:
    """Whom the document says it means by "the Company", or by the one noun that it defines."""
    defined = definitions(page)
    alone = set(defined.values()) if len(set(defined.values())) == 1 else set()
    return defined.get("company") or next(iter(alone), "")


def hero(page: Page) -> str:
    """The person whom the page is about: named in most of its paragraphs; authors and contacts count for nothing."""
    if "person" not in page.about:
        page.about["person"] = _hero(page)
    return page.about["person"]


def _hero(page: Page) -> str:
    entry = _entry(page, "person")
    if entry:
        return entry
    tallies = _tallies(page, "person")
    authors = folded_name(page.source.author or "")
    for full, tally in tallies.items():
        if authors and folded_name(full) in authors:
            tally.points *= 0.1
    return _leader(page, tallies, 1.0)


def _tallies(page: Page, kind: str) -> dict[str, Tally]:
    """Every full name of one kind with its points: paragraphs count, more than repetition within them."""
    tallies: dict[str, Tally] = {}
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
            tally = tallies.setdefault(name.full, Tally(first=place))
            tally.sure = max(tally.sure, sureness(name))
            tally.opening = tally.opening or _opens(passage, mention, prose)
            tally.points += (
                weight * (0.5 if name.full in seen and not only_cells else 1.0) * _role(passage, mention, titles)
            )
            if name.full not in seen and weight >= 1.0:
                tally.prose += 1
            seen.add(name.full)
    for tally in tallies.values():
        tally.points *= max(tally.sure, 0.6 if tally.opening else min(0.6, 0.2 + 0.1 * tally.prose))
    return tallies


def _opens(passage: Passage, mention: Mention, prose: int) -> bool:
    """Whether a name begins the title or the first sentence of the text: its subject, however little shows its kind."""
    begins = mention.first == 0 or (mention.first == 1 and passage.tokens[0].lower in ("the", "“", '"'))
    return begins and (
        (passage.block.kind == "heading" and passage.block.level <= 1)
        or (prose == 1 and passage.block.kind == "paragraph" and len(passage.tokens) > 12)
    )


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
    """A common word with a capital that hardly anything shows to be a name ("Transport", "Note"), or a paper that is
    only quoted ("the Courier")."""
    lists, word = vocabulary().words, name.text.casefold()
    enough = 4.5 if word in lists["paper_nouns"] else 1.5
    return " " not in word and word in lists["common"] and max(name.votes.values(), default=0.0) < enough


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
    before = tokens[mention.first - 1].lower if mention.first else ""
    if before in ("the", "its") and mention.first > 1:
        before = tokens[mention.first - 2].lower
    titled = not begins.isdisjoint((mention.last, mention.last + 1)) or not ends.isdisjoint(
        (mention.first, mention.first - 1, mention.first - 2)
    )
    if _left_behind(tokens, mention.first):
        return 0.15
    if before in _ASIDE and not titled:
        return 0.7
    if titled and _was_there(tokens, mention.first):
        return 0.7
    return 1.0 + 0.3 * starts + 0.4 * titled


def _left_behind(tokens: list[Token], first: int) -> bool:
    """Whether somebody came from there, or worked there once: "comes from X", "formerly director of X", "rival X"."""
    i = first - 1
    while i > 0 and (tokens[i].text.islower() and tokens[i].lower in ("the", "its", "their")):
        i -= 1
    if i < 0:
        return False
    word = tokens[i].lower
    if word in ("rival", "competitor", "ex"):
        return True
    near = {t.lower for t in tokens[max(0, i - 7) : i]}
    cut = max((k for k in range(max(0, i - 7), i) if tokens[k].text in ".;:"), default=-1)
    if cut >= 0:
        near = {t.lower for t in tokens[cut + 1 : i]}
    if word == "from":
        return not near.isdisjoint(_COMINGS)
    return word in ("of", "at", "for", "with") and not near.isdisjoint(_ONCE)


def _was_there(tokens: list[Token], first: int) -> bool:
    """ "Was a logistics manager at X": somebody's past post says less of whom the document is about."""
    near = [t.lower for t in tokens[max(0, first - 7) : first]]
    return near[-1:] == ["at"] and ("was" in near or "been" in near) and "." not in near


_COMINGS = frozenset(
    (
        "come comes came coming join joins joined joining hire hires hired poached lured moved moves arrived arrives "
        "switched recruited recruits appointed transferred returns returned"
    ).split()
)
_ONCE = frozenset("formerly previously worked ex".split())
_ASIDE = frozenset("by from with against beside alongside like than unlike between through via behind over to".split())


def _entry(page: Page, kind: str) -> str:
    """Of a page whose title is a name alone (an encyclopedia's, a profile's): that name."""
    for passage in page.passages[:6]:
        if passage.block.kind == "heading" and passage.block.level <= 1:
            names = [m for m in passage.mentions if m.kind == "name"]
            if len(names) == 1 and names[0].last - names[0].first == len(passage.tokens):
                name = page.names.get(names[0].key)
                if name is not None and name.kind == kind and _in_prose(page, name):
                    return name.full
                if name is not None and kind == "organization" and name.kind in ("", kind):
                    return _longer(page, name)
            return ""
    return ""


def _longer(page: Page, title: Name) -> str:
    """ "Harrow Rovers F.C." as a page's title, and "Harrow Rovers Football Club" in its text."""
    forms = vocabulary().words["legal_forms"] | _FORMS
    stem = [word for word in folded_name(title.text).split() if word.replace(".", "") not in forms]
    bodies = {n.full for n in page.names.values() if n.kind == "organization" and n.full and _in_prose(page, n)}
    same = [
        full
        for full in bodies
        if len(stem) > 1
        and (words := folded_name(full).split())[: len(stem)] == stem
        and all(word.replace(".", "") in forms for word in words[len(stem) :])
    ]
    return same[0] if len(same) == 1 else ""


_FORMS = frozenset("group holdings football rugby cricket athletic association club society fc afc rfc cf sc".split())


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


def _described(page: Page, tallies: dict[str, Tally]) -> None:
    """ "The museum" counts for the one organization with Museum in its name."""
    ends: dict[str, list[str]] = {}
    for full in tallies:
        ends.setdefault(full.casefold().split()[-1], []).append(full)
    for passage in page.passages:
        for before, token in zip(passage.tokens, passage.tokens[1:], strict=False):
            if before.lower == "the" and len(token.lower) > 3 and token.lower in ends:
                best = tallies[max(ends[token.lower], key=lambda full: (tallies[full].points, full))]
                best.points += 0.5
                best.prose += passage.block.kind == "paragraph"


def _last_paragraph(page: Page) -> int:
    """The place of the last paragraph of running text."""
    return max(
        (i for i, p in enumerate(page.passages) if p.block.kind == "paragraph" and len(p.tokens) > 5), default=-1
    )


def _leader(page: Page, tallies: dict[str, Tally], lead: float) -> str:
    """The name with the most points, if it leads by ``lead``; names in the title count for more."""
    title = folded_name(
        " ".join(
            [
                page.source.title or "",
                *(p.block.text for p in page.passages if p.block.kind == "heading" and p.block.level <= 1),
            ]
        )
    )
    words = set(title.replace("’s", "").replace("'s", "").split())
    for full, tally in tallies.items():
        if folded_name(full) in title or full.split()[0].casefold() in words or full.split()[-1].casefold() in words:
            tally.points = 1.4 * tally.points + 1.5 * tally.sure * (tally.prose > 0)
    if any(tally.prose for tally in tallies.values()):
        tallies = {full: tally for full, tally in tallies.items() if tally.prose}
    ranked = sorted(tallies, key=lambda full: (-tallies[full].points, tallies[full].first, full))
    alone = len(ranked) == 1 or (ranked and tallies[ranked[1]].points < 0.4 * tallies[ranked[0]].points)
    if not ranked or tallies[ranked[0]].points < (0.3 if alone else 0.5):
        return ""
    paragraphs = sum(p.block.kind in ("paragraph", "item") and len(p.tokens) > 12 for p in page.passages)
    if tallies[ranked[0]].prose < 2 and paragraphs >= 3 and _last_paragraph(page) == tallies[ranked[0]].first:
        return ""  # named once, at the end
    if tallies[ranked[0]].prose < 2 and paragraphs >= 5 and folded_name(ranked[0]) not in title:
        return ""
    if len(ranked) > 1:
        first, second = tallies[ranked[0]], tallies[ranked[1]]
        if first.points < (lead + 0.25 * (second.opening and not first.opening)) * second.points:
            return ""
    return ranked[0]
