"""Headlines and letterheads: capitals that say nothing, and those that are a body's name."""

from __future__ import annotations

from checker.packs.vocabulary import Vocabulary, vocabulary
from checker.passages import Mention, Passage, Token, key_of


def called_by(quiet: list[Passage], words: Vocabulary) -> frozenset[str]:
    """What the document calls its own body: "the Association", "our Society"."""
    bodies = (words.words["organization_nouns"] | words.words["organization_descriptors"]) - _PARTS
    return frozenset(
        b.lower
        for p in quiet
        for a, b in zip(p.tokens, p.tokens[1:], strict=False)
        if a.lower in ("the", "our") and b.text[0].isupper() and b.text[1:].islower() and b.lower in bodies
    )


# parts of a body, whose papers are the body's
_PARTS = frozenset("committee board branch department section office division team panel chapter secretariat".split())


def issues(passages: list[Passage]) -> bool:
    """Whether the line below the first says what its body issues: minutes, an agenda, a notice."""
    return any(
        t.lower in _PAPERS
        for p in passages[1:3]
        if len(p.tokens) <= _ISSUED
        for t in p.tokens[:6]
        if t.text[0].isalpha()
    )


_PAPERS = frozenset("minutes agenda notes notice circular bulletin newsletter announcement release statement".split())
_ISSUED = 40  # tokens of such a line


def letterhead(passage: Passage, words: Vocabulary, called: frozenset[str], *, issued: bool = False) -> Mention | None:
    """A first line in capitals that is a body's name and nothing else: "RATHDERRY CREAMERY SOCIETY LIMITED"."""
    end = _first_column(passage)
    while end and not passage.tokens[end - 1].text[0].isalpha():
        end -= 1
    if not 1 < end <= 9 or passage.mentions or not passage.tokens[0].text[0].isalpha():
        return None
    last = passage.tokens[end - 1].lower
    lists = words.words
    if last not in lists["legal_forms"] | called and not (
        last in lists["organization_nouns"] and end > 2 and (issued or passage.tokens[0].lower not in lists["common"])
    ):
        return None
    if any(
        t.lower in lists[name] for t in passage.tokens[:end] for name in ("pronouns", "modals", "subordinators")
    ) or any(t.text in ":;–—" or _tells(t, words) for t in passage.tokens[:end]):
        return None
    mention = Mention("name", 0, end, key=key_of(passage.text(0, end)))
    passage.mentions = [mention]
    return mention


def _tells(token: Token, words: Vocabulary) -> bool:
    """ "NORDHAVN COMPLETES PURCHASE OF ALDER LIMITED" tells something, and is nobody's name."""
    form = words.verbs.get(token.lower) if token.text.isalpha() else None
    return form is not None and form.tenses <= {"s"} and token.lower not in words.words["organization_nouns"]


def _first_column(passage: Passage) -> int:
    """The tokens before a wide gap: "LOQUELA NV        CONFIDENTIAL" is a name, and a stamp beside it."""
    tokens = passage.tokens
    gaps = (i for i in range(2, len(tokens)) if tokens[i].start - tokens[i - 1].end > _GAP)
    return next(gaps, len(tokens))


_GAP = 2  # spaces within a line of words


def works_called(quiet: list[Passage], words: Vocabulary) -> frozenset[str]:
    """The nouns by which the document calls its works and buildings, with a capital: "The Palace opened"."""
    return frozenset(
        b.lower
        for p in quiet
        for a, b in zip(p.tokens, p.tokens[1:], strict=False)
        if a.lower == "the" and b.text[0].isupper() and b.text[1:].islower() and b.lower in words.words["project_nouns"]
    )


def section_work(passage: Passage, works: frozenset[str]) -> Mention | None:
    """ "3. CORN STREET PALACE" over a section: the name of the work that the text calls "the Palace"."""
    first = next((i for i, t in enumerate(passage.tokens) if t.text[0].isalpha()), 0)
    tokens = passage.tokens[first:]
    if passage.block.kind != "heading" or not 2 < len(tokens) + 1 <= 6 or tokens[-1].lower not in works:
        return None
    if passage.mentions or tokens[0].lower == "the" or not all(t.text[0].isalpha() for t in tokens):
        return None
    end = first + len(tokens)
    mention = Mention("name", first, end, key=key_of(passage.text(first, end)))
    passage.mentions = [mention]
    return mention


def shouts(passage: Passage) -> bool:
    """A headline in capitals or Title Case: its capitals say nothing."""
    if _listed(passage):
        return False
    letters = [t.text for t in passage.tokens if t.text[0].isalpha()]
    if passage.block.kind == "heading" and len(letters) >= 3:
        capital_words = [w.casefold() for w in letters if w[0].isupper()]
        if (
            len(capital_words) >= len(letters) - 1
            and len(capital_words) >= 3
            and all(w in vocabulary().words["common"] for w in capital_words)
        ):
            return True
    if passage.block.kind in ("cell", "field") or len(letters) < 4:
        return len(letters) >= 3 and passage.block.kind == "heading" and all(w.isupper() for w in letters)
    upper = [w for w in letters if w.isupper() and len(w) > 1]
    if len(upper) >= 0.7 * len(letters):
        return True
    if passage.block.kind != "heading" or len(letters) <= 4:
        return False
    capitals = [w for w in letters if w[0].isupper()]
    return len(capitals) >= 0.75 * len(letters) and not any(w.islower() and len(w) > 4 for w in letters)


def _listed(passage: Passage) -> bool:
    """ "Joy Adeyemi, Head of Communications, Halvorsen Group": short parts in capitals between commas are no
    headline."""
    parts, size = 1, 0
    for token in passage.tokens:
        if token.text in ",;|":
            parts, size = parts + 1, 0
        elif token.text[0].isalpha():
            size += 1
            if size > 5 or (token.text.isupper() and len(token.text) > 4):
                return False
    return parts > 1


def mark_known(passage: Passage, known: dict[str, str], words: Vocabulary) -> list[tuple[Passage, Mention]]:
    """In a headline all in capitals, only the names that the rest of the document uses."""
    tokens, added, i = passage.tokens, [], 0
    busy = {i for mention in passage.mentions for i in range(mention.first, mention.last)}
    while i < len(tokens):
        for j in range(min(len(tokens), i + 6), i, -1):
            if (
                i not in busy
                and tokens[i].text[0].isalnum()
                and tokens[j - 1].text[-1].isalnum()
                and key_of(passage.text(i, j)) in known
                and not (j - i == 1 and len(tokens[i].text) < 3)
            ):
                added.append(Mention("name", i, j, key=key_of(passage.text(i, j))))
                i = j - 1
                break
        i += 1
    passage.mentions = sorted([*passage.mentions, *added], key=lambda m: m.first)
    return [(passage, mention) for mention in added]
