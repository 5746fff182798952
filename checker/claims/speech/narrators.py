"""Who says "I": the author, a letter's signature, whom a memo is from; and who answers an interview's questions."""

from __future__ import annotations

from checker.model import Block, Record
from checker.packs.vocabulary import vocabulary
from checker.passages import Mention, Name, Page, Passage

_TAIL = 6  # passages at the end in which a signature may stand
_CLOSING = frozenset(
    "yours sincerely faithfully truly best kind warm regards wishes thanks signed from by with love dear".split()
)


def narrator(page: Page) -> str:
    """Who writes "I": the author where the document names one, whom a memo is from, else who signed it."""
    author = (page.source.author or "").casefold()
    for name in page.names.values():
        if author and name.kind == "person" and name.text.casefold() == author:
            return name.full
    return _sender(page) or _signed(page)


def _sender(page: Page) -> str:
    """ "From: Jago Tregear, managing director" at the head of a memo."""
    for part in page.source.parts[:4]:
        for field in part.fields if isinstance(part, Record) else ():
            if field.name.strip(" *:").casefold() in ("from", "sender", "signed", "writer") and isinstance(
                field.value, Block
            ):
                passage = page.by_block.get(id(field.value))
                name = _first(passage, page) if passage is not None else None
                if name is not None:
                    return name.full
    return ""


def _signed(page: Page) -> str:
    """The one person who signs: a short block that begins with the name, at the end or before the next heading."""
    people = set()
    for place, passage in enumerate(page.passages):
        following = page.passages[place + 1] if place + 1 < len(page.passages) else None
        closes = place >= len(page.passages) - _TAIL if passage.block.kind == "paragraph" else False
        if passage.block.kind == "heading" and place > 1:
            closes = following is None or following.block.kind == "heading"
        if closes and _is_signature(passage):
            name = _first(passage, page)
            if name is not None:
                people.add(name.full)
    return people.pop() if len(people) == 1 else ""


def _is_signature(passage: Passage) -> bool:
    """A short block without a verb of its own that a name opens, maybe behind a dash or a closing formula."""
    tokens = passage.tokens
    if not 2 <= len(tokens) <= 18 or tokens[-1].text in "?!":
        return False
    verbs = vocabulary().verbs
    mention = _opening(passage)
    if mention is None:
        return False
    rest = tokens[mention.last :]
    return not any(t.text.islower() and verbs.get(t.lower) is not None and t.lower not in _TITLES for t in rest)


_TITLES = frozenset(
    "head lead chair chief founder president chairman manager director secretary treasurer partner".split()
)


def _opening(passage: Passage) -> Mention | None:
    """The name that opens a block, past dashes, honorifics and closing words."""
    honorifics = vocabulary().words["honorifics"]
    for i, token in enumerate(passage.tokens):
        found = next((m for m in passage.mentions if m.first == i and m.kind == "name"), None)
        if found is not None:
            return found
        if token.text[0].isalpha() and token.lower not in _CLOSING and token.lower.rstrip(".") not in honorifics:
            return None
    return None


def _first(passage: Passage, page: Page) -> Name | None:
    mention = _opening(passage)
    name = page.names.get(mention.key) if mention is not None else None
    return name if name is not None and name.kind == "person" and " " in name.full else None


def interviewee(page: Page, hero: str) -> str:
    """The person who answers, where a document alternates questions with answers that say "I"; else ""."""
    prose = [p for p in page.passages if p.block.kind in ("paragraph", "heading", "item", "quote") and p.tokens]
    asked = [i for i, p in enumerate(prose[:-1]) if asks(p) and len(p.tokens) < 60]
    answers = [prose[i + 1] for i in asked if any(t.lower in ("i", "we", "my", "our") for t in prose[i + 1].tokens)]
    labelled = sum(":" in [t.text for t in p.tokens[:7]] and p.tokens[0].text.isupper() for p in prose)
    lettered = [p for p in prose if len(p.tokens) > 2 and p.tokens[0].text.rstrip(".:") in ("Q", "A")
                and not p.tokens[1].text.isdigit()]  # fmt: skip
    if len(lettered) >= 3:
        return _introduced(page, prose[: prose.index(lettered[0])]) or _introduced(page, prose[-2:]) or hero
    if labelled >= len(prose) // 3 > 0:
        return ""
    if len(answers) >= 3:
        opened = _introduced(page, prose[: asked[0]])
        return opened if opened and opened != hero and _told_of(page, hero, answers) else hero
    bold = [i for i, p in enumerate(prose[:-1]) if _bold(p) or i in asked]
    told = [prose[i + 1] for i in bold if any(t.lower in ("i", "my") for t in prose[i + 1].tokens)]
    if len(answers) < 2 and not (len(bold) > 1 and told and _announced(prose)):
        return ""
    first = min(bold) if bold else asked[0]
    return _introduced(page, prose[:first]) or _introduced(page, prose[-2:])


def _told_of(page: Page, person: str, answers: list[Passage]) -> bool:
    """Whether answers name somebody, as nobody does who says "I"."""
    names = (page.names.get(m.key) for p in answers for m in p.mentions if m.kind == "name")
    return any(name is not None and name.full == person for name in names)


def _bold(passage: Passage) -> bool:
    """Whether a paragraph is bold as a whole, as questions are set."""
    lead = passage.block.lead
    return passage.block.kind == "paragraph" and lead is not None and lead[1] >= len(passage.block.text.rstrip())


def _announced(prose: list[Passage]) -> bool:
    """Whether the first or last lines say that this is an interview."""
    said = {t.lower for p in (*prose[:3], *prose[-2:]) for t in p.tokens}
    return bool(said & {"interview", "interviewed", "q&a", "conversation", "met", "spoke", "talks", "asked"})


def asks(passage: Passage) -> bool:
    """Whether a block ends with a question."""
    return bool(passage.tokens) and any(token.text == "?" for token in passage.tokens[-2:])


def _introduced(page: Page, lines: list[Passage]) -> str:
    """The one person whom the lines around an interview name most, or first; not who asks."""
    people: list[str] = []
    for passage in lines:
        for mention in passage.mentions:
            name = page.names.get(mention.key) if mention.kind == "name" else None
            before = passage.tokens[mention.first - 1].lower if mention.first else ""
            asker = before == "by" or (before == ":" and mention.last >= len(passage.tokens) - 1)
            if name is not None and name.kind == "person" and name.full and not asker:
                people.append(name.full)
    authors = (page.source.author or "").casefold()
    found = [p for p in dict.fromkeys(people) if p.casefold() not in authors or not authors]
    return found[0] if found and people.count(found[0]) >= max(people.count(p) for p in found) else ""
