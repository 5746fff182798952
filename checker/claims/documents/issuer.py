"""Who issues a document that speaks of itself: "we", "the Society", a letterhead, a masthead, an imprint."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from checker.model import Block, Record
from checker.packs.vocabulary import vocabulary
from checker.passages import Name, Page, Passage

_OURS = frozenset(
    (
        "group company foundation board society association corporation trust federation co-operative "
        "cooperative union institute museum charity agency authority council club university publisher bank"
    ).split()
)
_GENERAL = frozenset("group company board charity agency bank publisher".split())  # said of bodies of any name
_NEWS = frozenset(
    ("NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle")
)


class Tally(Struct):
    """How a name of the wanted kind is used: ``points`` over paragraphs, whether prose speaks of it, first place."""

    points: float = 0.0
    sure: float = 0.0  # how sure its kind is
    prose: int = 0  # paragraphs that name it
    first: int = 0
    opening: bool = False  # whether the title or the first sentence begins with it


def issuing(page: Page, tallies: dict[str, Tally]) -> str:
    """Who issues the document, where it speaks of itself as "we" or "the Society": a publisher, letterhead or imprint.

    A news article's publisher is not taken for one, however often it says "our".
    """
    masthead = _masthead(page)
    if masthead:
        return masthead
    own, called = _selves(page)
    formal = sum(called.values())
    if interview(page):
        own = 0
    alone = [full for full, tally in tallies.items() if tally.sure >= 0.5]
    if own and not formal and len(alone) == 1 == len(tallies) and not page.source.publisher:
        return alone[0]
    if own + formal < 2 or any(isinstance(part, Record) and part.type in _NEWS for part in page.source.parts):
        return ""
    named = _fielded(page)
    if named:
        return named
    publisher = page.source.publisher or ""
    for candidate in (*([publisher] if publisher else []), *_letterheads(page)):
        if press(candidate):
            continue
        folded = folded_name(candidate)
        formal = sum(n for word, n in called.items() if word in _GENERAL or word in folded.split())
        same = [full for full in tallies if _same(folded_name(full), folded)]
        if same and (formal >= 2 or own >= 3):
            return max(same, key=lambda full: (folded_name(full) == folded, tallies[full].points, full))
        if (
            candidate == publisher
            and formal >= 2
            and folded.split()[-1:]
            and folded.split()[-1] in vocabulary().words["legal_forms"]
        ):
            return publisher
    return ""


def issued(page: Page) -> str:
    """Who issues the document, once it is known whom it is about; "" where nobody does."""
    return page.about.get("issuer", "")


def own_paper(page: Page, main: str) -> bool:
    """Whether the page is the main organization's accounts, minutes or report: it speaks of itself throughout."""
    return bool(main) and _masthead(page) == main


def concerned(page: Page) -> str:
    """The body that a memo's subject line opens with ("Re: BELLWETHER LTD -- Series A"), where another wrote it."""
    line = _headed(page, _SUBJECT_LINES)
    sent = _headed(page, ("to", "from"))
    mention = next((m for m in line.mentions if m.kind == "name"), None) if line is not None and sent else None
    name = page.names.get(mention.key) if mention is not None else None
    if mention is None or mention.first > 1 or name is None or name.kind != "organization" or not name.full:
        return ""
    return name.full if sureness(name) >= 0.6 or name.count > 2 else ""


def ours(page: Page) -> str:
    """The one body at which who writes says that "we" are, outside quotations: "66 of us on contract at the Phil"."""
    found = set()
    for passage in page.passages:
        tokens = passage.tokens
        for mention in passage.mentions:
            name = page.names.get(mention.key) if mention.kind == "name" else None
            at = mention.first - 1 - (mention.first > 1 and tokens[mention.first - 1].lower == "the")
            if name is None or name.kind != "organization" or at < 1 or tokens[at].lower != "at":
                continue
            quoted = sum(t.text in '“"' for t in tokens[:at]) > sum(t.text == "”" for t in tokens[:at])
            if not quoted and _are_ours([t.lower for t in reversed(tokens[max(0, at - 6) : at])]):
                found.add(name.full)
    return found.pop() if len(found) == 1 else ""


def _are_ours(back: list[str]) -> bool:
    """Whether the words before "at", the nearest first, are "we", "here" or "… of us"."""
    near = next((k for k, word in enumerate(back[:4]) if word == "us"), -1)
    return back[:1] in (["we"], ["here"]) or (near >= 0 and back[near + 1 : near + 2] == ["of"])


_SUBJECT_LINES = ("re", "subject", "concerning", "regarding", "ref", "about", "company", "target", "project", "betreff")


def _headed(page: Page, keys: tuple[str, ...]) -> Passage | None:
    """What stands under one of these keys at the head of a memo."""
    for part in page.source.parts[:6]:
        for field in part.fields if isinstance(part, Record) and part.kind == "pairs" else ():
            if field.name.strip(" *:").casefold() in keys and isinstance(field.value, Block):
                return page.by_block.get(id(field.value))
    return None


def press(name: str) -> bool:
    """Whether a name is a newspaper's, a magazine's or a newsletter's: it writes of others."""
    words = folded_name(name).split()
    return len(words) > 1 and words[-1] in _PAPERS


_PAPERS = frozenset(
    (
        "online advertiser bugle bulletin chronicle courier daily digest dispatch enquirer examiner gazette guardian "
        "herald inquirer intelligencer journal magazine messenger monthly news newsletter newswire observer quarterly "
        "reporter review sentinel telegraph times tribune weekly wire"
    ).split()
)
_OWN_PAPERS = frozenset(
    (
        "minutes agenda report accounts newsletter bulletin circular notice memorandum memo prospectus statement "
        "resolution resolutions proceedings handbook policy constitution rules"
    ).split()
)


def _masthead(page: Page) -> str:
    """A body's name alone at the top of its own paper: minutes, a report, a notice, a circular."""
    first = next((p for p in page.passages[:3] if p.block.kind in ("heading", "paragraph") and p.tokens), None)
    if first is not None and (whose := _of_paper(first, page)):
        return whose
    if first is None or len(first.mentions) != 1 or first.mentions[0].kind != "name":
        return ""
    mention, name = first.mentions[0], page.names.get(first.mentions[0].key)
    if mention.first > 1 or mention.last < len(first.tokens) or name is None or name.kind != "organization":
        return ""
    told = {token.lower for passage in page.passages[1:6] if len(passage.tokens) <= 40 for token in passage.tokens}
    return name.full if told & _OWN_PAPERS and sureness(name) >= 0.8 else ""


def _of_paper(first: Passage, page: Page) -> str:
    """ "HARROW DOCKS LIMITED Annual report and accounts", "Minutes of the board of X": whose paper a title line names,
    if it says nothing else."""
    names = [m for m in first.mentions if m.kind == "name"]
    name = page.names.get(names[0].key) if len(names) == 1 else None
    if name is None or name.kind != "organization" or len(first.tokens) > 40:
        return ""
    inside = {i for m in first.mentions if m.kind != "title" for i in range(m.first, m.last)}
    rest = [t.lower for i, t in enumerate(first.tokens) if i not in inside and t.text[0].isalpha()]
    told = bool(rest) and all(word in _OWN_PAPERS | _TITLE_WORDS for word in rest)
    return name.full if told and not _OWN_PAPERS.isdisjoint(rest) and sureness(name) >= 0.6 else ""


_TITLE_WORDS = frozenset(
    (
        "of the for to and at on in by its our annual general meeting meetings board directors trustees governors "
        "members committee council half-year interim quarterly financial statements year ended ending extract draft "
        "extraordinary ordinary special held confirmed approved consolidated audited review strategic first second "
        "third fourth quarter spring summer autumn winter issue no number registered branch chapter 's ' ’s"
    ).split()
)
_KEYS = frozenset("company issuer organisation organization society charity entity".split()) | {
    "name of company",
    "name of issuer",
}


def _fielded(page: Page) -> str:
    """The issuer that the document's own head names: "Company: Sotobayashi Heavy Works, Ltd."."""
    for part in page.source.parts[:6]:
        for field in part.fields if isinstance(part, Record) and part.kind == "pairs" else ():
            if field.name.strip(" *:").casefold() in _KEYS and isinstance(field.value, Block):
                passage = page.by_block.get(id(field.value))
                mention = next((m for m in passage.mentions if m.kind == "name"), None) if passage is not None else None
                name = page.names.get(mention.key) if mention is not None else None
                if name is not None and name.kind == "organization" and name.full:
                    return name.full
    return ""


def interview(page: Page) -> bool:
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


def _selves(page: Page) -> tuple[int, Counter[str]]:
    """How often running text says "we" or "our" outside quotations, and "the Company", "the Society" with a capital."""
    own, called = 0, Counter[str]()
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
                if before == "the" and token.text[0].isupper() and not token.text.isupper() and token.lower in _OURS:
                    called[token.lower] += 1
            before = token.lower
    return own, called


def says_we(page: Page) -> bool:
    """Whether the text itself, outside of quotations, says "we"."""
    return _selves(page)[0] > 1


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
            if name is not None and name.kind == "organization" and name.full and sureness(name) >= 0.6:
                found.append(name.full)
    return found


def folded_name(text: str) -> str:
    folded = text.casefold().strip(" .,")
    return folded[4:] if folded.startswith("the ") else folded


def sureness(name: Name) -> float:
    """How sure the kind of a name is, from 0.2 to 1: what is an organization for want of anything better counts
    little."""
    return min(1.0, max(0.2, (name.votes.get(name.kind, 0.0) - 0.5) / 1.2))
