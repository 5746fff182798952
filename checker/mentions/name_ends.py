"""Where a name ends: the small words, possessives, numbers and legal forms that belong inside."""

from __future__ import annotations

from checker.mentions.writing import INNER, OF_HEADS, capital
from checker.packs.vocabulary import Vocabulary
from checker.passages import Token
from checker.values.person import is_letters

_SMALL_FORMS = frozenset("plc ltd llp llc inc gmbh pty bv".split())
_SHORTENED = frozenset("bros inc ltd corp co jr sr mfg intl".split())


def tail(tokens: list[Token], end: int, last: int, busy: bytearray, words: Vocabulary) -> int:
    """Take in a legal form behind a comma and its stops: "Sotobayashi Works, Ltd.", "Orsina S.p.A."."""
    forms = words.words["legal_forms"]
    end = _foreign_form(tokens, end, last, busy)
    if end < last and tokens[end].text in _SMALL_FORMS and not busy[end]:
        return end + 1
    while end + 1 < last and tokens[end].text == "," and is_letters(tokens[end + 1].text) and not busy[end + 1]:
        end += 2
        while end < last and is_letters(tokens[end].text):
            end += 1
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
    if (
        end + 1 < last
        and tokens[end - 1].lower == "co"
        and tokens[end].text == "."
        and tokens[end - 2].text == "&"
        and tokens[end + 1].lower in ("kg", "kgaa", "ohg", "se", "ag")
    ):
        return end + 2  # "GmbH & Co. KG"
    dotted = end < last and tokens[end].text == "." and tokens[end].start == tokens[end - 1].end
    if dotted and "." in tokens[end - 1].text and tokens[end - 1].lower + "." in forms:
        end += 1
    return end


_DOTTED = frozenset("d.o.o s.r.o a.s a.d d.d o.o e.v k.s v.o.s z.s s.p.a j.d.o.o z.o.o".split())


def _foreign_form(tokens: list[Token], end: int, last: int, busy: bytearray) -> int:
    """Take in "d.o.o.", "Sp. z o.o." and the "Ltd" of "Nagy & Co. Ltd": forms in small letters, or behind a stop."""
    if end + 1 < last and tokens[end].text == "." and tokens[end].start == tokens[end - 1].end:
        if tokens[end - 1].lower == "sp" and tokens[end + 1].lower == "z" and end + 2 < last:
            end += 2
        elif tokens[end - 1].lower == "co" and tokens[end + 1].lower in ("ltd", "inc", "llc"):
            return end + 2
    if end < last and tokens[end].lower in _DOTTED and not busy[end]:
        end += 1
        if end + 1 < last and tokens[end].text == "." and tokens[end].start == tokens[end - 1].end:
            end += tokens[end + 1].text[0].islower() or tokens[end + 1].text in ",;)"
    return end


def run_end(tokens: list[Token], i: int, last: int, busy: bytearray, words: Vocabulary) -> int:
    """The end of the run of capitals that begins at ``i``, small inner words included where a capital follows."""
    end, j = i + 1, i + 1
    of_head = tokens[i].lower in OF_HEADS
    while j < last and (
        not busy[j]
        or (
            busy[j] == 2
            and (_numbered(tokens, j, i) or tokens[j].lower in ("ten", "ter") or _edition(tokens, j, last, words))
        )
    ):
        token = tokens[j]
        glued = token.start == tokens[j - 1].end
        if token.start > tokens[j - 1].end + 2 or _pronoun(tokens, j, last, words) or _closed(tokens, i, j):
            break
        if _initial(tokens, i, j, words):
            break
        dotted = j + 1 < last and tokens[j + 1].text == "."  # "M. Shaw" in one line, "Prof. I. Rademaker" in the next
        if (
            token.lower in _ADDRESSES
            and j + 1 < last
            and (dotted or capital(tokens[j + 1]))
            and tokens[j - 1].lower not in _RANKS
        ):
            break  # "R. Albrecht" in one line of a list, "Dr L. Okoye" in the next
        if (
            capital(token)
            and token.text[0].isalpha()
            and token.lower not in words.words["weekdays"]
            and not token.lower.endswith("-based")
        ):
            end = j = j + 1
            of_head = of_head or token.lower in OF_HEADS
        elif token.lower in INNER and _joins(tokens, j, last, busy, of_head, words, i):
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


def _initial(tokens: list[Token], i: int, j: int, words: Vocabulary) -> bool:
    """ "Braemoor RFC" at the end of one line of a list, "G. Prowse" at the start of the next."""
    text, before = tokens[j].text, tokens[j - 1]
    if len(text) != 2 or text[1] != "." or not text[0].isupper() or j + 1 >= len(tokens):
        return False
    lists = words.words
    body = before.text.isupper() and len(before.text) > 1 and "." not in before.text and j - i > 1
    return (body and not tokens[j + 1].text.isupper()) or (
        j - i > 1 and (before.lower in lists["organization_nouns"] or before.lower in lists["legal_forms"])
    )


_ADDRESSES = frozenset("mr mrs ms miss mx dr prof professor".split())
_RANKS = _ADDRESSES | frozenset("rev revd reverend sir dame lord lady hon the st st. saint doctor herr frau".split())
_CLOSING = frozenset("limited ltd plc llc llp gmbh inc incorporated".split())


def _closed(tokens: list[Token], i: int, j: int) -> bool:
    """ "HARROW DOCKS LIMITED Annual report": a legal form ends a name, as small letters behind capitals do."""
    if j - i < 2 or tokens[j].text.isupper() == tokens[j - 1].text.isupper() or not tokens[j].text[0].isalpha():
        return False
    loud = all(t.text.isupper() for t in tokens[i:j]) and sum(len(t.text) > 3 for t in tokens[i:j]) > 1
    return loud or (tokens[j - 1].lower in _CLOSING and tokens[j].lower not in _CLOSING)


def _pronoun(tokens: list[Token], j: int, last: int, words: Vocabulary) -> bool:
    """ "The Society I must correct": I, and no number of a king."""
    if tokens[j].text != "I" or j + 1 >= last or not tokens[j + 1].text[0].islower():
        return False
    following = tokens[j + 1].lower
    form = words.verbs.get(following)
    return following in words.words["modals"] or (
        form is not None and ("base" in form.tenses or following in ("am", "was"))
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
    trade = owner.endswith("men") and tokens[j + 1].lower in ("union", "association", "guild", "federation", "club")
    return owner in lists["common"] or singular in lists["common"] or tokens[j].text in "'’" or trade


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
    while k < last and tokens[k].lower in INNER and tokens[k].text.islower() and k - j < 3:
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
    if lower == "and" and _paired_field(tokens, i, j, k, last, words):
        return True
    if lower == "and":
        return (
            of_head
            and tokens[j - 1].lower in words.words["common"]
            and any(t.lower in ("of", "for") for t in tokens[i:j])
        )
    if tokens[j].text[0].isupper():
        return False
    return k - j <= 3 and lower not in ("the",)


_BODIES = frozenset(
    (
        "organization organisation service council authority administration agency commission department ministry "
        "committee board association institute society trust bureau office centre center federation union"
    ).split()
)


def _paired_field(tokens: list[Token], i: int, j: int, k: int, last: int, words: Vocabulary) -> bool:
    """ "The Food and Agriculture Organization": two common words for a field, and a public body's noun."""
    common = words.words["common"]
    if i == 0 or tokens[i - 1].lower != "the" or not all(t.lower in common for t in tokens[i:j]):
        return False
    m = k
    while m < last and capital(tokens[m]) and tokens[m].lower in common and m - k < 4:
        m += 1
    return m - k > 1 and tokens[m - 1].lower in _BODIES
