"""Capital fields of titles, told once the names of a document are known: "Director of Investor Relations"."""

from __future__ import annotations

from checker.mentions.title_words import ABBREVIATED, ACRONYMS
from checker.model import Value
from checker.packs.vocabulary import Vocabulary
from checker.passages import Mention, Name, Passage, Token


def extend(passages: list[Passage], names: dict[str, Name], words: Vocabulary) -> None:
    """Take in a capital field that no name of the document is: "Director of Investor Relations"."""
    for passage in passages:
        for place, mention in enumerate(passage.mentions):
            if mention.kind == "title":
                _extend(passage, place, mention, names, words)
        passage.mentions = [m for m in passage.mentions if m.first < m.last]


def _extend(passage: Passage, place: int, title: Mention, names: dict[str, Name], words: Vocabulary) -> None:
    tokens, end = passage.tokens, title.last
    if end >= len(tokens) or place + 1 >= len(passage.mentions):
        return
    following = passage.mentions[place + 1]
    gap = [token.lower for token in tokens[end : following.first]]
    if any(title.first < last <= following.first for _, last in passage.sentences):
        return  # the next line is another matter
    if not gap and following.last < len(tokens) and tokens[following.last].text == ":":
        return  # a label
    if not _takes_field(passage, title, following, words):
        return
    if gap in ([], ["for"]) and _territory(passage, title, following, words):
        title.last = following.last
        title.value = Value("title", passage.text(title.first, title.last))
        following.last = following.first
        return
    direct = not gap and (
        tokens[end - 1].lower in ABBREVIATED
        or (_has_field(tokens, title) and following.last - following.first == 1)
        or (tokens[end - 1].lower in ("president", "director", "manager") and end - title.first > 1)
        or (tokens[end - 1].lower in ("director", "head") and _is_plain_field(passage, title, following, words))
    )
    if following.kind != "name" or not (gap in (["of"], ["for"], ["of", "the"]) or direct):
        return
    name = names.get(following.key)
    minister = tokens[end - 1].lower in ("minister", "secretary", "commissioner") and gap
    kept = tokens[end - 1].lower in _KEEPERS and gap == ["of"]
    if kept and passage.tokens[following.last - 1].lower.rstrip("s") in words.words["organization_nouns"]:
        return
    if (
        name is None
        or not _all_common(passage, following, words)
        or (direct and tokens[following.first].lower in words.words["first_names"])
    ):
        return
    if (name.kind == "person" and not direct) or (
        name.kind and name.count > 1 and not (minister or kept) and not _only_after_titles(name)
    ):
        return
    if (
        passage.tokens[following.last - 1].lower in words.words["organization_nouns"]
        and name.kind == "organization"
        and gap[-1:] == ["the"]
    ):
        return
    title.last = following.last
    title.value = Value("title", passage.text(title.first, title.last))
    following.last = following.first
    name.count -= 1
    if kept and name.kind == "organization":
        name.kind = ""  # a field of curators, also where it stands over a chapter


def _is_plain_field(passage: Passage, title: Mention, following: Mention, words: Vocabulary) -> bool:
    """ "Director Procurement at X": words for a field and nothing else between the post and where it is."""
    tokens, levels = passage.tokens, words.words["levels"]
    said = [token.lower for token in tokens[following.first : following.last]]
    closed = following.last < len(tokens) and (tokens[following.last].lower in ("at", ",", "of", "with"))
    return closed and tokens[title.last - 1].text[0].isupper() and all(word in levels for word in said)


def _territory(passage: Passage, title: Mention, following: Mention, words: Vocabulary) -> bool:
    """ "Country Manager Uzbekistan", "regional director for Peru": a place right behind those who have territories."""
    return (
        following.kind == "name"
        and passage.tokens[title.last - 1].lower in _TERRITORIAL
        and (
            passage.text(following.first, following.last).casefold() in words.words["places"]
            or passage.tokens[following.first].lower in _CONTINENTS
        )
        and (title.last < following.first or passage.tokens[title.last - 1].text[0].isupper())
    ) or (
        following.kind == "name"
        and passage.tokens[title.last - 1].lower in _POINTS
        and passage.tokens[following.first].lower in _CONTINENTS
    )


_CONTINENTS = frozenset("europe asia africa america americas australasia oceania scandinavia".split())
_POINTS = frozenset("northern southern eastern western central north south east west latin".split())


# whose posts have fields and no lands: "Curator of World Textiles"
_KEEPERS = frozenset("curator keeper librarian archivist conservator professor lecturer reader".split())
_TERRITORIAL = frozenset(
    "manager director head president vice-president vp lead secretary minister representative editor officer".split()
)


def _has_field(tokens: list[Token], title: Mention) -> bool:
    """Whether a capital field stands in the title already: "Professor of Energy", before "Law"."""
    return tokens[title.last - 1].text[0].isupper() and any(
        t.lower in ("of", "for") for t in tokens[title.first : title.last]
    )


_FIELDED = frozenset(
    (
        "head director president vice-president manager chief professor lecturer reader minister secretary "
        "commissioner dean lead leader officer coordinator deputy scientist engineer analyst adviser advisor "
        "specialist vp svp evp avp curator keeper librarian archivist conservator"
    ).split()
)
_WHOLE = frozenset(
    (
        "editor-at-large editor member members founder co-founder cofounder chairman chair chairwoman trustee "
        "ceo president partner owner governor mayor spokesman spokeswoman boss publisher correspondent "
        "reporter columnist"
    ).split()
)


def _takes_field(passage: Passage, title: Mention, following: Mention, words: Vocabulary) -> bool:
    """Whether what follows can be a field of the post: editors, members and founders are of a body, not of a field."""
    last = passage.tokens[following.last - 1].lower
    head = passage.tokens[title.last - 1].lower
    small = passage.text(title.first, title.last).islower()
    if small and (head not in _FIELDED or passage.tokens[title.first].lower in ("managing", "general", "executive")):
        return False  # "managing director of Quay Boats" has no field
    vice = head == "president" and title.last == following.first and title.last - title.first > 1  # "… President Sales"
    if (
        (head in _WHOLE and not vice)
        or (head in ("officer", "executive") and passage.tokens[title.first].lower in ("chief", "deputy"))
        or last in words.words["event_nouns"]
        or last in words.words["trade_nouns"] & _PAPERS
    ):
        return False
    first = passage.tokens[following.first].lower
    house = first in words.words["institution_nouns"] or first in ("academy", "guild", "bank", "house")
    if house and passage.tokens[following.first + 1].lower in ("of", "for") and following.last - following.first > 2:
        return False  # "director of the Museum of Rope"
    return last not in (
        "society",
        "association",
        "union",
        "university",
        "museum",
        "quarterly",
        "company",
        "foundation",
        "institute",
    )


_PAPERS = frozenset(
    (
        "quarterly monthly bulletin digest almanac zeitung correspondent examiner inquirer dispatch argus echo "
        "advertiser mercury sentinel statesman spectator"
    ).split()
)


def _only_after_titles(name: Name) -> bool:
    return all("after a title" in reason or "ends in" in reason for reason in name.reasons)


def _all_common(passage: Passage, mention: Mention, words: Vocabulary) -> bool:
    common, levels = words.words["common"], words.words["levels"]
    return all(
        token.lower in common or token.lower in levels or token.lower in ACRONYMS or not token.text[0].isalpha()
        for token in passage.tokens[mention.first : mention.last]
    )
