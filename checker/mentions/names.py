"""Names: runs of capitalised words, with the small words that belong inside, as mentions without a kind yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from checker.mentions import boxes, emphasis
from checker.mentions.habits import Habits, borne, inner_capitals, pairs, phrase_end, phrases, shops
from checker.mentions.headlines import called_by, issues, letterhead, mark_known, section_work, shouts, works_called
from checker.mentions.name_ends import run_end, tail
from checker.mentions.name_starts import opens
from checker.mentions.organs import is_organ
from checker.mentions.writing import capital
from checker.model import Value
from checker.packs.vocabulary import Vocabulary
from checker.passages import Mention, Passage, Token, key_of
from checker.values.person import is_letters, without_letters

_NO_WORKS: Mapping[int, Mapping[int, int]] = {}


def mark(
    passages: list[Passage],
    expected: dict[int, str],
    words: Vocabulary,
    held: Mapping[int, Mapping[int, int]] = _NO_WORKS,
) -> list[tuple[Passage, Mention]]:
    """Add name mentions to every passage; returns them with their passages, in order.

    ``expected`` says by block identity which cells and fields hold the name of a person or an organization.
    """
    small = Counter(token.lower for p in passages for token in p.tokens if token.text.islower())
    late = [passage for passage in passages if shouts(passage)]
    loud = {id(passage) for passage in late}
    quiet = [passage for passage in passages if id(passage) not in loud]
    inner = Counter(inner_capitals(quiet))
    for month in words.words["months"]:
        del inner[month]
    inner.update(borne(passages, words))
    lettered = sum(bool(p.tokens) and p.tokens[0].text.rstrip(".:") == "Q" for p in passages) > 1
    habits = Habits(small, inner, pairs(quiet), phrases(quiet, expected), shops(quiet, words), lettered)
    found: list[tuple[Passage, Mention]] = []
    headed = boxes.wholly(passages, words)
    for passage in quiet:
        whole = expected.get(id(passage.block)) in ("person", "organization")
        apart = held.get(id(passage), {})
        found += _mark_passage(passage, words, habits, whole, headed.get(id(passage)), apart)
    found = _unheaded(found, words, headed)
    _cut_acronyms(found, words)
    known = {mention.key: passage.text(mention.first, mention.last) for passage, mention in found}
    letterheads: list[tuple[Passage, Mention]] = []
    called = called_by(quiet, words) if late else frozenset()
    works = works_called(quiet, words) if late else frozenset()
    for passage in late:
        first = passage is passages[0] and issues(passages)
        head = letterhead(passage, words, called, issued=first) if any(passage is p for p in passages[:4]) else None
        head = head or section_work(passage, works)
        if head is None:
            found += mark_known(passage, known, words)
        else:
            letterheads.append((passage, head))
    return letterheads + found


def _unheaded(
    found: list[tuple[Passage, Mention]], words: Vocabulary, headed: dict[int, tuple[int, int]]
) -> list[tuple[Passage, Mention]]:
    """Without the headings that only say what follows: "COMPANY INFORMATION", "Strategic Report"."""
    often = Counter(mention.key for _, mention in found)
    lists = words.words
    kept = []
    for passage, mention in found:
        said = [t.lower for t in passage.tokens[mention.first : mention.last]]
        only = passage.block.kind == "heading" and len(said) == len(passage.tokens) > 1 == often[mention.key]
        if (
            only
            and id(passage) not in headed
            and all(w in lists["common"] for w in said)
            and not any(w in lists[_BODY] for w in said[-1:])
        ):
            passage.mentions = [m for m in passage.mentions if m is not mention]
        else:
            kept.append((passage, mention))
    return kept


_BODY = "organization_nouns"


def _cut_acronyms(found: list[tuple[Passage, Mention]], words: Vocabulary) -> None:
    """ "Bell Labs MTS" is Bell Labs where the document has Bell Labs alone: the acronym behind is a name of its own."""
    known = {mention.key for _, mention in found}
    for passage, mention in found:
        tail = passage.tokens[mention.last - 1]
        if (
            mention.last - mention.first > 1
            and tail.text.isupper()
            and len(tail.text) > 1
            and tail.lower not in words.words["legal_forms"]
            and not is_letters(tail.text)
        ):
            shorter = key_of(passage.text(mention.first, mention.last - 1))
            if (
                shorter in known
                and not passage.text(mention.first, mention.last - 1).isupper()
                and tail.lower not in ("uk", "us", "usa")
            ):
                mention.last, mention.key = mention.last - 1, shorter


def _mark_passage(
    passage: Passage,
    words: Vocabulary,
    habits: Habits,
    whole: bool,
    headed: tuple[int, int] | None,
    works: Mapping[int, int],
) -> list[tuple[Passage, Mention]]:
    busy = bytearray(len(passage.tokens))
    for mention in passage.mentions:
        if (
            mention.kind != "quantity"
            or passage.tokens[mention.first].text.islower()
            or passage.tokens[mention.first].text[0].isdigit()
        ):
            mark = b"\x02" if mention.kind == "quantity" else b"\x01"
            busy[mention.first : mention.last] = mark * (mention.last - mention.first)
    added: list[Mention] = []
    speaker = _lettered(passage.tokens) if habits.lettered else 0
    speaker = speaker or _initials(passage.tokens)
    busy[:speaker] = b"\x01" * speaker
    set_apart = emphasis.spans(passage, busy, words) | {i: j for i, j in works.items() if not any(busy[i:j])}
    if headed is not None and not any(busy[headed[0] : headed[1]]):
        set_apart[headed[0]] = headed[1]
    for first, last in passage.sentences:
        i = first
        while i < last:
            if passage.tokens[i].text.islower() and not whole and i not in set_apart:
                i += 1  # most words: no name begins with them
                continue
            if (
                not busy[i]
                and passage.tokens[i].text[0].isupper()
                and passage.tokens[i].lower.endswith(("-based", "-headquartered"))
            ):
                added.append(_based(passage, i))
                i += 1
                continue
            end = set_apart.get(i, 0) or phrase_end(passage.tokens, i, last, habits, busy)
            if end > i:
                start = i + (end - i > 2 and _addressed(passage.tokens, i, words))
                added.append(Mention("name", start, end, key=key_of(passage.text(start, end))))
                i = end
                continue
            if busy[i] or not (
                (whole and i == first and _fills(passage.tokens))
                or opens(passage.tokens, i, first, last, words, habits, busy)
            ):
                i += 1
                continue
            end = tail(passage.tokens, run_end(passage.tokens, i, last, busy, words), last, busy, words)
            end += _is_shop(passage.tokens, i, end, last, habits)
            added += _split(passage, i, end, words)
            i = end
    covered = {i for mention in added for i in range(mention.first, mention.last)}
    kept = [m for m in passage.mentions if m.kind != "quantity" or m.first not in covered]
    passage.mentions = sorted([*kept, *added], key=lambda m: m.first)
    return [(passage, mention) for mention in added if mention.kind == "name"]


def _is_shop(tokens: list[Token], i: int, end: int, last: int, habits: Habits) -> bool:
    """Whether the "'s" behind a word is of the name: "at Alder's in May", not "Alder's ovens"."""
    if end != i + 1 or tokens[i].lower not in habits.shops or end >= last or tokens[end].text not in ("'s", "’s"):
        return False
    return end + 1 >= last or not (tokens[end + 1].text[0].isalnum() and tokens[end + 1].lower not in _PLAIN)


_PLAIN = frozenset(
    "has had is was will would in on at for from to by with and or but employs employed makes sells sold opened opens "
    "closed runs serves bought since after before until, which who".split()
)


def _initials(tokens: list[Token]) -> int:
    """How many tokens before a colon are a speaker's initials: "GPM:", "I.P.-H.:"."""
    for i, token in enumerate(tokens[:7]):
        if token.text == ":":
            return (
                i
                if i
                and tokens[i - 1].end <= tokens[0].start + 8
                and sum(len(t.text) for t in tokens[:i] if t.text[0].isalpha()) < 7
                else 0
            )
        if not (token.text.isupper() or token.text in ".-‑"):
            return 0
    return 0


def _lettered(tokens: list[Token]) -> int:
    """How many tokens at the start are "Q." or "A."."""
    if not tokens or tokens[0].text.rstrip(".:") not in ("Q", "A"):
        return 0
    return 2 if len(tokens) > 1 and tokens[1].text in ".:" else 1


def _fills(tokens: list[Token]) -> bool:
    """Whether a cell that is to hold a name begins with a few capitals: "Open Larder", "Anvil"."""
    return (
        capital(tokens[0])
        and len(tokens) <= 12
        and tokens[0].lower
        not in ("none", "n/a", "unknown", "vacant", "various", "no", "not", "the", "self", "private")
    )


def _based(passage: Passage, i: int) -> Mention:
    """The place in "Lisbon-based", as a mention of its own kind; a place of several words is taken whole."""
    first = i
    while (
        first
        and capital(passage.tokens[first - 1])
        and passage.tokens[first - 1].lower not in ("the", "a", "an", "its", "our")
        and passage.tokens[first - 1].end + 1 == passage.tokens[i].start
        and first > i - 2
    ):
        first -= 1
    text = passage.text(first, i + 1).rsplit("-", 1)[0]
    return Mention("based", i, i + 1, Value("place", text))


def _split(passage: Passage, first: int, last: int, words: Vocabulary) -> list[Mention]:
    """One mention for the run; honorifics stay outside it."""
    tokens, begun = passage.tokens, first
    if first + 1 < last and _after_field(passage, first, words):
        first += 1
    while first < last - 1 and (_addressed(tokens, first, words) or tokens[first].text == "."):
        first += 1
    if first < last and tokens[first].text == ".":
        first += 1
    if first >= last or (
        last - first == 1
        and tokens[first].lower.rstrip(".") in words.words["honorifics"]
        and tokens[first].lower not in words.words["first_names"]
    ):
        return []
    single = last - first == 1
    paper = (
        single and first > 0 and tokens[first].lower in words.words["paper_nouns"] and tokens[first - 1].lower == "the"
    )
    called = first > begun and tokens[begun].lower.rstrip(".") in words.words["honorifics"]  # "Ms. Park"
    if single and not paper and not called and (_description(tokens[first], words) or len(tokens[first].text) == 1):
        return []
    if last - first == 2 and tokens[first].lower in _POINTS and tokens[first + 1].lower in words.words["demonyms"]:
        return []  # "the South African"
    if _part_of_document(tokens, first, last, words) or is_organ(tokens, first, last, words):
        return []
    return [Mention("name", first, last, key=key_of(without_letters(passage.text(first, last))))]


_POINTS = frozenset("south north east west latin central".split())


def _after_field(passage: Passage, first: int, words: Vocabulary) -> bool:
    """ "Minister of Fisheries Þorgerður Pálmadóttir": what stands before a given name is the title's field."""
    tokens, lists = passage.tokens, words.words
    if first < 2 or tokens[first - 1].lower not in ("of", "for") or tokens[first].lower not in lists["common"]:
        return False
    return tokens[first + 1].lower in lists["first_names"] and any(
        m.kind == "title" and m.last == first - 1 for m in passage.mentions
    )


def _addressed(tokens: list[Token], first: int, words: Vocabulary) -> bool:
    """An honorific before a name; not the General of General Meeting."""
    if tokens[first].lower.rstrip(".") not in words.words["honorifics"]:
        return False
    following = tokens[first + 1].lower
    return following not in words.words["event_nouns"] and following not in ("assembly", "council", "synod", "hospital")


def _part_of_document(tokens: list[Token], first: int, last: int, words: Vocabulary) -> bool:
    """ "Annexure B", "Schedule 2", "Item IV": a part of a document, or a place in a list, and nobody's name."""
    if tokens[first].lower not in words.words["document_parts"]:
        return False
    following = (
        tokens[last - 1] if last - first == 2 else tokens[last] if last - first == 1 < len(tokens) - first else None
    )
    return following is not None and (
        following.text.isdigit()
        or (len(following.text) == 1 and following.text.isupper())
        or (bool(following.text) and set(following.text) <= set("IVX"))
    )


def _description(token: Token, words: Vocabulary) -> bool:
    """ "The Company", "the Group", "the Museum": a noun with a capital is no name; nor is "AI"."""
    lower = token.lower
    lists = words.words
    if lower in lists["acronyms"]:
        return True
    return (
        token.text[1:].islower()
        and (lower in lists["common"] or "-" in lower)
        and (
            lower in lists["organization_nouns"]
            or lower in lists["organization_descriptors"]
            or lower in lists["project_nouns"]
            or lower in lists["person_descriptors"]
        )
    )
