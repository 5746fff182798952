"""Titles of posts: [level] head [of domain], found by their words.

What is found here is a proposal ("head" and "chair" are also verbs): the sentence decides later.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from checker.mentions.title_domains import domain, ruled, territory
from checker.mentions.title_words import ACRONYMS, continues, is_level, singular
from checker.model import Value
from checker.packs.vocabulary import Vocabulary, listed, vocabulary
from checker.passages import Mention, Passage, Token

_NONE: Mapping[int, int] = {}
_STOPS = frozenset(
    (
        "new old former current present late own other same first second third last next big large small great "
        "good main only whole female male woman black youngest oldest eldest year month week day decade morning "
        "one two three four five six seven eight nine ten several longer part-time full-time unpaid sole incumbent "
        "reigning serving longest-serving longstanding then"
    ).split()
)


def mark(passage: Passage, words: Vocabulary, works: Mapping[int, int] = _NONE) -> None:
    """Add the titles of ``passage`` to its mentions, with a small-letter domain ("head of the mixed-signal group").

    ``works`` are the names of works in it (first to last token), in which no post is meant.
    """
    busy = {i for mention in passage.mentions for i in range(mention.first, mention.last)}
    busy.update(i for first, last in works.items() for i in range(first, last))
    tokens, i = passage.tokens, 0
    added: list[Mention] = []
    while i < len(tokens):
        head = _head(tokens, i, words, busy) if _opens(tokens[i].lower) and i not in busy else None
        if head is None:
            i += 1
            continue
        first, core = head
        first = _behind_name(tokens, first, core, words)
        floor = added[-1].last if added else 0
        first = _leftward(tokens, first, words, busy, floor)
        if first - 2 >= floor and tokens[first - 1].text == "." and tokens[first - 2].lower == "hon":
            first -= 2  # "Hon. Secretary"
        last = ruled(tokens, domain(tokens, core, words, busy))
        if last + 1 < len(tokens) and tokens[last].text == "," and tokens[last - 1].text[0].isupper():
            last = max(last, territory(tokens, last + 1) if territory(tokens, last + 1) > last + 1 else last)
        added.append(
            Mention(
                "title",
                first,
                last,
                Value("title", passage.text(first, last).removeprefix("ex-").removeprefix("Ex-")),
                _strength(tokens, first, core, last, words),
            )
        )
        i = last
    added = _stacked(passage, added)
    passage.mentions = sorted([*passage.mentions, *added], key=lambda mention: mention.first)


def _stacked(passage: Passage, found: list[Mention]) -> list[Mention]:
    """ "Consultant" and "vascular surgeon" side by side are one title, and so is "Detective Inspector"."""
    made: list[Mention] = []
    for mention in found:
        before = made[-1] if made and made[-1].last == mention.first else None
        if before is not None and passage.tokens[before.last - 1].lower in _STACKS:
            text = passage.text(before.first, mention.last).removeprefix("ex-").removeprefix("Ex-")
            made[-1] = Mention("title", before.first, mention.last, Value("title", text), mention.anchor)
        else:
            made.append(mention)
    return made


_STACKS = frozenset(
    (
        "student apprentice trainee pupil cadet consultant detective police staff specialist assistant associate "
        "probationary sergeant lance petty warrant chief major flight volunteer visiting locum registrar resident "
        "intern junior senior head lead principal master clerical customs nurse midwife fellow lay parish town"
    ).split()
)


@lru_cache(maxsize=1 << 14)
def _opens(word: str) -> bool:
    """Whether ``_head`` can find a title that begins with this word, whatever stands behind it."""
    words = vocabulary()
    lists = words.words
    return (
        word in words.fixed_titles
        or word.startswith("ex-")
        or singular(word, words) is not None
        or word in lists["levels"]
        or word in ACRONYMS
        or word in _GRADES
        or word in lists["surname_heads"]
    )


def _head(tokens: list[Token], i: int, words: Vocabulary, busy: set[int]) -> tuple[int, int] | None:
    """(first, after the head) of the title core that begins at token ``i``: a fixed sequence, or levels and a head."""
    for sequence in words.fixed_titles.get(tokens[i].lower, ()):
        end = i + len(sequence)
        if end <= len(tokens) and all(tokens[i + k].lower == word for k, word in enumerate(sequence)):
            following = (
                _head(tokens, end, words, busy)
                if end < len(tokens) and tokens[end].lower in ("officer", "executive")
                else None
            )
            return i, following[1] if following else end
    if tokens[i].lower[:3] == "ex-" and singular(tokens[i].lower[3:], words):
        return i, i + 1
    j = i
    if (
        i
        and tokens[i].text[0].isupper()
        and tokens[i - 1].text[0].isupper()
        and tokens[i - 1].lower in words.words["first_names"]
        and not continues(tokens, i + 1, words)
        and tokens[i].lower not in words.words["levels"]
        and not (i > 1 and tokens[i - 2].text[0].isupper())
    ):
        return None  # Jeff Dean
    if tokens[i].text[0].isupper() and _guild(tokens, i, words):
        return None
    if (
        i
        and tokens[i].lower in words.words["organization_nouns"]
        and tokens[i].text[0].isupper()
        and _name_before(tokens, i, words)
    ):
        return None
    while j < len(tokens) and j - i < 6 and j not in busy and is_level(tokens[j], words):
        if j > i and singular(tokens[j].lower, words) and not continues(tokens, j + 1, words):
            break
        j = _past_and(tokens, j, words, busy)
    if i and j > i and tokens[i].text[0].isupper() and _is_institution(tokens, i, j, words):
        return None
    if tokens[i].text[0].isupper() and tokens[i].lower in _GRADES:
        j = _free_fields(tokens, j, words, busy)
    if j > i and j < len(tokens) and j not in busy:
        for sequence in words.fixed_titles.get(tokens[j].lower, ()):
            if [t.lower for t in tokens[j : j + len(sequence)]] == list(sequence):
                return _unnumbered(tokens, i, j), j + len(sequence)
    if j < len(tokens) and j not in busy and singular(tokens[j].lower, words):
        if (
            tokens[j].text[0].isupper()
            and tokens[j].lower.endswith("s")
            and tokens[j].lower in words.words["organization_nouns"]
            and i
            and tokens[i - 1].text[0].isupper()
            and tokens[i - 1].end + 1 == tokens[i].start
        ):
            return None  # Andes Growth Partners
        if _within_name(tokens, j, words):
            return None
        return _unnumbered(tokens, i, j), j + 1
    if j > i and j < len(tokens) and j not in busy and tokens[j - 1].lower in _GRADES:
        if _agentive(tokens[j], words, tokens[j - 1].lower):
            return i, j + 1
        if j + 1 < len(tokens) and _crafted(tokens[j], words) and _agentive(tokens[j + 1], words, tokens[j - 1].lower):
            return i, j + 2
    if j < len(tokens) and j not in busy and tokens[j].lower in words.words["surname_heads"]:
        graded = j > i and tokens[j - 1].lower in _GRADES | {"pastry", "night"}
        over = j + 1 < len(tokens) and tokens[j + 1].lower == "of" and (j == 0 or not tokens[j - 1].text[0].isupper())
        return (i, j + 1) if graded or over or tokens[j].text.islower() else None
    if j > i and singular(tokens[j - 1].lower, words):
        return i, j
    return None


def _past_and(tokens: list[Token], j: int, words: Vocabulary, busy: set[int]) -> int:
    """Past the level at ``j``, and past "and" where another level and a head follow: "people and culture officer"."""
    lists = words.words
    if (
        j + 3 < len(tokens)
        and tokens[j + 1].lower in ("and", "&", ",")
        and j + 2 not in busy
        and tokens[j + 2].lower in lists["levels"]
        and not singular(tokens[j].lower, words)
        and not singular(tokens[j + 2].lower, words)
        and tokens[j].text[0].isupper() == tokens[j + 2].text[0].isupper()
        and (tokens[j + 1].text != "," or tokens[j].text[0].isupper())
        and any(singular(t.lower, words) for t in tokens[j + 3 : j + 6])
    ):
        return j + 2
    return j + 1


def _is_institution(tokens: list[Token], i: int, j: int, words: Vocabulary) -> bool:
    """ "a former Treasury economist": a capital inside the sentence before a head in small letters is a name."""
    inside = tokens[i - 1].text[0].isalnum() or tokens[i - 1].text in ",–—-"
    return (
        inside
        and j == i + 1
        and j < len(tokens)
        and tokens[j].text.islower()
        and singular(tokens[j].lower, words) is not None
        and singular(tokens[i].lower, words) is None
        and tokens[i].lower in _OFFICES
    )


_OFFICES = frozenset("treasury parliament congress senate".split())


def _free_fields(tokens: list[Token], j: int, words: Vocabulary, busy: set[int]) -> int:
    """Past the capital common words between a grade and its head, whatever they are: "Chief Happiness Officer"."""
    lists, k = words.words, j
    while k < len(tokens) and k - j < 4 and k not in busy:
        token = tokens[k]
        if singular(token.lower, words) and token.text[0].isupper() and not continues(tokens, k + 1, words):
            return k
        joined = token.lower in ("and", "&") and k > j
        common = token.text[0].isupper() and (token.lower in lists["common"] or token.lower in lists["levels"])
        if not joined and (
            not common or token.lower in lists["first_names"] or token.lower in lists["organization_nouns"]
        ):
            break
        k += 1
    return j


def _within_name(tokens: list[Token], j: int, words: Vocabulary) -> bool:
    """ "Bellamy Trustees Ltd", "Marsh Curators Society": a capital head between the words of a body's name."""
    following = tokens[j + 1] if j + 1 < len(tokens) else None
    lists = words.words
    if (
        following is not None
        and following.text in ("'", "’", "'s", "’s")
        and j + 2 < len(tokens)
        and tokens[j].text[0].isupper()
    ):
        if tokens[j].lower in lists["post_heads"]:
            return False
        return (
            tokens[j + 2].text[0].isupper() and tokens[j + 2].lower in lists["common"]
        )  # Pilots' Guild, Weaver's Loft
    if tokens[j].text[0].isupper() and tokens[j].lower.endswith("s") and _of_body(tokens, j, words):
        return True  # Federation of Tyrolean Guides
    return (
        following is not None
        and following.start == tokens[j].end + 1
        and tokens[j].text[0].isupper()
        and following.text[0].isupper()
        and (
            following.lower in lists["legal_forms"]
            or (tokens[j].lower.endswith("s") and following.lower in lists["organization_nouns"])
        )
    )


def _of_body(tokens: list[Token], j: int, words: Vocabulary) -> bool:
    """Whether a body's noun and "of" stand a word or two before the plural at ``j``, capitals between."""
    for k in (j - 1, j - 2):
        if k > 0 and tokens[k].lower == "of" and tokens[k - 1].text[0].isupper():
            return tokens[k - 1].lower in words.words["organization_nouns"] and k < j - 1
        if k <= 0 or not tokens[k].text[0].isupper():
            return False
    return False


def _behind_name(tokens: list[Token], first: int, core: int, words: Vocabulary) -> int:
    """ "Dunmore Harbour Board chairman": capitals before a head in small letters belong to the name before them, up
    to the noun that says it is a body."""
    if not tokens[core - 1].text.islower() or first == 0:
        return first
    before = tokens[first - 1]
    if not before.text[0].isupper() or before.end + 1 != tokens[first].start or continues(tokens, first - 1, words):
        return first
    bodies = [
        i + 1
        for i in range(first, core - 1)
        if tokens[i].text[0].isupper() and tokens[i].lower in words.words["organization_nouns"]
    ]
    return bodies[-1] if bodies else first


def _guild(tokens: list[Token], i: int, words: Vocabulary) -> bool:
    """ "Weavers' Union", "Master Builders Association": many of a trade in the name of their body."""
    if tokens[i].lower in words.words["heads"] or not singular(tokens[i].lower, words):
        return False
    if i > 1 and tokens[i - 1].lower == "of" and tokens[i - 2].text[0].isupper():
        return tokens[i - 2].lower in words.words["organization_nouns"]  # "Guild of Founders"
    j = i + 2 if i + 1 < len(tokens) and tokens[i + 1].text in ("'", "’") else i + 1
    return j < len(tokens) and tokens[j].text[0].isupper() and tokens[j].lower in words.words["organization_nouns"]


_GRADES = frozenset("chief head principal senior deputy assistant associate lead master apprentice trainee".split())


def _crafted(token: Token, words: Vocabulary) -> bool:
    """The craft between a grade and a worker: "chief dubbing mixer"."""
    word = token.lower
    return token.text.islower() and word.endswith("ing") and len(word) > 5 and word not in words.words["prepositions"]


def _agentive(token: Token, words: Vocabulary, grade: str) -> bool:
    """A worker by the word's ending, where a grade stands before it: "chief luthier", "head groom" needs the list."""
    word = token.lower
    lists = words.words
    return (
        len(word) > 4
        and word.endswith(("er", "or", "ist", "ian", "man", "woman"))
        and token.text[1:].islower()
        and word not in words.verbs
        and (word not in lists["organization_descriptors"] or grade in ("head", "chief", "assistant", "apprentice"))
        and word not in lists["place_nouns"]
        and word not in lists["event_nouns"]
        and word not in lists["adverbs"]
        and word not in lists["first_names"]
        and word not in lists["project_nouns"]
        and word not in lists["product_nouns"]
        and word not in _THINGS
    )


_THINGS = frozenset(
    (
        "number order member matter paper power water river water weather letter chapter charter quarter winter "
        "summer dinner corner border order factor sector colour color error mirror floor door answer computer "
        "container minor major other another rather whether under over after never ever former latter larger "
        "smaller greater lesser higher lower better shoulder figure offer layer shower tower flower sister "
        "brother mother father daughter cover razor laser lever fiber fibre tiger silver cancer cedar motor"
    ).split()
)


def _unnumbered(tokens: list[Token], first: int, head: int) -> int:
    """ "its first chief executive" is a chief executive; a first officer is a first officer."""
    while (
        first < head
        and tokens[first].lower in _ORDINALS
        and (tokens[head].lower not in _RANKED or (head > first + 1 and tokens[first + 1].lower == "chief"))
        and (tokens[first].lower not in ("sole", "only") or tokens[head].lower == "founder")
    ):
        first += 1
    return first


_ORDINALS = frozenset("sole only first second third fourth fifth sixth seventh eighth ninth tenth".split())
_RANKED = frozenset("officer mate secretary minister lieutenant engineer violin sergeant clerk".split())


def _name_before(tokens: list[Token], i: int, words: Vocabulary) -> bool:
    """ "Halvorsen Group chief executive": a capital noun right behind a name belongs to the name."""
    before = tokens[i - 1]
    return (
        before.text[0].isupper()
        and before.end + 1 == tokens[i].start
        and before.lower not in words.words["levels"]
        and before.lower not in words.words["heads"]
        and before.lower not in ("the", "our", "its", "a", "as")
    )


def _leftward(tokens: list[Token], first: int, words: Vocabulary, busy: set[int], floor: int) -> int:
    """Take in nouns that say the field ("water polo coach"): small letters, not verbs, articles or status words."""
    kept, i = _after_article(tokens, first, words, busy, floor), first - 1
    if kept < first:
        return kept
    while i >= floor and first - i <= 3 and i not in busy and _is_field(tokens[i], words):
        kept, i = i, i - 1
    if (
        i >= floor
        and kept - i <= 1
        and i not in busy
        and (i == 0 or tokens[i - 1].text in ".?!")
        and tokens[i].lower in _PARTS
    ):
        return i  # "Studio director Hana Sato said"
    return kept


def _after_article(tokens: list[Token], first: int, words: Vocabulary, busy: set[int], floor: int) -> int:
    """Where "The Day Ward Manager", "our Community Links Officer" begin: capital common words behind an article."""
    i = first - 1
    while i > floor and first - i <= 3 and i not in busy and _is_capital_field(tokens[i], words):
        i -= 1
    opened = i >= floor and i < first - 1 and tokens[i].lower in _ARTICLES and tokens[first].text[0].isupper()
    return i + 1 if opened else first


_ARTICLES = frozenset("the our my its his her their your a an".split())


def _is_capital_field(token: Token, words: Vocabulary) -> bool:
    lists, word = words.words, token.lower
    return (
        token.text[0].isupper()
        and token.text[1:].islower()
        and word in lists["common"]
        and (word not in _STOPS or word in ("day", "week", "morning"))
        and not listed(
            word, lists, "first_names", "places", "demonyms", "adjectives", "organization_nouns",
            "organization_descriptors", "trade_nouns", "status_words", "status_former", "status_current",
            "status_incoming", "honorifics", "place_nouns", "event_nouns", "months", "weekdays", "determiners",
        )
    )  # fmt: skip


_PARTS = frozenset(
    (
        "studio club school site factory mine mill plant lab laboratory department division team unit group network "
        "dairy farm workshop yard house hotel gallery council theatre theater orchestra choir league party union "
        "mill store shop centre center depot service kitchen bakery nursery archive cinema gym spa café cafe pub zoo "
        "bank branch garage garden restaurant surgery clinic practice newsletter platform website brand ferry vineyard"
    ).split()
)


def _is_field(token: Token, words: Vocabulary) -> bool:
    lists = words.words
    if not token.text.islower() or not token.text[0].isalpha() or token.lower in _STOPS or len(token.text) < 3:
        return False
    if listed(
        token.lower, lists, "adverbs", "adjectives", "status_former", "status_current", "status_incoming",
        "status_words", "relatives",
    ):  # fmt: skip
        return False
    if token.lower in lists["organization_descriptors"] and token.lower not in _PARTS:
        return False
    form = words.verbs.get(token.lower)
    if (form is not None and not form.tenses <= {"base"}) or token.lower.endswith("ly"):
        return False
    if token.lower.endswith(("able", "ible", "ous", "ful", "less")):
        return False
    if "-" in token.lower and token.lower.endswith(
        ("-based", "-born", "-old", "-year", "-time", "-serving", "-elected")
    ):
        return False
    return singular(token.lower, words) is None or token.lower in lists["levels"]


def _strength(tokens: list[Token], first: int, core: int, last: int, words: Vocabulary) -> str:
    """ "weak" where the word alone is no title ("member", "head"); "plural" where it names several people's."""
    head = tokens[core - 1].lower
    if head not in words.words["heads"] and singular(head, words):
        return "plural"
    return "weak" if head in words.words["weak_heads"] and last - first == 1 else ""
