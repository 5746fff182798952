"""What the words of a name say of its kind."""

from __future__ import annotations

from functools import cache

from checker.mentions.evidence import Evidence
from checker.packs.vocabulary import Vocabulary
from checker.passages import Name


def read(evidence: Evidence, words: Vocabulary) -> None:
    """Add what the form of each name says."""
    for key, name in evidence.names.items():
        parts = name.text.replace("’", "'").split()
        lower = [part.casefold().strip(".,") for part in parts]
        for piece in _one(name, parts, lower, words) if len(parts) == 1 else _several(parts, lower, words):
            evidence.add(key, piece)
        if name.text.casefold() in words.words["places"] or key in words.words["countries"]:
            evidence.add(key, "known place")
        if any(c.isdigit() for c in name.text):
            evidence.add(key, "has a number")


_PAPERS = frozenset("minutes agenda report notice statement letter summary record notes programme transcript".split())


_FESTIVALS = frozenset("festival biennale triennale marathon eisteddfod".split())  # with a staff and a board
_MAKERS = (
    "keepers", "makers", "builders", "growers", "brewers", "workers", "farmers", "fishers", "bakers", "printers",
    "riders", "rowers", "runners", "walkers", "climbers", "wardens", "weavers", "watchers", "finders", "wrights",
)  # fmt: skip


def _makers(last: str, words: Vocabulary) -> bool:
    """ "Archers", "Riverkeepers": those who do a thing together; not the Smithers family."""
    common = last in words.words["common"] and last.endswith(("ers", "ists", "wrights", "smiths"))
    return (common and last not in words.words["plain_surnames"]) or last.endswith(_MAKERS)


@cache
def _endings(words: frozenset[str]) -> tuple[str, ...]:
    """Endings as ``str.endswith`` wants them, made once and not for each name."""
    return tuple(words)


def _one(name: Name, parts: list[str], lower: list[str], words: Vocabulary) -> list[str]:
    lists, word = words.words, lower[0]
    common = word in lists["common"]
    if len(parts[0]) > 1 and parts[0].isupper() and len(parts[0]) <= 6 and parts[0].isalpha():
        return ["acronym"]
    if word in lists["first_names"] or word in lists["given_words"]:
        return ["given name alone that is a common word" if common else "given name alone"]
    if word in lists["feasts"]:
        return ["names nobody"]
    if word in lists["paper_nouns"]:
        return ["a paper's word"]
    if common:
        return ["common word alone"]
    if word in lists["club_nouns"]:
        return ["ends like a club"]
    if word in lists["places"] or word in lists["countries"]:
        return []
    if len(word) > 10 and word.endswith(_endings(lists["trade_endings"])):
        return ["ends in a trade"]
    found = ["unknown double word" if "-" in word else "unknown word"]
    return [*found, "named like an event"] if word.endswith(("conf", "fest")) and len(word) > 5 else found


def _several(parts: list[str], lower: list[str], words: Vocabulary) -> list[str]:
    lists, first, last = words.words, lower[0], lower[-1]
    given = first in lists["first_names"] or first in lists["given_words"]
    found: list[str] = []
    if last in lists["legal_forms"] or parts[-1].casefold() in lists["legal_forms"]:
        found.append("legal form")
    if last.replace(".", "") in lists["club_letters"] and parts[-1].isupper():
        found.append("ends in a club's letters")
    elif last in lists["club_nouns"]:
        found.append("ends like a club")
    if last in lists["paper_nouns"]:
        found.append("ends like a paper")
    if first in ("st", "saint", "ss") and parts[-1].endswith("'s"):
        found.append("a saint's")
    if first in ("project", "operation") and len(lower) == 2:
        found.append("named as a project")
    particle = given and any(word in lists["name_particles"] for word in lower[1:-1]) and "of" not in lower
    body = [] if particle else _body(last, given, words)
    if given and len(lower) == 2 and body == ["ends in a building"]:
        body = ["ends in a building, begins with a given name"]
    found += body
    if all(word in lists["legal_forms"] or word == "&" for word in lower):
        return ["names nobody"]
    if not body and not given and (last in lists["trade_nouns"] or last.endswith(_endings(lists["trade_endings"]))):
        found.append("ends in a trade")
    elif not body and not given and _makers(last, words):
        found.append("ends in makers")
    if first in lists["leading_nouns"]:
        found.append("begins with a body")
    if first in lists["event_nouns"] and lower[1] in lists["name_particles"]:
        found.append("ends in an event noun")  # "Festival del Puerto"
    if "&" in lower:
        found.append("joined by &")
    elif any(word in lists["organization_nouns"] for word in lower[:-1]) and ("of" in lower or "for" in lower):
        found.append("names a body")
    elif not body and any(word in lists["school_nouns"] for word in lower[:-1]):
        found.append("has a school's noun")
    if (
        len(parts) > 1
        and 3 <= len(parts[0]) <= 5
        and parts[0].isupper()
        and parts[0].isalpha()
        and not parts[1].isupper()
        and not set(parts[0]) <= set("IVXLC")
    ):
        found.append("begins with an acronym")
    if (
        not (parts[0] == "A" and "of" in lower)
        and any(
            (len(p.strip(".")) == 1 and p[0].isupper()) or (len(p) == 4 and p[1] == p[3] == ".") for p in parts[:-1]
        )
        and "&" not in lower
    ):
        found.append("initial")
    if first in _PAPERS and len(lower) > 2 and lower[1] in ("of", "from", "for", "to"):
        return ["names nobody"]
    if last in lists["era_nouns"] and not given and all(word in lists["common"] for word in lower[:-1]):
        return ["names nobody"]
    if last in lists["place_nouns"]:
        found.append("ends in a place noun")
    if last in lists["event_nouns"]:
        found.append("ends in a festival" if last in _FESTIVALS else "ends in an event noun")
    if not (body or found) or (given and found in ([], ["initial"])):
        found += _personal(parts, lower, given, words)
    return found


def _body(last: str, given: bool, words: Vocabulary) -> list[str]:
    lists = words.words
    organization, building = last in lists["organization_nouns"], last in lists["project_nouns"]
    if organization and building:
        return ["ends in an institution" if last in lists["institution_nouns"] else "ends in a body or a building"]
    if organization:
        return ["ends in a body, begins with a given name" if given else "ends in a body"]
    return ["ends in a building"] if building else []


def _personal(parts: list[str], lower: list[str], given: bool, words: Vocabulary) -> list[str]:
    lists, first, last = words.words, lower[0], lower[-1]
    found: list[str] = []
    surname = last in lists["plain_surnames"]
    plain_first, plain_last = first in lists["common"], last in lists["common"] and not surname
    if (given and surname) or (given and not plain_last):
        found.append("given name that is a common word" if plain_first else "given name")
    elif given:
        found.append("given names that are common words" if plain_first else "given name, then a common word")
    elif len(parts) <= 4 and any(word in lists["name_particles"] for word in lower[1:-1]) and "of" not in lower:
        found.append("particle")
    if (last in lists["places"] and last in lists["countries"]) or last in ("uk", "us", "usa"):
        found.append("ends in a country")
    elif not given and not any(c.isdigit() for c in last):
        capitals = all(part[0].isupper() for part in parts)
        if surname and not plain_first and len(parts) <= 3 and capitals:
            found.append("unknown word, then a surname")
        elif surname:
            found.append("common words")
        elif not plain_last and not plain_first and len(parts) <= 3 and capitals and not parts[-1].isupper():
            found.append("unknown words")
        elif plain_first and not plain_last and capitals and len(parts) <= 3:
            found.append("common word, then an unknown one")
        elif plain_last:
            found.append("common words" if all(word in lists["common"] for word in lower) else "ends in a common word")
    if len(parts) in (2, 3) and "-" in parts[-1] and not plain_last and all(p[0].isupper() for p in parts):
        found.append("double surname")
    return found
