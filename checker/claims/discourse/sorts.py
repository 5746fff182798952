"""What sort of body a name says it is: a ministry, a charity, a club, a fund. "The company" is said of none of them."""

from __future__ import annotations

from functools import cache

from checker.packs.vocabulary import vocabulary

_CALLED_SO = frozenset(
    (
        "foundation ministry department council union federation trust society association inspectorate commission "
        "chamber guild league"
    ).split()
)
_NUMERALS = frozenset("i ii iii iv v vi vii viii ix x".split())


def fits(noun: str, name: str) -> bool:
    """Whether a noun can be said of a name: "the company" of no foundation, "the council" only of what is called so."""
    if noun in _CALLED_SO:
        return noun in name.casefold().split()
    of_noun, of_name = _sorts("sorts_of_nouns").get(noun, frozenset()), of(name)
    return not of_noun or not of_name or not of_noun.isdisjoint(of_name)


def named_so(noun: str) -> bool:
    """Whether a noun is only said of what is called so: "the league" is none of its clubs."""
    return noun in _CALLED_SO and noun not in ("council", "department", "commission", "trust")  # organs as often


def tells(noun: str, name: str) -> bool:
    """Whether the name itself says that it is what the noun is said of: "the regulator" of an inspectorate."""
    return not _sorts("sorts_of_nouns").get(noun, frozenset()).isdisjoint(of(name))


def is_event(name: str) -> bool:
    """Whether a name is that of a ball, a match, a dig: festivals and fairs are bodies as often."""
    return name.casefold().split()[-1] in _GATHERINGS


_GATHERINGS = frozenset(
    (
        "ball gala dinner lunch luncheon breakfast banquet supper marathon half-marathon match concert raffle auction "
        "bazaar tombola fête fete excavation excavations dig lecture ceremony meeting regatta walk jumble-sale telethon"
    ).split()
)


@cache
def of(name: str) -> frozenset[str]:
    """The sorts that the head of a name and its legal form say; empty where they say nothing."""
    words = [word.strip(".,()") for word in name.casefold().split()]
    if not words:
        return frozenset()
    forms = vocabulary().words["legal_forms"]
    legal = len(words) > 1 and words[-1].replace(".", "") in forms
    while len(words) > 1 and (words[-1].replace(".", "") in forms | _NUMERALS or words[-1].isdigit()):
        words.pop()
    head = next(
        (words[i - 1] for i, word in enumerate(words) if i and word in ("of", "for")), words[-1] if words else ""
    )
    found = {sort for sort, said in _sorts("sorts_of_names").items() if head in said}
    return frozenset(found | {"business"} if legal else found)


@cache
def _sorts(which: str) -> dict[str, frozenset[str]]:
    return {line.split()[0]: frozenset(line.split()[1:]) for line in vocabulary().words[which]}
