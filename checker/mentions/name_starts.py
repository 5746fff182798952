"""Where a name begins: whether a capital opens a name or is a sentence's own."""

from __future__ import annotations

from checker.mentions.habits import Habits
from checker.mentions.writing import INNER, OF_HEADS, capital
from checker.packs.vocabulary import Lists, Vocabulary, listed
from checker.passages import Token

_MADE = ("adjectives", "demonyms")  # words that take a capital without naming


def opens(
    tokens: list[Token], i: int, first: int, last: int, words: Vocabulary, habits: Habits, busy: bytearray
) -> bool:
    token, lists, inner = tokens[i], words.words, habits.inner
    if not capital(token) or token.lower in lists["never_names"] or _never(token, lists) or _clock(tokens, i):
        return False
    follows = i + 1 < last and capital(tokens[i + 1]) and tokens[i + 1].text[0].isalpha()
    if any(token.lower in lists[name] for name in ("status_former", "status_current", "status_incoming")):
        return False
    if describes_only(token, words):
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
        whole = follows and not busy[i + 1] and _plainly_named(tokens, i, last, lists)
        return follows and not tokens[i + 1].lower.endswith("-based") and (_org_tail(tokens, i, last, words) or whole)
    closed = listed(token.lower, lists, "adverbs")
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
            return not (fresh and _asked(tokens, i, last, words))
        return not fresh and follows and token.lower not in ("i", "the", "a", "an")
    if not fresh:
        return True
    return _opens_sentence(tokens, i, last, follows, words, habits)


def _asked(tokens: list[Token], i: int, last: int, words: Vocabulary) -> bool:
    """ "Will Kellerpost be sold?": the verb that begins a question, and whom it is asked of."""
    if tokens[last - 1].text != "?":
        return False
    j = i + 1
    while j < last and capital(tokens[j]):
        j += 1
    form = words.verbs.get(tokens[j].lower) if j < last else None
    return form is not None and ("base" in form.tenses or tokens[j].lower == "be")


def _plainly_named(tokens: list[Token], i: int, last: int, lists: Lists) -> bool:
    """ "Nordic Grid", "Baltic Amber Forum": a common word that has a capital behind the adjective is of its name."""
    following = tokens[i + 1].lower
    if following not in lists["common"]:
        return False
    after = tokens[i + 2] if i + 2 < last else None
    goes_on = after is not None and capital(after) and after.lower in lists["common"]
    return goes_on or following not in lists["first_names"]


def _surname(token: Token, lists: Lists) -> bool:
    """Whether a capital behind "Jan" or "May" makes a person of it: no word, no day and no holiday."""
    return token.text[1:].islower() and token.lower not in lists["common"] and token.lower not in lists["weekdays"]


def _never(token: Token, lists: Lists) -> bool:
    """Weekdays in the plural, "Kumbakonam-born", "Yorkshiremen"."""
    lower = token.lower
    return (lower.endswith("s") and lower[:-1] in lists["weekdays"]) or lower.endswith(_DESCRIBING)


def _clock(tokens: list[Token], i: int) -> bool:
    """What stands behind an hour: "9:12 AM CEST"; and a wire's slug: "RPT-UPDATE 2", "CORRECTED-Oil"."""
    text = tokens[i].text
    if "-" in text:
        return text.split("-", 1)[0] in _SLUGS
    return (
        text.isupper()
        and i > 0
        and text in _HOURS
        and (tokens[i - 1].text[0].isdigit() or tokens[i - 1].text in _HOURS)
    )


_HOURS = frozenset(
    "AM PM GMT UTC BST CET CEST EET EEST WET WEST EST EDT CST CDT MST MDT PST PDT ET PT CT IST JST".split()
)
_SLUGS = frozenset(
    (
        "BC RPT UPDATE CORRECTED CORRECTION REFILE WRAPUP URGENT BRIEF EXCLUSIVE FACTBOX TIMELINE NEWSMAKER REPEAT "
        "LEAD ADVISORY EMBARGOED RECAST RECASTS ADDS FLASH ALERT SNAP DIARY"
    ).split()
)
_DESCRIBING = ("-born", "-related", "-educated", "-trained", "-owned", "-led", "shiremen", "shireman")


def describes_only(token: Token, words: Vocabulary) -> bool:
    """ "British", "Romanian-Swedish", "Annual": a capital that describes what follows; "the Dane" names nobody."""
    lists = words.words
    if token.lower == "new" or not token.text[0].isupper():
        return False
    parts = [part for part in token.lower.replace("–", "-").split("-") if part]
    return all(any(part in lists[name] or part[:-1] in lists[name] for name in _MADE) for part in parts)


def _opens_sentence(tokens: list[Token], i: int, last: int, follows: bool, words: Vocabulary, habits: Habits) -> bool:
    """Whether the first word of a sentence is a name rather than a word with its sentence's capital."""
    token, lists = tokens[i], words.words
    word, following = token.lower, tokens[i + 1].lower if i + 1 < last else ""
    if word in _NUMBERS and follows and _counts(tokens, i, last, words):
        return False
    if word.endswith("ing") and word in words.verbs and following.isalpha() and not follows:
        return False  # "Brewing continues in Amble", where others have Brewing in their names
    common = (
        word in lists["common"]
        or (word in lists["organization_descriptors"] and not follows and following not in ("&", "'s"))
        or habits.small[word] > 0
        or word in words.verbs
        or (word.endswith("s") and (word[:-1] in lists["common"] or word[:-1] in lists["organization_descriptors"]))
        or word.endswith("ly")
        or (
            "-" in word and token.text[1:].islower() and all(p in lists["common"] for p in word.split("-"))
        )  # "Day-to-day"
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
        and word in OF_HEADS
        and i + 2 < last
        and (capital(tokens[i + 2]) or (i + 3 < last and tokens[i + 2].lower == "the" and capital(tokens[i + 3])))
    ):
        return True
    if follows and (word, following) in habits.pairs:
        return True
    if following in _FOREIGN and i + 2 < last and capital(tokens[i + 2]) and tokens[i + 2].text != "I":
        return True  # "Café do Vale"
    if word in _SCHEMES and follows and tokens[i + 1].text[1:].islower() and following not in words.words["post_heads"]:
        return True  # "Project Heron"
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


def _counts(tokens: list[Token], i: int, last: int, words: Vocabulary) -> bool:
    """ "Three Premier Union clubs have gone": a number that counts what stands behind the name."""
    j = i + 1
    while j < last and capital(tokens[j]):
        j += 1
    word = tokens[j].lower if j < last else ""
    form = words.verbs.get(word)
    plural = word.endswith("s") and not word.endswith("ss") and len(word) > 3
    return plural and (form is None or word[:-1] in words.words["common"])


_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve both several many most".split())
_FOREIGN = INNER - {"of", "for", "and", "&", "the", "am", "na", "op", "ben", "e", "y", "la"}
_SCHEMES = frozenset(("project", "operation"))


def _org_tail(tokens: list[Token], i: int, last: int, words: Vocabulary) -> bool:
    j = i + 1
    while j < last and capital(tokens[j]):
        j += 1
    return tokens[j - 1].lower in words.words["organization_nouns"]
