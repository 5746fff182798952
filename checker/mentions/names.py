"""Names: runs of capitalised words, with the small words that belong inside, as mentions without a kind yet."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from checker.mentions import emphasis
from checker.model import Value
from checker.packs.vocabulary import Lists, Vocabulary, vocabulary
from checker.passages import Mention, Passage, Token

_INNER = frozenset(
    (
        "of",
        "for",
        "and",
        "&",
        "the",
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "bint",
        "y",
        "e",
        "zu",
        "af",
        "av",
        "des",
        "et",
        "und",
    )
)
_OF_HEADS = frozenset(
    "university college school institute academy ministry department bank museum office bureau council court "
    "chamber federation association society union institution hospital church port city friends commission "
    "committee agency "
    "authority bank order guild league foundation centre center faculty confederation register registry "
    "archdiocese diocese "
    "duchy republic state states kingdom isle bay gulf cape sons daughters knights journal review school polytechnic "
    "vale court palace tribunal academy observatory conservatory seminary abbey".split()
)
_MADE = ("adjectives", "demonyms")  # words that take a capital without naming


def key_of(text: str) -> str:
    """How a name is looked up: folded, without a leading article or closing mark."""
    folded = text.casefold().replace("’", "'").replace("‑", "-").strip(" .,'\"")
    return folded[4:] if folded.startswith("the ") else folded


class _Habits(Struct):
    """How the document writes its words: in small letters, with a capital inside a sentence, two capitals together."""

    small: Counter[str]
    inner: Counter[str]
    pairs: set[tuple[str, str]]
    phrases: dict[str, list[tuple[str, ...]]]  # first word -> names of several words that fields and cells hold
    lettered: bool  # whether questions and answers begin with "Q." and "A."


def mark(passages: list[Passage], expected: dict[int, str], words: Vocabulary) -> list[tuple[Passage, Mention]]:
    """Add name mentions to every passage; returns them with their passages, in order.

    ``expected`` says by block identity which cells and fields hold the name of a person or an organization.
    """
    small = Counter(token.lower for p in passages for token in p.tokens if token.text.islower())
    inner = Counter(_inner_capitals(passages))
    for month in words.words["months"]:
        del inner[month]
    inner.update(_borne(passages, words))
    lettered = sum(bool(p.tokens) and p.tokens[0].text.rstrip(".:") == "Q" for p in passages) > 1
    habits = _Habits(small, inner, _pairs(passages), _phrases(passages, expected), lettered)
    found: list[tuple[Passage, Mention]] = []
    late: list[Passage] = []
    for passage in passages:
        if _shouts(passage):
            late.append(passage)
            continue
        found += _mark_passage(passage, words, habits, expected.get(id(passage.block)) in ("person", "organization"))
    _cut_acronyms(found, words)
    known = {mention.key: passage.text(mention.first, mention.last) for passage, mention in found}
    letterheads: list[tuple[Passage, Mention]] = []
    called = _called(passages, words) if late else frozenset()
    for passage in late:
        head = _letterhead(passage, words, called) if any(passage is p for p in passages[:4]) else None
        if head is None:
            found += _mark_known(passage, known, words)
        else:
            letterheads.append((passage, head))
    return letterheads + found


def _called(passages: list[Passage], words: Vocabulary) -> frozenset[str]:
    """What the document calls its own body: "the Association", "our Society"."""
    bodies = words.words["organization_nouns"] | words.words["organization_descriptors"]
    return frozenset(
        b.lower
        for p in passages
        if not _shouts(p)
        for a, b in zip(p.tokens, p.tokens[1:], strict=False)
        if a.lower in ("the", "our") and b.text[0].isupper() and b.text[1:].islower() and b.lower in bodies - _PARTS
    )


# parts of a body, whose papers are the body's
_PARTS = frozenset("committee board branch department section office division team panel chapter secretariat".split())


def _letterhead(passage: Passage, words: Vocabulary, called: frozenset[str]) -> Mention | None:
    """A first line in capitals that is a body's name and nothing else: "RATHDERRY CREAMERY SOCIETY LIMITED"."""
    end = len(passage.tokens)
    while end and not passage.tokens[end - 1].text[0].isalpha():
        end -= 1
    if not 1 < end <= 9 or passage.mentions or not passage.tokens[0].text[0].isalpha():
        return None
    last = passage.tokens[end - 1].lower
    lists = words.words
    if last not in lists["legal_forms"] | called and not (
        last in lists["organization_nouns"] and end > 2 and passage.tokens[0].lower not in lists["common"]
    ):
        return None
    if any(
        t.lower in lists[name] for t in passage.tokens[:end] for name in ("pronouns", "modals", "subordinators")
    ) or any(t.text in ":;–—" for t in passage.tokens[:end]):
        return None
    mention = Mention("name", 0, end, key=key_of(passage.text(0, end)))
    passage.mentions = [mention]
    return mention


def _phrases(passages: list[Passage], expected: dict[int, str]) -> dict[str, list[tuple[str, ...]]]:
    """The names with small words inside that a field or cell holds whole: "Vale of Orrin Growers"."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for passage in passages:
        if (
            expected.get(id(passage.block)) in ("person", "organization")
            and 2 < len(passage.tokens) < 9
            and not _shouts(passage)
        ):
            tokens = passage.tokens
            if (
                all((capital(t) and t.text[0].isalpha()) or t.lower in _INNER for t in tokens)
                and capital(tokens[0])
                and capital(tokens[-1])
            ):
                found.setdefault(tokens[0].lower, set()).add(tuple(t.lower for t in tokens))
    return {first: sorted(many, key=lambda words: (-len(words), words))[:20] for first, many in found.items()}


def _phrase(tokens: list[Token], i: int, last: int, habits: _Habits, busy: bytearray) -> int:
    """The end of a known name of several words that begins at ``i``, or ``i``."""
    for words in habits.phrases.get(tokens[i].lower, ()) if habits.phrases else ():
        end = i + len(words)
        if (
            end <= last
            and tokens[i].text[0].isupper()
            and tokens[end - 1].text[0].isupper()
            and not any(busy[i:end])
            and all(tokens[i + k].lower == word for k, word in enumerate(words))
        ):
            return end
    return i


def _pairs(passages: list[Passage]) -> set[tuple[str, str]]:
    """Two words that stand with capitals together inside a sentence: "the Salt Roads"."""
    return {
        (p.tokens[i].lower, p.tokens[i + 1].lower)
        for p in passages
        if not _shouts(p)
        for first, last in p.sentences
        for i in range(first + 1, last - 1)
        if p.tokens[i].text[0].isupper() and p.tokens[i + 1].text[0].isupper() and p.tokens[i - 1].text[0].islower()
    }


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
        ):
            shorter = key_of(passage.text(mention.first, mention.last - 1))
            if (
                shorter in known
                and not passage.text(mention.first, mention.last - 1).isupper()
                and tail.lower not in ("uk", "us", "usa")
            ):
                mention.last, mention.key = mention.last - 1, shorter


def _borne(passages: list[Passage], words: Vocabulary) -> list[str]:
    """Months that are somebody's surname here: "Will March"."""
    months, given = words.words["months"], words.words["first_names"]
    return [
        b.lower
        for p in passages
        for a, b in zip(p.tokens, p.tokens[1:], strict=False)
        if b.lower in months and b.text[0].isupper() and a.lower in given and a.text[0].isupper()
    ]


def _inner_capitals(passages: list[Passage]) -> list[str]:
    """Words that stand with a capital inside a sentence: names rather than openers."""
    return [
        p.tokens[i].lower
        for p in passages
        if not _shouts(p)
        for first, last in p.sentences
        for i in range(first + 1, last)
        if p.tokens[i].text[0].isupper() and p.tokens[i - 1].text not in "\"“‘':;([—–-•"
    ]


def _shouts(passage: Passage) -> bool:
    """A headline in capitals or Title Case: its capitals say nothing."""
    letters = [t.text for t in passage.tokens if t.text[0].isalpha()]
    if _listed(passage):
        return False
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
    upper = sum(w.isupper() and len(w) > 1 for w in letters)
    if upper >= 0.7 * len(letters):
        return True
    capitals = sum(w[0].isupper() for w in letters)
    long_small = any(w.islower() and len(w) > 4 for w in letters)
    return capitals >= 0.75 * len(letters) and not long_small and passage.block.kind == "heading" and len(letters) > 4


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


def _mark_passage(passage: Passage, words: Vocabulary, habits: _Habits, whole: bool) -> list[tuple[Passage, Mention]]:
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
    set_apart = emphasis.spans(passage, busy, words)
    for first, last in passage.sentences:
        i = first
        while i < last:
            if (
                not busy[i]
                and passage.tokens[i].text[0].isupper()
                and passage.tokens[i].lower.endswith(("-based", "-headquartered"))
            ):
                added.append(_based(passage, i))
                i += 1
                continue
            end = set_apart.get(i, 0) or _phrase(passage.tokens, i, last, habits, busy)
            if end > i:
                added.append(Mention("name", i, end, key=key_of(passage.text(i, end))))
                i = end
                continue
            if busy[i] or not (
                (whole and i == first and _fills(passage.tokens))
                or _opens(passage.tokens, i, first, last, words, habits, busy)
            ):
                i += 1
                continue
            end = _tail(passage.tokens, _run(passage.tokens, i, last, busy, words), last, busy, words)
            added += _split(passage, i, end, words)
            i = end
    covered = {i for mention in added for i in range(mention.first, mention.last)}
    kept = [m for m in passage.mentions if m.kind != "quantity" or m.first not in covered]
    passage.mentions = sorted([*kept, *added], key=lambda m: m.first)
    return [(passage, mention) for mention in added if mention.kind == "name"]


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


_SHORTENED = frozenset("bros inc ltd corp co jr sr mfg intl".split())


def _tail(tokens: list[Token], end: int, last: int, busy: bytearray, words: Vocabulary) -> int:
    """Take in a legal form behind a comma and its stops: "Sotobayashi Works, Ltd.", "Orsina S.p.A."."""
    forms = words.words["legal_forms"]
    if (
        end + 1 < last
        and tokens[end].text == ","
        and not busy[end + 1]
        and tokens[end + 1].text[0].isupper()
        and tokens[end + 1].lower in forms
        and len(tokens[end + 1].text) > 2
    ):
        end += 2
    if (
        end < last
        and tokens[end].text == "."
        and tokens[end].start == tokens[end - 1].end
        and tokens[end - 1].lower in _SHORTENED
        and end + 1 < last
        and tokens[end + 1].text[0].islower()
    ):
        end += 1
    dotted = end < last and tokens[end].text == "." and tokens[end].start == tokens[end - 1].end
    if dotted and "." in tokens[end - 1].text and tokens[end - 1].lower + "." in forms:
        end += 1
    return end


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


def capital(token: Token) -> bool:
    """Whether the word is written as names are: Salitre, IBM, xAI, eBay, O'Brien."""
    text = token.text
    return text[0].isupper() or (
        text[0].isalpha()
        and len(text) > 1
        and any(c.isupper() for c in text[1:3])
        and text.isalnum()
        and not text.isupper()
    )


def _opens(
    tokens: list[Token], i: int, first: int, last: int, words: Vocabulary, habits: _Habits, busy: bytearray
) -> bool:
    token, lists, inner = tokens[i], words.words, habits.inner
    if not capital(token) or token.lower in lists["never_names"] or _never(token, lists):
        return False
    follows = i + 1 < last and capital(tokens[i + 1]) and tokens[i + 1].text[0].isalpha()
    if any(token.lower in lists[name] for name in ("status_former", "status_current", "status_incoming")):
        return False
    if _describes(token, words):
        if token.lower in lists["first_names"]:  # Finn, Christian
            return (
                follows
                and tokens[i + 1].lower not in lists["common"]
                and (
                    i == first
                    or (
                        tokens[i - 1].lower not in lists["determiners"]
                        and tokens[i - 1].lower not in lists["adjectives"]
                    )
                )
            )
        whole = (
            token.lower in lists["demonyms"]
            and i > first
            and not busy[min(i + 1, last - 1)]
            and tokens[min(i + 1, last - 1)].lower in lists["common"]
        )
        return (
            follows
            and not tokens[i + 1].lower.endswith("-based")
            and (_org_tail(tokens, i, last, words) or (whole and tokens[i + 1].lower not in lists["first_names"]))
        )
    closed = any(token.lower in lists[name] for name in _CLOSED)
    if (
        follows
        and token.lower in lists["months"]
        and token.lower in lists["first_names"]
        and _surname(tokens[i + 1], lists)
    ):
        return True
    if token.lower in lists["weekdays"] or (token.lower in lists["months"] and not inner[token.lower]):
        return i + 1 < last and capital(tokens[i + 1]) and i > first
    fresh = (
        i == first
        or (i - first < 9 and not any(t.text[0].isalpha() for t in tokens[first:i]))
        or tokens[i - 1].text in "\"“‘'([:;—–•-*"
        or tokens[i - 1].text in ("...", "…")
    )
    if closed:
        if token.lower == "will" and i + 1 < last and follows:
            return True
        return not fresh and follows and token.lower not in ("i", "the", "a", "an")
    if not fresh:
        return True
    return _opens_sentence(tokens, i, last, follows, words, habits)


def _surname(token: Token, lists: Lists) -> bool:
    """Whether a capital behind "Jan" or "May" makes a person of it: no word, no day and no holiday."""
    return token.text[1:].islower() and token.lower not in lists["common"] and token.lower not in lists["weekdays"]


def _never(token: Token, lists: Lists) -> bool:
    """Weekdays in the plural, "Kumbakonam-born", "Yorkshiremen"."""
    lower = token.lower
    return (lower.endswith("s") and lower[:-1] in lists["weekdays"]) or lower.endswith(_DESCRIBING)


_DESCRIBING = ("-born", "-related", "-educated", "-trained", "-owned", "-led", "shiremen", "shireman")


_CLOSED = (
    "determiners",
    "possessives",
    "pronouns",
    "prepositions",
    "conjunctions",
    "subordinators",
    "modals",
    "adverbs",
    "negations",
)


def _describes(token: Token, words: Vocabulary) -> bool:
    """ "British", "Romanian-Swedish", "Annual": a capital that describes what follows; "the Dane" names nobody."""
    lists = words.words
    if token.lower == "new" or not token.text[0].isupper():
        return False
    parts = [part for part in token.lower.replace("–", "-").split("-") if part]
    return all(any(part in lists[name] or part[:-1] in lists[name] for name in _MADE) for part in parts)


def _opens_sentence(tokens: list[Token], i: int, last: int, follows: bool, words: Vocabulary, habits: _Habits) -> bool:
    """Whether the first word of a sentence is a name rather than a word with its sentence's capital."""
    token, lists = tokens[i], words.words
    word, following = token.lower, tokens[i + 1].lower if i + 1 < last else ""
    common = (
        word in lists["common"]
        or (word in lists["organization_descriptors"] and not follows and following not in ("&", "'s"))
        or habits.small[word] > 0
        or word in words.verbs
        or (word.endswith("s") and (word[:-1] in lists["common"] or word[:-1] in lists["organization_descriptors"]))
        or word.endswith("ly")
    )
    if (
        word.endswith("s")
        and following in ("and", "or")
        and i + 2 < last
        and tokens[i + 2].text[0].islower()
        and tokens[i + 2].lower.endswith("s")
        and habits.inner[word] == 0
    ):
        return False  # "Drovers and farmers"
    if not common or (habits.inner[word] > 0 and habits.small[word] <= habits.inner[word]):
        return True
    if following == "&" and i + 2 < last and capital(tokens[i + 2]):
        return True  # "Rook & Pawn"
    if (
        following in ("of", "for")
        and word in _OF_HEADS
        and i + 2 < last
        and (capital(tokens[i + 2]) or (i + 3 < last and tokens[i + 2].lower == "the" and capital(tokens[i + 3])))
    ):
        return True
    if follows and (word, following) in habits.pairs:
        return True
    if following not in lists["common"] and any(
        word in lists[group]
        for group in ("organization_descriptors", "person_descriptors", "kin_nouns", "product_nouns")
    ):
        return False  # "Rival Stroomvaart", "Engineer Hsu"
    if follows and following in lists["common"] and not words.verbs.get(word) and following not in lists["first_names"]:
        return True
    if (
        following == ","
        and i + 3 < last
        and tokens[i + 2].lower == "which"
        and word not in words.verbs
        and not word.endswith("s")
    ):
        act = words.verbs.get(tokens[i + 3].lower)
        if act is not None and act.lemma in lists["organization_verbs"]:
            return True  # "Cistern, which makes pumps"; not "Money, which was short"
    return follows and word not in words.verbs and (habits.small[word] == 0 or word in lists["first_names"])


def _org_tail(tokens: list[Token], i: int, last: int, words: Vocabulary) -> bool:
    j = i + 1
    while j < last and capital(tokens[j]):
        j += 1
    return tokens[j - 1].lower in words.words["organization_nouns"]


def _run(tokens: list[Token], i: int, last: int, busy: bytearray, words: Vocabulary) -> int:
    """The end of the run of capitals that begins at ``i``, small inner words included where a capital follows."""
    end, j = i + 1, i + 1
    of_head = tokens[i].lower in _OF_HEADS
    while j < last and (
        not busy[j]
        or (
            busy[j] == 2
            and (_numbered(tokens, j, i) or tokens[j].lower in ("ten", "ter") or _edition(tokens, j, last, words))
        )
    ):
        token = tokens[j]
        glued = token.start == tokens[j - 1].end
        if token.start > tokens[j - 1].end + 2:
            break
        if (
            capital(token)
            and token.text[0].isalpha()
            and token.lower not in words.words["weekdays"]
            and not token.lower.endswith("-based")
        ):
            end = j = j + 1
            of_head = of_head or token.lower in _OF_HEADS
        elif token.lower in _INNER and _joins(tokens, j, last, busy, of_head, words, i):
            j += 1
        elif token.text in ("'", "’", "'s", "’s") and glued and _owned_body(tokens, j, last, words):
            end = j = j + 2
        elif token.lower in ("'s", "’s") and glued and _saint(tokens, j, last, i):
            end = j = j + 1
        elif token.text == "." and glued and len(tokens[j - 1].text) == 1:
            j += 1
        elif _numbered(tokens, j, i) or (glued and token.text.isdigit() and len(token.text) < 5):
            end = j = j + 1
        elif _edition(tokens, j, last, words):
            return j + 1
        else:
            break
    return end


_OWNED = frozenset(
    (
        "federation union association guild society league club college hospital school church institute academy "
        "company bank museum theatre library trust infirmary hall chambers cathedral parish priory abbey hospice "
        "asylum register inn arms orchestra choir band council cooperative co-operative brewery alliance party "
        "congress centre center forum network foundation charity "
        "company bank museum theatre library trust fund foundation charity co-operative cooperative press choir band "
        "arms inn head tavern bar loft yard row hall house court cottage corner kitchen table market workshop wharf "
        "quay gate mill barn forge books bookshop brewery bakery dairy farm orchard garden gallery playhouse cinema "
        "hotel lodge chapel hospice home institute exchange register journal mutual helpline refuge wood"
    ).split()
)
_NO_OWNERS = ("organization_nouns", "organization_descriptors", "post_heads", "weekdays", "months")


def _saint(tokens: list[Token], j: int, last: int, i: int) -> bool:
    """ "St Aldhelm's Infirmary", "rector of St Cuthbert's, Hallam": a saint's possessive is a church's or a school's
    name, unless something in small letters is the saint's."""
    saint = any(t.lower in ("st", "saint", "ss") for t in tokens[i : j - 1])
    following = tokens[j + 1] if j + 1 < last else None
    return saint and (
        following is None
        or following.text[0].isupper()
        or not following.text[0].isalpha()
        or following.lower
        in ("in", "on", "at", "from", "until", "since", "and", "with", "when", "has", "had", "is", "was")
    )


def _owned_body(tokens: list[Token], j: int, last: int, words: Vocabulary) -> bool:
    """ "Dockers' Federation", "Weaver's Loft": a common word's possessive and a body's noun are one name."""
    owner = tokens[j - 1].lower
    if j + 1 >= last or not tokens[j + 1].text[0].isupper() or tokens[j + 1].lower not in _OWNED:
        return False
    singular = owner[:-1] if owner.endswith("s") else owner[:-3] + "man" if owner.endswith("men") else owner
    lists = words.words
    if any(word in lists[name] for word in (owner, singular) for name in _NO_OWNERS):
        return False
    if tokens[j].text in ("'s", "’s") and (owner in lists["places"] or owner in lists["countries"]):
        return False
    return owner in lists["common"] or singular in lists["common"] or tokens[j].text in "'’"


def _numbered(tokens: list[Token], j: int, i: int) -> bool:
    """A version that belongs to a name: "Claude 3.5", "Sedge 2.0"."""
    text = tokens[j].text
    return (
        "." in text and text.replace(".", "").isdigit() and len(text) < 7 and tokens[j].start == tokens[j - 1].end + 1
    )


def _edition(tokens: list[Token], j: int, last: int, words: Vocabulary) -> bool:
    """A number that belongs to a name: "Larkspur 3 arrives", "Terminal 2 opened"; not "Rovers 3, City 1"."""
    text = tokens[j].text
    if not (text.isdigit() and len(text) < 3 and tokens[j].start == tokens[j - 1].end + 1) or text == "0":
        return False
    if tokens[j - 1].lower in words.words["months"] or not capital(tokens[j - 1]):
        return False
    following = tokens[j + 1].lower if j + 1 < last else ""
    return following in (
        "'s",
        "on",
        "in",
        "at",
        "for",
        "has",
        "had",
        "is",
        "was",
        "will",
        "with",
        "from",
        "and",
        "to",
    ) or (following in words.verbs and bool(words.verbs[following].tenses & {"s", "past"}))


def _joins(tokens: list[Token], j: int, last: int, busy: bytearray, of_head: bool, words: Vocabulary, i: int) -> bool:
    lower = tokens[j].lower
    k = j + 1
    while k < last and tokens[k].lower in _INNER and tokens[k].text.islower() and k - j < 3:
        k += 1
    if k >= last or busy[k] or not (capital(tokens[k]) and tokens[k].text[0].isalpha()):
        return False
    if tokens[k].lower in words.words["weekdays"]:
        return False
    if lower in ("of", "for"):
        return of_head
    if lower == "&":
        return True
    if lower == "the":
        return of_head and tokens[j - 1].lower in ("of", "for")
    if lower == "and":
        return (
            of_head
            and tokens[j - 1].lower in words.words["common"]
            and any(t.lower in ("of", "for") for t in tokens[i:j])
        )
    if tokens[j].text[0].isupper():
        return False
    return k - j <= 3 and lower not in ("the",)


def _split(passage: Passage, first: int, last: int, words: Vocabulary) -> list[Mention]:
    """One mention for the run; honorifics stay outside it."""
    tokens = passage.tokens
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
    if last - first == 1 and (_description(tokens[first], words) or len(tokens[first].text) == 1):
        return []
    if _part_of_document(tokens, first, last, words):
        return []
    return [Mention("name", first, last, key=key_of(passage.text(first, last)))]


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


def _mark_known(passage: Passage, known: dict[str, str], words: Vocabulary) -> list[tuple[Passage, Mention]]:
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
