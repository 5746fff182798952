"""The field of a title: "of energy policy", "for edge compute", ", Engineering", ", EMEA"."""

from __future__ import annotations

from checker.mentions.organs import organ_end
from checker.mentions.title_words import ABBREVIATED, ACRONYMS, continues, singular
from checker.packs.vocabulary import Vocabulary, listed
from checker.passages import Token

_LEADS = frozenset("head leader lead manager director chief supervisor coordinator member".split())
_TEAMS = frozenset(
    "group team unit division department lab laboratory desk section office committee section branch".split()
)
_ARTICLES = frozenset(("the", "its", "their", "his", "her", "our", "a", "an"))


def domain(tokens: list[Token], i: int, words: Vocabulary, busy: set[int]) -> int:
    """The end of the title with its field: "of energy policy", "for edge compute", ", Engineering" after a short
    form."""
    if i >= len(tokens):
        return i
    if (
        tokens[i - 1].lower in ABBREVIATED
        and _field_word(tokens[i], words)
        and i not in busy
        and tokens[i].lower not in ("of", "for")
        and (tokens[i].text[0].isupper() or tokens[i].lower in words.words["levels"])
    ):
        return _noun_run(tokens, i, words, busy)
    if (
        tokens[i].text == ","
        and i + 1 < len(tokens)
        and tokens[i + 1].text[0].isupper()
        and tokens[i + 1].lower in words.words["levels"]
        and tokens[i - 1].text[0].isupper()
    ):
        end = _noun_run(tokens, i + 1, words, busy)
        closed = (
            end >= len(tokens)
            or tokens[end].text in ",.;)"
            or tokens[end].lower in ("at", "of", "and")
            or tokens[end].lower in words.words["first_names"]
        )
        if closed and end > i + 1 and singular(tokens[end - 1].lower, words) is None:
            return end
    if tokens[i].lower in ("of", "for") and i + 1 < len(tokens):
        j = i + 1
        if tokens[j].lower in _ARTICLES and not (tokens[i].lower == "for" and tokens[j].lower in ("a", "an")):
            j += 1
        if (organ := organ_end(tokens, j, words)) > j:
            return organ
        if tokens[i].lower == "for" and (land := territory(tokens, j)) > j:
            return land
        end = _noun_run(tokens, j, words, busy) if j < len(tokens) else j
        if end > j and tokens[end - 1].lower in _SPANS:
            return i
        if end < len(tokens) and tokens[end].lower in ("'", "'s"):
            return i
        if (
            (j > i + 1 or tokens[end - 1].text[0].isupper())
            and end < len(tokens)
            and end > j
            and tokens[end].text[0].isupper()
            and tokens[end].text[0].isalpha()
        ):
            return i
        if (
            end > j
            and tokens[end - 1].lower in words.words["organization_descriptors"]
            and not (tokens[i - 1].lower in _LEADS and tokens[end - 1].lower in _TEAMS)
            and not (j == i + 1 and tokens[end - 1].lower in _FIELDS and (end > j + 1 or _fielded(tokens, i, words)))
        ):
            return i
        if end > j and not (
            end < len(tokens)
            and tokens[end].text[0].isupper()
            and (
                (tokens[j].text.islower() and _named_next(tokens, j, end, words))
                or tokens[end - 1].lower in words.words["demonyms"]
            )
        ):
            return end
    return i


_TERRITORIES = frozenset(
    (
        "emea apac americas amer latam mena anz dach asia europe africa international worldwide global nordics benelux "
        "asia-pacific asia-pac"
    ).split()
)


def ruled(tokens: list[Token], i: int) -> int:
    """The end of "for the Americas" behind a title and its field; ``i`` for none."""
    if i + 1 >= len(tokens) or tokens[i].lower != "for":
        return i
    j = i + 1 + (tokens[i + 1].lower == "the")
    land = territory(tokens, j)
    return land if land > j else i


def territory(tokens: list[Token], i: int) -> int:
    """The end of ", EMEA", ", North America" behind a title, closed by a mark or "at"; ``i`` for none."""
    j = (
        i + 1
        if i < len(tokens) and tokens[i].lower in ("north", "south", "latin", "middle", "western", "eastern")
        else i
    )
    found = j < len(tokens) and (tokens[j].lower in _TERRITORIES or (j > i and tokens[j].lower in ("america", "east")))
    end = j + 1 if found else i
    closed = end >= len(tokens) or tokens[end].text in ",.;:)" or tokens[end].lower in ("at", "of", "and", "for")
    return end if found and closed else i


def _fielded(tokens: list[Token], i: int, words: Vocabulary) -> bool:
    """ "Head of Press", "director of service": one word for a field, behind one who has fields."""
    return (
        tokens[i - 1].lower in ("head", "director", "manager", "chief", "lead")
        and tokens[i + 1].lower in words.words["levels"]
    )


_FIELDS = frozenset("chain network group brand platform business enterprise service practice site press".split())


def _named_next(tokens: list[Token], first: int, end: int, words: Vocabulary) -> bool:
    """Whether the run before a capital describes it: "chief executive of the chip designer Plover"."""
    return tokens[end - 1].lower in words.words["organization_descriptors"]


def _field_word(token: Token, words: Vocabulary) -> bool:
    lower = token.lower
    return (lower in words.words["common"] and lower not in words.words["first_names"]) or lower in words.words[
        "levels"
    ]


def _noun_run(tokens: list[Token], i: int, words: Vocabulary, busy: set[int]) -> int:
    lists, j = words.words, i
    while j < len(tokens) and j not in busy and j - i < 6:
        token = tokens[j]
        lower = token.lower
        if (
            lower in ("and", "&")
            and j > i
            and j + 1 < len(tokens)
            and tokens[j + 1].text.islower() == tokens[j - 1].text.islower()
            and _plain(tokens[j + 1], words)
        ):
            form = words.verbs.get(tokens[j + 1].lower)
            if form is not None and form.tenses & {"s", "past"} and not _closes(tokens, j + 2, words):
                break
            if singular(tokens[j + 1].lower, words) and not continues(tokens, j + 2, words):
                break
            j += 2
            continue
        if not _plain(token, words) or (
            token.text[0].isupper()
            and not (lower in lists["levels"] or lower in ACRONYMS or lower in lists["demonyms"] or lower in _REGIONS)
        ):
            break
        form = words.verbs.get(lower)
        if (
            form is not None
            and j > i
            and not form.tenses & {"base", "ing"}
            and not (form.tenses <= {"s"} and _closes(tokens, j + 1, words))
        ):
            break
        j += 1
    return j


def _closes(tokens: list[Token], i: int, words: Vocabulary) -> bool:
    """Whether a noun phrase ends before token ``i``, so that "studies" before it is a noun."""
    return (
        i >= len(tokens)
        or not tokens[i].text[0].isalnum()
        or tokens[i].lower in ("at", "in", "and", "for", "from", "since", "until", "who", "on", "of")
    )


_REGIONS = frozenset("nordic baltic iberian pacific atlantic mediterranean eastern western northern southern".split())
_SPANS = frozenset(
    (
        "time times day days week weeks month months year years bit while decade decades term terms moment "
        "season seasons part parts most life"
    ).split()
)


def _plain(token: Token, words: Vocabulary) -> bool:
    lower, lists = token.lower, words.words
    if not token.text[0].isalpha() or lower in ("who", "which"):
        return False
    return not listed(lower, lists, "relatives") and lower not in ("also", "then", "now", "'s")
