"""What stands after a name: possessives, appositions, parentheses, as evidence of its kind."""

from __future__ import annotations

from checker.mentions.beside import ARTICLES, CLOSED, Place, low
from checker.mentions.evidence import Evidence
from checker.mentions.predicates import described, read_verb, titled
from checker.packs.vocabulary import Vocabulary
from checker.passages import Mention, Token


def read_after(place: Place, mention: Mention, evidence: Evidence, words: Vocabulary) -> None:
    tokens, lists, key, last = place.tokens, words.words, mention.key, mention.last
    if last < len(tokens) and tokens[last].text == "(":
        _parenthesis(place, mention, evidence, words)
        last = _past_parenthesis(tokens, last)
    if last < len(tokens) and tokens[last].text in CLOSED and tokens[last].text not in ("'", "’"):
        last += 1
    next_, second = low(tokens, last), low(tokens, last + 1)
    if last in place.titles and _own_line(place, mention):
        evidence.add(key, "signs", next_)
    elif last in place.titles:
        evidence.add(
            key, "before a title and a name" if place.titles[last].last in place.named else "before a title", next_
        )
    if next_ in ("'s", "'", "’", "'s"):
        _possessive(place, mention, last + 1, evidence, words)
    elif next_ == ",":
        _for_short(place, mention, last + 1, evidence)
        _apposition(place, _described_name(place, mention), last + 1, evidence, words)
    elif next_ in ("family", "brothers", "sisters", "siblings") and low(tokens, mention.first - 1) == "the":
        evidence.add(key, "is a family", next_)
    elif next_ in lists["belongings"] and not (key in lists["places"] and second in _AWAY):
        evidence.add(key, "belonging", next_)
    elif next_ in lists["place_nouns"] and low(tokens, mention.first - 1) == "the":
        evidence.add(key, "before a place noun", next_)
    elif next_ in lists["project_words"] and low(tokens, mention.first - 1) in ("the", "its", "our", "their"):
        evidence.add(key, "the … project", next_)
    elif next_ in lists["product_nouns"]:
        evidence.add(key, "before a product noun", next_)
    elif next_ in lists["project_nouns"] and next_ not in lists["organization_descriptors"]:
        evidence.add(key, "before a building noun", next_)
    elif next_[:1].isdigit() and "." in next_:
        evidence.add(key, "before a number")
    if (next_ == "who" or (next_ == "," and second in ("who", "whom"))) and low(tokens, mention.first - 1) not in (
        "of",
        "at",
        "for",
        "from",
        "in",
        "the",
    ):
        evidence.add(key, "who are" if _several(place, last + 1 + (next_ == ",")) else "who")
    elif next_ == "which" or (next_ == "," and (second == "which" or _inserted(place, last + 1) == "which")):
        evidence.add(key, "which")
    if next_.startswith("-based") or tokens[mention.last - 1].lower.endswith("-based"):
        evidence.add(key, "-based")
    inserted = next_ == "," and low(tokens, mention.first - 1) == "," and second in ("is", "was", "has", "had")
    if not (next_ == "'s" and last + 1 in place.titles):  # "X's chief executive" is whose, and not what X is
        read_verb(place, mention, last + 1 if inserted else last, evidence, words)


def _own_line(place: Place, mention: Mention) -> bool:
    """Whether a name is all of its line: how letters are signed, with the writer's post below."""
    return (mention.first, mention.last) in place.passage.sentences


def _inserted(place: Place, i: int) -> str:
    """The relative behind "X, in Dunkirk, which has …"; ``i`` is the token after the comma."""
    town = place.named.get(i + 1) if low(place.tokens, i) in ("in", "of", "at", "near") else None
    return low(place.tokens, town.last + 1) if town is not None and low(place.tokens, town.last) == "," else ""


def _several(place: Place, i: int) -> bool:
    """ "Tolka Growth, who were in the lead": a body taken for its people."""
    while low(place.tokens, i) in ("now", "also", "both", "still", "have"):
        if place.tokens[i].lower == "have":
            return True
        i += 1
    return low(place.tokens, i) in ("are", "were", "own", "run", "make", "lead", "hold", "employ", "say", "want")


def _parenthesis(place: Place, mention: Mention, evidence: Evidence, words: Vocabulary) -> None:
    """ "(born 1971)", "(44)", "(1899–1970)"; "(NRTC)" and "(“Lindqvist”)" define a short form."""
    tokens, i = place.tokens, mention.last + 1
    word = low(tokens, i)
    if word in ("born", "b", "née", "pictured", "left", "right", "d", "died", "he", "she") and not (
        word in ("left", "right") and low(tokens, i + 1) != ")"
    ):
        evidence.add(mention.key, "born in parenthesis", word)
    elif word.isdigit() and low(tokens, i + 1) == ")" and 16 < int(word[:4]) < 105:
        evidence.add(mention.key, "age")
    elif (
        word[:4].isdigit()
        and len(word) >= 4
        and low(tokens, i + 1) in ("–", "-")
        and low(tokens, i + 2)[:4].isdigit()
        and low(tokens, i + 3) == ")"
    ):
        evidence.add(mention.key, "born in parenthesis", word)
    held = place.titles.get(i)
    if held is not None and low(tokens, held.last) in (")", ",", ";") and held.anchor != "plural":
        evidence.add(mention.key, "title in parenthesis", word)
    while i < len(tokens) and i < mention.last + 6 and i not in place.named and tokens[i].text != ")":
        i += 1
    short = place.named.get(i)
    if short is not None and low(tokens, short.last) in (")", '"', "”", "'", "’", ",", "*", "or", ";"):
        evidence.aliases.setdefault(short.key, mention.key)


def _for_short(place: Place, mention: Mention, i: int, evidence: Evidence) -> None:
    """ "Compania Portuară, CAT for short," and "…, or CAT," define a short form."""
    tokens = place.tokens
    led = low(tokens, i) in ("or", "called", "abbreviated", "shortened") or (low(tokens, i), low(tokens, i + 1)) == (
        "known",
        "as",
    )
    for at in (i, i + 1, i + 2) if led else (i,):
        short = place.named.get(at)
        if short is not None:
            behind = (low(tokens, short.last), low(tokens, short.last + 1))
            if behind == ("for", "short") or (led and behind[0] == "," and tokens[short.first].text.isupper()):
                evidence.aliases.setdefault(short.key, mention.key)
            return


def _past_parenthesis(tokens: list[Token], i: int) -> int:
    for j in range(i, min(len(tokens), i + 25)):
        if tokens[j].text == ")":
            return j + 1
    return i


def _possessive(place: Place, mention: Mention, i: int, evidence: Evidence, words: Vocabulary) -> None:
    """``i`` is the token after the 's: an officer, a belonging, a relative within the next words."""
    tokens, lists, key = place.tokens, words.words, mention.key
    evidence.add(key, "has something")
    if low(tokens, i - 1) == "'s" and (low(tokens, i) in ("a", "an", "the", "not", "been")):
        return
    for j in range(i, min(len(tokens), i + 4)):
        word = tokens[j].lower
        if j in place.titles:
            personal = tokens[place.titles[j].last - 1].lower in _SERVING or word in ("right-hand", "line")
            evidence.add(key, "has a relative" if personal else "has an officer", word)
        elif word in lists["belongings"]:
            evidence.add(key, "has a belonging", word)
        elif word in _PREMISES:
            evidence.add(key, "has a building", word)
        elif word in lists["kin_nouns"] or word in lists["person_belongings"]:
            evidence.add(key, "has a relative", word)
        elif not word.isalpha() or word in lists["prepositions"] or j in place.named:
            return
        else:
            continue
        return


_AWAY = frozenset("office offices team site branch centre center hub plant base outpost".split())  # "Lima sales office"
_PREMISES = frozenset(
    "plant factory warehouse depot terminal shipyard refinery smelter mill showroom campus works datacentre fleet "
    "store showrooms warehouses stores".split()
)
# whom a person has, where a body has officers
_SERVING = frozenset(
    "lawyer solicitor barrister attorney agent doctor physician surgeon biographer translator accompanist tutor".split()
)


def _apposition(place: Place, mention: Mention, i: int, evidence: Evidence, words: Vocabulary) -> None:
    """``i`` is the token after the comma: "X, the Lisbon-based maker of …"; "X, chief executive"; "X, 44,"."""
    tokens, key = place.tokens, mention.key
    word = low(tokens, i)
    if word.isdigit() and 15 < int(word[:4]) < 110 and low(tokens, i + 1) in (",", ".", "and", ";", ")"):
        evidence.add(key, "age")
    elif i in place.titles:
        if titled(place, place.titles[i]):
            evidence.add(key, "title in apposition", word)
    elif word in ("based", "headquartered") and low(tokens, i + 1) in ("in", "at", "near", "outside"):
        evidence.add(key, "seated in", word)
    elif word in ARTICLES:
        described(place, key, i + 1, evidence, words)
    elif word in words.words["demonyms"] or word in words.words["adjectives"] or word.endswith("-based"):
        described(place, key, i, evidence, words)


def _described_name(place: Place, mention: Mention) -> Mention:
    """Whom an apposition behind ``mention`` describes: "Cuvelle Bros. of Namur, a bell foundry" means the foundry."""
    if low(place.tokens, mention.first - 1) in ("of", "in", "from"):
        return place.finished.get(mention.first - 1, mention)
    return mention
